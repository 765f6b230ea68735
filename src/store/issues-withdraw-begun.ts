import { sql } from 'kysely';
import type { Database } from './db.ts';

/** What people have begun of an issued plan: on how many assignments, and a few of them by name. */
export type Begun = { assignments: number; first: { agency: string; text: string; kind: string }[] };

/** Of many, a few are named. */
const named = 5;

/**
 * An act of a person that was not taken back, or a difficulty raised. What the product does itself (a calendar that moves, a
 * reorganisation) begins nothing. An undo that was itself undone more than once counts as work: better refused than lost.
 */
export async function findBegun(db: Database, tenantId: string, planId: string): Promise<Begun> {
  const { rows } = await sql<{ n: number; agency: string; text: string; kind: string }>`
    with meant as (
      select a.id, a.agency_id, i.text, i.position from work_item i
      join assignment a on a.tenant_id = i.tenant_id and a.item_id = i.id
      where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and a.closed is null),
    begun as (
      select m.id, m.agency_id, m.text, m.position, x.act ->> 'kind' as kind, x.at from meant m
      join assignment_action x on x.tenant_id = ${tenantId} and x.assignment_id = m.id
      where x.source in ('web', 'import') and x.act ->> 'kind' <> 'undo' and not exists (
        select from assignment_action u where u.tenant_id = ${tenantId} and u.assignment_id = m.id
          and u.act ->> 'kind' = 'undo' and u.act ->> 'of' = x.id::text and not exists (
            select from assignment_action r where r.tenant_id = ${tenantId} and r.assignment_id = m.id
              and r.act ->> 'kind' = 'undo' and r.act ->> 'of' = u.id::text))
      union all
      select coalesce(d.assignment_id, d.id), d.agency_id, i.text, i.position, 'difficulty', d.raised_at
      from difficulty d join work_item i on i.tenant_id = d.tenant_id and i.id = d.item_id
      where d.tenant_id = ${tenantId} and i.plan_id = ${planId} and i.withdrawn_at is null and d.status <> 'withdrawn'),
    once as (select distinct on (id) * from begun order by id, at)
    select count(*) over ()::int as n, coalesce(span.name, '') as agency, once.text, once.kind from once
    left join lateral (select s.name from agency_span s where s.tenant_id = ${tenantId} and s.agency_id = once.agency_id
      order by s.valid_from desc limit 1) as span on true
    order by once.at, once.position limit ${named}`.execute(db);
  return { assignments: rows[0]?.n ?? 0, first: rows.map(({ agency, text, kind }) => ({ agency, text, kind })) };
}
