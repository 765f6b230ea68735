import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import type { Done, Handing } from '../place/directory/handing.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { lockDirectory } from './directory.ts';
import { type Moved, transfer } from './directory-transfer.ts';

/** Moving what a reorganisation moves, when its day has come. */

/** What was entered, and what came of it: enough to move on a later day and to take it back. */
export type Details = Done & { handing?: readonly Handing[] } & Partial<
    Pick<Moved, 'acts' | 'difficulties' | 'grants'>
  >;

type Row = {
  effective: PlainDate;
  resolution: string | null;
  details: Details;
  moved: Record<string, number>;
  by: string;
};

const undone = sql<boolean>`exists (select from reorganisation u where u.tenant_id = r.tenant_id and u.kind = 'undo'
  and u.details ->> 'of' = r.id::text)`;

/** Reorganisations of all tenants whose day has come and whose work has not moved, in the order of their days. */
export async function listDue(db: Database, today: PlainDate): Promise<{ tenantId: string; id: string }[]> {
  const { rows } = await sql<{ tenantId: string; id: string }>`
    select r.tenant_id as "tenantId", r.id from reorganisation r
    where r.moved_at is null and r.kind <> 'undo' and r.effective <= ${today} and not ${undone}
    order by r.effective, r.at, r.id`.execute(db);
  return rows;
}

/** Moves what a reorganisation moves, with an audit entry of its own. Moved or taken back in the meantime: nothing happens. */
export async function moveDue(trx: Transaction, tenantId: string, id: string, at: Date): Promise<void> {
  const counts = await moveEntered(trx, tenantId, id, at);
  if (!counts) return;
  const { by } = await trx
    .selectFrom('reorganisation')
    .select('by')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await audit(trx, { tenant: tenantId, actor: by, action: 'directory.moved', subject: id, details: counts });
}

/** The same within a transaction that tells of it; undefined where there is nothing to do. */
export async function moveEntered(
  trx: Transaction,
  tenantId: string,
  id: string,
  at: Date,
): Promise<Moved['counts'] | undefined> {
  // First of all, so that whoever takes it back meanwhile is seen.
  const directory = await lockDirectory(trx, tenantId);
  const { rows } = await sql<Row>`select r.effective, r.resolution, r.details, r.moved, r.by from reorganisation r
    where r.tenant_id = ${tenantId} and r.id = ${id} and r.moved_at is null and not ${undone}`.execute(trx);
  const [row] = rows;
  if (!row) return undefined;
  const { details, effective } = row;
  const moving = { done: details, handing: details.handing ?? [], directory, effective, at };
  const actor = { tenantId, officerId: row.by };
  const moved = await transfer(trx, actor, { ...moving, reason: row.resolution ?? 'Sắp xếp đơn vị' });
  const { acts, difficulties, grants, counts } = moved;
  await trx
    .updateTable('reorganisation')
    .set({
      ...{ details: toJson({ ...details, acts, difficulties, grants }), moved: toJson({ ...row.moved, ...counts }) },
      moved_at: at,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  return counts;
}
