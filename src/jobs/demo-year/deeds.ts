import type { ExistingItem } from '../../assignment/compare.ts';
import type { Act } from '../../assignment/model.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import type { SentAct } from '../../store/assignment-actions.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoOfficers } from '../../store/demo-officers.ts';

/** What somebody of the demo did on one day, for an agency. */
export type Deed = {
  day: PlainDate;
  /** who, by the role they have in the demo */
  by: Role;
  agencyId: string | null;
  source: 'web' | 'import';
  acts: readonly Omit<SentAct, 'agencyId'>[];
};

/** The year as it was issued, the day on which the demo is opened, and where its people are. */
export type Year = {
  items: readonly ExistingItem[];
  today: PlainDate;
  since: PlainDate;
  work: WorkCalendar;
  /** what stands under the demo's commune, by name */
  under: ReadonlyMap<string, string>;
};

export type Owing = ExistingItem['assignments'][number];
export type Day = Owing['occurrences'][number];

/** In the morning of a day in Vietnam. */
export const morningOf = (day: PlainDate): Date => new Date(`${day}T02:30:00Z`);

/** The demo's officer with a role. */
export function officerOf(role: Role): string {
  const officer = demoOfficers.find((one) => one.role === role);
  if (!officer) throw new Error(`the demo has no ${role}`);
  return officer.id;
}

export const actorOf = (role: Role) => ({ tenantId: demoOfficer.tenantId, officerId: officerOf(role) });

export const actOn = (one: Owing, day: Day | null, act: Act): Deed['acts'][number] => ({
  ...{ id: newId(), assignmentId: one.id, occurrenceId: day?.id ?? null, act },
});

export const completed = (on: PlainDate): Act => ({
  ...{ kind: 'complete', on, note: null, serves: [], servedBy: null },
});

/** What an assignment owes, the earliest first; what waits for its event is not among it. */
export const daysOf = ({ occurrences }: Owing): (Day & { due: PlainDate })[] =>
  occurrences
    .flatMap((one) => (one.due === null ? [] : [{ ...one, due: one.due }]))
    .sort((a, b) => (a.due < b.due ? -1 : 1));
