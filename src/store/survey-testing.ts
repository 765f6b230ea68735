import { createHash } from 'node:crypto';
import { newId } from '../kernel/ids.ts';
import type { Actor } from '../people/model.ts';
import { type Database, inTransaction } from './db.ts';
import { addSurvey } from './surveys.ts';

/** A survey of one column whose responses lie nowhere, for tests that never look at them: its id. */
export async function surveyWithoutFile(db: Database, actor: Actor): Promise<string> {
  const id = newId();
  const variable = { name: 'y', label: 'Hài lòng', type: 'integer' as const, choices: [], missing: [] };
  const made = {
    ...{ id, title: 'Khảo sát thử', year: 2026, agencyId: null },
    file: { name: 'khao-sat.csv', size: 1, sha256: createHash('sha256').update(id).digest() },
    dictionary: { title: null, source: 'khao-sat.csv', rows: 40, variables: [variable] },
  };
  await inTransaction(db, (trx) => addSurvey(trx, actor, made, new Date()));
  return id;
}
