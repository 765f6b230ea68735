import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Box, PageLayout } from '../../../../src/document/model.ts';
import type { Pdf } from './pdf.ts';
import { type Mark, outlinesOf } from './places.ts';

/** One page: its picture, drawn while it is in sight, and the places marked on it. */
export function PageSheet({
  number,
  layout: { width, height, scanned },
  pdf,
  marks,
  onPoint,
}: {
  number: number;
  layout: PageLayout;
  pdf: Pdf | undefined;
  marks: readonly Mark[];
  onPoint: (page: number, point: { x: number; y: number }) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const place = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - place.left) / place.width) * width;
    const y = ((event.clientY - place.top) / place.height) * height;
    onPoint(number, { x, y });
  };
  const stand = ({ x0, y0, x1, y1 }: Box) => ({
    left: percent(x0, width),
    top: percent(y0, height),
    width: percent(x1 - x0, width),
    height: percent(y1 - y0, height),
  });
  return (
    <figure className="page">
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the list of tasks is the way by keyboard to the same places */}
      <div ref={frame} className="page-sheet" style={{ aspectRatio: `${width} / ${height}` }} onClick={onClick}>
        {pdf && near && <PageCanvas pdf={pdf} number={number} frame={frame} />}
        {marks.map(({ id, box, low }) => (
          <div key={`${id} ${box.y0}`} className="page-mark" data-low={low || undefined} style={stand(box)} />
        ))}
        {outlinesOf(marks).map((box) => (
          <div key={`${box.x0} ${box.y0}`} className="page-outline" style={stand(box)} />
        ))}
      </div>
      <figcaption>
        Trang {number}
        {scanned && ' · bản chụp, chữ do máy nhận dạng'}
      </figcaption>
    </figure>
  );
}

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

function PageCanvas({
  pdf,
  number,
  frame,
}: {
  pdf: Pdf;
  number: number;
  frame: React.RefObject<HTMLDivElement | null>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const drawing = pdf.drawPage(canvas.current, number, width);
    drawing.done.then(
      () => setFailed(false),
      () => setFailed(true),
    );
    return drawing.stop;
  }, [pdf, number, width]);
  return (
    <>
      <canvas ref={canvas} />
      {failed && <p className="pages-note">Trang này không vẽ được.</p>}
    </>
  );
}

/** Whether a page is in sight or soon will be: only those are drawn, and the others give their memory back. */
function useNear(frame: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: frame.current.closest('.pages'),
      rootMargin: '600px 0px',
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return near;
}

/** Width in device pixels, at most what a page needs to be read. */
function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.min(2_400, Math.round((entry?.contentRect.width ?? 0) * Math.min(2, devicePixelRatio)))),
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
