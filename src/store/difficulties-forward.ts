import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Database, Transaction } from './db.ts';

/** Difficulties that wait for an answer from an agency whose work goes elsewhere. */

export type HeldDifficulty = { id: string; itemId: string; text: string; toAgencyId: string };

/** What waits for an answer from agencies. */
export async function listHeldDifficulties(
  db: Database,
  tenantId: string,
  agencyIds: readonly string[],
): Promise<HeldDifficulty[]> {
  const { rows } = await sql<HeldDifficulty>`
    select id, item_id as "itemId", text, to_agency_id as "toAgencyId" from difficulty
    where tenant_id = ${tenantId} and to_agency_id = any(${[...agencyIds]}::uuid[]) and status = 'raised' order by id`.execute(
    db,
  );
  return rows;
}

export type Forwarding = { id: string; fromId: string; toId: string };

/** Whoever takes over answers. What has been answered, or sent elsewhere by hand since, is left as it is. */
export async function forwardDifficulties(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  forwarded: readonly Forwarding[],
  { at, reason }: { at: Date; reason: string },
): Promise<Forwarding[]> {
  const done: Forwarding[] = [];
  for (const one of forwarded) {
    const { rows } = await sql<{ seq: number }>`
      update difficulty set to_agency_id = ${one.toId}, seq = seq + 1
      where tenant_id = ${tenantId} and id = ${one.id} and to_agency_id = ${one.fromId} and status = 'raised'
      returning seq`.execute(trx);
    const [row] = rows;
    if (!row) continue;
    const act = toJson({ kind: 'forward', agencyId: one.toId, reason, answerBy: null });
    await trx
      .insertInto('difficulty_action')
      .values({
        ...{
          tenant_id: tenantId,
          difficulty_id: one.id,
          seq: row.seq,
          id: newId(),
          at,
          by: officerId,
          agency_id: null,
        },
        act,
      })
      .execute();
    done.push(one);
  }
  return done;
}
