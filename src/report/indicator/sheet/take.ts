import { fold, squish } from '../../../kernel/text.ts';
import { type Figure, noFigure } from '../../content/model.ts';
import type { Definition } from '../model.ts';
import { periodIn, spanOf } from '../period.ts';
import { readNumber } from '../read-number.ts';
import type { ColumnUse, SheetMapping } from './model.ts';

/** A figure of the file, with the row it stands in, counted from 1. */
export type TakenFigure = {
  row: number;
  unit: string;
  agencyId: string;
  indicatorId: string;
  period: string;
  figure: Figure;
};
/** What is not taken, and why. `name`: the unit's, where it is that which nobody knows. */
export type LeftOut = { row: number; unit: string; why: string; name?: true };

export type Taking = {
  mapping: SheetMapping;
  rows: readonly (readonly string[])[];
  /** the period of figures that no column and no row says the month of */
  period: string;
  /** who is meant by a name as printed; a sentence where nobody is, or it may not be given by whoever imports */
  unitOf: (printed: string) => { agencyId: string } | { why: string };
  definitionOf: (indicatorId: string) => Definition | undefined;
  /** why an agency's figures of an indicator are not taken, undefined where they are */
  refuse: (indicatorId: string, agencyId: string) => string | undefined;
};

type FigureUse = Extract<ColumnUse, { as: 'figure' }>;

/** What a file says under a mapping: each figure with its row, and each row or cell that is left with the reason. */
export function takeRows(taking: Taking): { taken: TakenFigure[]; left: LeftOut[] } {
  const { mapping, rows } = taking;
  const unit = mapping.columns.findIndex(({ as }) => as === 'unit');
  const fractions = findFractions(taking);
  const taken = new Map<string, TakenFigure>();
  const left: LeftOut[] = [];
  for (const [at, cells] of rows.entries()) {
    if (at <= mapping.header) continue;
    const name = squish(cells[unit] ?? '');
    const row = at + 1;
    if (at <= mapping.header + 2 && isNumbering(cells)) continue;
    if (name === '') {
      if (hasFigure(cells, mapping)) left.push({ row, unit: '', why: 'dòng có số mà không ghi đơn vị' });
      continue;
    }
    if (isTotal(name)) {
      left.push({ row, unit: name, why: 'dòng cộng: phần mềm tự cộng' });
      continue;
    }
    const found = taking.unitOf(name);
    // The name of a group of units, whoever drew up the table: nobody asks whose it is.
    if ('why' in found && !hasFigure(cells, mapping)) left.push({ row, unit: name, why: 'dòng không có số liệu' });
    else if ('why' in found) left.push({ row, unit: name, why: found.why, name: true });
    else takeRow({ row, cells, name, agencyId: found.agencyId }, taking, { fractions, taken, left });
  }
  return { taken: [...taken.values()], left };
}

const hasFigure = (cells: readonly string[], { columns }: SheetMapping): boolean =>
  columns.some(({ as }, at) => as === 'figure' && typeof readNumber(cells[at] ?? '') === 'number');

type Row = { row: number; cells: readonly string[]; name: string; agencyId: string };
type Found = { fractions: ReadonlySet<string>; taken: Map<string, TakenFigure>; left: LeftOut[] };

function takeRow({ row, cells, name, agencyId }: Row, taking: Taking, { fractions, taken, left }: Found): void {
  const leave = (why: string) => left.push({ row, unit: name, why });
  const monthCell = cells[taking.mapping.columns.findIndex(({ as }) => as === 'month')];
  const rowPeriod = monthCell === undefined ? taking.period : readMonth(monthCell, spanOf(taking.period).year);
  if (rowPeriod === undefined) return void leave(`không rõ tháng “${squish(monthCell ?? '')}”`);
  const groups = Map.groupBy(
    taking.mapping.columns.flatMap((use, at) => (use.as === 'figure' ? [{ use, at }] : [])),
    ({ use }) => `${use.indicatorId} ${use.month}`,
  );
  for (const group of groups.values()) {
    const [{ use }] = group as [{ use: FigureUse; at: number }];
    const definition = taking.definitionOf(use.indicatorId);
    if (definition === undefined) continue;
    const period = use.month === null ? rowPeriod : periodIn('month', spanOf(taking.period).year, use.month);
    const figure = figureOf(group, cells, fractions);
    if (figure === null) continue;
    const why =
      'why' in figure ? figure.why : (taking.refuse(use.indicatorId, agencyId) ?? wrongWith(definition, figure));
    if (why !== undefined) leave(`${definition.name}: ${why}`);
    if (why !== undefined || 'why' in figure) continue;
    const key = `${use.indicatorId} ${agencyId} ${period}`;
    const twice = taken.get(key);
    if (twice) leave(`${definition.name}: đơn vị đã có ở dòng ${twice.row}`);
    else taken.set(key, { row, unit: name, agencyId, indicatorId: use.indicatorId, period, figure });
  }
}

