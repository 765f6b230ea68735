import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Act } from '../assignment/model.ts';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs } from './assignment-actions.ts';
import { type HeldWork, listHeldWork, reassignAll } from './assignment-reassign.ts';
import {
  type AgencyName,
  agencyNames,
  confirmed,
  day,
  issue,
  owedBy,
  type Province,
  province,
  today,
} from './assignment-testing.ts';
import { type Database, inTransaction } from './db.ts';
import { databaseForThisTest } from './testing.ts';

let db: Database;
let there: Province;
beforeEach(async () => {
  db = (await databaseForThisTest()).db;
  there = await issued();
});

async function issued(): Promise<Province> {
  const made = await province(db);
  await issue(
    made,
    await confirmed(made, [
      { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
      { id: 't2', lead: ['Sở Tài chính'], component: 'Thu, chi' },
    ]),
  );
  return made;
}

const move = (from: AgencyName, to: (work: HeldWork) => string | null, where = there) =>
  inTransaction(db, async (trx) => {
    const held = await listHeldWork(trx, where.actor.tenantId, [where.ids[from]]);
    const work = held.map(({ fromId, ...one }) => ({ fromId, work: one, toId: to(one) }));
    const reason = () => 'Nghị quyết sắp xếp';
    return reassignAll(trx, where.actor, work, { effective: day('2026-07-01'), at: new Date(), reason });
  });
const act = async (agency: AgencyName, n: number, what: Act, where = there) => {
  const one = (await owedBy(where, agency))[n];
  if (!one) return;
  const sent = { id: newId(), assignmentId: one.assignment_id, occurrenceId: one.id, act: what };
  const taking = { source: 'web' as const, at: new Date(), day: today, skipRefused: true };
  await inTransaction(db, (trx) => appendActs(trx, where.actor, [sent], taking));
};
const complete: Act = { kind: 'complete', on: day('2026-03-10'), note: null, serves: [], servedBy: null };

it('moves the open work of an agency with its days and history; what is done stays with who did it', async () => {
  await act('tan-lap', 0, complete);
  await act('tan-lap', 1, { kind: 'evidence', what: 'Biên bản', address: null });
  const moved = await move('tan-lap', () => there.ids['an-phu']);
  expect(moved).toMatchObject({ assignments: 1, occurrences: 3 });
  expect((await owedBy(there, 'tan-lap')).map(({ key, status }) => `${key} ${status}`)).toEqual(['2026-03-13 done']);
  expect((await owedBy(there, 'an-phu')).filter(({ evidence }) => evidence === 1)).toMatchObject([
    { due: '2026-06-12' },
  ]);
  expect(await owedBy(there, 'an-phu')).toHaveLength(7);
});

it('divides an agency’s work by what it is about, and leaves what nobody takes over', async () => {
  const moved = await move('tai-chinh', ({ component }) => (component === 'Thu, chi' ? there.ids['so-moi'] : null));
  expect(moved).toMatchObject({ assignments: 1 });
  expect(await move('noi-vu', () => null)).toMatchObject({ assignments: 0, occurrences: 0 });
});

it('moves a single day that another agency had taken over', async () => {
  await act('tan-lap', 2, { kind: 'reassign', agencyId: there.ids['noi-vu'], reason: 'Làm giúp' });
  await move('noi-vu', () => there.ids['so-moi']);
  expect((await owedBy(there, 'so-moi')).map(({ due }) => due)).toEqual(['2026-09-14']);
  expect(await owedBy(there, 'tan-lap')).toHaveLength(3);
});

it('any reorganisations amid any work lose no assignment, day, evidence or completion', async () => {
  const names = Object.keys(agencyNames) as AgencyName[];
  const pick = fc.constantFrom(...names);
  const steps = fc.oneof(
    fc.record({ from: pick, to: pick }),
    fc.record({
      agency: pick,
      n: fc.nat(6),
      act: fc.constantFrom<Act>(
        complete,
        { kind: 'evidence', what: 'Ảnh', address: null },
        { kind: 'progress', percent: 30, note: null },
        { kind: 'extend', due: day('2027-01-15'), reason: 'Bão', grantedBy: 'Sở Nội vụ' },
      ),
    }),
  );
  const figures = (where: Province) =>
    db
      .selectFrom('occurrence')
      .select(['id', 'assignment_id', 'key', 'due', 'status', 'percent', 'evidence', 'completed_on'])
      .where('tenant_id', '=', where.actor.tenantId)
      .orderBy('id')
      .execute();
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 8 }), async (list) => {
      const where = await issued();
      for (const step of list) {
        if ('act' in step) {
          await act(step.agency, step.n, step.act, where);
          continue;
        }
        const before = await figures(where);
        await move(step.from, () => where.ids[step.to], where);
        expect(await figures(where)).toEqual(before);
        const open = (await owedBy(where, step.from)).filter(({ status }) => status !== 'done');
        if (step.from !== step.to) expect(open).toEqual([]);
      }
    }),
    { numRuns: 6, seed: 20260701 },
  );
});
