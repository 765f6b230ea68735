import { type DraftBlock, type DraftCell, type DraftRow, draftCell, flatten } from '../draft.ts';
import { isLayoutTable } from './layout-table.ts';
import { isUnseen, type Look, lookInside } from './look.ts';
import { children, type Element, type Node, readNumber } from './parse.ts';

/** Reads what stands between tags; given, since a cell holds blocks and a block may be a table. */
type ReadFlow = (nodes: Node[], look: Look) => { blocks: DraftBlock[] };

/**
 * A table as a grid, its caption as paragraphs before it. A table of one cell, or one that only places things on the
 * page, is a frame: what is in it flows on as if the frame were not there, so that such a page keeps its real tables.
 */
export function readTable(table: Element, look: Look, readFlow: ReadFlow): DraftBlock[] {
  const inside = { ...look, align: null };
  const captions = children(table).filter(({ tagName }) => tagName === 'caption');
  const before = captions.flatMap((caption) => readFlow(caption.childNodes, lookInside(caption, inside)).blocks);
  const rows = findRows(table);
  const cells = rows.flatMap(({ element }) => findCells(element));
  if (cells.length === 1 || isLayoutTable(table, cells))
    return [...before, ...cells.flatMap((cell) => readFlow(cell.childNodes, lookInside(cell, inside)).blocks)];
  const drafts = rows.map(({ element, look: around }): DraftRow => {
    const row = lookInside(element, lookInside(table, around ? lookInside(around, inside) : inside));
    return { cells: findCells(element).map((cell) => readCell(cell, row, readFlow)), line: null };
  });
  return [...before, { kind: 'table', rows: drafts, headerRows: countHeaderRows(rows), grid: 'printed', line: null }];
}

type Row = { element: Element; look: Element | null; head: boolean };

/** Rows in the order shown: thead first, tfoot last, wherever they are written. */
function findRows(table: Element): Row[] {
  const order = ['thead', 'tbody', 'tfoot'];
  const sections = children(table).filter((one) => order.includes(one.tagName) && !isUnseen(one));
  const direct = children(table).filter(({ tagName }) => tagName === 'tr');
  const ordered = sections.toSorted((a, b) => order.indexOf(a.tagName) - order.indexOf(b.tagName));
  const rows = ordered.flatMap((section) =>
    children(section)
      .filter(({ tagName }) => tagName === 'tr')
      .map((element): Row => ({ element, look: section, head: section.tagName === 'thead' })),
  );
  return [...rows, ...direct.map((element): Row => ({ element, look: null, head: false }))].filter(
    ({ element }) => !isUnseen(element),
  );
}

const findCells = (row: Element): Element[] =>
  children(row).filter((one) => (one.tagName === 'td' || one.tagName === 'th') && !isUnseen(one));

function readCell(cell: Element, row: Look, readFlow: ReadFlow): DraftCell {
  const look = lookInside(cell, row);
  return draftCell(flatten(readFlow(cell.childNodes, look).blocks), {
    colSpan: readNumber(cell, 'colspan') ?? 1,
    rowSpan: readNumber(cell, 'rowspan') ?? 1,
  });
}

/** Rows of a thead, or first rows made of header cells only. */
function countHeaderRows(rows: Row[]): number {
  const first = rows.findIndex(
    ({ element, head }) => !head && !findCells(element).every(({ tagName }) => tagName === 'th'),
  );
  return Math.max(first, 0);
}
