import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Asker, type Grant, roles } from '../people/model.ts';
import { allows, allPermissions, reachOf } from '../people/permissions.ts';
import { expandGrants, type Placed } from '../people/roles.ts';
import type { Database } from './db.ts';
import { withinReach } from './permitted.ts';
import { heldRoles } from './roles.ts';
import { databaseForThisTest } from './testing.ts';

const days = ['2025-06-30', '2025-07-01', '2026-01-01', '2026-06-30', '2026-11-22', '2027-01-01'] as PlainDate[];
const today = '2026-11-22' as PlainDate;
const agencies = Array.from({ length: 6 }, newId);
const officers = [newId(), newId(), newId()] as [string, string, string];

/** A day range that ends on or after it begins, open at its end now and then. */
const range = fc.tuple(fc.nat(days.length - 1), fc.option(fc.nat(days.length - 1))).map(([a, b]) => ({
  from: days[b === null ? a : Math.min(a, b)] as PlainDate,
  to: b === null ? null : (days[Math.max(a, b)] as PlainDate),
}));

/** One agency's places over time, one after another; any agency may stand under any other, in rings too. */
const places = fc
  .tuple(...agencies.map(() => fc.tuple(fc.option(fc.nat(5)), fc.option(fc.nat(5)), fc.nat(days.length - 1))))
  .map((all) =>
    all.flatMap(([before, after, change], i): Placed[] => {
      const agencyId = agencies[i] as string;
      const parent = (n: number | null) => (n === null ? null : (agencies[n] as string));
      const from = days[change] as PlainDate;
      return [
        { agencyId, parentId: parent(before), from: '2025-01-01' as PlainDate, to: dayBefore(from) },
        { agencyId, parentId: parent(after), from, to: null },
      ];
    }),
  );

const dayBefore = (day: PlainDate): PlainDate =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) as PlainDate;

const drawn = fc.record({
  role: fc.constantFrom(...roles),
  officer: fc.constantFrom(...officers),
  agency: fc.option(fc.nat(5)),
  subtree: fc.boolean(),
  range,
  base: fc.option(fc.nat(7)),
  revoked: fc.boolean().map((yes) => yes),
});

/** Some are delegated from one drawn before them; what is delegated must end and says why. */
const grantsOf = (list: readonly Drawn[]): Grant[] =>
  list.reduce<Grant[]>((made, { role, officer, agency, subtree, range, base, revoked }) => {
    const from = base === null || range.to === null ? undefined : made[base];
    const where = from
      ? { role: from.role, agencyId: from.agencyId, subtree: from.subtree }
      : { role, agencyId: agency === null ? null : (agencies[agency] as string), subtree };
    made.push({ id: newId(), officerId: officer, ...where, ...range, delegatedFrom: from?.id ?? null, revoked });
    return made;
  }, []);
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

async function store(db: Database, tenantId: string, grants: Grant[], placed: Placed[]): Promise<void> {
  await db.insertInto('tenant').values({ id: tenantId, name: 'Minh Hà' }).execute();
  const names = officers.map((id) => ({ tenant_id: tenantId, id, name: 'Mai', unit: 'Sở' }));
  await db.insertInto('officer').values(names).execute();
  const whole = agencies.map((id) => ({ tenant_id: tenantId, id, kind: 'department', level: 'province', position: 0 }));
  await db
    .insertInto('agency')
    .values(whole as never)
    .execute();
  for (const { agencyId, parentId, from, to } of placed)
    await sql`insert into agency_span (tenant_id, agency_id, valid_from, valid_to, name, parent_id, search)
      values (${tenantId}, ${agencyId}, ${from}, ${to}, 'Sở', ${parentId}, 'so')`.execute(db);
  for (const grant of grants)
    await db
      .insertInto('role_grant')
      .values({
        ...{ tenant_id: tenantId, id: grant.id, officer_id: grant.officerId, role: grant.role },
        ...{ agency_id: grant.agencyId, subtree: grant.subtree, valid_from: grant.from, valid_to: grant.to },
        ...{ granted_at: new Date(), granted_by: officers[0], delegated_from: grant.delegatedFrom },
        ...{ reason: grant.delegatedFrom ? 'Đi công tác' : null },
        ...(grant.revoked ? { revoked_at: new Date(), revoked_by: officers[0] } : {}),
      })
      .execute();
}

/** The ids of agencies a list bounded in SQL shows. */
async function listed(db: Database, tenantId: string, reach: ReturnType<typeof reachOf>): Promise<string[]> {
  const rows = await db
    .selectFrom('agency')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(withinReach('agency.id', reach))
    .execute();
  return rows.map(({ id }) => id).sort();
}

it('SQL lists exactly the agencies that the sentence allows one by one, whatever was granted', async () => {
  const { db } = await databaseForThisTest();
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { maxLength: 8 }), places, async (list, placed) => {
      const tenantId = newId();
      const grants = grantsOf(list);
      await store(db, tenantId, grants, placed);
      for (const officerId of officers) {
        const who = { tenantId, officerId, name: '', unit: '', tenant: '' };
        const inSql: Asker = { ...who, roles: await heldRoles(db, tenantId, officerId, today) };
        const inTs: Asker = { ...who, roles: expandGrants(officerId, grants, placed, today) };
        for (const permission of allPermissions) {
          expect(allows(permission, inSql), permission).toBe(allows(permission, inTs));
          const one = agencies.filter((id) => allows(permission, inTs, { agencyIds: [id] }));
          expect(await listed(db, tenantId, reachOf(permission, inSql)), permission).toEqual(one.sort());
        }
      }
    }),
    { numRuns: 12, seed: 4 },
  );
});
