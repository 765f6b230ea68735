import type { Selectable } from 'kysely';
import { dayInVietnam } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { ToldRemedy } from '../report/inspection/news.ts';
import type { SentRecommendation } from '../report/recommendation/act.ts';
import { applyToRecommendation, foldRecommendation, refuseRecommendationAct } from '../report/recommendation/fold.ts';
import type { RecommendationAct } from '../report/recommendation/model.ts';
import { newsOfRecommendation } from '../report/recommendation/news.ts';
import { assertKnown } from './assignment-scope.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { RecommendationTable } from './inspection-tables.ts';

/** Recording recommendations, and what is done about them. */

const what = 'kiến nghị này';

/** Records one; whether it is new. The same id again changes nothing. What comes of an import is audited as that. */
export async function recordRecommendation(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, source, paper, text, agencyId, due }: SentRecommendation,
  at: Date,
  importId: string | null = null,
): Promise<boolean> {
  await assertKnown(trx, tenantId, { agencies: [agencyId] });
  const asked = { text, agencyId, due };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('recommendation')
    .values({
      ...{ tenant_id: tenantId, id, source, paper: toJson(paper), asked: toJson(asked), recorded_at: at },
      ...{ recorded_by: officerId, text, agency_id: agencyId, due, status: 'open', percent: null, closed_on: null },
      import_id: importId,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  if (importId !== null) return true;
  const details = { source, agency: agencyId, due };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'recommendation.recorded', subject: id, details });
  return true;
}

export type SentRecommendationAct = { id: string; act: RecommendationAct; agencyId: string | null };

/** Appends an act, and what of it is to be told (`tellOfRemedies`): an id that is there counts no second time, and tells nothing. */
export async function actOnRecommendation(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  recommendationId: string,
  { id, act, agencyId }: SentRecommendationAct,
  at: Date,
  { ofImport = false } = {},
): Promise<ToldRemedy[]> {
  const row = await lock(trx, tenantId, recommendationId);
  const log = await listRecommendationActs(trx, tenantId, recommendationId);
  if (log.some((one) => one.id === id)) return [];
  const before = foldRecommendation(row.asked, log);
  const day = dayInVietnam(at);
  const why = refuseRecommendationAct(before, { act, day });
  if (why) throw new Problem('recommendation-act-refused', { why });
  if (act.kind === 'change') await assertKnown(trx, tenantId, { agencies: [act.agencyId] });
  const { asked, status, percent, closedOn } = applyToRecommendation(before, { act, day });
  const seq = row.seq + 1;
  await trx
    .insertInto('recommendation_action')
    .values({
      ...{ tenant_id: tenantId, recommendation_id: recommendationId, seq, id, at, day, by: officerId },
      ...{ agency_id: agencyId, act: toJson(act) },
    })
    .execute();
  await trx
    .updateTable('recommendation')
    .set({ text: asked.text, agency_id: asked.agencyId, due: asked.due, status, percent, closed_on: closedOn, seq })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', recommendationId)
    .execute();
  const details = { kind: act.kind, status, percent };
  const done = { action: 'recommendation.acted' as const, subject: recommendationId, details };
  if (!ofImport) await audit(trx, { tenant: tenantId, actor: officerId, ...done });
  return newsOfRecommendation(act, recommendationId, before.asked);
}

async function lock(trx: Transaction, tenantId: string, id: string): Promise<Selectable<RecommendationTable>> {
  const row = await trx
    .selectFrom('recommendation')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what });
  return row;
}

/** The log of a recommendation, oldest first. */
export const listRecommendationActs = (db: Database, tenantId: string, id: string) =>
  db
    .selectFrom('recommendation_action as a')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.by'))
    .select(['a.id', 'a.day', 'a.at', 'a.agency_id as agencyId', 'a.act', 'o.name as by'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.recommendation_id', '=', id)
    .orderBy('a.seq')
    .execute();
