import { sql } from 'kysely';
import type { Act, Status } from '../assignment/model.ts';
import { countUpward, type OwedDay } from '../assignment/upward.ts';
import { newId } from '../kernel/ids.ts';
import type { Database } from './db.ts';

/** How far units' own plans are, told to the tasks of the plans they carry out. */

type Row = OwedDay & { itemId: string; agencyId: string; assignmentId: string; above: boolean };

/**
 * The days of the mother plan's items that tasks behind these assignments carry out, and all days of the tasks that carry out the
 * same, by item and unit.
 */
async function listBothSides(db: Database, tenantId: string, assignments: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with touched as (
      select distinct t.item_id, p.agency_id
      from assignment a join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
      join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id and p.mother_id is not null
      join own_plan_task t on t.tenant_id = i.tenant_id and t.child_id = i.plan_id and t.child_key = i.key
      where a.tenant_id = ${tenantId} and a.id = any(${[...assignments]}::uuid[]))
    select true as above, t.item_id as "itemId", t.agency_id as "agencyId", o.id, o.assignment_id as "assignmentId", o.due,
      o.status, o.percent
    from touched t join occurrence o on o.tenant_id = ${tenantId} and o.item_id = t.item_id and o.agency_id = t.agency_id
    union all
    select false, t.item_id, t.agency_id, o.id, o.assignment_id, o.due, o.status, o.percent
    from touched t join own_plan_task k on k.tenant_id = ${tenantId} and k.item_id = t.item_id
    join plan c on c.tenant_id = k.tenant_id and c.id = k.child_id and c.agency_id = t.agency_id and c.removed_at is null
    join work_item i on i.tenant_id = k.tenant_id and i.plan_id = k.child_id and i.key = k.child_key and i.kind = 'task'
      and i.withdrawn_at is null and i.superseded_by is null
    join occurrence o on o.tenant_id = i.tenant_id and o.item_id = i.id`.execute(db);
  return rows;
}

/** An act that follows for a day of the mother plan. */
export type UpwardAct = { id: string; assignmentId: string; occurrenceId: string; agencyId: string; act: Act };

/**
 * What follows for the mother plan of acts about these assignments: its days are as far as the unit's own plan is. A day that is
 * done or given up is left as it is, and no day becomes done by it.
 */
export async function findUpward(db: Database, tenantId: string, assignments: readonly string[]): Promise<UpwardAct[]> {
  if (assignments.length === 0) return [];
  const rows = await listBothSides(db, tenantId, assignments);
  return [...Map.groupBy(rows, ({ itemId, agencyId }) => `${itemId} ${agencyId}`).values()].flatMap((both) => {
    const days = new Map(both.filter(({ above }) => above).map((day) => [day.id, day]));
    const below = both.filter(({ above }) => !above);
    return countUpward([...days.values()], below).flatMap(({ id, percent, done, of }): UpwardAct[] => {
      const day = days.get(id);
      if (!day || day.percent === percent || !open.includes(day.status)) return [];
      const note = `Theo kế hoạch của đơn vị: xong ${done}/${of} việc`;
      const { assignmentId, agencyId } = day;
      return [{ id: newId(), assignmentId, occurrenceId: id, agencyId, act: { kind: 'progress', percent, note } }];
    });
  });
}

const open: readonly Status[] = ['open', 'in-progress', 'returned'];
