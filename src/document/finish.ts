import { findClause } from './clause.ts';
import type { DraftBlock, DraftParagraph, DraftTable } from './draft.ts';
import { modernise } from './encoding/modernise.ts';
import { layOut, type Placed } from './grid.ts';
import { limits } from './limits.ts';
import type {
  Block,
  Box,
  Cell,
  Document,
  DocumentFormat,
  DocumentWarning,
  Paragraph,
  Provenance,
  Table,
} from './model.ts';
import { Refusal } from './refuse.ts';
import { spell } from './spell.ts';

/** Numbers, normalises and lays out what a format's reader found. Empty paragraphs and tables without text go. */
export function finish(drafts: DraftBlock[], format: DocumentFormat, warnings: DocumentWarning[]): Document {
  modernise(drafts);
  const counts = { paragraphs: 0, tables: 0, all: 0, characters: 0 };
  const budget = { places: limits.gridPlaces };
  const blocks = drafts.flatMap((draft): Block[] => {
    if (draft.kind === 'paragraph') return finishTop(draft, counts);
    const table = finishTable(draft, counts, budget);
    return table ? [table] : [];
  });
  return { format, blocks, pages: null, warnings };
}

type Counts = { paragraphs: number; tables: number; all: number; characters: number };

function finishTop(draft: DraftParagraph, counts: Counts): Paragraph[] {
  const paragraph = finishParagraph(
    draft,
    `p${counts.paragraphs + 1}`,
    { page: pageOf(draft.boxes), table: null, row: null, line: draft.line },
    counts,
  );
  if (paragraph) counts.paragraphs++;
  return paragraph ? [paragraph] : [];
}

function finishParagraph(draft: DraftParagraph, id: string, source: Provenance, counts: Counts): Paragraph | null {
  for (const { text } of draft.runs) counts.characters += text.length;
  if (++counts.all > limits.paragraphs || counts.characters > limits.characters)
    throw new Refusal('document-too-complex');
  const { text, bold, strongTo, recognised } = spell(draft.runs, draft.label);
  // An empty numbered paragraph says nothing, except in a table, where the number column is often just that.
  if (text === '' || (text === draft.label && source.table === null)) return null;
  const { heading, align } = draft;
  const clause = findClause(text);
  const seen = {
    ...(draft.indent ? { indent: draft.indent } : {}),
    ...placesOf(draft.boxes),
    ...(recognised ? { recognised } : {}),
  };
  return { kind: 'paragraph', id, text, clause, heading, bold, strongTo, align, source, ...seen };
}

const pageOf = (boxes: Box[] | undefined): number | null => boxes?.[0]?.page ?? null;
const placesOf = (boxes: Box[] | undefined): { boxes?: Box[] } => (boxes?.length ? { boxes } : {});

function finishTable(draft: DraftTable, counts: Counts, budget: { places: number }): Table | null {
  const number = counts.tables + 1;
  const grid = layOut(draft.rows, budget);
  const cells = grid.cells.map((placed) => finishCell(placed, draft, number, counts));
  if (cells.every(({ text }) => text === '')) return null;
  counts.tables = number;
  const page = cells.find((cell) => cell.source.page !== null)?.source.page ?? null;
  const source = { page, table: number, row: null, line: draft.line };
  const headerRows = Math.min(draft.headerRows, grid.rows);
  return {
    kind: 'table',
    id: `t${number}`,
    rows: grid.rows,
    columns: grid.columns,
    cells,
    headerRows,
    grid: draft.grid,
    ...(draft.cuts && { cuts: draft.cuts }),
    source,
  };
}

function finishCell(placed: Placed, table: DraftTable, number: number, counts: Counts): Cell {
  const { row, column, rowSpan, colSpan, draft } = placed;
  const line = draft?.line ?? table.rows[row]?.line ?? null;
  const page = pageOf(draft?.boxes) ?? pageOf(draft?.paragraphs[0]?.boxes);
  const source: Provenance = { page, table: number, row: row + 1, line };
  const id = `t${number}r${row + 1}c${column + 1}`;
  const paragraphs: Paragraph[] = [];
  for (const one of draft?.paragraphs ?? []) {
    const at = { ...source, page: pageOf(one.boxes) ?? page, line: one.line ?? line };
    const paragraph = finishParagraph(one, `${id}p${paragraphs.length + 1}`, at, counts);
    if (paragraph) paragraphs.push(paragraph);
  }
  const text = paragraphs.map((one) => one.text).join('\n');
  return { id, row, column, rowSpan, colSpan, paragraphs, text, source, ...placesOf(draft?.boxes) };
}
