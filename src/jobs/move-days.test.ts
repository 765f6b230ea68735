import { sql } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import type { CalendarEntry } from '../calendar/views.ts';
import { confirmed, day, issue, type Province, province } from '../store/assignment-testing.ts';
import { findMoving, moveDays, movePortion, movingWork, planMoving } from '../store/calendar-moves.ts';
import { giveUpMoving, retryMoving } from '../store/calendar-moves-failed.ts';
import { getCalendar, listCalendarHistory, owedUnder } from '../store/calendar-settings.ts';
import { changeCalendar, previewCalendarChange } from '../store/calendar-settings-change.ts';
import { inTransaction, type Transaction } from '../store/db.ts';
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
  expect(await findMoving(there.db, tenant)).toMatchObject({ seq: 1, days: 6, moved: 0, failure: null });
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
  expect(await findMoving(there.db, tenant)).toMatchObject({ seq: 1, days: 6, moved: 3 });
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

describe('moving that fails', () => {
  let logged: string[];
  const moves = () => openMoves({ db: there.db, report: (message) => logged.push(message) });
  const run = async () => moves().tasks[movingWork]?.({ tenant }, {} as never);
  const settle = <T>(of: (trx: Transaction) => Promise<T>) => inTransaction(there.db, of);
  /** The machine takes no change of one of the two tasks. */
  beforeEach(async () => {
    logged = [];
    const { id } = await there.db.selectFrom('work_item').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
    await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no space left'; end $$`.execute(
      there.db,
    );
    await sql`create trigger refuse before update on occurrence for each row when (new.item_id = ${sql.lit(id)})
      execute function refuse()`.execute(there.db);
  });
  const mend = () => sql`drop trigger refuse on occurrence`.execute(there.db);

  it('says when and why, is no other change’s way, and goes on from there when it is tried again', async () => {
    await expect(run()).rejects.toThrow('no space left');
    const failed = await findMoving(there.db, tenant);
    expect(failed).toMatchObject({ seq: 1, days: 6, failedAt: expect.any(Date) });
    expect(failed?.failure).toMatch(/^Máy chủ chưa ghi được hạn mới\./);
    expect(logged).toEqual(['no space left']);
    await expect(save(1, undo)).rejects.toMatchObject({ code: 'calendar-still-moving', details: { failed: true } });
    await mend();
    await settle((trx) => retryMoving(trx, there.actor, 1));
    const work = startWork(there.db, moves().tasks, { atOnce: 1, crontab: '', report: () => {} });
    onTestFinished(work.close);
    await expect.poll(() => findMoving(there.db, tenant), { timeout: 30_000 }).toBeUndefined();
    expect(await owedOn('2026-03-12')).toBe(6);
  });

  it('can be given up: the rest keeps its day, the history says so, and undoing moves back what was moved', async () => {
    const [first] = (await planMoving(there.db, tenant)) ?? [];
    const { id: broken } = await there.db
      .selectFrom('work_item')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const fit = first?.filter(({ itemId }) => itemId !== broken) ?? [];
    await inTransaction(there.db, (trx) => movePortion(trx, tenant, fit, new Date()));
    await expect(run()).rejects.toThrow();
    await settle((trx) => giveUpMoving(trx, there.actor, 1, new Date()));
    expect([await findMoving(there.db, tenant), await owedOn('2026-03-12')]).toEqual([undefined, 3]);
    expect(await listCalendarHistory(there.db, tenant)).toMatchObject([{ seq: 1, moved: 3, givenUp: true }]);
    expect(await save(1, undo)).toEqual({ moved: 3 });
    await moveDays(there.db, tenant);
    expect([await owedOn('2026-03-13'), await owedOn('2026-03-12')]).toEqual([6, 0]);
  });

  it('is neither tried again nor given up by who saw another change, or before it has failed', async () => {
    const before = settle((trx) => giveUpMoving(trx, there.actor, 1, new Date()));
    await expect(before).rejects.toMatchObject({ code: 'calendar-still-moving' });
    await expect(run()).rejects.toThrow();
    const other = settle((trx) => retryMoving(trx, there.actor, 2));
    await expect(other).rejects.toMatchObject({ code: 'calendar-changed-meanwhile' });
  });
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
