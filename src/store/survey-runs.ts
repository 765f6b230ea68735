import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { EstimateRequest } from '../survey/model.ts';
import type { EstimatesView } from '../survey/views.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** Estimates that were kept: what was asked and what was told then, never reckoned anew. */

const what = 'kết quả đã lưu này';

export type KnownRun = { id: string; title: string; rev: number; at: Date; by: string };

const runs = (db: Database, tenantId: string, surveyId: string) =>
  db
    .selectFrom('survey_run as r')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'r.tenant_id').onRef('o.id', '=', 'r.by'))
    .innerJoin('survey as s', (join) => join.onRef('s.tenant_id', '=', 'r.tenant_id').onRef('s.id', '=', 'r.survey_id'))
    .select(['r.id', 'r.title', 'r.rev', 'r.at', 'o.name as by'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.survey_id', '=', surveyId)
    .where('r.removed_at', 'is', null)
    .where('s.removed_at', 'is', null);

/** The kept estimates of a survey, the latest first. */
export const listRuns = (db: Database, tenantId: string, surveyId: string): Promise<KnownRun[]> =>
  runs(db, tenantId, surveyId).orderBy('r.at', 'desc').orderBy('r.id', 'desc').limit(200).execute();

export async function getRun(
  db: Database,
  tenantId: string,
  surveyId: string,
  id: string,
): Promise<KnownRun & { request: EstimateRequest; result: EstimatesView }> {
  const run = await runs(db, tenantId, surveyId)
    .select(['r.request', 'r.result'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!run) throw new Problem('not-found', { what });
  return run;
}

type MadeRun = { id: string; title: string; rev: number; request: EstimateRequest; result: EstimatesView };

/** Keeps estimates under an id made by whoever asks: sent twice they are there once. */
export async function keepRun(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  surveyId: string,
  { id, title, rev, request, result }: MadeRun,
  at: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey_run')
    .values({
      ...{ tenant_id: tenantId, survey_id: surveyId, id, title: title.trim(), rev },
      ...{ request: toJson(request), result: toJson(result), at, by: officerId, removed_at: null, removed_by: null },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'survey_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return;
  const hidden = result.estimates.rows.filter(({ hidden }) => hidden !== null).length;
  const details = { run: id, rows: result.estimates.rows.length, hidden };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'survey.run-kept', subject: surveyId, details });
}

/** Lets kept estimates go, or the Problem that there are none. */
export async function removeRun(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  surveyId: string,
  id: string,
  at: Date,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('survey_run')
    .set({ removed_at: at, removed_by: officerId })
    .where('tenant_id', '=', tenantId)
    .where('survey_id', '=', surveyId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('not-found', { what });
  const details = { run: id };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'survey.run-removed', subject: surveyId, details });
}
