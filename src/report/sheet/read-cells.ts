import { type FieldPlace, type Figure, lineStates, noFigure, wholeFields } from '../content/model.ts';
import {
  type Cell,
  type CellRows,
  figureColumns,
  figureFields,
  firstField,
  firstFigure,
  headRows,
  itemColumns,
  itemFields,
  type SheetFault,
  sheetNames,
  sheetStates,
  tooLong,
} from './model.ts';

/** What the cells of a filled-in workbook say, place by place; what cannot be meant is told of with its row, and left out. */

export type Said = { place: FieldPlace; value: unknown };
export type ReadCells = { said: Said[]; faults: SheetFault[]; rows: ReadonlySet<string> };

/** `known`: the tasks of the report with how many targets each has. */
export function readCells(sheets: readonly CellRows[], known: ReadonlyMap<string, number>): ReadCells {
  const found: Found = { said: [], faults: [], rows: new Set(), known };
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.rows.slice(headRows) ?? [];
  for (const [at, row] of rowsOf(sheetNames.items).entries()) readItem(found, row, at);
  readFigures(found, rowsOf(sheetNames.figures));
  for (const [key = null, , words = null] of rowsOf(sheetNames.whole)) {
    const field = wholeFields.find((one) => one === key);
    if (field !== undefined) addText(found, { of: 'whole', field }, words);
  }
  return found;
}

type Found = { said: Said[]; faults: SheetFault[]; rows: Set<string>; known: ReadonlyMap<string, number> };

const whereIs = (sheet: string, at: number, column?: string): string =>
  `Trang “${sheet}”, dòng ${at + headRows + 1}${column ? `, cột “${column}”` : ''}`;

/** The task a row is of; a row somebody added, moved codes of, or copied is told of. */
function keyOf({ known, rows, faults }: Found, row: readonly Cell[], at: number): string | undefined {
  const key = String(row[0] ?? '').trim();
  const isBlank = row.every((cell) => cell === null || String(cell).trim() === '');
  if (isBlank) return undefined;
  const where = whereIs(sheetNames.items, at);
  if (!known.has(key)) {
    faults.push({
      where,
      message: 'Mã của dòng không thuộc báo cáo này (dòng thêm mới hoặc mã bị sửa), nên không nhận dòng này.',
    });
    return undefined;
  }
  if (rows.has(key)) {
    faults.push({ where, message: 'Nhiệm vụ này đã có ở một dòng trên; chỉ nhận dòng đầu.' });
    return undefined;
  }
  rows.add(key);
  return key;
}

function readItem(found: Found, row: readonly Cell[], at: number): void {
  const key = keyOf(found, row, at);
  if (key === undefined) return;
  for (const [i, field] of itemFields.entries()) {
    const cell = row[firstField + i] ?? null;
    if (field !== 'state') addText(found, { of: 'item', key, field }, cell);
    else {
      const typed = String(cell ?? '').trim();
      const state = lineStates.find((one) => plain(sheetStates[one]) === plain(typed)) ?? null;
      if (typed === '' || state !== null) found.said.push({ place: { of: 'item', key, field }, value: state });
      else {
        const choices = Object.values(sheetStates).join(', ');
        const message = `“${typed.slice(0, 60)}” không phải là một tình trạng. Hãy chọn một trong: ${choices}.`;
        found.faults.push({ where: whereIs(sheetNames.items, at, itemColumns[firstField] ?? ''), message });
      }
    }
  }
}

const plain = (text: string): string => text.trim().toLocaleLowerCase('vi').normalize('NFC');

/** A cell keeps no spaces at its end and knows one kind of line break. */
export const cellText = (text: string): string => text.replace(/\r\n?/gu, '\n').trim();

function addText({ said }: Found, place: FieldPlace, cell: Cell): void {
  const value = cellText(cell === null ? '' : String(cell));
  if (value !== tooLong) said.push({ place, value });
}

/** The figures of a task are one place: a task one of whose cells cannot be meant is left as it is. */
function readFigures(found: Found, rows: readonly (readonly Cell[])[]): void {
  const figures = new Map<string, Figure[]>();
  const broken = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const [key, number] = [String(row[0] ?? '').trim(), Number(row[1])];
    const count = found.known.get(key);
    if (count === undefined || !Number.isInteger(number) || number < 1 || number > count) continue;
    const figure: Record<(typeof figureFields)[number], number | null> = { ...noFigure };
    for (const [i, field] of figureFields.entries()) {
      const cell = row[firstFigure + i] ?? null;
      const value = numberIn(cell);
      if (value !== undefined) figure[field] = value;
      else {
        broken.add(key);
        const message = `“${String(cell).slice(0, 60)}” chưa phải là số (ví dụ 1250,5), nên số liệu của nhiệm vụ này chưa nhận.`;
        found.faults.push({ where: whereIs(sheetNames.figures, at, figureColumns[firstFigure + i] ?? ''), message });
      }
    }
    const list = figures.get(key) ?? Array.from({ length: count }, () => noFigure);
    list[number - 1] = figure;
    figures.set(key, list);
  }
  for (const [key, value] of figures)
    if (!broken.has(key)) found.said.push({ place: { of: 'item', key, field: 'figures' }, value });
}

/** A number, or one typed as text the way officials write it; null for an empty cell, undefined for what is none. */
function numberIn(cell: Cell): number | null | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  const typed = String(cell ?? '')
    .trim()
    .replace(/%\s*$/u, '')
    .trim();
  if (typed === '') return null;
  const decimal = typed.includes(',')
    ? typed.replace(/\./gu, '').replace(',', '.')
    : typed.replace(/\.(?=\d{3}(\D|$))/gu, '');
  const value = Number(decimal);
  return Number.isFinite(value) ? value : undefined;
}
