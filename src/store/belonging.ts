import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { findBelonging, type NamedAgency } from '../place/belonging.ts';
import type { Database } from './db.ts';

/** Which agency an officer is of, and which is the tenant's focal office. */

/**
 * The agency whoever holds a role for the whole tenant signs for: the one they are of, else the focal office. Null where
 * none of these is known.
 */
export async function findOwnAgency(db: Database, actor: Actor, on: PlainDate): Promise<string | null> {
  return (await findAgencyOf(db, actor, on)) ?? (await findFocalOffice(db, actor.tenantId, on)) ?? null;
}

/** The agency an officer is of: by their unit's name, else the one they hold a role for. */
export async function findAgencyOf(
  db: Database,
  { tenantId, officerId }: Actor,
  on: PlainDate,
): Promise<string | undefined> {
  const officer = await db
    .selectFrom('officer')
    .select('unit')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', officerId)
    .executeTakeFirst();
  const own = findBelonging(await listNamed(db, tenantId, on), officer?.unit ?? '');
  if (own !== undefined) return own;
  const [held] = await listHeld(db, tenantId, on, sql`g.officer_id = ${officerId} and g.agency_id is not null`);
  return held?.agencyId ?? undefined;
}

/**
 * The agency that keeps the plans (cơ quan thường trực): of whoever holds that role for the whole tenant,
 * else for a part of it. */
export async function findFocalOffice(db: Database, tenantId: string, on: PlainDate): Promise<string | undefined> {
  const agencies = await listNamed(db, tenantId, on);
  for (const { agencyId, unit } of await listHeld(db, tenantId, on, sql`g.role = 'focal'`)) {
    const found = agencyId ?? findBelonging(agencies, unit);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Villages and the divisions of agencies sign nothing in their own name. */
async function listNamed(db: Database, tenantId: string, on: PlainDate): Promise<NamedAgency[]> {
  const { rows } = await sql<NamedAgency>`select a.id, s.name, s.short_name as "shortName"
    from agency a join agency_span s on s.tenant_id = a.tenant_id and s.agency_id = a.id
    where a.tenant_id = ${tenantId} and a.kind not in ('village', 'division')
      and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})`.execute(db);
  return rows;
}

type Held = { agencyId: string | null; unit: string };

/** Roles given and not handed on for a time, the oldest first. */
async function listHeld(db: Database, tenantId: string, on: PlainDate, which: ReturnType<typeof sql>): Promise<Held[]> {
  const { rows } = await sql<Held>`select g.agency_id as "agencyId", o.unit from role_grant g
    join officer o on o.tenant_id = g.tenant_id and o.id = g.officer_id
    where g.tenant_id = ${tenantId} and ${which} and g.revoked_at is null and g.delegated_from is null
      and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})
    order by g.agency_id is not null, g.granted_at, g.id`.execute(db);
  return rows;
}
