import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import type { OwedOnce } from '../publish/icalendar-days.ts';
import { concreteText, openConcrete } from './concrete-days.ts';
import type { Database } from './db.ts';
import { withinReach } from './permitted.ts';

type Window = {
  today: PlainDate;
  from: PlainDate;
  to: PlainDate;
  most: number;
  reach: Reach;
  /** whether the work of the assignment `a` is this person's */
  whose: RawBuilder<boolean>;
};

/**
 * Concrete acts that have or had a day within a window. The log is asked, for the row of an act goes when it is removed, and a
 * calendar program that has its day must be told so.
 */
export async function listConcreteOnce(
  db: Database,
  tenantId: string,
  { today, from, to, most, reach, whose }: Window,
): Promise<OwedOnce[]> {
  const { rows } = await sql<OwedOnce>`
    with dated as (
      select act.assignment_id, (act.act ->> 'concreteId')::uuid as id,
        array_agg(distinct (act.act -> 'change' ->> 'due')::date::text) as days
      from assignment_action act join assignment a on a.tenant_id = act.tenant_id and a.id = act.assignment_id
      where act.tenant_id = ${tenantId} and ${withinReach('a.agency_id', reach)}
        and act.act ->> 'kind' = 'concrete' and act.act -> 'change' ->> 'due' is not null
      group by 1, 2
      having bool_or((act.act -> 'change' ->> 'due')::date between ${from} and ${to})
    )
    select a.agency_id as "agencyId", coalesce(span.name, '') as agency, ${concreteText(tenantId, 'd.assignment_id', 'd.id')} as text,
      coalesce(p.number, p.title) as plan, c.due, a.seq as acts, c.id is not null and not (${sql.raw(openConcrete)}) as done,
      c.id is not null and a.closed is null and p.removed_at is null and ${whose} as live, d.days as earlier
    from dated d
    join assignment a on a.tenant_id = ${tenantId} and a.id = d.assignment_id
    left join concrete_act c on c.tenant_id = a.tenant_id and c.assignment_id = d.assignment_id and c.id = d.id
    join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    left join lateral (select name from agency_span s where s.tenant_id = a.tenant_id and s.agency_id = a.agency_id
      order by (s.valid_from <= ${today}) desc, s.valid_from desc limit 1) span on true
    order by c.due, i.position, c.position, d.id limit ${most}`.execute(db);
  return rows;
}
