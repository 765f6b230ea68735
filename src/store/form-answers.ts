import type { AnswerPlace, Answers, FormContent } from '../report/form/model.ts';
import type { Database } from './db.ts';
import { listFields, type WrittenField } from './report-fields.ts';
import { listSentContents } from './report-log.ts';

/** What was typed of answers and what was sent of them. */

/** What is being typed of one, with who last wrote each answer. */
export async function openAnswers(
  db: Database,
  tenantId: string,
  id: string,
): Promise<{ answers: Answers; written: WrittenField<AnswerPlace>[] }> {
  const written = await listFields<AnswerPlace>(db, tenantId, id);
  return { answers: Object.fromEntries(written.map(({ place, value }) => [place.key, value])) as Answers, written };
}

/** What was sent last of each. */
export const listSentAnswers = (
  db: Database,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, FormContent>> => listSentContents<FormContent>(db, tenantId, ids);
