import type { Owed, WorkItem } from '../assignment/model.ts';
import { owedFrom } from '../assignment/owed.ts';
import { type Counted, explainChange } from '../calendar/explain.ts';
import { focalOccurrences } from '../calendar/focal.ts';
import { defaultSettings, type TenantCalendar } from '../calendar/model.ts';
import { occurrences } from '../calendar/occurrences.ts';
import type { CalendarEntry, DueExample } from '../calendar/views.ts';
import { buildCalendar, type WorkCalendar } from '../calendar/work-calendar.ts';
import { readSchedule } from '../plan/schedule.ts';
import { foldCalendar, type NumberedEntry, undoneEntries } from './calendar-settings-fold.ts';
import type { Database } from './db.ts';

/** A tenant's working calendar: what it keeps, ready to count with. */
export type KeptCalendar = TenantCalendar & { seq: number; work: WorkCalendar };

export type HistoryEntry = NumberedEntry & { at: Date; by: string; undone: boolean; moved: number; givenUp: boolean };

const keep = (entries: readonly NumberedEntry[]): KeptCalendar => {
  const { changes, settings } = foldCalendar(entries);
  const work = buildCalendar({ changes, workingWeekdays: settings.workingWeekdays });
  return { changes, settings, work, seq: entries.at(-1)?.seq ?? 0 };
};

const listEntries = (db: Database, tenantId: string): Promise<NumberedEntry[]> =>
  db
    .selectFrom('calendar_change')
    .select(['seq', 'change as entry'])
    .where('tenant_id', '=', tenantId)
    .orderBy('seq')
    .execute();

/** The calendar that holds for a tenant now. */
export const getCalendar = async (db: Database, tenantId: string): Promise<KeptCalendar> =>
  keep(await listEntries(db, tenantId));

/** What holds now, and what would hold after one more entry. */
export async function getCalendarBefore(
  db: Database,
  tenantId: string,
  entry: CalendarEntry,
): Promise<{ before: KeptCalendar; after: KeptCalendar; known: readonly NumberedEntry[] }> {
  const known = await listEntries(db, tenantId);
  const before = keep(known);
  return { before, after: keep([...known, { seq: before.seq + 1, entry }]), known };
}

/** What held before a change that is kept, and with it. */
export async function getCalendarChange(
  db: Database,
  tenantId: string,
  seq: number,
): Promise<{ before: KeptCalendar; after: KeptCalendar }> {
  const known = (await listEntries(db, tenantId)).filter((one) => one.seq <= seq);
  return { before: keep(known.filter((one) => one.seq < seq)), after: keep(known) };
}

/** Every change of the calendar, the latest first, with who entered it. */
export async function listCalendarHistory(db: Database, tenantId: string): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('calendar_change as change')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'change.tenant_id').onRef('officer.id', '=', 'change.by'),
    )
    // Fewer than were meant to move, where somebody was done in between.
    .leftJoin('calendar_move as move', (join) =>
      join
        .onRef('move.tenant_id', '=', 'change.tenant_id')
        .onRef('move.seq', '=', 'change.seq')
        .on('move.ended_at', 'is not', null),
    )
    .select(['change.seq', 'change.change as entry', 'change.at', 'officer.name as by'])
    .select(({ fn }) => fn.coalesce('move.moved', 'change.moved').as('moved'))
    .select('move.given_up_by')
    .where('change.tenant_id', '=', tenantId)
    .orderBy('change.seq')
    .execute();
  const undone = undoneEntries(rows);
  return rows
    .map(({ given_up_by, ...row }) => ({
      ...{ ...row, entry: completed(row.entry), undone: undone.has(row.seq), givenUp: given_up_by !== null },
    }))
    .reverse();
}

/** Settings that were saved before there was one of today's held its default. */
const completed = (entry: CalendarEntry): CalendarEntry =>
  entry.kind === 'settings' ? { ...entry, settings: { ...defaultSettings, ...entry.settings } } : entry;

type Schedule = WorkItem['schedule'];

const count = ({ settings, work }: KeptCalendar, schedule: Schedule, year: number) =>
  occurrences(schedule, { year, settings, calendar: work });

/** What a tenant's calendar makes of a schedule in a year, as issuing a plan asks for it. */
export const owedUnder =
  (calendar: KeptCalendar) =>
  (schedule: Schedule, year: number): Owed[] =>
    owedFrom(count(calendar, schedule, year));

/** What the focal office owes of it: where the plan leaves the day open, on a day of its own. */
export const owedByFocal =
  (calendar: KeptCalendar) =>
  (schedule: Schedule, year: number): Owed[] => {
    const own = countFocal(calendar, schedule, year);
    const { occurrences: units, waiting } = count(calendar, schedule, year);
    return owedFrom({ occurrences: own ?? units, waiting });
  };

const countFocal = ({ settings, work }: KeptCalendar, schedule: Schedule, year: number) =>
  focalOccurrences(schedule, { year, settings, calendar: work });

const counted = (calendar: KeptCalendar, schedule: Schedule, year: number): Counted => ({
  ...{ occurrences: count(calendar, schedule, year).occurrences, settings: calendar.settings, calendar: calendar.work },
});

const countedFocal = (calendar: KeptCalendar, schedule: Schedule, year: number): Counted => ({
  occurrences: countFocal(calendar, schedule, year) ?? [],
  settings: { ...calendar.settings, unitDay: calendar.settings.focalDay },
  calendar: calendar.work,
});

/** The same under a changed calendar, units' days and the focal office's; what falls on another day than before says which change moved it. */
export const owedAfter =
  (before: KeptCalendar, after: KeptCalendar) =>
  (schedule: Schedule, year: number): Owed[] => {
    const changes = [counted, countedFocal].flatMap((count) =>
      explainChange(count(before, schedule, year), count(after, schedule, year)),
    );
    const why = new Map(changes.map((change) => [change.key, change.why]));
    const focal = owedFrom({ occurrences: countFocal(after, schedule, year) ?? [], waiting: [] });
    return [...owedUnder(after)(schedule, year), ...focal].map((owed) => ({
      ...owed,
      moved: why.get(owed.key) ?? owed.moved,
    }));
  };

/** Whether a schedule has more or fewer periods under a changed calendar: only issuing the plan again can follow that. */
export const hasOtherPeriods = (before: KeptCalendar, after: KeptCalendar, schedule: Schedule, year: number): boolean =>
  explainChange(counted(before, schedule, year), counted(after, schedule, year)).some(
    ({ from, to }) => from === null || to === null,
  );

/** Wordings as they stand in plans, for a person to see what the settings do. */
const wordings = [
  'trước ngày 15 tháng cuối quý',
  'ngày 15 hằng quý',
  'Định kỳ hằng tháng',
  'Thường xuyên',
  'hằng tuần',
  'Chậm nhất ngày 31/10/2026',
];

/** What those wordings come to in a year, at most the first five days of each. */
export const examplesUnder = (calendar: KeptCalendar, year: number): DueExample[] =>
  wordings.map((wording) => {
    const said = wording.replace('2026', String(year));
    const { occurrences: found } = count(calendar, readSchedule(said, year).schedule, year);
    return { wording: said, days: found.slice(0, 5).map(({ due }) => due) };
  });
