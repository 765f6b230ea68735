import { type RawBuilder, sql } from 'kysely';
import type { Pending } from '../assignment/remind/model.ts';
import { reminderKey } from '../assignment/remind/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { concreteText, openConcrete } from './concrete-days.ts';
import type { Database } from './db.ts';
import type { ConcreteReminderTable } from './notifications-tables.ts';

/** Reminding of the concrete acts that units gave a day of their own. */

/**
 * What is to be done soon or overdue, under work that is owed and not done. A unit may write down a day that was before the
 * work was given to it: that is nobody's delay.
 */
export async function listPendingConcrete(db: Database, tenantId: string, until: PlainDate): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    select c.assignment_id as "assignmentId", c.id as "concreteId", a.agency_id as "agencyId", c.due, a.request,
      a.officer_id as "officerId"
    from concrete_act c
    join assignment a on a.tenant_id = c.tenant_id and a.id = c.assignment_id
    join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where c.tenant_id = ${tenantId} and c.due <= ${until} and c.due >= a.since and ${sql.raw(openConcrete)}
      and a.closed is null and p.removed_at is null and exists (select from occurrence o
        where o.tenant_id = a.tenant_id and o.assignment_id = a.id
          and o.status in ('waiting', 'open', 'in-progress', 'returned'))
    order by c.due, c.id`.execute(db);
  return rows;
}

/** The keys of what was told of acts that are still there. */
export async function listSentConcrete(db: Database, tenantId: string, until: PlainDate): Promise<string[]> {
  const { rows } = await sql<ConcreteReminderTable>`
    select r.* from concrete_reminder r
    join concrete_act c on c.tenant_id = r.tenant_id and c.assignment_id = r.assignment_id and c.id = r.concrete_id
    where r.tenant_id = ${tenantId} and c.due <= ${until} and c.done_on is null`.execute(db);
  return rows.map(({ officer_id, assignment_id, concrete_id, step, due }) =>
    reminderKey({ officerId: officer_id, assignmentId: assignment_id, concreteId: concrete_id, step, due }),
  );
}

/**
 * The lines of notifications about concrete acts, one to a row, as `listLines` has those of tasks. `o` is the day of the task
 * that leads to its sheet.
 */
export const concreteLines = (tenantId: string, ids: readonly string[]): RawBuilder<unknown> => sql`
  select r.notification_id, o.id as occurrence_id, r.concrete_id, r.assignment_id, a.item_id, a.agency_id, r.step, r.due,
    c.due as due_now,
    case when c.id is null or a.closed is not null then 'cancelled' when not (${sql.raw(openConcrete)}) then 'done'
      when o.status in ('done', 'cancelled', 'superseded') then o.status else 'open' end as status,
    ${concreteText(tenantId, 'r.assignment_id', 'r.concrete_id')} as text, null::jsonb as remedy
  from concrete_reminder r
  join assignment a on a.tenant_id = r.tenant_id and a.id = r.assignment_id
  left join concrete_act c on c.tenant_id = r.tenant_id and c.assignment_id = r.assignment_id and c.id = r.concrete_id
  join lateral (select id, status from occurrence o where o.tenant_id = a.tenant_id and o.assignment_id = a.id
    order by o.status in ('done', 'cancelled', 'superseded'), o.due nulls last, o.id limit 1) o on true
  where r.tenant_id = ${tenantId} and r.notification_id = any(${[...ids]}::uuid[])`;
