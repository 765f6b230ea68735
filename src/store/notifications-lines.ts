import { type RawBuilder, sql } from 'kysely';
import type { Status } from '../assignment/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { concreteLines } from './concrete-reminders.ts';
import type { Database } from './db.ts';
import type { ReminderTable } from './notifications-tables.ts';
import { remedyLines } from './remedy-reminders.ts';

/** One thing somebody was told of, as it is called and how it stands now. `due` is the day it was told for. */
export type NoticeLine = {
  notificationId: string;
  /** of a concrete act: the day of its task that leads to it */
  occurrenceId: string | null;
  concreteId: string | null;
  assignmentId: string | null;
  itemId: string | null;
  /** of what an inspection or a recommendation asks */
  remedy: { of: 'finding' | 'recommendation'; id: string; within: string | null } | null;
  step: ReminderTable['step'];
  due: PlainDate | null;
  dueNow: PlainDate | null;
  status: Status;
  text: string;
  component: string | null;
  agency: string;
  planId: string | null;
  plan: string | null;
};

/** The lines of notifications, at most so many of each, the nearest day first. Agencies by their name of the day. */
export async function listLines(
  db: Database,
  tenantId: string,
  ids: readonly string[],
  { today, atMost }: { today: PlainDate; atMost: number },
): Promise<NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select r.notification_id as "notificationId", r.occurrence_id as "occurrenceId", r.concrete_id as "concreteId",
      r.assignment_id as "assignmentId", r.item_id as "itemId", r.remedy, r.step, r.due, r.due_now as "dueNow", r.status,
      coalesce(r.text, i.text) as text, i.component, i.plan_id as "planId", case when p.kind = 'form' then null else coalesce(p.number, p.title) end as plan,
      coalesce(span.name, '') as agency
    from (select *, row_number() over (partition by notification_id order by due, occurrence_id, concrete_id, remedy ->> 'id', step) as nth
      from (${taskLines(tenantId, ids)} union all ${concreteLines(tenantId, ids)}
        union all ${remedyLines(tenantId, ids)}) told) r
    left join work_item i on i.tenant_id = ${tenantId} and i.id = r.item_id
    left join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    left join lateral (select name from agency_span s where s.tenant_id = ${tenantId} and s.agency_id = r.agency_id
      order by (s.valid_from <= ${today}) desc, s.valid_from desc limit 1) span on true
    where r.nth <= ${atMost}
    order by r.notification_id, r.nth`.execute(db);
  return rows;
}

const taskLines = (tenantId: string, ids: readonly string[]): RawBuilder<unknown> => sql`
  select r.notification_id, r.occurrence_id, null::uuid as concrete_id, o.assignment_id, o.item_id, o.agency_id, r.step, r.due,
    o.due as due_now, o.status, null::text as text, null::jsonb as remedy
  from reminder r join occurrence o on o.tenant_id = r.tenant_id and o.id = r.occurrence_id
  where r.tenant_id = ${tenantId} and r.notification_id = any(${[...ids]}::uuid[])`;
