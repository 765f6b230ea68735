import { beforeEach, expect, it } from 'vitest';
import { foldAssignment } from '../assignment/fold.ts';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs } from './assignment-actions.ts';
import { applyMoves, findMoves, type OwedOf } from './assignment-calendar.ts';
import { issuedOf, readAssignments } from './assignment-log.ts';
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
const find = (owedOf = changed) => findMoves(there.db, there.actor.tenantId, owedOf, today);
const apply = (moves: Awaited<ReturnType<typeof find>>) =>
  inTransaction(there.db, (trx) => applyMoves(trx, there.actor, moves, { today, at: new Date() }));
const run = async (owedOf = changed) => {
  const moves = await find(owedOf);
  expect(await apply(moves)).toBe(moves.reduce((sum, { agencies }) => sum + agencies, 0));
  return moves;
};
/** The columns say what the history says. */
async function assertFolded(): Promise<void> {
  const ids = await there.db.selectFrom('assignment').select('id').execute();
  for (const one of await readAssignments(
    there.db,
    there.actor.tenantId,
    ids.map(({ id }) => id),
  )) {
    const { occurrences } = foldAssignment(issuedOf(one), one.log);
    expect(one.occurrences.map((row) => [row.id, row.due, row.moved_later, row.status, row.asked_due])).toEqual(
      occurrences.map(({ id, due, moved, status, asked }) => [id, due, moved, status, asked?.due ?? null]),
    );
    expect(one.row.seq).toBe(one.log.length);
  }
}
const dues = async () => (await owedBy(there, 'tan-lap')).map(({ due }) => due);

it('moves the open days to come to where the changed calendar puts them, and says why', async () => {
  const expected = [{ from: '2026-09-14', to: '2026-09-11', why: 'Ngày nghỉ của tỉnh', agencies: 3, text: 'Việc t1' }];
  expect(await find()).toMatchObject(expected);
  expect(await dues()).toEqual(['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14']);
  expect(await run()).toMatchObject(expected);
  expect(await dues()).toEqual(['2026-03-13', '2026-06-12', '2026-09-11', '2026-12-14']);
  await assertFolded();
});

it('changes nothing the second time, and back again when the calendar is put right', async () => {
  await run();
  expect(await run()).toEqual([]);
  expect(await run(there.by.owedOf)).toMatchObject([{ from: '2026-09-11', to: '2026-09-14', agencies: 3 }]);
  expect(await dues()).toContain('2026-09-14');
  await assertFolded();
});

it('moves several days of one assignment at once, after what was done about it before', async () => {
  const [, second] = await owedBy(there, 'tan-lap');
  const act = { kind: 'ask-extension', due: day('2026-12-20'), reason: 'Chờ số liệu' } as const;
  const sent = { id: newId(), assignmentId: second?.assignment_id ?? '', occurrenceId: second?.id ?? '', act };
  await inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, [sent], { source: 'web', at: new Date(), day: today }),
  );
  const later: OwedOf = (schedule, year) =>
    there.by.owedOf(schedule, year).map((owed) => ({ ...owed, due: day('2026-12-30'), moved: 'Nghỉ cả quý' }));
  expect((await run(later)).map(({ agencies }) => agencies)).toEqual([3, 3, 3, 3]);
  expect(await dues()).toEqual(Array(4).fill('2026-12-30'));
  await assertFolded();
});

it('leaves what somebody has done between finding and moving', async () => {
  const moves = await find();
  const third = (await owedBy(there, 'tan-lap'))[2];
  const act = { kind: 'complete', on: today, note: null, serves: [], servedBy: null } as const;
  const sent = { id: newId(), assignmentId: third?.assignment_id ?? '', occurrenceId: third?.id ?? '', act };
  await inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, [sent], { source: 'web', at: new Date(), day: today }),
  );
  expect(await apply(moves)).toBe(2);
  expect(await dues()).toContain('2026-09-14');
  await assertFolded();
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
