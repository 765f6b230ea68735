import { memo, useEffect, useRef } from 'react';
import type { Block, Cell, Document, Paragraph, Table } from '../../../src/document/model.ts';
import { rowsOf, type TaskPlaces } from './link.ts';

/**
 * The document as it reads. It is drawn once; what is chosen is marked on the drawn elements, so that moving through a
 * hundred tasks never draws a long document anew.
 */
export function DocumentView({
  document,
  places,
  links,
  shown,
  onChoose,
}: {
  document: Document;
  places: TaskPlaces;
  links: ReadonlyMap<string, string>;
  /** false while another pane stands in front of it on a phone */
  shown: boolean;
  onChoose: (task: string) => void;
}) {
  const pane = useRef<HTMLElement>(null);
  useMarks(pane, places, shown);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list of tasks is the way by keyboard to the same places
    <section
      ref={pane}
      className="card doc"
      aria-label="Văn bản"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      onClick={(event) => {
        const task = findTask(event.target as Element, links);
        if (task) onChoose(task);
      }}
    >
      <Pages document={document} />
    </section>
  );
}

/** The task of the piece clicked on, of the cell around it, or of its row. */
function findTask(target: Element, links: ReadonlyMap<string, string>): string | undefined {
  for (let at: Element | null = target; at && !at.matches('.doc'); at = at.parentElement) {
    const task = links.get((at as HTMLElement).dataset.id ?? '');
    if (task) return task;
  }
  const row = [...(target.closest('tr')?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
  return row.map(({ dataset }) => links.get(dataset.id ?? '')).find((task) => task !== undefined);
}

function useMarks(pane: React.RefObject<HTMLElement | null>, { all, low }: TaskPlaces, visible: boolean): void {
  const key = [...all, '|', ...low].join(' ');
  const shown = useRef<boolean>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for both lists; a pane that comes to the front is scrolled anew
  useEffect(() => {
    const root = pane.current;
    if (!root) return;
    const find = (id: string) => root.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    const marked = all.flatMap((id) => find(id) ?? []);
    for (const element of marked) element.dataset.on = '';
    for (const id of low) {
      const element = find(id);
      if (element) element.dataset.low = '';
    }
    const row = marked[0]?.closest('tr');
    if (row) row.dataset.on = '';
    const first = marked[0];
    if (first) {
      const gently = shown.current === visible;
      scrollInto(root, first, gently);
      // Until the serif letters have come, lines break elsewhere and the place is a guess.
      if (!gently) void document.fonts.ready.then(() => scrollInto(root, first, false));
      shown.current = visible;
    }
    return () => {
      for (const element of root.querySelectorAll<HTMLElement>('[data-on], [data-low]')) {
        delete element.dataset.on;
        delete element.dataset.low;
      }
    };
  }, [key, visible]);
}

/** Scrolls the pane alone (never the page), and only when the piece is not in sight. */
function scrollInto(root: HTMLElement, element: HTMLElement, gently: boolean): void {
  const [view, piece] = [root.getBoundingClientRect(), element.getBoundingClientRect()];
  if (view.height === 0 || (piece.top >= view.top + 8 && piece.bottom <= view.bottom - 8)) return;
  const calm = !gently || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = root.scrollTop + piece.top - view.top - Math.min(80, view.height / 4);
  root.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' });
}

const Pages = memo(({ document }: { document: Document }) =>
  document.blocks.length === 0 ? (
    <p className="muted">Văn bản không có nội dung.</p>
  ) : (
    document.blocks.map((block) => <BlockView key={block.id} block={block} />)
  ),
);

const BlockView = ({ block }: { block: Block }) =>
  block.kind === 'paragraph' ? <ParagraphView paragraph={block} /> : <TableView table={block} />;

function ParagraphView({ paragraph }: { paragraph: Paragraph }) {
  const { id, text, align, bold, heading, strongTo } = paragraph;
  const strong = bold || heading !== null;
  return (
    <p data-id={id} data-align={align ?? undefined} className={strong ? 'strong' : undefined}>
      {!strong && strongTo > 0 ? (
        <>
          <b>{text.slice(0, strongTo)}</b>
          {text.slice(strongTo)}
        </>
      ) : (
        text
      )}
    </p>
  );
}

/** The heading with the national motto and the foot with the recipients are tables without lines. */
const isFrame = ({ cells, columns }: Table): boolean =>
  columns <= 3 && cells.some(({ text }) => /độc lập\s*[-–]\s*tự do|^nơi nhận/i.test(text));

function TableView({ table }: { table: Table }) {
  return (
    <div className={isFrame(table) ? 'doc-table frame' : 'doc-table'}>
      {/* Narrower than this a column holds a word a line; then the table scrolls sideways. */}
      <table style={{ minWidth: `${table.columns * 5}em` }}>
        <tbody>
          {rowsOf(table).map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a document never move
            <tr key={row}>
              {cells.map((cell) => (
                <CellView key={cell.id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CellView = ({ cell }: { cell: Cell }) => (
  <td data-id={cell.id} rowSpan={cell.rowSpan} colSpan={cell.colSpan}>
    {cell.paragraphs.map((paragraph) => (
      <ParagraphView key={paragraph.id} paragraph={paragraph} />
    ))}
  </td>
);
