import { beforeEach, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs } from './assignment-actions.ts';
import { type OwedOf, previewRecalculation, recalculate } from './assignment-calendar.ts';
import { confirmed, day, issue, owedBy, type Province, province, today } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  await issue(there, await confirmed(there, [{ id: 't1', implement: ['UBND các xã, phường'], schedule: quarterly }]));
});

/** A tenant that makes two of the four days holidays: one that is past, and one to come. */
const changed: OwedOf = (schedule, year) =>
  there.by.owedOf(schedule, year).map((owed) => {
    const to = { '2026-03-13': '2026-03-12', '2026-09-14': '2026-09-11' }[owed.key];
    return to ? { ...owed, due: day(to), moved: 'Ngày nghỉ của tỉnh' } : owed;
  });
const run = (owedOf = changed) =>
  inTransaction(there.db, (trx) => recalculate(trx, there.actor, owedOf, { today, at: new Date() }));
const dues = async () => (await owedBy(there, 'tan-lap')).map(({ due }) => due);

it('moves the open days to come to where the changed calendar puts them, and says why', async () => {
  const expected = [{ from: '2026-09-14', to: '2026-09-11', why: 'Ngày nghỉ của tỉnh', agencies: 3, text: 'Việc t1' }];
  expect(await previewRecalculation(there.db, there.actor.tenantId, changed, today)).toMatchObject(expected);
  expect(await dues()).toEqual(['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14']);
  expect(await run()).toMatchObject(expected);
  expect(await dues()).toEqual(['2026-03-13', '2026-06-12', '2026-09-11', '2026-12-14']);
  const entry = await there.db
    .selectFrom('audit_entry')
    .select(['action', 'details'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(entry).toMatchObject({ action: 'calendar.recalculated', details: { occurrences: 3, items: 1 } });
});

it('changes nothing the second time, and back again when the calendar is put right', async () => {
  await run();
  expect(await run()).toEqual([]);
  expect(await run(there.by.owedOf)).toMatchObject([{ from: '2026-09-11', to: '2026-09-14', agencies: 3 }]);
  expect(await dues()).toContain('2026-09-14');
});

it('leaves a day that a person has given, and what is done', async () => {
  const third = (await owedBy(there, 'tan-lap'))[2];
  const done = (await owedBy(there, 'an-phu'))[2];
  const acts = [
    { one: third, act: { kind: 'extend', due: day('2026-09-30'), reason: 'Bão', grantedBy: 'Sở Nội vụ' } as const },
    { one: done, act: { kind: 'complete', on: today, note: null, serves: [], servedBy: null } as const },
  ].map(({ one, act }) => ({ id: newId(), assignmentId: one?.assignment_id ?? '', occurrenceId: one?.id ?? '', act }));
  await inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, acts, { source: 'web', at: new Date(), day: today }),
  );
  expect(await run()).toMatchObject([{ from: '2026-09-14', agencies: 1 }]);
  expect(await dues()).toContain('2026-09-30');
});
