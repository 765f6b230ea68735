import type { Selectable } from 'kysely';
import type { RecordedOversight } from '../assignment/oversight/act.ts';
import { applyToOversight, beginOversight, refuseOversightAct, refuseSeen } from '../assignment/oversight/fold.ts';
import type { OversightAct } from '../assignment/oversight/model.ts';
import { dayInVietnam } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { storable, toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Transaction } from './db.ts';
import { assertSubject } from './oversight-subjects.ts';
import type { OversightTable } from './oversight-tables.ts';

/** Recording oversight, and what is done about it. Nothing here writes to what anybody owes. */

const what = 'ghi nhận giám sát này';
const orNull = (text: string | null): string | null => (text?.trim() ? storable(text.trim()) : null);

/**
 * Records what was seen, as a supervisor or an inspector; whether it is new. Recording the same id again changes nothing.
 */
export async function recordOversight(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  recorded: RecordedOversight,
  { role, at }: { role: OversightTable['role']; at: Date },
): Promise<boolean> {
  const why = refuseSeen(recorded, dayInVietnam(at));
  if (why) throw new Problem('oversight-refused', { why });
  await assertSubject(trx, tenantId, recorded);
  const { id, agencyId, about, day, form, wishedBy } = recorded;
  const [itemId, component] = [about === 'item' ? recorded.itemId : null, about === 'component'];
  const { status } = beginOversight(recorded);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('oversight')
    .values({
      ...{ tenant_id: tenantId, id, agency_id: agencyId, about, item_id: itemId, day, form, role, status },
      index_name: component ? recorded.index : null,
      dimension: component ? recorded.dimension : null,
      component: component ? recorded.component : null,
      ...{ participants: orNull(recorded.participants), seen: storable(recorded.seen.trim()) },
      ...{ recommendation: orNull(recorded.recommendation), wished_by: wishedBy, refs: toJson(recorded.references) },
      ...{ recorded_at: at, recorded_by: officerId, answered_on: null },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  const details = { agency: agencyId, about, recommends: recorded.recommendation !== null };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'oversight.recorded', subject: id, details });
  return true;
}

export type SentOversightAct = { id: string; act: OversightAct; agencyId: string | null };

/** Appends an act to an entry; whether it is new: an id that is there counts no second time. */
export async function actOnOversight(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  oversightId: string,
  { id, act, agencyId }: SentOversightAct,
  at: Date,
): Promise<boolean> {
  const row = await lock(trx, tenantId, oversightId);
  const known = await trx
    .selectFrom('oversight_action')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known) return false;
  const before = { status: row.status, answeredOn: row.answered_on };
  const why = refuseOversightAct(before, act);
  if (why) throw new Problem('oversight-act-refused', { why });
  const { status, answeredOn } = applyToOversight(before, act);
  const seq = row.seq + 1;
  await trx
    .insertInto('oversight_action')
    .values({
      ...{ tenant_id: tenantId, oversight_id: oversightId, seq, id, at, by: officerId, agency_id: agencyId },
      act: toJson(act),
    })
    .execute();
  await trx
    .updateTable('oversight')
    .set({ status, answered_on: answeredOn, seq })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', oversightId)
    .execute();
  const details = { kind: act.kind, status };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'oversight.acted', subject: oversightId, details });
  return true;
}

async function lock(trx: Transaction, tenantId: string, id: string): Promise<Selectable<OversightTable>> {
  const row = await trx
    .selectFrom('oversight')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what });
  return row;
}
