import { daysInMonth, findPlainDate, formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { findUnit, getUnit, noteFor } from '../place/units/find.ts';
import { titleOf, type Unit, type UnitSuccession } from '../place/units/model.ts';
import { predecessors as findPredecessors, successors as findSuccessors } from '../place/units/succeed.ts';
import { loadUnits } from '../platform/units.ts';

type Options = { on?: string; json?: boolean };

/** Prints the unit that a code meant on a day. */
export function show(code: string, { on, json }: Options): void {
  const day = readDay(on);
  const units = loadUnits();
  const unit = getUnit(units, code, day);
  const note = noteFor(unit, day);
  const { level, parent, validFrom, validTo } = unit;
  if (json) print({ code, name: titleOf(unit), level, parent, validFrom, validTo, ...(note && { note }) });
  else write(sayUnit(unit, parent === null ? undefined : findUnit(units, parent, day), note));
}

/** Prints what the unit of a code on a day became. */
export function successors(code: string, { on, json }: Options): void {
  const day = readDay(on);
  const unit = getUnit(loadUnits(), code, day);
  const found = findSuccessors(loadUnits(), code, day).map((one) => link(one.to, one));
  if (json) print(found);
  else write(sayLinks(unit, { found, sign: '→', none: 'chưa thành đơn vị nào khác', note: noteFor(unit, day) }));
}

/** Prints what the unit of a code on a day was formed from. */
export function predecessors(code: string, { on, json }: Options): void {
  const day = readDay(on);
  const unit = getUnit(loadUnits(), code, day);
  const found = findPredecessors(loadUnits(), code, day).map((one) => link(one.from, one));
  if (json) print(found);
  else write(sayLinks(unit, { found, sign: '←', none: 'dữ liệu bắt đầu từ đơn vị này', note: noteFor(unit, day) }));
}

const link = (other: Unit, { share, resolution, clause }: UnitSuccession) => ({
  code: other.code,
  name: titleOf(other),
  validFrom: other.validFrom,
  share,
  resolution,
  clause,
});
type Link = ReturnType<typeof link>;

function sayUnit(unit: Unit, above: Unit | undefined, note: string | null): string {
  const within = above ? `, ${titleOf(above)} (${above.code})` : '';
  const people = unit.population === null ? [] : [`  ${unit.population.toLocaleString('vi-VN')} người`];
  const lines = [`${titleOf(unit)} (${unit.code})${within}: ${sayValid(unit)}`, ...people];
  return [...lines, ...(note ? [`  ${note}`] : [])].join('\n');
}

type Links = { found: readonly Link[]; sign: string; none: string; note: string | null };

function sayLinks(unit: Unit, { found, sign, none, note }: Links): string {
  const head = `${titleOf(unit)} (${unit.code}), ${sayValid(unit)}${found.length === 0 ? `: ${none}` : ''}`;
  const lines = found.map((one) => `  ${sign} ${one.name} (${one.code}), ${sayHow(one)}`);
  return [head, ...lines, ...(note ? [`  ${note}`] : [])].join('\n');
}

const sayValid = ({ validFrom, validTo }: Unit): string =>
  `từ ${formatPlainDate(validFrom)} ${validTo ? `đến ${formatPlainDate(validTo)}` : 'đến nay'}`;

function sayHow({ share, resolution, clause }: Link): string {
  const basis = resolution
    ? `Nghị quyết ${resolution}${clause ? `, khoản ${clause}` : ''}`
    : 'chưa có căn cứ trong dữ liệu';
  return `${share === 'whole' ? 'toàn bộ' : 'một phần'} (${basis})`;
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const print = (value: unknown): void => write(JSON.stringify(value, null, process.stdout.isTTY ? 2 : 0));

/** The day asked about, as a program or an official writes it; today in Vietnam where none is. */
export function readDay(on: string | undefined): PlainDate {
  const text = on?.trim() ?? new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  const official = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/.exec(text);
  const written = official ?? /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(text);
  const { year, month, day } = written?.groups ?? {};
  const found = findPlainDate(Number(year), Number(month), Number(day));
  if (found) return found;
  // A day of the calendar all the same: it is too far away, not misprinted.
  const real =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Number(year), Number(month));
  throw real ? new Problem('day-out-of-range', { day: text }) : new Problem('day-unknown', { day: text });
}
