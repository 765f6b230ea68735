import { type NumberStyle, readNumber, splitNumber } from './number.ts';
import { type Field, own, type Row, workFields } from './row.ts';
import { startsLower } from './wording.ts';

/** What is usual in one sheet: the measure by which a row is whole, torn, or a heading. */
export type Facts = {
  /** number styles of rows that say who or when */
  workStyles: Set<NumberStyle>;
  /** styles of labels printed at the start of their component or text */
  workLabels: Set<NumberStyle>;
  /** some row with work prints its task or component all bold: bold tells nothing */
  workBold: boolean;
  /** every row with a task away from a cut has a number: a row without one there is the rest of the row above */
  numberedAlways: boolean;
  /** every row away from a cut that prints nothing but a heading has a number: one without it at a cut is no heading */
  headingsNumbered: boolean;
  /** some task away from a cut begins in lower case: then that is no sign of a torn one */
  lowerStarts: boolean;
  /** tasks open with the name of what they are about, as a rule: "Quản lý biên chế: Đảm bảo …" */
  opensNamed: boolean;
  /** a component stands beside several tasks: it is what they share, not a part of each */
  sharesComponents: boolean;
  /** fields most rows with work fill */
  usual: Set<Field>;
};

export function factsOf(rows: Row[]): Facts {
  const work = rows.filter((row) => workFields.some((field) => own(row, field) !== '') && headingText(row) !== '');
  const whole = work.filter((row) => !row.atCut);
  const bare = rows.filter((row) => !row.atCut && headingText(row) !== '' && !work.includes(row));
  const filled = (field: Field) => work.filter((row) => row.slots[field]).length >= work.length * 0.7;
  return {
    workStyles: new Set(work.map((row) => readNumber(own(row, 'number')).style).filter((style) => style !== 'none')),
    workLabels: new Set(work.map((row) => readNumber(splitNumber(headingText(row)).label).style)),
    workBold: work.some((row) => row.slots.text?.bold ?? row.slots.component?.bold ?? false),
    numberedAlways: whole.length > 1 && whole.every((row) => row.slots.number !== undefined),
    headingsNumbered: bare.length > 0 && bare.every(isNumbered),
    lowerStarts: whole.some((row) => own(row, 'number') !== '' && startsLower(own(row, 'text'))),
    opensNamed: work.length > 2 && work.filter((row) => opening.test(own(row, 'text'))).length >= work.length * 0.5,
    sharesComponents: sharesComponents(work),
    usual: new Set(workFields.filter(filled)),
  };
}

const opening = /^[^:\n]{4,150}:(?:\s|$)/u;

function sharesComponents(work: Row[]): boolean {
  const named = work.filter(({ slots }) => slots.component && slots.text);
  return named.length > 1 && new Set(named.map(({ slots }) => slots.component?.text)).size <= named.length * 0.75;
}

function isNumbered(row: Row): boolean {
  return own(row, 'number') !== '' || splitNumber(headingText(row)).label !== '';
}

/** The leftmost text of the row that could be a heading. */
export function headingText(row: Row): string {
  return own(row, 'dimension') || own(row, 'component') || own(row, 'text');
}
