import { beforeEach, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { Role } from '../people/model.ts';
import { type AgencyName, day, type Province, province } from './assignment-testing.ts';
import { findAgencyOf, findFocalOffice, findOwnAgency } from './belonging.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
});

const on = day('2026-06-10');
type Given = { role: Role; agency?: AgencyName; to?: string };

async function officer(unit: string, ...given: Given[]): Promise<string> {
  const { db, actor, ids } = there;
  const id = newId();
  await db.insertInto('officer').values({ tenant_id: actor.tenantId, id, name: 'An', unit }).execute();
  for (const { role, agency, to = null } of given)
    await db
      .insertInto('role_grant')
      .values({
        ...{ tenant_id: actor.tenantId, id: newId(), officer_id: id, role, agency_id: agency ? ids[agency] : null },
        ...{
          subtree: false,
          valid_from: '2026-01-01',
          valid_to: to,
          granted_at: new Date(),
          granted_by: actor.officerId,
        },
      })
      .execute();
  return id;
}
const own = async (officerId: string) => {
  const found = await findOwnAgency(there.db, { tenantId: there.actor.tenantId, officerId }, on);
  return Object.entries(there.ids).find(([, id]) => id === found)?.[0] ?? found;
};

it('whoever holds a role for the whole tenant is of the agency their unit is called', async () => {
  expect(await own(await officer('Sở Nội vụ tỉnh Minh Hà', { role: 'leader' }))).toBe('noi-vu');
  expect(await own(await officer('Sở Tài chính', { role: 'focal' }, { role: 'officer', agency: 'an-phu' }))).toBe(
    'tai-chinh',
  );
});

it('else of the agency they hold another role for, while they hold it', async () => {
  expect(await own(await officer('Tổ giúp việc', { role: 'leader' }, { role: 'head', agency: 'an-phu' }))).toBe(
    'an-phu',
  );
  const past = { role: 'head', agency: 'an-phu', to: '2026-05-01' } as const;
  expect(await own(await officer('Tổ giúp việc', { role: 'leader' }, past))).toBeNull();
});

it('else the focal office signs; where nobody knows which that is, no agency does', async () => {
  const helper = await officer('Tổ giúp việc', { role: 'leader' });
  expect(await own(helper)).toBeNull();
  await officer('Trung tâm nào đó', { role: 'focal' });
  expect(await findFocalOffice(there.db, there.actor.tenantId, on)).toBeUndefined();
  await officer('UBND xã An Phú', { role: 'focal', agency: 'an-phu' });
  await officer('Sở Nội vụ', { role: 'focal' });
  expect(await findFocalOffice(there.db, there.actor.tenantId, on)).toBe(there.ids['noi-vu']);
  expect(await own(helper)).toBe('noi-vu');
  // It signs for them; what it has to do is not theirs.
  expect(await findAgencyOf(there.db, { tenantId: there.actor.tenantId, officerId: helper }, on)).toBeUndefined();
});
