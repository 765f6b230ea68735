import { nationalCalendar } from '../calendar/holidays.ts';
import { isInOrder } from '../calendar/model.ts';
import type { CalendarEntry, CalendarPreview } from '../calendar/views.ts';
import { isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { findMoves, once } from './assignment-calendar.ts';
import { audit } from './audit/write.ts';
import { beginMoving, findMoving } from './calendar-moves.ts';
import {
  examplesUnder,
  getCalendarBefore,
  hasOtherPeriods,
  type KeptCalendar,
  owedAfter,
} from './calendar-settings.ts';
import { type NumberedEntry, undoneEntries } from './calendar-settings-fold.ts';
import type { Database, Transaction } from './db.ts';

/** Longer lists nobody reads before saving; the count tells of all. */
const listed = 200;

/** What a change would do, before it is saved. */
export async function previewCalendarChange(
  db: Database,
  tenantId: string,
  entry: CalendarEntry,
  { today, year }: { today: PlainDate; year: number },
): Promise<CalendarPreview> {
  refuseNoDay(entry);
  refuseDisorder(entry);
  await refuseMoving(db, tenantId);
  const { before, after, known } = await getCalendarBefore(db, tenantId, entry);
  refuseUndo(entry, known);
  const moves = await findMoves(db, tenantId, owedAfter(before, after), today);
  return {
    moved: countDays(moves),
    lines: moves
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
      .slice(0, listed)
      .map(({ itemId, text, from, to, why, agencies }) => ({ itemId, text, from, to, why, agencies })),
    reissue: await countOtherPeriods(db, tenantId, before, after),
    examples: examplesUnder(after, year),
    nothing: isSame(before, after) ? 'Thay đổi này không làm lịch khác đi.' : null,
  };
}

const countDays = (moves: readonly { agencies: number }[]): number =>
  moves.reduce((sum, { agencies }) => sum + agencies, 0);

/**
 * Appends a change and asks for the open last days it moves to be moved; tells how many. `seq` is the history the person
 * saw: who saw another one looks again first. What changes nothing leaves no trace.
 */
export async function changeCalendar(
  trx: Transaction,
  actor: Actor,
  { seq, entry }: { seq: number; entry: CalendarEntry },
  { at, today }: { at: Date; today: PlainDate },
): Promise<{ moved: number }> {
  const { tenantId, officerId } = actor;
  refuseNoDay(entry);
  refuseDisorder(entry);
  await trx.selectFrom('tenant').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute();
  const { before, after, known } = await getCalendarBefore(trx, tenantId, entry);
  if (before.seq !== seq) throw new Problem('calendar-changed-meanwhile', {});
  await refuseMoving(trx, tenantId);
  refuseUndo(entry, known);
  if (isSame(before, after)) return { moved: 0 };
  const moved = countDays(await findMoves(trx, tenantId, owedAfter(before, after), today));
  const row = { tenant_id: tenantId, seq: after.seq, at, by: officerId, change: toJson(entry), reason: entry.reason };
  await trx
    .insertInto('calendar_change')
    .values({ ...row, moved })
    .execute();
  if (moved > 0) await beginMoving(trx, tenantId, { seq: after.seq, days: moved, day: today });
  const details = { seq: after.seq, kind: entry.kind, moved };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'calendar.changed', details });
  return { moved };
}

async function refuseMoving(db: Database, tenantId: string): Promise<void> {
  const moving = await findMoving(db, tenantId);
  if (moving) throw new Problem('calendar-still-moving', { ...moving, failed: moving.failure !== null });
}

/** By value: what the database gives back has its keys in another order. */
const isSame = (a: KeptCalendar, b: KeptCalendar): boolean => sorted(a) === sorted(b);

const sorted = ({ changes, settings }: KeptCalendar): string =>
  JSON.stringify([...changes, settings].map((one) => Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1))));

/** A pattern lets "2026-02-31" through; a year without a list can hold no change of one. */
function refuseNoDay(entry: CalendarEntry): void {
  if (entry.kind !== 'days') return;
  const [first, last] = nationalCalendar.years;
  for (const { day } of entry.changes) {
    const year = Number(day.slice(0, 4));
    if (!isPlainDate(day) || year < first || year > last + 5)
      throw new Problem('day-not-understood', { given: day, where: 'lịch làm việc' });
  }
}

/** A last reminder before the first, or a focal office that hears of it before the unit's own head. */
function refuseDisorder(entry: CalendarEntry): void {
  if (entry.kind === 'settings' && !isInOrder(entry.settings)) throw new Problem('reminder-days-disordered', {});
}

function refuseUndo(entry: CalendarEntry, known: readonly NumberedEntry[]): void {
  if (entry.kind !== 'undo') return;
  if (undoneEntries(known).has(entry.of) || !known.some(({ seq }) => seq === entry.of))
    throw new Problem('calendar-changed-meanwhile', {});
}

async function countOtherPeriods(db: Database, tenantId: string, before: KeptCalendar, after: KeptCalendar) {
  const items = await db
    .selectFrom('work_item')
    .select(['kind', 'schedule', 'year'])
    .where('tenant_id', '=', tenantId)
    .where('withdrawn_at', 'is', null)
    .execute();
  // Prose without a time is owed on no day.
  const timed = items.filter(({ kind, schedule }) => schedule !== null || kind === 'task');
  const isOther = once((schedule, year) => hasOtherPeriods(before, after, schedule, year));
  return timed.filter(({ schedule, year }) => isOther(schedule, year)).length;
}
