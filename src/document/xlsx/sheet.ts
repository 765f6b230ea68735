import { plainRun, type Run } from '../draft.ts';
import { limits } from '../limits.ts';
import { type Attributes, parseXml, whole } from '../package/xml.ts';
import { Refusal } from '../refuse.ts';
import type { CellLook } from './looks.ts';
import { showNumber } from './number.ts';
import { buildRichText } from './strings.ts';

/** A cell that holds something; rows and columns count from 0. */
export type SheetCell = { column: number; runs: Run[] };
export type SheetRow = { number: number; cells: SheetCell[] };
/** Rows and columns, the last included. */
export type Merge = { top: number; left: number; bottom: number; right: number };
export type Sheet = { rows: SheetRow[]; merges: Merge[]; hidden: { rows: number; columns: number } };

export type Context = { strings: Run[][]; look: (number: number | undefined) => CellLook; from1904: boolean };

/** Excel has as many columns; a cell beyond is none. */
const columns = 16_384;

type OpenCell = { column: number; type: string; look: CellLook; value: string };

/** Reads a sheet as it is parsed; only cells that show something are kept, those hidden left out and counted. */
export function readSheet(chunks: Iterable<Uint8Array>, context: Context): Sheet {
  const sheet: Sheet = { rows: [], merges: [], hidden: { rows: 0, columns: 0 } };
  const hiddenColumns: [number, number][] = [];
  const rich = buildRichText();
  let row: (SheetRow & { hidden: boolean }) | undefined;
  let cell: OpenCell | undefined;
  let inValue = false;
  let [lastRow, cells, characters] = [-1, 0, 0];

  const endCell = (): void => {
    const runs = cell ? showCell(cell, rich.take(), context) : [];
    if (!cell || !row || runs.every(({ text }) => text.trim() === '')) return;
    for (const { text } of runs) characters += text.length;
    if (++cells > limits.gridPlaces || characters > limits.characters) throw new Refusal('document-too-complex');
    const { column } = cell;
    if (hiddenColumns.some(([from, to]) => column >= from && column <= to)) sheet.hidden.columns++;
    else row.cells.push({ column, runs });
  };
  const endRow = (): void => {
    if (!row || row.cells.length === 0) return;
    if (row.hidden) sheet.hidden.rows++;
    else sheet.rows.push({ number: row.number, cells: row.cells });
  };
  const opening: Record<string, (attributes: Attributes) => void> = {
    's:col': ({ min, max, hidden }) => {
      if (isTrue(hidden) && hiddenColumns.length < columns) {
        hiddenColumns.push([(whole(min) ?? 1) - 1, (whole(max) ?? 1) - 1]);
      }
    },
    's:row': ({ r, hidden }) => {
      lastRow = r === undefined ? lastRow + 1 : (whole(r) ?? 1) - 1;
      row = { number: lastRow, cells: [], hidden: isTrue(hidden) };
    },
    's:c': ({ r, t = 'n', s }) => {
      const column = r === undefined ? (row?.cells.at(-1)?.column ?? -1) + 1 : columnOf(r);
      cell = { column, type: t, look: context.look(whole(s)), value: '' };
    },
    's:v': () => {
      inValue = true;
    },
    's:mergeCell': ({ ref }) => {
      const merge = readRange(ref ?? '');
      if (merge) sheet.merges.push(merge);
      if (sheet.merges.length > limits.paragraphs) throw new Refusal('document-too-complex');
    },
  };
  parseXml(chunks, {
    open(name, attributes) {
      const open = opening[name];
      if (open) open(attributes);
      else if (cell) rich.open(name, attributes);
    },
    close(name) {
      if (name === 's:v') inValue = false;
      else if (name === 's:c') {
        endCell();
        cell = undefined;
      } else if (name === 's:row') endRow();
      else if (cell) rich.close(name);
    },
    text(text) {
      if (!cell) return;
      if (inValue) cell.value += text;
      else rich.text(text);
    },
  });
  return sheet;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What a cell shows, in its own look where its text has none. An error says nothing; a tick is a tick. */
function showCell({ type, value, look }: OpenCell, inline: Run[], { strings, from1904 }: Context): Run[] {
  if (type === 's') return dress(strings[whole(value) ?? -1] ?? [], look);
  if (type === 'inlineStr') return dress(inline, look);
  if (type === 'e') return [];
  if (type === 'b') return value === '1' ? dress([plainRun('x')], look) : [];
  if (type === 'str') return dress([plainRun(value)], look);
  if (type === 'd') return dress([plainRun(value.slice(0, 10).split('-').reverse().join('/'))], look);
  if (value === '') return [];
  const number = Number(value);
  return dress([plainRun(Number.isFinite(number) ? showNumber(number, look.format, from1904) : value)], look);
}

const dress = (runs: Run[], { bold, legacy }: CellLook): Run[] =>
  runs.map((run) => {
    const font = run.legacy ?? legacy;
    return { ...run, bold: run.bold || (bold && runs.length === 1), ...(font ? { legacy: font } : {}) };
  });

/** "BC12" is column 54, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^\$?([A-Za-z]{1,3})/.exec(reference)?.[1]?.toUpperCase() ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  if (column < 1 || column > columns) throw new Refusal('file-damaged');
  return column - 1;
}

function readRange(range: string): Merge | undefined {
  const [, from = '', top, to = '', bottom] = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/i.exec(range) ?? [];
  if (top === undefined || bottom === undefined) return undefined;
  return { top: Number(top) - 1, left: columnOf(from), bottom: Number(bottom) - 1, right: columnOf(to) };
}
