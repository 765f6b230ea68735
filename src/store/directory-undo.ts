import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Changed } from '../place/directory/reorganise.ts';
import { undo } from '../place/directory/undo.ts';
import type { Succession } from '../place/model.ts';
import type { ReorganisationKind } from './agency-tables.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { lockDirectory, replaceSpans } from './directory.ts';
import { insertReorganisation, moveWork } from './directory-reorganise.ts';

type Details = {
  changed: Changed[];
  added: Succession[];
  work: { fromId: string; toId: string; assignmentId: string }[];
  grants: string[];
};

/** A reorganisation as it was entered. */
export type Entered = {
  id: string;
  kind: ReorganisationKind;
  effective: PlainDate;
  resolution: string | null;
  moved: Record<string, number>;
  at: Date;
  by: string;
  undone: boolean;
};

/** All that was entered, the latest first. */
export async function listReorganisations(db: Database, tenantId: string): Promise<Entered[]> {
  const { rows } = await sql<Entered>`select r.id, r.kind, r.effective, r.resolution, r.moved, r.at, o.name as by,
      exists (select from reorganisation u where u.tenant_id = r.tenant_id and u.kind = 'undo'
        and u.details ->> 'of' = r.id::text) as undone
    from reorganisation r join officer o on o.tenant_id = r.tenant_id and o.id = r.by
    where r.tenant_id = ${tenantId} order by r.at desc, r.id desc`.execute(db);
  return rows;
}

/**
 * Takes a reorganisation back: agencies, successions, roles and the work that is still where it was moved to. It is entered as
 * an act of its own; refused where something was built upon it since.
 */
export async function undoReorganisation(trx: Transaction, actor: Actor, of: string, at: Date): Promise<void> {
  const { tenantId, officerId } = actor;
  const directory = await lockDirectory(trx, tenantId);
  const { effective, details } = await getUndoable(trx, tenantId, of);
  const back = undo(directory, details, effective);
  const id = newId();
  await insertReorganisation(trx, { id, tenantId, officerId, kind: 'undo', effective, resolution: null, at });
  await sql`delete from agency_succession where tenant_id = ${tenantId} and reorganisation_id = ${of}`.execute(trx);
  // An agency that was made keeps its row, for history may name it; without a span it is on no day.
  const emptied = back.changed.map(({ before, after }) => after ?? (before ? { ...before, spans: [] } : null));
  await replaceSpans(
    trx,
    tenantId,
    emptied.filter((agency) => agency !== null),
  );
  const work = details.work.map(({ fromId, toId, assignmentId }) => ({
    fromId: toId,
    toId: fromId,
    work: { assignmentId },
  }));
  const moved = await moveWork(trx, actor, work, { effective, at, reason: 'Hoàn tác sắp xếp đơn vị' });
  await sql`update role_grant set revoked_at = ${at}, revoked_by = ${officerId}
    where tenant_id = ${tenantId} and id = any(${details.grants}::uuid[]) and revoked_at is null`.execute(trx);
  const counts = { ...moved, agencies: back.changed.length, grants: details.grants.length };
  await sql`update reorganisation set details = ${toJson({ of })}::jsonb, moved = ${toJson(counts)}::jsonb
    where tenant_id = ${tenantId} and id = ${id}`.execute(trx);
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'directory.undone', subject: of, details: counts });
}

async function getUndoable(
  trx: Transaction,
  tenantId: string,
  of: string,
): Promise<{ effective: PlainDate; details: Details }> {
  const { rows } = await sql<{ kind: ReorganisationKind; effective: PlainDate; details: Details; undone: boolean }>`
    select r.kind, r.effective, r.details, exists (select from reorganisation u where u.tenant_id = r.tenant_id
      and u.kind = 'undo' and u.details ->> 'of' = r.id::text) as undone
    from reorganisation r where r.tenant_id = ${tenantId} and r.id = ${of}`.execute(trx);
  const [row] = rows;
  if (!row || row.kind === 'undo' || row.undone) throw new Problem('not-found', { what: 'lần sắp xếp này' });
  return row;
}
