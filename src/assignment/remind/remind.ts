import { addDays, daysBetween } from '../../calendar/days.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import {
  type Digest,
  type Matter,
  type Pending,
  type Person,
  type Reminder,
  reminderKey,
  type Step,
  type StepDays,
} from './model.ts';
import { type Holders, holdersOf, responsibleFor } from './responsible.ts';

export type Question = {
  today: PlainDate;
  calendar: WorkCalendar;
  days: StepDays;
  pending: readonly Pending[];
  people: readonly Person[];
  /** the keys of reminders that were sent (`reminderKey`) */
  sent: ReadonlySet<string>;
  /** who has had a digest today */
  told: ReadonlySet<string>;
  /** who has news that waits for a letter */
  news: readonly string[];
};

/**
 * Whom to tell of what today: one digest for each person, at most one a day, and nothing that was told before. Nobody is
 * told on a day off; what falls on one is told on the working day before it. News takes a digest without lines where there is
 * nothing else to tell.
 */
export function remind(question: Question): Digest[] {
  const { today, calendar, days, pending, people, sent, told, news } = question;
  if (!calendar.isWorkingDay(today)) return [];
  const holders = holdersOf(people);
  const stepOn = stepper(today, calendar, days);
  const digests = new Map<string, Reminder[]>();
  for (const one of pending)
    for (const reminder of remindersOf(one, stepOn(one.due), { holders, sent, days })) {
      if (told.has(reminder.officerId) || sent.has(reminderKey(reminder))) continue;
      const list = digests.get(reminder.officerId);
      if (list) list.push(reminder);
      else digests.set(reminder.officerId, [reminder]);
    }
  for (const officerId of news) if (!told.has(officerId) && !digests.has(officerId)) digests.set(officerId, []);
  return [...digests].map(([officerId, reminders]) => ({ officerId, reminders }));
}

/** How far it is with a day: the step for who does it, and how many working days it is overdue. */
type Stage = { step: Step | null; late: number };

/** Many owe on the same day: each is looked at once. */
function stepper(today: PlainDate, calendar: WorkCalendar, days: StepDays): (due: PlainDate) => Stage {
  const known = new Map<PlainDate, Stage>();
  const quiet = lastQuietDay(today, calendar);
  return (due) => {
    const stage = known.get(due) ?? {
      step: stepOf(due, today, quiet, days),
      late: due < today ? calendar.workingDaysBetween(due, today) : 0,
    };
    known.set(due, stage);
    return stage;
  };
}

/** The last of the days off that follow today, or today. */
function lastQuietDay(today: PlainDate, calendar: WorkCalendar): PlainDate {
  const next = calendar.nextWorkingDay(addDays(today, 1));
  return next === undefined ? today : addDays(next, -1);
}

/** The latest step reached until the next working day. What was missed before it is not told any more. */
function stepOf(due: PlainDate, today: PlainDate, quiet: PlainDate, days: StepDays): Step | null {
  if (due < today) return 'overdue';
  const left = daysBetween(quiet, due);
  if (left <= days.remindLast) return 'one';
  return left <= days.remindAgain ? 'three' : left <= days.remindFirst ? 'seven' : null;
}

type Around = { holders: Holders; sent: ReadonlySet<string>; days: StepDays };

function remindersOf(one: Pending, { step, late }: Stage, { holders, sent, days }: Around): Reminder[] {
  if (step === null) return [];
  const { agencyId, due, request } = one;
  const matter = matterOf(one);
  const tell = (officers: readonly string[], told: Step): Reminder[] =>
    officers.map((officerId) => ({ ...matter, officerId, step: told, due }));
  const all = tell(responsibleFor(one, holders), step);
  if (request || late < days.headAfter) return all;
  const heads = tell(holders('head', agencyId), 'head');
  // The day of a concrete act is the unit's own: whoever sets none would be told of to nobody.
  if ('concreteId' in one) return [...all, ...heads];
  // The focal office comes in only after the head was told on a day before: the unit has had its chance.
  const headKnows = heads.length === 0 || heads.some((reminder) => sent.has(reminderKey(reminder)));
  const focal = late >= days.focalAfter && headKnows ? tell(holders('focal', agencyId), 'focal') : [];
  return [...all, ...heads, ...focal];
}

function matterOf(one: Matter): Matter {
  if ('remedyId' in one) return { remedyId: one.remedyId, of: one.of };
  return 'occurrenceId' in one
    ? { occurrenceId: one.occurrenceId }
    : { assignmentId: one.assignmentId, concreteId: one.concreteId };
}
