import { sql } from 'kysely';
import type { CountedPiece } from '../report/consolidated/model.ts';
import type { Evidence } from '../report/evidence/model.ts';
import type { Round } from '../report/round/model.ts';
import type { Database } from './db.ts';
import { itemsCovered } from './report-fill.ts';

type Row = { agencyId: string; itemId: string; id: string; piece: Evidence | null };

/** Evidence of a period by unit and item. */
export type EvidenceOfUnits = ReadonlyMap<string, Record<string, CountedPiece[]>>;

/**
 * The evidence of a period: a piece belongs to the period its own day lies in, one without a day to that in which it was added. What
 * was counted in a word beside the work, without a typed piece, counts by the day of that.
 */
export async function listEvidenceOf(
  db: Database,
  tenantId: string,
  planId: string,
  { from, to }: Pick<Round, 'from' | 'to'>,
): Promise<EvidenceOfUnits> {
  const { rows } = await sql<Row>`
    with proven as materialized (select o.id, o.agency_id, o.item_id, o.assignment_id from occurrence o
      where o.tenant_id = ${tenantId} and o.evidence > 0 and o.item_id in ${itemsCovered(tenantId, planId)})
    select o.agency_id as "agencyId", o.item_id as "itemId", e.id, e.details as piece
    from proven o join evidence_use u on u.tenant_id = ${tenantId} and u.occurrence_id = o.id and u.used
    join evidence e on e.tenant_id = u.tenant_id and e.id = u.evidence_id and e.removed_at is null
    where coalesce(e.day, (e.added_at at time zone 'Asia/Ho_Chi_Minh')::date) between ${from} and ${to}
    union all
    select o.agency_id, o.item_id, x.id, null
    from proven o join assignment_action x on x.tenant_id = ${tenantId} and x.assignment_id = o.assignment_id
      and x.occurrence_id = o.id and x.act ->> 'kind' = 'evidence' and x.day between ${from} and ${to}
    where not exists (select from assignment_action u where u.tenant_id = x.tenant_id
        and u.assignment_id = x.assignment_id and u.act ->> 'kind' = 'undo' and u.act ->> 'of' = x.id::text)
      and not exists (select from evidence_use t where t.tenant_id = x.tenant_id and t.occurrence_id = o.id
        and t.act_id = x.id)`.execute(db);
  const units = new Map<string, Record<string, CountedPiece[]>>();
  for (const { agencyId, itemId, id, piece } of rows) {
    const unit = units.get(agencyId) ?? {};
    unit[itemId] = [...(unit[itemId] ?? []), { id, piece }];
    units.set(agencyId, unit);
  }
  return units;
}
