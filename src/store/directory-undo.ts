import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Reorganised } from '../place/directory/reorganise.ts';
import { undo } from '../place/directory/undo.ts';
import type { ReorganisationKind } from './agency-tables.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { lockDirectory, replaceSpans } from './directory.ts';
import type { Details } from './directory-due.ts';
import { giveBack } from './directory-give-back.ts';

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
  /** the day on which work, difficulties and roles move, while that is yet to come */
  movesOn: PlainDate | null;
};

/** All that was entered, the latest first. */
export async function listReorganisations(db: Database, tenantId: string): Promise<Entered[]> {
  const { rows } =
    await sql<Entered>`select r.id, r.kind, r.effective, r.resolution, r.moved, r.at, o.name as by, u.undone,
      case when r.moved_at is null and r.kind <> 'undo' and not u.undone then r.effective end as "movesOn"
    from reorganisation r join officer o on o.tenant_id = r.tenant_id and o.id = r.by
    cross join lateral (select exists (select from reorganisation u where u.tenant_id = r.tenant_id and u.kind = 'undo'
      and u.details ->> 'of' = r.id::text) as undone) u
    where r.tenant_id = ${tenantId} order by r.at desc, r.id desc`.execute(db);
  return rows;
}

/**
 * Takes a reorganisation back: agencies, successions, roles, and the work that was moved, with what has been recorded about it
 * since. One whose day is yet to come has moved nothing and is dropped. It is entered as an act of its own; refused where
 * something was built upon it since.
 */
export async function undoReorganisation(trx: Transaction, actor: Actor, of: string, at: Date): Promise<void> {
  const { tenantId, officerId } = actor;
  const directory = await lockDirectory(trx, tenantId);
  const { effective, details, moved_at } = await getUndoable(trx, tenantId, of);
  const back = undo(directory, details, effective);
  await sql`delete from agency_succession where tenant_id = ${tenantId} and reorganisation_id = ${of}`.execute(trx);
  await writeBack(trx, tenantId, back);
  const moved = moved_at ? await giveBack(trx, actor, { details, movedAt: moved_at, effective, at }) : {};
  const counts = { agencies: back.changed.length, ...moved };
  await trx
    .insertInto('reorganisation')
    .values({
      ...{
        tenant_id: tenantId,
        id: newId(),
        kind: 'undo',
        effective,
        resolution: null,
        at,
        by: officerId,
        moved_at: at,
      },
      ...{ details: toJson({ of }), moved: toJson(counts) },
    })
    .execute();
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'directory.undone', subject: of, details: counts });
}

/** An agency that was made keeps its row, for history may name it; without a span it is on no day. */
async function writeBack(trx: Transaction, tenantId: string, { changed }: Reorganised): Promise<void> {
  const emptied = changed.map(({ before, after }) => after ?? (before ? { ...before, spans: [] } : null));
  await replaceSpans(
    trx,
    tenantId,
    emptied.filter((agency) => agency !== null),
  );
}

type Undoable = { effective: PlainDate; details: Details; moved_at: Date | null };

async function getUndoable(trx: Transaction, tenantId: string, of: string): Promise<Undoable> {
  const { rows } = await sql<Undoable & { kind: ReorganisationKind; undone: boolean }>`
    select r.kind, r.effective, r.details, r.moved_at, exists (select from reorganisation u
      where u.tenant_id = r.tenant_id and u.kind = 'undo' and u.details ->> 'of' = r.id::text) as undone
    from reorganisation r where r.tenant_id = ${tenantId} and r.id = ${of}`.execute(trx);
  const [row] = rows;
  if (!row || row.kind === 'undo' || row.undone) throw new Problem('not-found', { what: 'lần sắp xếp này' });
  return row;
}
