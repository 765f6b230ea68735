import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the page is being printed, so that every row stands on paper and not only those in sight. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    // The browser takes the picture as soon as the event is over: the rows must stand by then.
    const set = (value: boolean) => flushSync(() => setPrinting(value));
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('beforeprint', () => set(true), { signal });
    window.addEventListener('afterprint', () => set(false), { signal });
    media.addEventListener('change', ({ matches }) => set(matches), { signal });
    return () => stop.abort();
  }, []);
  return printing;
}
