import type { ExpectedTask } from '../../judge.ts';
import { type GridCell, line, type Piece, title } from '../generate/pieces.ts';

/** A paper for every format, and the tasks its writer meant. */
export type Sketch = { name: string; pieces: Piece[]; tasks: ExpectedTask[]; warnings?: string[] };

type Cell = string | GridCell;
type Means = Partial<Record<'lead' | 'implement' | 'cooperate' | 'monitor' | 'result' | 'time' | 'component', string>>;

const names = (text: string | undefined): string[] => (text ? text.split(' | ') : []);

/** A task as meant; agencies parted by bars. */
export const meant = (text: string, means: Means = {}): ExpectedTask => ({
  text,
  lead: names(means.lead),
  implement: names(means.implement),
  cooperate: names(means.cooperate),
  monitor: names(means.monitor),
  result: means.result ?? null,
  time: means.time ?? null,
  ...(means.component !== undefined && { component: means.component }),
});

/** Tasks of one kind of row: the keys say what its columns mean, in the order of the row; "number" and "-" mean nothing. */
export const meantBy = (keys: string, ...rows: string[][]): ExpectedTask[] =>
  rows.map((row) => {
    const means = Object.fromEntries(keys.split(' ').map((key, at) => [key, row[at] ?? '']));
    const { text = '', ...rest } = means;
    return meant(text, Object.fromEntries(Object.entries(rest).filter(([, said]) => said !== '')) as Means);
  });

export const strong = (text: string, more: Partial<GridCell> = {}): GridCell => ({ text, bold: true, ...more });
export const wide = (text: string, colSpan: number): GridCell => strong(text, { colSpan });
export const tall = (text: string, rowSpan: number): GridCell => ({ text, rowSpan });
/** A number the word processor counts: level 0 in Roman numerals, level 1 in decimals. */
export const counted = (text: string, level: number): GridCell => ({ text, counted: level });

const toCell = (cell: Cell): GridCell => (typeof cell === 'string' ? { text: cell } : cell);

/** A table; of its rows the first `headerRows` are the header, in bold. */
export function grid(headerRows: number, ...rows: Cell[][]): Piece {
  const made = rows.map((row, at) => row.map((cell) => ({ ...toCell(cell), ...(at < headerRows && { bold: true }) })));
  return { kind: 'table', rows: made, headerRows, landscape: true };
}

/** Letterhead and opening; `title` in capitals by its first line. */
export const opening = (issuer: string, number: string, type: string, subject: string, ...prose: string[]): Piece[] => [
  title(issuer),
  line(`Số: ${number}`),
  line('Minh Hà, ngày 12 tháng 01 năm 2026'),
  title(type),
  title(subject),
  ...prose.map((text) => line(text)),
];

export const closing = (role = 'CHỦ TỊCH'): Piece[] => [
  line('Nơi nhận:', { bold: true }),
  line('- Như trên;'),
  line('- Lưu: VT.'),
  title(role),
  title('Hoàng Thị Mai Lan'),
];

export const appendix = (...texts: string[]): Piece[] => texts.map((text) => title(text));

/** As plain formats are made by hand: what a merged cell says stands in each of its rows. */
export function flat(pieces: Piece[]): Piece[] {
  return pieces.map((piece) => (piece.kind === 'paragraph' ? piece : { ...piece, rows: unmerge(piece.rows) }));
}

function unmerge(rows: GridCell[][]): GridCell[][] {
  const made: GridCell[][] = rows.map(() => []);
  const taken: boolean[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const { rowSpan = 1, ...cell } of row) {
      while (taken[at]?.[column]) column++;
      const covers = Array.from({ length: cell.colSpan ?? 1 }, (_, here) => column + here);
      for (let below = at; below < Math.min(rows.length, at + rowSpan); below++) {
        for (const here of covers) (taken[below] as boolean[])[here] = true;
        (made[below] as GridCell[])[column] = below === at || !cell.bold ? cell : { ...cell, text: '' };
      }
      column += covers.length;
    }
  }
  return made.map((row) => row.filter((cell) => cell !== undefined));
}
