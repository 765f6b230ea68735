import { expect, it } from 'vitest';
import { quarterly } from '../../src/assignment/testing.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { confirmed, owedBy, type Province, province } from '../../src/store/assignment-testing.ts';
import { inTransaction } from '../../src/store/db.ts';
import { reorganise } from '../../src/store/directory-reorganise.ts';
import { fanOutByFor } from '../../src/store/fan-out-by.ts';
import { listAgencyLines } from '../../src/store/heat-map.ts';
import { issuePlan } from '../../src/store/issues.ts';
import { findHeatMapAsOf } from '../../src/store/occurrences.ts';
import { databaseForThisTest } from '../../src/store/testing.ts';

const day = (text: string): PlainDate => text as PlainDate;

const issue = (there: Province, planId: string) =>
  inTransaction(there.db, async (trx) => {
    const by = await fanOutByFor(trx, there.actor.tenantId, planId);
    return issuePlan(trx, there.actor, planId, { by, at: new Date(), today: day('2026-06-10'), owedFrom: 'all' });
  });

/** The report of a year as it stood at its end, with the names agencies had then. */
async function reportOf(there: Province, year: string) {
  const { tenantId } = there.actor;
  const on = day(`${year}-12-31`);
  const cells = await findHeatMapAsOf(there.db, { tenantId, on, from: day(`${year}-01-01`), to: on });
  const ids = [...new Set(cells.map(({ agencyId }) => agencyId))];
  const names = new Map((await listAgencyLines(there.db, tenantId, ids, { to: on })).map(({ id, name }) => [id, name]));
  return cells.map(({ agencyId, ...figures }) => JSON.stringify({ ...figures, agency: names.get(agencyId) })).sort();
}

it('a plan from before a reorganisation and one from after it live in one tenant, and the old year’s report stays as it was', async () => {
  const there = await province((await databaseForThisTest()).db);
  const rows = [{ id: 't1', implement: ['UBND các xã, phường'], schedule: quarterly }];
  await issue(there, await confirmed(there, rows, { date: '2024-02-01' }));
  const before = await reportOf(there, '2024');
  expect(before).toHaveLength(3);
  const asked = { kind: 'merge', ids: [there.ids['an-phu']], into: { id: there.ids['tan-lap'] } } as const;
  const wanted = { asked, effective: day('2025-07-01'), resolution: '1656/NQ-UBTVQH15', handing: [] };
  await inTransaction(there.db, (trx) => reorganise(trx, there.actor, wanted, new Date()));
  expect(await reportOf(there, '2024')).toEqual(before);
  expect((await owedBy(there, 'an-phu')).filter(({ status }) => status === 'open')).toEqual([]);
  expect(await owedBy(there, 'tan-lap')).toHaveLength(8);
  const later = await issue(there, await confirmed(there, rows, { date: '2026-02-01' }));
  expect(later.assignments.create).toBe(2);
  expect(await reportOf(there, '2024')).toEqual(before);
  expect(await reportOf(there, '2026')).toHaveLength(2);
});