/** What the columns of one indicator say in a row; null: nothing. */
function figureOf(
  group: readonly { use: FigureUse; at: number }[],
  cells: readonly string[],
  fractions: ReadonlySet<string>,
): Figure | null | { why: string } {
  const figure: Figure = { ...noFigure };
  for (const { use, at } of group) {
    const cell = cells[at] ?? '';
    const value = readNumber(cell);
    if (value === undefined) return { why: `“${squish(cell)}” không phải là số` };
    if (value !== null)
      figure[use.of] =
        fractions.has(use.indicatorId) && use.of === 'value' ? Number((value * 100).toPrecision(12)) : value;
  }
  const { value, part, whole } = figure;
  if (value === null && part === null && whole === null) return null;
  if (part !== null && whole !== null) return { ...figure, value: null };
  // Half of a share says nothing; beside a stated percentage it is not needed.
  return value === null
    ? { why: part === null ? 'thiếu số đạt được' : 'thiếu tổng số' }
    : { value, part: null, whole: null };
}

/** What cannot be true of a figure. */
export function wrongWith({ kind }: Pick<Definition, 'kind'>, { value, part, whole }: Figure): string | undefined {
  if (kind === 'share' && part !== null && whole !== null && part > whole) return 'số đạt được lớn hơn tổng số';
  if (kind === 'share' && value !== null && (value < 0 || value > 100)) return 'tỷ lệ phải từ 0% đến 100%';
  if (kind !== 'change' && [value, part, whole].some((one) => one !== null && one < 0)) return 'số âm';
  return undefined;
}

/** Indicators in percent whose column is written as fractions throughout ("0,923"): a whole column between 0 and 1. */
function findFractions({ mapping, rows, definitionOf }: Taking): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, use] of mapping.columns.entries()) {
    if (use.as !== 'figure' || use.of !== 'value' || definitionOf(use.indicatorId)?.unit !== '%') continue;
    const cells = rows.slice(mapping.header + 1).map((row) => row[at] ?? '');
    const values = cells.map(readNumber).filter((value) => typeof value === 'number');
    const inside = values.every((value) => value >= 0 && value <= 1) && values.some((value) => value > 0 && value < 1);
    if (inside && !cells.some((cell) => cell.includes('%'))) found.add(use.indicatorId);
  }
  return found;
}

const isTotal = (name: string): boolean =>
  /^(?:tong(?: cong| so)?|cong|toan (?:tinh|thanh pho|xa)|luy ke)(?:\W|$)/.test(fold(name));

/** "(1) (2) (3)" under the headings. */
const isNumbering = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^(?:[\d\s()[\]=:/*+%,-]|(?<![A-Z])[A-Z](?![A-Z]))*$/u.test(cell)) &&
  cells.some((cell) => /[(\d]/.test(cell));

/** "05/2026", "Tháng 5", "5", "Quý II/2026", "2026-05" */
export function readMonth(text: string, year: number): string | undefined {
  const low = fold(squish(text));
  const quarter = /^quy\s*(iv|i{1,3}|[1-4])(?:\s*[/.-]?\s*(?:nam\s*)?(20\d\d))?$/.exec(low);
  if (quarter) {
    const number = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1] ?? '') + 1 || Number(quarter[1]);
    return periodIn('quarter', Number(quarter[2] ?? year), number * 3);
  }
  const iso = /^(20\d\d)-(\d{1,2})(?:-\d{1,2})?$/.exec(low);
  const [, month, said] =
    /^(?:\d{1,2}[/.-])?(?:thang\s*|th?g?\s*)?(\d{1,2})(?:(?:\s*[/.-]\s*(?:nam\s*)?|\s+nam\s*|-)(20\d\d))?$/.exec(low) ??
    [];
  const [number, of] = iso ? [Number(iso[2]), Number(iso[1])] : [Number(month ?? 0), Number(said ?? year)];
  return number >= 1 && number <= 12 ? periodIn('month', of, number) : undefined;
}
