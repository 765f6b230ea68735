import { useEffect, useRef } from 'react';
import { useWidth } from '../state/use.ts';

/** A drawing made anew for each width it gets; `label` tells in words what it shows. `draw` must stay the same while that does. */
export function Drawing({ label, draw }: { label: string; draw: (width: number) => Element }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  useEffect(() => {
    const place = box.current;
    if (place === null || width === 0) return;
    const chart = draw(width);
    // Plot styles its charts by an element of its own, which our policy keeps out: the same rules stand in indicators.css.
    for (const style of chart.querySelectorAll('style')) style.remove();
    // It names its parts in English, within what is one picture to whoever hears it.
    for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    place.replaceChildren(chart);
    return () => place.replaceChildren();
  }, [draw, width]);
  return <div ref={box} role="img" aria-label={label} />;
}
