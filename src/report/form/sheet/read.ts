import { findPlainDate } from '../../../kernel/plain-date.ts';
import { fold, squish } from '../../../kernel/text.ts';
import { readNumber } from '../../indicator/read-number.ts';
import type { Cell } from '../../sheet/hidden.ts';
import { type Answer, choicesOf, type Question } from '../model.ts';

/** What one cell answers, or why it answers nothing. An empty cell is no answer. */
export type ReadCell = { answer: Answer } | { why: string };

const longest = 20_000;

export function readCell(question: Question, cell: Cell): ReadCell {
  const text = typeof cell === 'string' ? cell.replaceAll('\u0000', '').trim() : cell;
  if (text === null || text === '') return { answer: null };
  switch (question.kind) {
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
      return readFigure(question, text);
    case 'choice':
    case 'yes-no':
    case 'choices':
      return readChoice(question, text);
    case 'day':
      return readDay(String(text));
    default:
      return String(text).length > longest
        ? { why: 'dài quá 20.000 ký tự' }
        : { answer: typeof text === 'boolean' ? (text ? 'Có' : 'Không') : String(text) };
  }
}

function readFigure({ kind }: Question, cell: Exclude<Cell, null>): ReadCell {
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? readNumber(cell) : undefined;
  if (value === undefined) return { why: `“${String(cell).slice(0, 60)}” không phải là số` };
  if (value !== null && kind === 'integer' && !Number.isInteger(value)) return { why: 'phải là số nguyên' };
  return { answer: value };
}

function readChoice(question: Question, cell: Exclude<Cell, null>): ReadCell {
  const said = typeof cell === 'boolean' ? (cell ? 'Có' : 'Không') : String(cell);
  const choices = choicesOf(question);
  const keyOf = (text: string) => fold(squish(text));
  const find = (text: string) =>
    choices.find(({ name, label }) => keyOf(label) === keyOf(text) || name.toLowerCase() === text.trim().toLowerCase());
  // A label may have the sign that stands between two.
  const whole = find(said);
  if (whole) return { answer: question.kind === 'choices' ? [whole.name] : whole.name };
  const parts = said.split(/[;\n]/u).filter((part) => part.trim() !== '');
  const found = parts.map(find);
  const unknown = parts.find((_, at) => found[at] === undefined);
  if (unknown !== undefined) return { why: `“${unknown.trim().slice(0, 60)}” không có trong các lựa chọn` };
  const names = new Set(found.flatMap((one) => (one ? [one.name] : [])));
  if (question.kind === 'choices') return { answer: choices.flatMap(({ name }) => (names.has(name) ? [name] : [])) };
  const [only] = names;
  return names.size === 1 && only !== undefined ? { answer: only } : { why: 'chỉ chọn một' };
}

/** A cell of a day comes as officials write it, whatever the spreadsheet shows. */
function readDay(text: string): ReadCell {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const found = findPlainDate(Number(year ?? isoYear ?? 0), Number(month ?? isoMonth ?? 0), Number(day ?? isoDay ?? 0));
  return found === undefined
    ? { why: `“${text.slice(0, 60)}” không phải là ngày, ví dụ 15/12/2026` }
    : { answer: found };
}
