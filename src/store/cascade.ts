import { sql } from 'kysely';
import { isAsked } from '../assignment/fan-out.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import type { AgencyKind } from '../place/model.ts';
import { findIssuer } from '../place/resolve/issuer.ts';
import { type Cascade, type GivenRole, type MotherPlan, usualWorkingDays } from '../publish/cascade/model.ts';
import { getCalendar } from './calendar-settings.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';
import { listAgencyLines } from './heat-map.ts';
import { getConfirmedPlan } from './items.ts';
import { type LoggedEdit, listEdits, listOwnPlans, type OwnPlanRow } from './own-plans.ts';
import { withinReach } from './permitted.ts';
import { getPlan } from './plans.ts';
import { getIssuer } from './report-papers.ts';

/** What a plan gave its units, as their own plans follow from it. */

/** `days`: working days before the mother plan's, for units that have not begun theirs. */
export type CascadeAsking = { planId: string; reach: Reach; today: PlainDate; days?: number | undefined };
type Given = GivenRole & { agencyId: string; kindOfAgency: AgencyKind };

/** A unit's own plan as it stands: what it follows from, what the unit changed, and whether it is issued. */
export type UnitDraft = { agencyId: string; cascade: Cascade; edits: LoggedEdit[]; own: OwnPlanRow | undefined };

/** All that the own plans of these units are written from, in the order of the directory. */
export async function listDrafts(db: Database, tenantId: string, asking: CascadeAsking): Promise<UnitDraft[]> {
  const { planId, today } = asking;
  const given = await listGiven(db, tenantId, asking);
  const mother = await getMotherPlan(db, tenantId, planId);
  const { work } = await getCalendar(db, tenantId);
  const lines = await listAgencyLines(db, tenantId, [...given.keys()], { to: today });
  const [begun, edits] = [await listOwnPlans(db, tenantId, planId), await listEdits(db, tenantId, { planId })];
  const drafts: UnitDraft[] = [];
  for (const { id } of lines) {
    const own = begun.get(id);
    const workingDays = own?.days ?? asking.days ?? usualWorkingDays;
    const ahead = { workingDays, today: own?.opened_on ?? today, calendar: work };
    const cascade = { mother, unit: await getIssuer(db, tenantId, id, today), given: given.get(id) ?? [], ahead };
    drafts.push({ agencyId: id, cascade, edits: edits.get(id) ?? [], own });
  }
  return drafts;
}

/** One of them, or the Problem that the plan gave this unit nothing to plan. */
export async function getDraft(
  db: Database,
  tenantId: string,
  { agencyId, ...asking }: Omit<CascadeAsking, 'reach'> & { agencyId: string },
): Promise<UnitDraft> {
  const [draft] = await listDrafts(db, tenantId, { ...asking, reach: [agencyId] });
  if (draft === undefined) throw new Problem('not-found', { what: 'việc của kế hoạch này giao cho đơn vị ấy' });
  return draft;
}

/** The plan as it was confirmed, under its head as corrected. */
async function getMotherPlan(db: Database, tenantId: string, planId: string): Promise<MotherPlan> {
  const plan = await getPlan(db, tenantId, planId);
  const { type, number, symbol, title, issuer, date, year } = plan;
  const { head: _, ...confirmed } = await getConfirmedPlan(db, tenantId, planId);
  return { ...confirmed, head: { ...plan.reading.document, type, number, symbol, title, issuer, date, year } };
}

/**
 * Who holds what of the plan. Whoever is only asked (the Front, party bodies, councils) writes its plans by its own rules, and
 * whoever only follows the work of others has none to plan.
 */
export async function listGiven(
  db: Database,
  tenantId: string,
  { planId, reach, today }: CascadeAsking,
): Promise<Map<string, Given[]>> {
  const { rows } = await sql<Omit<Given, 'division'> & { division_id: string | null }>`
    select i.kind, i.key, a.role, a.printed, a.agency_id as "agencyId", g.kind as "kindOfAgency", a.division_id
    from work_item i join assignment a on a.tenant_id = i.tenant_id and a.item_id = i.id
    join agency g on g.tenant_id = a.tenant_id and g.id = a.agency_id
    where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and i.withdrawn_at is null and i.superseded_by is null
      and a.closed is null and ${withinReach('a.agency_id', reach)}
    order by i.position, a.role`.execute(db);
  const divisions = [...new Set(rows.flatMap(({ division_id }) => division_id ?? []))];
  const named = await listAgencyLines(db, tenantId, divisions, { to: today });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const given = rows
    .filter(({ kindOfAgency }) => !isAsked(kindOfAgency))
    .map(({ division_id, ...one }) => ({ ...one, division: names.get(division_id ?? '') ?? null }));
  const byAgency = Map.groupBy(given, ({ agencyId }) => agencyId);
  return new Map([...byAgency].filter(([, all]) => all.some(({ role }) => role !== 'monitor')));
}

/** A plan that cites another by its number, by the agency that issued it. */
export type CitingPlan = { planId: string; number: string | null; date: string | null };

/** Plans that cite this one by its number, by the agency that issued them; of several the latest. */
export async function findCiting(
  db: Database,
  tenantId: string,
  { planId, today }: Pick<CascadeAsking, 'planId' | 'today'>,
): Promise<Map<string, CitingPlan>> {
  const { rows } = await sql<CitingPlan & { issuer: string }>`
    select c.id as "planId", c.number, c.date, c.issuer
    from plan p join plan c on c.tenant_id = p.tenant_id and c.id <> p.id
    where p.tenant_id = ${tenantId} and p.id = ${planId} and p.number is not null and c.removed_at is null
      and c.mother_id is null and c.issuer is not null and exists (
        select from jsonb_array_elements(coalesce(c.reading::jsonb -> 'document' -> 'references', '[]')) as cited
        where cited ->> 'number' = p.number and coalesce(cited ->> 'date', p.date::text, '') = coalesce(p.date::text, ''))
    order by c.date nulls first, c.added_at`.execute(db);
  if (rows.length === 0) return new Map();
  const directory = await loadDirectory(db, tenantId);
  return new Map(
    rows.flatMap(({ issuer, ...child }) => {
      const id = findIssuer(directory, issuer, today);
      return id === undefined ? [] : [[id, child]];
    }),
  );
}
