import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import type { FileTypeName } from '../report/evidence/file-types.ts';
import type { Evidence } from '../report/evidence/model.ts';
import type { EvidencePlace, ScanState } from '../report/evidence/views.ts';
import { seenWithin } from './assignment-scope.ts';
import type { Database } from './db.ts';
import { withinReach } from './permitted.ts';

/** What evidence there is, within what an asker may see: a piece is seen by who may see any of the work it proves. */

export type EvidenceLine = {
  id: string;
  agencyId: string;
  piece: Evidence;
  sha256: Buffer | null;
  fileName: string | null;
  addedAt: Date;
  addedBy: string;
  removed: boolean;
  type: FileTypeName | null;
  size: number | null;
  scan: ScanState | null;
  threat: string | null;
  preview: 'unmade' | 'made' | 'none' | null;
  uses: { occurrenceId: string; itemId: string; agencyId: string }[];
};

/**
 * Evidence of the work of an agency, the latest first; what proves findings or recommendations, by their ids; or one piece, also one
 * that was taken away.
 */
export async function listEvidence(
  db: Database,
  tenantId: string,
  which: { agencyId: string } | { proving: readonly string[] } | { id: string },
  reach: Reach,
): Promise<EvidenceLine[]> {
  const { work: wanted, proofs } = wantedOf(which);
  const { rows } = await sql<EvidenceLine>`
    with seen as (
      select u.evidence_id, jsonb_agg(jsonb_build_object('occurrenceId', o.id, 'itemId', o.item_id,
        'agencyId', o.agency_id) order by o.due, o.id) filter (where u.used) as uses
      from evidence_use u
      join evidence e on e.tenant_id = u.tenant_id and e.id = u.evidence_id
      join occurrence o on o.tenant_id = u.tenant_id and o.id = u.occurrence_id
      where u.tenant_id = ${tenantId} and ${wanted} and ${seenWithin(tenantId, reach)}
      group by u.evidence_id
      union all
      select p.evidence_id, '[]'::jsonb from evidence_proof p ${proofs} and p.tenant_id = ${tenantId}
        and ${provedWithin(reach)})
    select e.id, e.agency_id as "agencyId", e.details as piece, e.sha256, e.file_name as "fileName",
      e.added_at as "addedAt", w.name as "addedBy", e.removed_at is not null as removed,
      f.kind as type, f.size, f.scan, f.threat, f.preview, coalesce(seen.uses, '[]') as uses
    from seen join evidence e on e.tenant_id = ${tenantId} and e.id = seen.evidence_id
    join officer w on w.tenant_id = e.tenant_id and w.id = e.added_by
    left join evidence_file f on f.tenant_id = e.tenant_id and f.sha256 = e.sha256
    order by e.added_at desc, e.id desc
    limit 3000`.execute(db);
  return rows;
}

/** Which pieces are asked for among those that prove work, and among those that prove something else; a piece does but one. */
function wantedOf(which: Parameters<typeof listEvidence>[2]): Record<'work' | 'proofs', RawBuilder<unknown>> {
  if ('id' in which) return { work: sql`u.evidence_id = ${which.id}`, proofs: sql`where p.evidence_id = ${which.id}` };
  if ('agencyId' in which)
    return { work: sql`o.agency_id = ${which.agencyId} and u.used and e.removed_at is null`, proofs: sql`where false` };
  const ids = sql`${[...which.proving]}::uuid[]`;
  return {
    work: sql`false`,
    proofs: sql`where p.used and coalesce(p.finding_id, p.recommendation_id) = any(${ids})`,
  };
}

/** Of `p`: what proves a finding is seen by who may see its inspection, what proves a recommendation by who may see that. */
const provedWithin = (reach: Reach): RawBuilder<boolean> =>
  reach === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`(exists (select from inspection_finding f
        join inspection i on i.tenant_id = f.tenant_id and i.id = f.inspection_id
        join inspection_finding beside on beside.tenant_id = f.tenant_id and beside.inspection_id = f.inspection_id
        where f.tenant_id = p.tenant_id and f.id = p.finding_id
          and (${withinReach('i.agency_id', reach)} or ${withinReach('beside.agency_id', reach)}))
      or exists (select from recommendation r where r.tenant_id = p.tenant_id and r.id = p.recommendation_id
        and ${withinReach('r.agency_id', reach)}))`;

export async function getEvidence(db: Database, tenantId: string, id: string, reach: Reach): Promise<EvidenceLine> {
  const [line] = await listEvidence(db, tenantId, { id }, reach);
  if (!line) throw new Problem('not-found', { what: 'tài liệu này' });
  return line;
}

/** The days of work of an agency a piece may be put to: what is being done or is done, by day. */
export async function listPlaces(
  db: Database,
  tenantId: string,
  agencyId: string,
  reach: Reach,
): Promise<EvidencePlace[]> {
  const { rows } = await sql<EvidencePlace & { due: PlainDate | null }>`
    select o.id as "occurrenceId", o.item_id as "itemId", i.text, o.period, o.due, o.status
    from occurrence o
    join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id and a.closed is null
    join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id and i.kind <> 'reporting'
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id and p.removed_at is null
    where o.tenant_id = ${tenantId} and o.agency_id = ${agencyId} and ${seenWithin(tenantId, reach)}
      and o.status in ('open', 'in-progress', 'returned', 'done')
    order by o.due nulls last, i.position, o.id
    limit 2000`.execute(db);
  return rows;
}
