import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Box, Document, PageLayout } from '../../../../src/document/model.ts';
import type { TaskPlaces } from '../link.ts';
import { type Pdf, usePdf } from './pdf.ts';
import { findBoxes, pieceAt } from './places.ts';

const zooms = [1, 1.4, 2] as const;

/** The pages themselves, with the places the task at hand was read from outlined. */
export function PagesView({
  url,
  document,
  places,
  links,
  shown,
  onChoose,
}: {
  url: string;
  document: Document;
  places: TaskPlaces;
  links: ReadonlyMap<string, string>;
  /** false while another pane stands in front of it on a phone */
  shown: boolean;
  onChoose: (task: string) => void;
}) {
  const layout = document.layout ?? none;
  const pdf = usePdf(url, layout);
  const boxes = useMemo(() => findBoxes(document), [document]);
  const marks = useMemo(() => marksOf(places, boxes), [places, boxes]);
  const pane = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(0);
  useScrollTo(pane, marks[0]?.box, layout, shown, zoom);
  const choose = (page: number, point: { x: number; y: number }) => {
    const piece = pieceAt(boxes, links, page, point);
    const task = piece === undefined ? undefined : links.get(piece);
    if (task) onChoose(task);
  };
  return (
    <section
      ref={pane}
      className="card pages"
      aria-label="Trang văn bản"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {pdf.state === 'failed' && (
        <p className="pages-note due-ink">
          Trình duyệt không vẽ được trang của tệp này. Hãy xem mục “Chữ đọc được” hoặc tải tệp gốc.
        </p>
      )}
      <div className="pages-zoom">
        <button
          type="button"
          className="btn small"
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
          aria-label="Thu nhỏ trang"
        >
          −
        </button>
        <button
          type="button"
          className="btn small"
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
          aria-label="Phóng to trang"
        >
          +
        </button>
      </div>
      <div style={{ width: `${100 * (zooms[zoom] ?? 1)}%` }}>
        {layout.map((page, at) => (
          <PageView
            // biome-ignore lint/suspicious/noArrayIndexKey: pages of a file never move
            key={at}
            number={at + 1}
            layout={page}
            pdf={pdf.state === 'open' ? pdf.pdf : undefined}
            marks={marks.filter(({ box }) => box.page === at + 1)}
            onPoint={choose}
          />
        ))}
      </div>
    </section>
  );
}

const none: PageLayout[] = [];

type Mark = { id: string; box: Box; low: boolean };

function marksOf({ all, low }: TaskPlaces, boxes: ReadonlyMap<string, Box[]>): Mark[] {
  const doubtful = new Set(low);
  return all.flatMap((id) => (boxes.get(id) ?? []).map((box) => ({ id, box, low: doubtful.has(id) })));
}

function PageView({
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
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return (
    <figure className="page">
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the list of tasks is the way by keyboard to the same places */}
      <div ref={frame} className="page-sheet" style={{ aspectRatio: `${width} / ${height}` }} onClick={onClick}>
        {pdf && near && <PageCanvas pdf={pdf} number={number} frame={frame} />}
        {marks.map(({ id, box: { x0, y0, x1, y1 }, low }) => (
          <div
            key={`${id} ${y0}`}
            className="page-mark"
            data-low={low || undefined}
            style={{
              left: percent(x0, width),
              top: percent(y0, height),
              width: percent(x1 - x0, width),
              height: percent(y1 - y0, height),
            }}
          />
        ))}
      </div>
      <figcaption>
        Trang {number}
        {scanned && ' · bản chụp, chữ do máy nhận dạng'}
      </figcaption>
    </figure>
  );
}

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

/** Brings the first outlined place into sight when another task is chosen, scrolling the pane alone. */
function useScrollTo(
  pane: React.RefObject<HTMLElement | null>,
  box: Box | undefined,
  layout: readonly PageLayout[],
  shown: boolean,
  zoom: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pane that comes to the front, or is zoomed, is scrolled anew
  useEffect(() => {
    const root = pane.current;
    const page = box && layout[box.page - 1];
    const sheet = box && root?.querySelectorAll<HTMLElement>('.page-sheet')[box.page - 1];
    if (!root || !page || !sheet) return;
    const [view, place] = [root.getBoundingClientRect(), sheet.getBoundingClientRect()];
    const top = place.top - view.top + root.scrollTop + (box.y0 / page.height) * place.height;
    const bottom = top + ((box.y1 - box.y0) / page.height) * place.height;
    if (view.height === 0 || (top >= root.scrollTop && bottom <= root.scrollTop + view.height)) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const left = place.left - view.left + root.scrollLeft + (box.x0 / page.width) * place.width - 24;
    root.scrollTo({ top: top - 60, left: Math.max(0, left), behavior: calm ? 'auto' : 'smooth' });
  }, [box, shown, zoom]);
}
