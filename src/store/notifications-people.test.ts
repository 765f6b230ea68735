import { expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { type AgencyName, day, province } from './assignment-testing.ts';
import { listPeople } from './notifications-people.ts';
import { heldRoles } from './roles.ts';
import { databaseForThisTest } from './testing.ts';

it('whoever may be told is told by the roles that hold: under an agency, while a span lasts, during an absence', async () => {
  const { db, actor, ids } = await province((await databaseForThisTest()).db);
  const { tenantId, officerId } = actor;
  const officer = async () => {
    const id = newId();
    await db.insertInto('officer').values({ tenant_id: tenantId, id, name: 'An', unit: 'Sở' }).execute();
    return id;
  };
  const give = async (
    to: string,
    role: 'officer' | 'head' | 'focal' | 'auditor',
    agency: AgencyName | null,
    more = {},
  ) => {
    const id = newId();
    const grant = { tenant_id: tenantId, id, officer_id: to, role, agency_id: agency && ids[agency], subtree: false };
    const given = { valid_from: '2026-01-01', granted_at: new Date(), granted_by: officerId };
    await db
      .insertInto('role_grant')
      .values({ ...grant, ...given, ...more })
      .execute();
    return id;
  };
  const [an, hoa, mai, binh, closed] = [
    await officer(),
    await officer(),
    await officer(),
    await officer(),
    await officer(),
  ];
  await give(an, 'officer', 'tan-lap');
  await give(an, 'officer', 'an-phu', { valid_to: '2026-02-28' });
  const whole = await give(hoa, 'head', 'noi-vu', { subtree: true });
  await give(mai, 'focal', null);
  await give(mai, 'auditor', null);
  await give(binh, 'head', 'noi-vu', {
    subtree: true,
    delegated_from: whole,
    valid_to: '2026-03-31',
    reason: 'Đi học',
  });
  await give(closed, 'officer', 'tan-lap');
  const login = { login: 'x', login_key: 'x', created_at: new Date(), disabled_at: new Date() };
  await db
    .insertInto('account')
    .values({ tenant_id: tenantId, officer_id: closed, ...login })
    .execute();
  await db
    .updateTable('agency_span')
    .set({ parent_id: ids['noi-vu'] })
    .where('agency_id', '=', ids['tai-chinh'])
    .execute();

  for (const on of [day('2025-12-31'), day('2026-02-15'), day('2026-03-15'), day('2026-04-15')]) {
    const people = new Map((await listPeople(db, tenantId, on)).map(({ officerId, roles }) => [officerId, roles]));
    for (const id of [an, hoa, mai, binh]) {
      const held = (await heldRoles(db, tenantId, id, on)).filter(({ role }) => role !== 'auditor');
      expect(people.get(id) ?? [], `${id} on ${on}`).toEqual(held);
    }
    expect(people.has(closed)).toBe(false);
  }
  const [head] = (await listPeople(db, tenantId, day('2026-03-15'))).filter(({ officerId }) => officerId === binh);
  expect(head?.roles).toEqual([{ role: 'head', agencies: [ids['noi-vu'], ids['tai-chinh']].sort() }]);
});
