import { sql } from 'kysely';
import { formatPlainDate, isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Issuer } from '../publish/report/letterhead.ts';
import type { Database } from './db.ts';
import { findHeads } from './heads.ts';

/** What a paper of a report prints beside the report itself. */

type Line = {
  name: string;
  kind: Issuer['kind'];
  level: Issuer['level'];
  parent: string | null;
  committee: string | null;
};

/** An agency as whoever issues a paper on a day, or the Problem that there is none. */
export async function getIssuer(db: Database, tenantId: string, agencyId: string, on: PlainDate): Promise<Issuer> {
  const { rows } = await sql<Line>`
    with recursive up (agency_id, parent_id, name, depth) as (
      select s.agency_id, s.parent_id, s.name, 0 from agency_span s
      where s.tenant_id = ${tenantId} and s.agency_id = ${agencyId} and ${lasting(on)}
      union all
      select s.agency_id, s.parent_id, s.name, up.depth + 1 from up
      join agency_span s on s.tenant_id = ${tenantId} and s.agency_id = up.parent_id and ${lasting(on)}
      where up.depth < 20
    )
    select up.name, a.kind, a.level, (select name from up where depth = 1) as parent,
      (select u.name from up u join agency t on t.tenant_id = ${tenantId} and t.id = u.agency_id and t.kind = 'committee'
        where u.depth > 0 order by u.depth limit 1) as committee
    from up join agency a on a.tenant_id = ${tenantId} and a.id = up.agency_id where depth = 0`.execute(db);
  const [line] = rows;
  if (line === undefined) throw new Problem('not-found', { what: 'đơn vị ban hành' });
  const heads = await findHeads(db, tenantId, [agencyId], on);
  return { ...line, head: heads.length === 1 ? (heads[0]?.name ?? null) : null };
}

const lasting = (on: PlainDate) => sql<boolean>`s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})`;

export type PlanOnPaper = {
  /** "Kế hoạch số 21/KH-UBND ngày 05/02/2026 của UBND tỉnh Minh Hà" */
  name: string;
  /** whom the plan has reports sent to, by the words of a reporting item */
  receiversOf: (text: string) => string[];
};

/** A plan as papers cite it, and to whom it has its reports sent. */
export async function getPlanOnPaper(db: Database, tenantId: string, planId: string): Promise<PlanOnPaper> {
  const plan = await db
    .selectFrom('plan')
    .select(['type', 'number', 'date', 'issuer', 'title', 'reading'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!plan) throw new Problem('not-found', { what: 'kế hoạch này' });
  const { type, number, date, issuer, title, reading } = plan;
  const day = date !== null && isPlainDate(date) ? ` ngày ${formatPlainDate(date)}` : '';
  const name = number
    ? `${type ?? 'Kế hoạch'} số ${number}${day}${issuer ? ` của ${issuer}` : ''}`
    : [type ?? 'Kế hoạch', title].filter(Boolean).join(' ');
  return {
    name,
    receiversOf: (text) =>
      reading.reporting
        .filter(({ quote }) => quote === text)
        .flatMap(({ to, via }) => [...(via ? [`${via} (tổng hợp)`] : []), ...(to ? [to] : [])])
        .slice(0, 5),
  };
}
