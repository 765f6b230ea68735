import type { Status } from '../assignment/model.ts';
import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { emptyContent, emptyLine, type LineState, type ReportContent, type ReportLine } from './content/model.ts';

/** What a unit did about one item in the days a period covers. */
export type DoneSince = {
  key: string;
  days: readonly { status: Status; percent: number; completedOn: PlainDate | null }[];
  /** what was written beside the acts, oldest first */
  notes: readonly Note[];
};

type Note = { day: PlainDate; text: string };

/**
 * What a unit did of one item after the last day a period covers (ngày chốt số liệu): told of beside its report, counted in that of
 * the next period. `completedOn`: the days on which it was done, null where some of it is not.
 */
export type DoneAfter = { completedOn: PlainDate | null; notes: readonly Note[] };

/** What a report opens with, and the one before it to look at or to take over. */
export type Filled = { content: ReportContent; previous: ReportContent | null };

/** How a report of a period opens: nothing has to be typed that the product knows. */
export function fillReport(done: readonly DoneSince[], previous: ReportContent | null): Filled {
  const items = Object.fromEntries(done.map((one) => [one.key, lineOf(one)]));
  return { content: { ...emptyContent, items }, previous };
}

function lineOf({ days, notes }: DoneSince): ReportLine {
  const owed = days.filter(({ status }) => status !== 'cancelled' && status !== 'superseded');
  const result = notes.map(({ day, text }) => `- ${formatPlainDate(day)}: ${text.trim()}`).join('\n');
  if (owed.length === 0) return { ...emptyLine, result };
  const percent = Math.round(owed.reduce((sum, one) => sum + one.percent, 0) / owed.length);
  return { ...emptyLine, state: stateOf(owed, notes.length > 0), percent, result };
}

function stateOf(owed: DoneSince['days'], written: boolean): LineState {
  if (owed.every(({ status }) => status === 'done')) return 'done';
  const begun = owed.some(({ status, percent }) => status === 'done' || status === 'in-progress' || percent > 0);
  return begun || written ? 'doing' : 'not-begun';
}
