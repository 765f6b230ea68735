import { useEffect, useMemo, useRef } from 'react';
import type { Box, Document, PageLayout } from '../../../../src/document/model.ts';
import type { TaskPlaces } from '../link.ts';
import { PageSheet } from './PageSheet.tsx';
import { usePdf } from './pdf.ts';
import { findBoxes, type Mark, pieceAt } from './places.ts';

/** The pages themselves, with the places the task at hand was read from outlined. */
export function PagesView({
  url,
  document,
  places,
  links,
  shown,
  zoom,
  onChoose,
}: {
  url: string;
  document: Document;
  places: TaskPlaces;
  links: ReadonlyMap<string, string>;
  /** false while another pane stands in front of it on a phone */
  shown: boolean;
  /** width of a page as a share of the pane */
  zoom: number;
  onChoose: (task: string) => void;
}) {
  const layout = document.layout ?? none;
  const pdf = usePdf(url, layout);
  const boxes = useMemo(() => findBoxes(document), [document]);
  const marks = useMemo(() => marksOf(places, boxes), [places, boxes]);
  const pane = useRef<HTMLElement>(null);
  // Made anew with each choice, so that choosing a place again goes there again.
  const goal = useMemo(() => goalOf(marks, places.page), [marks, places.page]);
  useScrollTo(pane, goal, layout, shown, zoom);
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
      <div style={{ width: `${100 * zoom}%` }}>
        {layout.map((page, at) => (
          <PageSheet
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

/** A box of its own each time. */
function goalOf([first]: readonly Mark[], page: number | undefined): Box | undefined {
  if (first) return { ...first.box };
  return page === undefined ? undefined : { page, x0: 0, y0: 0, x1: 0, y1: 0 };
}

function marksOf({ all, low }: TaskPlaces, boxes: ReadonlyMap<string, Box[]>): Mark[] {
  const doubtful = new Set(low);
  return all.flatMap((id) => (boxes.get(id) ?? []).map((box) => ({ id, box, low: doubtful.has(id) })));
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
