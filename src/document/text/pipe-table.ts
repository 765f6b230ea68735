import { type DraftRow, type DraftTable, draftCell } from '../draft.ts';
import { refuseTooWide } from '../grid.ts';
import { readInline } from './inline.ts';
import { isBlank, type Line } from './lines.ts';

/** A Markdown table from line `at`, and where the text goes on after it; undefined where no row begins there. */
export function findPipeTable(lines: Line[], at: number): { tables: DraftTable[]; next: number } | undefined {
  const rows: { cells: string[]; line: number }[] = [];
  let [next, ruled] = [at, 0];
  for (; next < lines.length; next++) {
    const line = lines[next] as Line;
    const cells = splitCells(line.text);
    if (!cells || isBlank(line)) break;
    if (!cells.every((cell) => /^:?-+:?$/.test(cell))) rows.push({ cells, line: line.number });
    else ruled ||= rows.length;
  }
  if (rows.length === 0) return undefined;
  const columns = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  refuseTooWide(rows.length, columns);
  if (columns < 2 || (ruled === 0 && rows.length < 2)) return { tables: [], next };
  const drafts = rows.map(({ cells, line }): DraftRow => {
    const all = [...cells, ...Array<string>(columns - cells.length).fill('')];
    return { line, cells: all.map((cell) => draftCell(readInline(cell, { line }), { line })) };
  });
  const table: DraftTable = {
    kind: 'table',
    rows: drafts,
    headerRows: ruled,
    grid: 'printed',
    line: rows[0]?.line ?? null,
  };
  return { tables: [table], next };
}

/** The cells of "| a | b |", undefined where the line is no row. An escaped pipe belongs to its cell. */
function splitCells(text: string): string[] | undefined {
  const line = text.trim();
  if (!line.startsWith('|') || line.length < 3) return undefined;
  const inside = line.slice(1).replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
