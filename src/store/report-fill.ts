import { sql } from 'kysely';
import type { Role, Target } from '../plan/model.ts';
import type { ReportContent } from '../report/content/model.ts';
import { overlay } from '../report/content/overlay.ts';
import { type DoneAfter, fillReport } from '../report/fill.ts';
import type { Database } from './db.ts';
import { type RegisteredItems, readRegister, withRegister } from './indicator-reports.ts';
import { listReportTargets } from './indicator-ties.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { listDone } from './report-done.ts';
import { listFields, type WrittenField } from './report-fields.ts';
import { listSentContents } from './report-log.ts';
import type { KnownReport } from './report-world.ts';

/** What a report is about: what the unit was given under the plan, and what it did of it in the days of the round. */

/** `owes`: the unit answers for it; without, it takes part and may write of it. */
export type AskedOf = { itemId: string; roles: readonly Role[]; owes: boolean };

export type OpenedReport = {
  items: (ItemLine & { targets: readonly Target[] })[];
  asked: AskedOf[];
  content: ReportContent;
  written: WrittenField[];
  previous: ReportContent | null;
  /** by item, what was done after the last day of the round */
  after: ReadonlyMap<string, DoneAfter>;
  /** what the register of indicators has for the targets of its items */
  register: RegisteredItems;
};

/**
 * A report as it opens: what the product knows of the unit's work, and over it what was written. A plan that asks for reports only
 * (a regime of reports) is about the work of all plans of its year.
 */
export async function openReportContent(db: Database, tenantId: string, report: KnownReport): Promise<OpenedReport> {
  const asked = await listAsked(db, tenantId, report);
  const owed = asked.filter(({ owes }) => owes).map(({ itemId }) => itemId);
  const ids = asked.map(({ itemId }) => itemId);
  const [done, written, previous, items, register, sent] = await Promise.all([
    listDone(db, tenantId, report, owed),
    listFields(db, tenantId, report.id),
    findPrevious(db, tenantId, report),
    listReportItems(db, tenantId, ids),
    readRegister(db, tenantId, report, ids),
    listSentContents(db, tenantId, isSettled(report) ? [report.id] : []),
  ]);
  const filled = fillReport(done.since, previous);
  // What was sent says what it said, whatever becomes of the register since.
  const content = sent.get(report.id) ?? withRegister(overlay(filled.content, written), register);
  return { items, asked, content, written, previous, register, after: done.after };
}

const isSettled = ({ state }: KnownReport): boolean => state.status === 'sent' || state.status === 'received';

/** The items of a plan that reports are about, or of all plans of the year where it has none of its own. */
export const itemsCovered = (tenantId: string, planId: string) => sql`(
  select i.id from work_item i join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
  where i.tenant_id = ${tenantId} and i.kind not in ('reporting', 'form') and i.withdrawn_at is null
    and p.removed_at is null and (i.plan_id = ${planId} or i.superseded_by is null and not exists (select from work_item own
      where own.tenant_id = ${tenantId} and own.plan_id = ${planId} and own.kind <> 'reporting')
      and i.year = (select min(r.year) from work_item r where r.tenant_id = ${tenantId} and r.plan_id = ${planId})))`;

async function listAsked(
  db: Database,
  tenantId: string,
  { planId, agencyId }: Pick<KnownReport, 'planId' | 'agencyId'>,
): Promise<AskedOf[]> {
  const { rows } = await sql<AskedOf>`
    with held as materialized (
      select a.item_id, a.role, a.owes from assignment a
      where a.tenant_id = ${tenantId} and a.agency_id = ${agencyId} and a.closed is distinct from 'cancelled'
      union
      select a.item_id, a.role, a.owes from occurrence o
      join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
      where o.tenant_id = ${tenantId} and o.agency_id = ${agencyId} and a.closed is distinct from 'cancelled'
    ), covered as materialized ${itemsCovered(tenantId, planId)}
    select h.item_id as "itemId", array_agg(distinct h.role) as roles, bool_or(h.owes) as owes
    from held h join covered c on c.id = h.item_id
    group by h.item_id`.execute(db);
  return rows;
}

/** Items in the order of their plans, with their targets. */
async function listReportItems(db: Database, tenantId: string, ids: readonly string[]) {
  const [lines, targets] = await Promise.all([
    listItemLines(db, tenantId, ids),
    listReportTargets(db, tenantId, sql`work_item.id = any(${[...ids]}::uuid[])`),
  ]);
  return lines.map((line) => ({ ...line, targets: targets.get(line.id) ?? [] }));
}

/** What the same unit last sent under the same plan before this round. */
async function findPrevious(
  db: Database,
  tenantId: string,
  { id, planId, agencyId, round }: Pick<KnownReport, 'id' | 'planId' | 'agencyId' | 'round'>,
): Promise<ReportContent | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from occurrence o join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    where o.tenant_id = ${tenantId} and o.agency_id = ${agencyId} and i.plan_id = ${planId} and i.kind = 'reporting'
      and o.id <> ${id} and coalesce(o.period_to, o.due) < ${round.to}
      and exists (select from report_version v where v.tenant_id = o.tenant_id and v.report_id = o.id)
    order by coalesce(o.period_to, o.due) desc limit 1`.execute(db);
  const [before] = rows;
  if (before === undefined) return null;
  return (await listSentContents(db, tenantId, [before.id])).get(before.id) ?? null;
}
