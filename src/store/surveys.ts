import { sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { DesignSummary, Dictionary, SurveyDesign } from '../survey/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** Surveys: what was asked and how the sample was drawn. The responses lie in the file store; nothing of them stands here. */

const what = 'khảo sát này';

export type SurveyLineRow = {
  id: string;
  title: string;
  year: number;
  agencyId: string | null;
  rows: number;
  columns: number;
  declared: boolean;
  runs: number;
  addedAt: Date;
  addedBy: string;
};

export type KnownSurvey = SurveyLineRow & {
  rev: number;
  file: string;
  sha256: Buffer;
  dictionary: Dictionary;
  design: SurveyDesign | null;
  summary: DesignSummary | null;
};

const lines = (db: Database, tenantId: string) =>
  db
    .selectFrom('survey as s')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 's.tenant_id').onRef('o.id', '=', 's.added_by'))
    .select((of) => [
      ...(['s.id', 's.title', 's.year', 's.agency_id as agencyId', 's.rows', 's.added_at as addedAt'] as const),
      'o.name as addedBy',
      sql<number>`jsonb_array_length(s.dictionary -> 'variables')`.as('columns'),
      sql<boolean>`s.design is not null`.as('declared'),
      of
        .selectFrom('survey_run as r')
        .whereRef('r.tenant_id', '=', 's.tenant_id')
        .whereRef('r.survey_id', '=', 's.id')
        .where('r.removed_at', 'is', null)
        .select(sql<number>`count(*)::int`.as('runs'))
        .as('runs'),
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('s.removed_at', 'is', null);

const withRuns = <L extends { runs: number | null }>(line: L) => ({ ...line, runs: line.runs ?? 0 });

/** The surveys of a tenant, the latest year first. */
export const listSurveys = async (db: Database, tenantId: string): Promise<SurveyLineRow[]> =>
  (await lines(db, tenantId).orderBy('s.year', 'desc').orderBy('s.added_at', 'desc').orderBy('s.id').execute()).map(
    withRuns,
  );

/** One that was not taken away, or the Problem that there is none. */
export async function getSurvey(db: Database, tenantId: string, id: string): Promise<KnownSurvey> {
  const row = await lines(db, tenantId)
    .select(['s.rev', 's.file_name as file', 's.sha256', 's.dictionary', 's.design', 's.summary'])
    .where('s.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what });
  return withRuns(row);
}

export type MadeSurvey = {
  id: string;
  title: string;
  year: number;
  agencyId: string | null;
  file: { name: string; size: number; sha256: Buffer };
  dictionary: Dictionary;
};

/** Enters a survey whose responses lie in the file store; sent twice under one id it is there once. */
export async function addSurvey(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, title, year, agencyId, file, dictionary }: MadeSurvey,
  at: Date,
): Promise<void> {
  const { rows, variables } = dictionary;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey')
    .values({
      ...{ tenant_id: tenantId, id, rev: 1, title: title.trim(), year, agency_id: agencyId, rows },
      ...{ file_name: file.name, file_size: file.size, sha256: file.sha256, dictionary: toJson(dictionary) },
      ...{ design: null, summary: null, added_at: at, added_by: officerId, removed_at: null, removed_by: null },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return;
  const details = { year, rows, columns: variables.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'survey.added', subject: id, details });
}

/** Says what the columns are; refused where another has changed the survey since `rev`. */
export async function changeDictionary(
  trx: Transaction,
  actor: Actor,
  id: string,
  { rev, dictionary }: { rev: number; dictionary: Dictionary },
): Promise<void> {
  await change(trx, actor, id, { rev, set: { dictionary: toJson(dictionary) } });
  const details = {
    rev: rev + 1,
    labelled: dictionary.variables.filter(({ label }) => label !== null).length,
    missing: dictionary.variables.filter(({ missing }) => missing.length > 0).length,
  };
  const { tenantId, officerId } = actor;
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'survey.dictionary-changed', subject: id, details });
}

/** Says how the sample was drawn, with what that came to in the data. */
export async function declareDesign(
  trx: Transaction,
  actor: Actor,
  id: string,
  { rev, design, summary }: { rev: number; design: SurveyDesign; summary: DesignSummary },
): Promise<void> {
  await change(trx, actor, id, { rev, set: { design: toJson(design), summary: toJson(summary) } });
  const { strata, psus, df } = summary;
  const { tenantId, officerId } = actor;
  const details = { rev: rev + 1, strata, psus, df };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'survey.design-declared', subject: id, details });
}

type Change = { rev: number; set: { dictionary: string } | { design: string; summary: string } };

async function change(trx: Transaction, { tenantId }: Actor, id: string, { rev, set }: Change): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('survey')
    .set({ ...set, rev: rev + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('survey-changed-meanwhile', {});
}

/** Takes a survey away. The hash of its responses where no other survey lies on them, so that they can be erased. */
export async function removeSurvey(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  id: string,
  at: Date,
): Promise<Buffer | undefined> {
  const gone = await trx
    .updateTable('survey')
    .set({ removed_at: at, removed_by: officerId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning(['sha256', 'rows'])
    .executeTakeFirst();
  if (!gone) throw new Problem('not-found', { what });
  const details = { rows: gone.rows };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'survey.removed', subject: id, details });
  return (await isNamed(trx, tenantId, gone.sha256)) ? undefined : gone.sha256;
}

/** Whether a survey lies on a file of responses; one that none lies on is to be erased. */
export async function isNamed(db: Database, tenantId: string, sha256: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('survey')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
