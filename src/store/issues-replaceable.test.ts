import { beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs } from './assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province, today } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { listReplaceable } from './issues-replaceable.ts';
import { listPlans } from './plans.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
});

const tasks = [{ id: 'a', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly }];
const replaceable = (planId: string) => listReplaceable(there.db, there.actor.tenantId, planId, today);
const change = (
  id: string,
  values: { issuer?: string | null; year?: number; indices?: string[]; removed_at?: Date | null; kind?: 'form' },
) => there.db.updateTable('plan').set(values).where('id', '=', id).execute();

describe('plans that another may take the place of', () => {
  it('are issued ones of the same issuer, year and index, with what of them is open, past and done', async () => {
    const old = await confirmed(there, tasks);
    await issue(there, old);
    const later = await confirmed(there, tasks, { date: '2026-06-01' });
    const [one] = await owedBy(there, 'tan-lap');
    const act = { kind: 'complete', on: today, note: null, serves: [], servedBy: null } as const;
    const sent = { id: newId(), assignmentId: one?.assignment_id ?? '', occurrenceId: one?.id ?? null, act };
    await inTransaction(there.db, (trx) =>
      appendActs(trx, there.actor, [sent], { source: 'web', at: new Date(), day: today }),
    );
    expect(await replaceable(later)).toMatchObject([
      { id: old, number: '12/KH-UBND', date: '2026-01-15', open: 11, agencies: 3, overdue: 2, done: 1 },
    ]);
    expect(await replaceable(old)).toEqual([]);
  });

  it('are not those of another issuer, year or index, nor those taken away; what is not stated excludes none', async () => {
    const old = await confirmed(there, tasks);
    await issue(there, old);
    const later = await confirmed(there, tasks);
    const count = async () => (await replaceable(later)).length;
    await change(old, { issuer: 'ỦY BAN NHÂN DÂN TỈNH MINH HÀ', indices: ['PAPI', 'SIPAS'] });
    await change(later, { indices: ['SIPAS'] });
    expect(await count()).toBe(1);
    await change(later, { indices: ['PAR INDEX'] });
    expect(await count()).toBe(0);
    await change(later, { indices: [], issuer: 'UBND tỉnh khác' });
    expect(await count()).toBe(0);
    await change(later, { issuer: null });
    expect(await count()).toBe(1);
    await change(later, { year: 2027 });
    expect(await count()).toBe(0);
    await change(later, { year: 2026 });
    await change(old, { removed_at: new Date() });
    expect(await count()).toBe(0);
    await change(old, { removed_at: null, kind: 'form' });
    expect(await count()).toBe(0);
  });

  it('say so themselves once it is done, and are replaced once', async () => {
    const old = await confirmed(there, tasks);
    await issue(there, old);
    const later = await confirmed(there, tasks, { date: '2026-06-01' });
    await issue(there, later, { supersedes: old, day: day('2026-06-02') });
    const plans = await listPlans(there.db, there.actor.tenantId, {});
    const by = (id: string) => plans.find((plan) => plan.id === id)?.superseded_by;
    expect(by(old)).toMatchObject({ id: later, number: '12/KH-UBND', date: '2026-06-01', day: '2026-06-02' });
    expect(by(later)).toBeNull();
    const third = await confirmed(there, tasks);
    expect((await replaceable(third)).map(({ id }) => id)).toEqual([later]);
    await expect(issue(there, old)).rejects.toMatchObject({ code: 'plan-superseded' });
    await expect(issue(there, third, { supersedes: old })).rejects.toMatchObject({ code: 'plan-not-issued' });
  });

  it('are not replaced on a day to come', async () => {
    const old = await confirmed(there, tasks);
    await issue(there, old);
    const later = await confirmed(there, tasks);
    const ahead = issue(there, later, { supersedes: old, day: day('2099-01-01') });
    await expect(ahead).rejects.toMatchObject({ code: 'superseding-ahead' });
    expect(await replaceable(later)).toHaveLength(1);
  });
});
