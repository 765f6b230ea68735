import { expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs } from './assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province, today } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { reorganise } from './directory-reorganise.ts';
import { findHeatMap, type HeatMapQuestion } from './heat-map.ts';
import { countAtHeirs } from './heat-map-heirs.ts';
import { findHeatMapAsOf } from './occurrences.ts';
import { databaseForThisTest } from './testing.ts';

/** One of four quarters done by a commune, which then went into another. */
async function merged(): Promise<Province> {
  const there = await province((await databaseForThisTest()).db);
  await issue(there, await confirmed(there, [{ id: 't1', implement: ['UBND các xã, phường'], schedule: quarterly }]));
  const [first] = await owedBy(there, 'tan-lap');
  const done = { kind: 'complete', on: day('2026-03-10'), note: null, serves: [], servedBy: null } as const;
  const sent = { id: newId(), assignmentId: first?.assignment_id ?? '', occurrenceId: first?.id ?? null, act: done };
  const now = new Date('2026-06-10T03:00:00Z');
  await inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, [sent], { source: 'web', at: now, day: day('2026-03-10') }),
  );
  const asked = { kind: 'merge', ids: [there.ids['tan-lap']], into: { id: there.ids['an-phu'] } } as const;
  const wanted = { asked, effective: day('2026-06-01'), resolution: null, handing: [] };
  await inTransaction(there.db, (trx) => reorganise(trx, there.actor, wanted, now));
  return there;
}

it('what a commune did before it went into another is counted there, for whoever may see that one', async () => {
  const there = await merged();
  const period = { from: day('2026-01-01'), to: day('2026-12-31'), today };
  const ask = async (reach: HeatMapQuestion['reach']) => {
    const { cells } = await findHeatMap(there.db, { tenantId: there.actor.tenantId, reach, ...period });
    return cells.map(({ agencyId, done, open, late }) => ({ agencyId, done, open, late }));
  };
  const { 'an-phu': whole, 'hoa-binh': other } = there.ids;
  const sums = { agencyId: whole, done: 1, open: 3, late: 1 };
  expect(await ask('all')).toEqual(expect.arrayContaining([sums, { agencyId: other, done: 0, open: 3, late: 1 }]));
  expect(await ask('all')).toHaveLength(2);
  expect(await ask([whole])).toEqual([sums]);
  expect((await ask([other])).map(({ agencyId }) => agencyId)).toEqual([other]);
});

it('as of a day before, it is its own', async () => {
  const there = await merged();
  const { tenantId } = there.actor;
  const period = { from: day('2026-01-01'), to: day('2026-12-31') };
  const countedOn = async (on: string) => {
    const cells = await findHeatMapAsOf(there.db, { tenantId, on: day(on), ...period });
    const counted = await countAtHeirs(there.db, tenantId, cells, day(on));
    return counted.find(({ agencyId }) => agencyId === there.ids['tan-lap'])?.done;
  };
  expect(await countedOn('2026-05-31')).toBe(1);
  expect(await countedOn('2026-06-01')).toBeUndefined();
});
