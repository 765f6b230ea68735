import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import type { CalendarEntry } from '../calendar/views.ts';
import { confirmed, day, issue, type Province, province } from '../store/assignment-testing.ts';
import { findMoving, moveDays, movePortion, planMoving } from '../store/calendar-moves.ts';
import { getCalendar, listCalendarHistory, owedUnder } from '../store/calendar-settings.ts';
import { changeCalendar, previewCalendarChange } from '../store/calendar-settings-change.ts';
import { inTransaction } from '../store/db.ts';
import { databaseForThisTest } from '../store/testing.ts';
import { startWork } from '../store/work.ts';
import { openMoves } from './move-days.ts';

const today = day('2026-02-01');
const at = new Date('2026-02-01T03:00:00Z');
const dayOff = (on = '2026-03-13'): CalendarEntry => ({
  kind: 'days',
  changes: [{ action: 'set', day: day(on), kind: 'holiday', name: 'Nghỉ tránh bão', reason: 'Mưa lũ' }],
  reason: 'Mưa lũ',
});

let there: Province;
let tenant: string;
/** Two tasks of three communes: six days are to move, from 13 to 12 March. */
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  tenant = there.actor.tenantId;
  there = { ...there, by: { ...there.by, owedOf: owedUnder(await getCalendar(there.db, tenant)) } };
  const tasks = ['t1', 't2'].map((id) => ({ id, implement: ['UBND các xã, phường'], schedule: quarterly }));
  await issue(there, await confirmed(there, tasks), { today });
  await save(0);
});

const save = (seq: number, entry = dayOff()) =>
  inTransaction(there.db, (trx) => changeCalendar(trx, there.actor, { seq, entry }, { at, today }));
const undo: CalendarEntry = { kind: 'undo', of: 1, reason: 'Bão đổi hướng' };
const owedOn = async (on: string) =>
  (await there.db.selectFrom('occurrence').select('id').where('due', '=', day(on)).execute()).length;
const entries = async () => (await there.db.selectFrom('assignment_action').select('id').execute()).length;
const audited = async () =>
  (await there.db.selectFrom('audit_entry').select(['action', 'details']).orderBy('id').execute())
    .filter(({ action }) => action === 'calendar.recalculated')
    .map(({ details }) => details);

it('a change is saved at once and followed afterwards; until then no other is saved or tried out', async () => {
  expect(await findMoving(there.db, tenant)).toEqual({ seq: 1, days: 6, moved: 0 });
  expect(await owedOn('2026-03-12')).toBe(0);
  await expect(save(1, undo)).rejects.toMatchObject({ code: 'calendar-still-moving', details: { days: 6 } });
  const trying = previewCalendarChange(there.db, tenant, undo, { today, year: 2026 });
  await expect(trying).rejects.toMatchObject({ code: 'calendar-still-moving' });
  await moveDays(there.db, tenant);
  expect([await findMoving(there.db, tenant), await owedOn('2026-03-12')]).toEqual([undefined, 6]);
  expect(await save(1, undo)).toEqual({ moved: 6 });
  await moveDays(there.db, tenant);
  expect(await owedOn('2026-03-13')).toBe(6);
  expect(await audited()).toEqual([
    { seq: 1, occurrences: 6, items: 2 },
    { seq: 2, occurrences: 6, items: 2 },
  ]);
});

it('what a process that ended had moved is not moved again, and the rest is', async () => {
  const [portion] = (await planMoving(there.db, tenant)) ?? [];
  await inTransaction(there.db, (trx) => movePortion(trx, tenant, portion?.slice(0, 1) ?? [], new Date()));
  expect(await findMoving(there.db, tenant)).toEqual({ seq: 1, days: 6, moved: 3 });
  expect(await owedOn('2026-03-12')).toBe(3);
  const moves = openMoves({ db: there.db, report: (message) => expect.unreachable(message) });
  await moves.close();
  const work = startWork(there.db, moves.tasks, { atOnce: 1, crontab: '', report: () => {} });
  onTestFinished(work.close);
  expect(await moves.ended(tenant, 30_000)).toBeUndefined();
  expect([await owedOn('2026-03-12'), await entries()]).toEqual([6, 6]);
  const [change] = await listCalendarHistory(there.db, tenant);
  expect(change).toMatchObject({ seq: 1, moved: 6, entry: { reason: 'Mưa lũ' } });
});

it('two who do it at the same time move each day once', async () => {
  await Promise.all([moveDays(there.db, tenant), moveDays(there.db, tenant)]);
  expect([await owedOn('2026-03-12'), await entries()]).toEqual([6, 6]);
  expect(await audited()).toHaveLength(1);
});

it('a change that moves nothing leaves nothing to follow', async () => {
  await moveDays(there.db, tenant);
  expect(await save(1, dayOff('2026-05-20'))).toEqual({ moved: 0 });
  expect(await findMoving(there.db, tenant)).toBeUndefined();
});
