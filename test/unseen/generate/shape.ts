import type { ExpectedTask } from '../../judge.ts';
import type { Chance } from './chance.ts';
import type { GridCell, Piece, TablePiece } from './pieces.ts';
import type { Planned, PlannedGroup } from './tasks.ts';
import type { Format } from './write.ts';

/** Ways of setting out tasks that are not one row with one column for each thing. */
export type Shaped = { pieces: Piece[]; expected: ExpectedTask[] };
export type Shape = (groups: PlannedGroup[], chance: Chance, format: Format) => Shaped;

export const bold = (text: string, spans: Partial<GridCell> = {}): GridCell => ({ text, bold: true, ...spans });
export const cells = (...texts: string[]): GridCell[] => texts.map((text) => ({ text }));
export const table = (rows: GridCell[][], headerRows: number): TablePiece => ({
  kind: 'table',
  rows,
  headerRows,
  landscape: true,
});
export const merges = (format: Format) => format === 'docx' || format === 'html';
export const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

export const meant = (planned: Planned, more: Partial<ExpectedTask> = {}): ExpectedTask => ({
  text: planned.text,
  result: planned.products[0] ?? null,
  lead: planned.lead,
  implement: [],
  cooperate: planned.cooperate,
  monitor: [],
  time: planned.time?.print ?? null,
  schedule: planned.time?.schedule ?? null,
  ...more,
});
