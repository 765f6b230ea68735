import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../calendar/model.ts';
import { newId } from '../kernel/ids.ts';
import { type AgencyName, confirmed, day, owedBy, type Province, province } from './assignment-testing.ts';
import { moveDays } from './calendar-moves.ts';
import { changeCalendar } from './calendar-settings-change.ts';
import { inTransaction } from './db.ts';
import { fanOutByFor } from './fan-out-by.ts';
import { issuePlan } from './issues.ts';
import { databaseForThisTest } from './testing.ts';

const [at, today] = [new Date('2026-01-20T02:00:00Z'), day('2026-01-20')];
let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  const { db, actor, ids } = there;
  const grant = { tenant_id: actor.tenantId, id: newId(), officer_id: actor.officerId, agency_id: ids['noi-vu'] };
  await db
    .insertInto('role_grant')
    .values({
      ...{ ...grant, role: 'focal', subtree: false, valid_from: '2026-01-01', valid_to: null },
      ...{ granted_at: at, granted_by: actor.officerId },
    })
    .execute();
  const open = { schedule: { kind: 'recurring', every: 'quarter' } } as const;
  const plan = await confirmed(there, [
    { id: 't1', implement: ['UBND xã Tân Lập', 'Sở Nội vụ'], ...open },
    { id: 't2', lead: ['Sở Nội vụ'], schedule: { kind: 'deadline', by: '2026-10-30' } },
  ]);
  await inTransaction(db, async (trx) => {
    const by = await fanOutByFor(trx, actor.tenantId, plan, today);
    await issuePlan(trx, actor, plan, { by: { ...by, resolve: there.by.resolve }, at, today });
  });
});

const dues = async (name: AgencyName) => (await owedBy(there, name)).map(({ due }) => due?.slice(5)).sort();

describe('the focal office', () => {
  it('reports on the 20th what units report on the 15th, and on the printed day what has one', async () => {
    expect(await dues('tan-lap')).toEqual(['03-13', '06-15', '09-15', '12-15']);
    expect(await dues('noi-vu')).toEqual(['03-20', '06-19', '09-18', '10-30', '12-18']);
  });

  it('has other days when its day is set to another, and nobody else has', async () => {
    const { db, actor } = there;
    const settings = { ...defaultSettings, focalDay: 25 };
    const entry = { kind: 'settings' as const, settings, reason: 'Quy chế mới' };
    await inTransaction(db, (trx) => changeCalendar(trx, actor, { seq: 0, entry }, { at, today }));
    await moveDays(db, actor.tenantId);
    expect(await dues('noi-vu')).toEqual(['03-25', '06-25', '09-25', '10-30', '12-25']);
    expect(await dues('tan-lap')).toEqual(['03-13', '06-15', '09-15', '12-15']);
  });
});
