import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { RoundAct, RoundState } from '../report/round/model.ts';
import { foldRound } from '../report/round/round.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** What is done about the rounds of plans as a whole: closing, opening, leaving a report out. */

const nothing: RoundState = { closed: null, excluded: new Map() };
const nameOf = (planId: string, round: string): string => `${planId} ${round}`;

/** The states of all rounds of these plans about which something was done. */
export async function listRoundStates(
  db: Database,
  tenantId: string,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, RoundState>> {
  if (planIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('report_round_action')
    .select(['plan_id', 'round', 'act'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', 'in', planIds)
    .orderBy('seq')
    .execute();
  const ofEach = Map.groupBy(rows, ({ plan_id, round }) => nameOf(plan_id, round));
  return new Map([...ofEach].map(([name, list]) => [name, foldRound(list.map(({ act }) => act))]));
}

export const stateOfRound = (states: ReadonlyMap<string, RoundState>, planId: string, round: string): RoundState =>
  states.get(nameOf(planId, round)) ?? nothing;

export type SentRoundAct = { id: string; planId: string; round: string; act: RoundAct };

/** Appends what is done about a round; whether it is new: an id that is there counts no second time. */
export async function actOnRound(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, planId, round, act }: SentRoundAct,
  at: Date,
): Promise<boolean> {
  // The plan's row is what two who act on one round wait for.
  const plan = await trx
    .selectFrom('plan')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) throw new Problem('not-found', { what: 'kế hoạch này' });
  const done = await trx
    .selectFrom('report_round_action')
    .select(['id', 'seq'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('round', '=', round)
    .orderBy('seq')
    .execute();
  if (done.some((one) => one.id === id)) return false;
  const seq = (done.at(-1)?.seq ?? 0) + 1;
  await trx
    .insertInto('report_round_action')
    .values({ tenant_id: tenantId, plan_id: planId, round, seq, id, at, by: officerId, act: toJson(act) })
    .execute();
  const details = { kind: act.kind, round, ...('agencyId' in act && { agency: act.agencyId }) };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'report.round-acted', subject: planId, details });
  return true;
}
