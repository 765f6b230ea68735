import type { Cell, Document, Paragraph, Table } from '../../../src/document/model.ts';
import type { Source } from '../../../src/plan/model.ts';
import { certain, type DraftTask } from '../../../src/plan/review.ts';

/**
 * Which pieces of the document a task was read from, and the way back. Ids are those of the document's cells and
 * paragraphs; where a reading gives only a table and row, or a line, the pieces standing there are meant.
 */
export type TaskPlaces = {
  /** every piece the task was read from, the piece of its text first */
  all: string[];
  /** pieces of fields that wait for an eye */
  low: string[];
  /** the page meant where no piece of it is known */
  page?: number;
};

type Piece = Cell | Paragraph;

export type PieceIndex = {
  ids: Set<string>;
  byRow: Map<string, string[]>;
  byLine: Map<number, string[]>;
  byPage: Map<number, string[]>;
};

/** Finds pieces by id, by table and row, and by line. Made once per document. */
export function indexPieces(document: Document): PieceIndex {
  const index: PieceIndex = { ids: new Set(), byRow: new Map(), byLine: new Map(), byPage: new Map() };
  for (const block of document.blocks) {
    const pieces: Piece[] = block.kind === 'paragraph' ? [block] : block.cells;
    for (const piece of pieces) addPiece(index, piece);
    if (block.kind === 'table')
      for (const cell of block.cells) for (const part of cell.paragraphs) index.ids.add(part.id);
  }
  return index;
}

function addPiece({ ids, byRow, byLine, byPage }: PieceIndex, { id, source }: Piece): void {
  const { page, table, row, line } = source;
  ids.add(id);
  if (page !== null && !byPage.has(page)) byPage.set(page, [id]);
  if (table !== null && row !== null) push(byRow, `${table}:${row}`, id);
  else if (line !== null) push(byLine, line, id);
}

function push<K>(map: Map<K, string[]>, key: K, id: string): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

export function findPlaces(task: DraftTask, index: PieceIndex): TaskPlaces {
  const { text, ...others } = task.fields;
  const fields = text ? [['text', text] as const, ...Object.entries(others)] : Object.entries(others);
  const all = new Set<string>();
  const low = new Set<string>();
  for (const [name, { confidence, source }] of fields) {
    // A field that stands nowhere (no agency is named) points at its row; marking the whole row would say too much.
    if (source.cell === null || !index.ids.has(source.cell)) continue;
    all.add(source.cell);
    const waits = confidence < certain && !task.accepted && !(task.corrected as string[]).includes(name);
    if (waits) low.add(source.cell);
  }
  if (all.size === 0) for (const id of piecesOf(task.source, index)) all.add(id);
  return { all: [...all], low: [...low] };
}

/** The pieces standing at a place: a row, the first row of a table, a line, else what begins its page. */
export function piecesOf({ page, table, row, line }: Source, { byRow, byLine, byPage }: PieceIndex): string[] {
  if (table !== null) return byRow.get(`${table}:${row ?? 1}`) ?? [];
  if (line !== null) return byLine.get(line) ?? [];
  return page === null ? [] : (byPage.get(page) ?? []);
}

/** The task a piece belongs to. A task whose text stands there comes before one that only shares a merged cell. */
export function linkPieces(tasks: readonly DraftTask[], index: PieceIndex): Map<string, string> {
  const links = new Map<string, string>();
  const places = tasks.map((task) => ({ id: task.id, all: findPlaces(task, index).all }));
  for (const { id, all } of places) if (all[0] !== undefined && !links.has(all[0])) links.set(all[0], id);
  for (const { id, all } of places) for (const piece of all) if (!links.has(piece)) links.set(piece, id);
  return links;
}

/** The cells of a table row by row, as HTML wants them. */
export function rowsOf(table: Table): Cell[][] {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return rows.map((cells) => cells.sort((a, b) => a.column - b.column));
}
