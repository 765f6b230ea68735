import { Problem } from '../../kernel/problem.ts';
import { inTransaction } from '../../store/db.ts';
import { changeDictionary, getSurvey } from '../../store/surveys.ts';
import { type DeclaredDictionary, declare } from '../../survey/dictionary/declared.ts';
import { readXlsFormDictionary } from '../../survey/dictionary/xlsform.ts';
import type { Dictionary } from '../../survey/model.ts';
import { SurveyView } from '../../survey/views.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { getFile, lookAt } from '../incoming-file.ts';
import { manage } from '../survey-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { surveyFor } from './surveys.ts';

const largest = 8 * 1_048_576;

/** A questionnaire gives the columns of a survey their labels, answers and codes of no answer. */
export async function surveyQuestionnaireRoutes(app: Api, { db, files, reader }: Context): Promise<void> {
  app.post(
    '/api/surveys/:id/questionnaire',
    {
      config: { may: manage },
      schema: {
        tags: ['Khảo sát'],
        summary: 'Lấy nhãn, phương án và mã không trả lời của các cột từ bảng hỏi XLSForm (multipart: trường “file”)',
        consumes: ['multipart/form-data'],
        params: IdParams,
        response: { 200: SurveyView },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const id = getId(request, 'khảo sát này');
      const { rev, dictionary } = await getSurvey(db, officer.tenantId, id);
      const said = await lookAt(files, await getFile(request), largest, async ({ path, name }) =>
        readXlsFormDictionary(await reader.cells({ path, name }, hangUpSignal(reply)), name),
      );
      const labelled = labelledBy(dictionary, said);
      await inTransaction(db, (trx) => changeDictionary(trx, officer, id, { rev, dictionary: labelled }));
      return surveyFor(db, officer, id);
    },
  );
}

/** What a questionnaire says goes over what was known; what it leaves out stays, above all codes of no answer. */
function labelledBy(dictionary: Dictionary, said: DeclaredDictionary): Dictionary {
  const known = new Set(dictionary.variables.map(({ name }) => name));
  const spoken = said.variables.map(({ label, missing = [], ...one }) => ({
    ...one,
    ...(label && { label }),
    ...(missing.length > 0 && { missing }),
  }));
  if (!spoken.some(({ name }) => known.has(name))) throw new Problem('survey-questionnaire-other', {});
  return { ...dictionary, variables: declare(dictionary.variables, { ...said, variables: spoken }) };
}
