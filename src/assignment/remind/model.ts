import type { DeadlineSettings } from '../../calendar/model.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { HeldRole } from '../../people/model.ts';

/**
 * When somebody is reminded of what is owed on a day. `seven`, `three`, `one`: the first, second and last time before it, that
 * many days unless the tenant says otherwise · `overdue`: once it is · `head`, `focal`: told to the head of the unit, then to
 * the focal office, after so many working days overdue.
 */
export const steps = ['seven', 'three', 'one', 'overdue', 'head', 'focal'] as const;
export type Step = (typeof steps)[number];

/**
 * What is owed: a task on one of its days, what a unit will concretely do under one, or what an inspection or a recommendation asks
 * of it.
 */
export type Matter =
  | { occurrenceId: string }
  | { assignmentId: string; concreteId: string }
  | { remedyId: string; of: 'finding' | 'recommendation' };

/** What somebody owes on a day and has not done. */
export type Pending = Matter & {
  /** who holds it */
  agencyId: string;
  /** whom the agency handed it on to */
  officerId: string | null;
  due: PlainDate;
  /** đề nghị: reminded of, never escalated */
  request: boolean;
};

/** An officer with the roles that hold today. */
export type Person = { officerId: string; roles: readonly HeldRole[] };

/** One reminder. The same step of the same work is told anew only where its day was moved. */
export type Reminder = Matter & { officerId: string; step: Step; due: PlainDate };

/** What tells one reminder from another. */
export const reminderKey = (reminder: Reminder): string =>
  `${reminder.officerId} ${matterKey(reminder)} ${reminder.step} ${reminder.due}`;

/** An act has its id from whoever made it: only with its assignment it is no other's. */
function matterKey(matter: Matter): string {
  if ('remedyId' in matter) return matter.remedyId;
  return 'occurrenceId' in matter ? matter.occurrenceId : `${matter.assignmentId}/${matter.concreteId}`;
}

/** All one person is told on a day. */
export type Digest = { officerId: string; reminders: readonly Reminder[] };

/** Days for which is kept what somebody was told of work that is settled: a year, so that last year's can be looked up. */
export const keptDays = 366;

/** When each step comes, as the tenant has set it. */
export type StepDays = Pick<
  DeadlineSettings,
  'remindFirst' | 'remindAgain' | 'remindLast' | 'headAfter' | 'focalAfter'
>;

/** What is told of as it happens: what somebody did that concerns others. Each goes by letter with the next morning's digest. */

/** Of work: a form that came in to be answered, given back, given to a person, another day asked for, granted or not. */
export const workNews = [
  'form-sent',
  'returned',
  'handed-on',
  'extension-asked',
  'extension-granted',
  'extension-declined',
] as const;
export type WorkNews = (typeof workNews)[number];

/** Of difficulties: a new one, one that another agency passed on, an answer. */
export const difficultyNews = ['difficulty-sent', 'difficulty-forwarded', 'difficulty-answered'] as const;
export type DifficultyNews = (typeof difficultyNews)[number];

/**
 * Of what an inspection found or a recommendation asks: given to a unit, done as the unit says, sent back, ended, given another day
 * or unit, put down by mistake.
 */
export const remedyNews = [
  ...(['remedy-asked', 'remedy-reported', 'remedy-returned', 'remedy-ended', 'remedy-moved'] as const),
  'remedy-withdrawn',
] as const;
export type RemedyNews = (typeof remedyNews)[number];

/** Of a report: it waits for who approves it, it is to be mended, it was received. */
export const reportNews = ['report-submitted', 'report-returned', 'report-received'] as const;
export type ReportNews = (typeof reportNews)[number];

export type News = WorkNews | DifficultyNews | RemedyNews | ReportNews;

export const isNews = (kind: string): kind is News =>
  [...workNews, ...difficultyNews, ...remedyNews, ...reportNews].some((one) => one === kind);
