import { expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { type AgencyName, day, province } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { reorganise } from './directory-reorganise.ts';
import { actOnInspection, planInspections } from './inspections.ts';
import { readParIndexInputs } from './par-index-inputs.ts';
import { databaseForThisTest } from './testing.ts';

it('units are those of the day: two communes that were visited and went together are one visited of one fewer', async () => {
  const there = await province((await databaseForThisTest()).db);
  const { tenantId } = there.actor;
  const at = new Date('2026-03-11T03:00:00Z');
  const visit = async (name: AgencyName): Promise<void> => {
    const id = newId();
    const content = { subject: 'Cải cách hành chính', components: [{ index: 'PAR INDEX', code: '3' }], lead: 'Yến' };
    const planned = { ...content, kind: 'planned', day: day('2026-03-11'), earlierId: null, joinedWith: 'đoàn khác' };
    await inTransaction(there.db, async (trx) => {
      const sent = {
        units: [{ id, agencyId: there.ids[name] }],
        planned: { ...planned, kind: 'planned' as const, members: [], places: [] },
      };
      await planInspections(trx, there.actor, sent, { roleOf: () => 'inspector', at });
      const open = { kind: 'open', on: day('2026-03-11') } as const;
      await actOnInspection(trx, there.actor, id, [{ id: newId(), act: open, agencyId: null }], at);
    });
  };
  await visit('tan-lap');
  await visit('an-phu');
  const asked = { kind: 'merge', ids: [there.ids['tan-lap']], into: { id: there.ids['an-phu'] } } as const;
  const wanted = { asked, effective: day('2026-06-01'), resolution: null, handing: [] };
  await inTransaction(there.db, (trx) => reorganise(trx, there.actor, wanted, new Date('2026-06-10T03:00:00Z')));
  const ask = async (today: string) => {
    const whom = { province: true, communes: [] };
    const [first] = await readParIndexInputs(there.db, tenantId, whom, { year: 2026, today: day(today) });
    return first && { counted: first.counted, of: first.whole.length };
  };
  const { 'tan-lap': gone, 'an-phu': stays } = there.ids;
  const before = await ask('2026-05-31');
  expect(before?.counted.sort()).toEqual([gone, stays].sort());
  expect(await ask('2026-06-01')).toEqual({ counted: [stays], of: (before?.of ?? 0) - 1 });
  expect(before?.of).toBeGreaterThan(2);
});
