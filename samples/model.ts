import type { IndexName, Schedule } from '../src/plan/model.ts';

/**
 * A sample plan as it was meant: what is printed, and beside it what a reader should understand. Every file of a sample
 * and its expected reading come from this one source.
 */

/** An agency cell: what is printed and the agencies in it, one each. */
export type Agencies = { print: string; names: string[] };
/** A time cell. */
export type When = { print: string; schedule: Schedule };

export type SampleTask = {
  /** null continues the component of the task above (a merged cell) */
  component: string | null;
  codes: string[];
  /** lines; "- " begins a bullet */
  text: string;
  result?: string;
  lead?: Agencies;
  implement?: Agencies;
  cooperate?: Agencies;
  monitor?: Agencies;
  time?: When;
  /** "=100", ">=3": quantities stated in the text or the result */
  quantities?: string[];
};

export type SampleGroup = {
  label: string;
  /** as printed after the label */
  name: string;
  dimension: number | string;
  directive?: string;
  tasks: SampleTask[];
};

export type ColumnKind =
  | 'number'
  | 'dimension'
  | 'component'
  | 'text'
  | 'result'
  | 'lead'
  | 'implement'
  | 'cooperate'
  | 'monitor'
  | 'time';
export type Column = { kind: ColumnKind; header: string; width: number };

/** One table of tasks with what stands above it. */
export type Sheet = {
  index: IndexName;
  heading: string[];
  columns: Column[];
  /** a row of "(1) (2) …" under the header */
  numberedHeader?: boolean;
  /** numbers print in a column; "restart" in each group, "through" the sheet, "decimal" as 2.1, "dash" as "-" */
  numbering: 'restart' | 'through' | 'decimal' | 'dash' | 'letter' | 'none';
  groups: SampleGroup[];
};

/** A clause of the part that says who must do what. */
export type SampleDuty = {
  section: string;
  modality: 'assign' | 'request';
  /** the printed opening, without the number */
  opening: string;
  agencies: string[];
  /** printed as "- …" or "a) …"; one item may follow the opening on its line */
  items: string[];
  style: 'dash' | 'letter' | 'inline';
};

export type SampleReporting = { who: string[]; to: string | null; via: string | null; schedule: Schedule | null };

/** A paragraph of the body: its printed number tells its level ("II.", "1.", "a)", "-"). */
export type Body = string | { duty: SampleDuty };

export type SamplePlan = {
  slug: string;
  /** the real layout it follows, in words */
  layout: 'directives' | 'columns' | 'dashes' | 'markdown' | 'appendices';
  head: {
    type: string;
    /** null on a draft */
    number: string | null;
    symbol: string;
    date: string | null;
    /** as printed: "02 tháng 02 năm 2026" or blanks */
    printedDay: string;
    year: number;
    place: string;
    /** two lines of the letterhead */
    issuer: [string, string] | [string];
    issuerName: string;
    title: string;
    indices: IndexName[];
    references: string[];
    signer: { name: string; title: string; lines: string[] };
    addressees: string[];
    recipients: string[];
    results: { index: IndexName; year: number; score?: number; rank?: number }[];
  };
  opening: string[];
  body: Body[];
  closing: string;
  reporting: SampleReporting[];
  sheets: Sheet[];
  docx: {
    /** clauses and the number column numbered by the word processor, so that the numbers are not in the text */
    automaticNumbers: boolean;
    runningHeader?: string;
    /** tracked changes: `was` struck out, `now` put in its place */
    revisions?: { was: string; now: string }[];
  };
};

/** Agencies separated as printed by "; ". */
export const agencies = (print: string): Agencies => ({ print, names: print.split(/;\s*/) });
/** Agencies whose cell prints them joined. */
export const joined = (print: string, ...names: string[]): Agencies => ({ print, names });

export const always: When = { print: 'Thường xuyên', schedule: { kind: 'continuous' } };
export const yearly: When = { print: 'Hằng năm', schedule: { kind: 'recurring', every: 'year' } };
export const quarterly: When = { print: 'Định kỳ hằng quý', schedule: { kind: 'recurring', every: 'quarter' } };
export const asPrescribed: When = {
  print: 'Định kỳ theo quy định',
  schedule: { kind: 'recurring', every: 'as-prescribed' },
};
export const during = (year: number): When => ({
  print: `Trong năm ${year}`,
  schedule: { kind: 'window', from: `${year}-01-01`, to: `${year}-12-31` },
});
/** "Trước ngày 31/12/2026": the day itself is too late. */
export const before = (print: string, by: string): When => ({
  print,
  schedule: { kind: 'deadline', by, exclusive: true },
});
export const by = (print: string, day: string): When => ({ print, schedule: { kind: 'deadline', by: day } });
export const between = (print: string, from: string, to: string): When => ({
  print,
  schedule: { kind: 'window', from, to },
});
export const when = (print: string): When => ({ print, schedule: { kind: 'event', event: print } });
