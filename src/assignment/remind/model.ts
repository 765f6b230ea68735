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

/** What somebody owes on a day and has not done. */
export type Pending = {
  occurrenceId: string;
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
export type Reminder = { officerId: string; occurrenceId: string; step: Step; due: PlainDate };

/** What tells one reminder from another. */
export const reminderKey = ({ officerId, occurrenceId, step, due }: Reminder): string =>
  `${officerId} ${occurrenceId} ${step} ${due}`;

/** All one person is told on a day. */
export type Digest = { officerId: string; reminders: readonly Reminder[] };

/** Days for which is kept what somebody was told of work that is settled: a year, so that last year's can be looked up. */
export const keptDays = 366;

/** When each step comes, as the tenant has set it. */
export type StepDays = Pick<
  DeadlineSettings,
  'remindFirst' | 'remindAgain' | 'remindLast' | 'headAfter' | 'focalAfter'
>;
