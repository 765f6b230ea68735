import { type RawBuilder, sql } from 'kysely';
import { type Pending, reminderKey, type Step } from '../assignment/remind/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Database } from './db.ts';
import { findHeirs } from './heat-map-heirs.ts';
import type { RemedyReminderTable } from './inspection-tables.ts';

/** Reminding of what inspections found and of recommendations: as of work, and what is late goes up to the head and the focal office. */

const open = {
  finding: sql`f.status in ('assigned', 'returned') and f.due is not null`,
  recommendation: sql`r.status = 'open' and r.due is not null`,
};

/** What is to be remedied soon or overdue, by whoever has taken over from a unit that is no more. */
export async function listPendingRemedies(
  db: Database,
  tenantId: string,
  until: PlainDate,
  today: PlainDate,
): Promise<Pending[]> {
  const { rows } = await sql<{ remedyId: string; of: 'finding' | 'recommendation'; agencyId: string; due: PlainDate }>`
    select f.id as "remedyId", 'finding' as of, f.agency_id as "agencyId", f.due from inspection_finding f
    where f.tenant_id = ${tenantId} and ${open.finding} and f.due <= ${until}
    union all
    select r.id, 'recommendation', r.agency_id, r.due from recommendation r
    where r.tenant_id = ${tenantId} and ${open.recommendation} and r.due <= ${until}
    order by 4, 1`.execute(db);
  const heirs = await findHeirs(
    db,
    tenantId,
    rows.map(({ agencyId }) => agencyId),
    today,
  );
  return rows.map((row) => ({
    ...{ ...row, agencyId: heirs.get(row.agencyId) ?? row.agencyId, officerId: null, request: false },
  }));
}

/** The keys of what was told of remedies that are still to be done. */
export async function listSentRemedies(db: Database, tenantId: string, until: PlainDate): Promise<string[]> {
  const { rows } = await sql<Omit<RemedyReminderTable, 'step' | 'due'> & { step: Step; due: PlainDate }>`
    select r.* from remedy_reminder r where r.tenant_id = ${tenantId} and r.step <> 'news' and r.due <= ${until} and ${openRemedy}`.execute(
    db,
  );
  return rows.map(({ officer_id, remedy_id, finding_id, step, due }) =>
    reminderKey({
      ...{ officerId: officer_id, remedyId: remedy_id, of: finding_id === null ? 'recommendation' : 'finding' },
      ...{ step, due },
    }),
  );
}

/** Whether what a row `r` tells of is still to be done. */
export const openRemedy: RawBuilder<boolean> = sql<boolean>`(exists (select from inspection_finding f
    where f.tenant_id = r.tenant_id and f.id = r.finding_id and f.status in ('assigned', 'returned'))
  or exists (select from recommendation said where said.tenant_id = r.tenant_id and said.id = r.recommendation_id
    and said.status = 'open'))`;

/** The lines of notifications about remedies, one to a row, as `listLines` has those of tasks. */
export const remedyLines = (tenantId: string, ids: readonly string[]): RawBuilder<unknown> => sql`
  select r.notification_id, null::uuid as occurrence_id, null::uuid as concrete_id, null::uuid as assignment_id,
    null::uuid as item_id, coalesce(f.agency_id, said.agency_id) as agency_id, r.step, r.due,
    coalesce(f.due, said.due) as due_now,
    case when coalesce(f.status, said.status) in ('withdrawn', 'carried') then 'cancelled'
      when coalesce(f.status, said.status) = 'closed' then 'done'
      when coalesce(f.status, said.status) = 'reported' then 'in-progress' else 'open' end as status,
    case when f.id is null then 'Thực hiện kiến nghị: ' || said.text
      else 'Khắc phục sau kiểm tra: ' || coalesce(f.remedy, f.text) end as text,
    jsonb_build_object('of', case when f.id is null then 'recommendation' else 'finding' end, 'id', r.remedy_id,
      'within', f.inspection_id) as remedy
  from remedy_reminder r
  left join inspection_finding f on f.tenant_id = r.tenant_id and f.id = r.finding_id
  left join recommendation said on said.tenant_id = r.tenant_id and said.id = r.recommendation_id
  where r.tenant_id = ${tenantId} and r.notification_id = any(${[...ids]}::uuid[])`;
