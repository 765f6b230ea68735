import { type RawBuilder, sql } from 'kysely';
import type { RecordedOversight } from '../assignment/oversight/act.ts';
import { Problem } from '../kernel/problem.ts';
import type { Database } from './db.ts';

/** What of a unit may be overseen beside the unit as a whole: the tasks it was ever given, and their components. */

export type SubjectRow = {
  id: string;
  text: string;
  index: string | null;
  dimension: string | null;
  component: string | null;
};

/** Of assignments `a`: those a unit was issued or holds, as a whole, as a division of it, or for single days. */
const givenTo = (agencyId: string): RawBuilder<boolean> => sql<boolean>`(
  ${agencyId}::uuid in (a.agency_id, a.first_agency_id, a.division_id) or exists (select from occurrence o
    where o.tenant_id = a.tenant_id and o.assignment_id = a.id and o.agency_id = ${agencyId}))`;

/** The tasks of a unit, those of the latest plan first. */
export async function listSubjects(db: Database, tenantId: string, agencyId: string): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select i.id, i.text, i.index_name as index, i.dimension, i.component from work_item i
    where i.tenant_id = ${tenantId} and i.withdrawn_at is null and exists (select from assignment a
      where a.tenant_id = i.tenant_id and a.item_id = i.id and ${givenTo(agencyId)})
    order by i.year desc, i.plan_id, i.position, i.id`.execute(db);
  return rows;
}

/** Refuses a task or a component that was never given to the unit. */
export async function assertSubject(
  db: Database,
  tenantId: string,
  { agencyId, about, itemId, index, dimension, component }: RecordedOversight,
): Promise<void> {
  if (about === 'unit') return;
  const named = sql`(i.index_name is not distinct from ${index} and i.dimension is not distinct from ${dimension}
    and i.component is not distinct from ${component} and coalesce(i.index_name, i.dimension, i.component) is not null)`;
  const { rows } = await sql`
    select 1 from assignment a join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    where a.tenant_id = ${tenantId} and ${givenTo(agencyId)}
      and ${about === 'item' ? sql`i.id = ${itemId}::uuid` : named} limit 1`.execute(db);
  if (rows.length === 0) throw new Problem('oversight-subject-unknown', {});
}
