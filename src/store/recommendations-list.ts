import { type Selectable, sql } from 'kysely';
import type { OversightStatus } from '../assignment/oversight/model.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import type { FindingStatus } from '../report/inspection/model.ts';
import type { RecommendationStatus } from '../report/recommendation/model.ts';
import type { RegisterLine } from '../report/recommendation/register.ts';
import type { Database } from './db.ts';
import { findHeirs, withForerunners } from './heat-map-heirs.ts';
import type { RecommendationTable } from './inspection-tables.ts';
import { type InspectionLine, type InspectionReach, listInspections } from './inspections-list.ts';
import { listOversight, type OversightRow } from './oversight-list.ts';
import { withinReach } from './permitted.ts';

/** The register: what was recorded, what inspections found, what was recommended after oversight; each kept in one place. */

export type HeldLine = RegisterLine & { heldBy: string | null };

export type RegisterReach = { recommendations: Reach; inspections: InspectionReach; oversight: Reach };

/** All lines within a reach, what has waited longest first; what was carried over or put down by mistake is no line. */
export async function listRegister(
  db: Database,
  tenantId: string,
  reach: RegisterReach,
  today: PlainDate,
): Promise<HeldLine[]> {
  const own = await listRecommendations(db, tenantId, reach.recommendations, today);
  const found = (await listInspections(db, tenantId, reach.inspections, today)).flatMap(linesOfInspection);
  const seen = (await listOversight(db, tenantId, reach.oversight, today)).flatMap(linesOfOversight);
  return [...own, ...found, ...seen].sort(
    (a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || a.id.localeCompare(b.id),
  );
}

const rank = ({ status }: RegisterLine): number => (status === 'open' ? 0 : status === 'reported' ? 1 : 2);

export type RecommendationRow = Selectable<RecommendationTable> & { recordedBy: string };

/** What was recorded in the register itself. */
export async function listRecommendations(
  db: Database,
  tenantId: string,
  reach: Reach,
  today: PlainDate,
  id?: string,
): Promise<(HeldLine & { recordedBy: string; recorderId: string })[]> {
  const units = await withForerunners(db, tenantId, reach, today);
  const { rows } = await sql<RecommendationRow>`select r.*, o.name as "recordedBy" from recommendation r
    join officer o on o.tenant_id = r.tenant_id and o.id = r.recorded_by
    where r.tenant_id = ${tenantId} and ${withinReach('r.agency_id', units)}
      and (${id ?? null}::uuid is null or r.id = ${id ?? null}::uuid)
    order by r.recorded_at, r.id limit 5000`.execute(db);
  const heirs = await findHeirs(
    db,
    tenantId,
    rows.map(({ agency_id }) => agency_id),
    today,
  );
  return rows.map((row) => ({
    ...{ of: 'recommendation', id: row.id, within: null, source: row.source, paper: row.paper, text: row.text },
    ...{ agencyId: row.agency_id, heldBy: heirs.get(row.agency_id) ?? row.agency_id, due: row.due, status: row.status },
    ...{ percent: row.status === 'closed' ? 100 : row.percent, closedOn: row.closed_on },
    ...{ recordedBy: row.recordedBy, recorderId: row.recorded_by },
    since: row.paper.date ?? dayInVietnam(row.recorded_at),
  }));
}

export async function getRecommendation(db: Database, tenantId: string, reach: Reach, today: PlainDate, id: string) {
  const [line] = await listRecommendations(db, tenantId, reach, today, id);
  if (!line) throw new Problem('not-found', { what: 'kiến nghị này' });
  return line;
}

const ofFinding: Partial<Record<FindingStatus, RecommendationStatus>> = {
  assigned: 'open',
  returned: 'open',
  reported: 'reported',
  closed: 'closed',
};

/** Findings with a remedy; how far one is has no percent but whole, for a unit says only that it is remedied. */
const linesOfInspection = (line: InspectionLine): HeldLine[] =>
  line.findings.flatMap((one): HeldLine[] => {
    const status = ofFinding[one.status];
    if (status === undefined) return [];
    const paper = { what: 'Kết luận kiểm tra', number: line.number, date: line.paper_date, issuer: line.plannedByUnit };
    return [
      {
        ...{ of: 'finding', id: one.id, within: line.id, source: 'check', paper },
        text: one.remedy === null ? one.text : `${one.remedy} (${one.text})`,
        ...{ agencyId: one.agency_id, heldBy: one.heldBy, due: one.due, status, closedOn: one.closed_on },
        ...{ percent: status === 'closed' ? 100 : null, since: one.found_on },
      },
    ];
  });

const ofEntry: Partial<Record<OversightStatus, RecommendationStatus>> = {
  waiting: 'open',
  unsatisfied: 'open',
  answered: 'reported',
  satisfied: 'closed',
};

const linesOfOversight = (row: OversightRow): HeldLine[] => {
  const status = ofEntry[row.status];
  if (status === undefined || row.recommendation === null) return [];
  const [paper] = row.refs;
  return [
    {
      ...{ of: 'oversight', id: row.id, within: null, source: 'oversight', text: row.recommendation },
      paper: {
        ...{ what: paper?.what ?? 'Ghi nhận giám sát', number: paper?.number ?? null },
        ...{ date: paper?.date ?? row.day, issuer: row.recordedByUnit },
      },
      ...{ agencyId: row.agency_id, heldBy: row.heldBy, due: row.wished_by, status, since: row.day },
      ...{ percent: status === 'closed' ? 100 : null, closedOn: status === 'closed' ? row.answered_on : null },
    },
  ];
};
