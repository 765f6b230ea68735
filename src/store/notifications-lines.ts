import { sql } from 'kysely';
import type { Status } from '../assignment/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Database } from './db.ts';
import type { ReminderTable } from './notifications-tables.ts';

/** One thing somebody was told of, as it is called and how it stands now. `due` is the day it was told for. */
export type NoticeLine = {
  notificationId: string;
  occurrenceId: string;
  assignmentId: string;
  itemId: string;
  step: ReminderTable['step'];
  due: PlainDate;
  dueNow: PlainDate | null;
  status: Status;
  text: string;
  component: string | null;
  agency: string;
  planId: string;
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
    select r.notification_id as "notificationId", o.id as "occurrenceId", o.assignment_id as "assignmentId",
      o.item_id as "itemId", r.step, r.due, o.due as "dueNow", o.status, i.text, i.component, i.plan_id as "planId",
      coalesce(p.number, p.title) as plan, coalesce(span.name, '') as agency
    from (select *, row_number() over (partition by notification_id order by due, occurrence_id, step) as nth
      from reminder where tenant_id = ${tenantId} and notification_id = any(${[...ids]}::uuid[])) r
    join occurrence o on o.tenant_id = r.tenant_id and o.id = r.occurrence_id
    join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    left join lateral (select name from agency_span s where s.tenant_id = o.tenant_id and s.agency_id = o.agency_id
      order by (s.valid_from <= ${today}) desc, s.valid_from desc limit 1) span on true
    where r.nth <= ${atMost}
    order by r.notification_id, r.nth`.execute(db);
  return rows;
}
