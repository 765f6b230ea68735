import { Compile } from 'typebox/compile';
import { takeInResponses } from '../../jobs/surveys.ts';
import { newId } from '../../kernel/ids.ts';
import { assertKnown } from '../../store/assignment-scope.ts';
import { inTransaction } from '../../store/db.ts';
import { addSurvey, isNamed } from '../../store/surveys.ts';
import { SentSurvey, SurveyView } from '../../survey/views.ts';
import { readBeside } from '../evidence-intake.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getFieldAndFile, lookAt } from '../incoming-file.ts';
import { manage } from '../survey-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { idOr } from '../work-answers.ts';
import { surveyFor } from './surveys.ts';

const tags = ['Khảo sát'];
/** Ten million answers of a province's survey are far below. */
const largest = 200 * 1_048_576;
const shape = Compile(SentSurvey);

/** Bringing in a file of responses: it becomes a Parquet file nobody is ever given, and a dictionary. */
export async function surveyImportRoutes(app: Api, { db, files, reader }: Context): Promise<void> {
  app.post(
    '/api/surveys',
    {
      config: { may: manage },
      schema: {
        tags,
        summary:
          'Nhập một khảo sát (multipart: trường “survey” là JSON, sau đó trường “file”): CSV, Excel, Parquet hoặc SPSS, mỗi dòng một người trả lời',
        consumes: ['multipart/form-data'],
        response: { 200: SurveyView },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const { text, ...incoming } = await getFieldAndFile(request, 'survey');
      const sent = readBeside(shape, text);
      const id = idOr(sent.id, 'khảo sát này') ?? newId();
      const agencyId = idOr(sent.agencyId ?? undefined, 'cơ quan này') ?? null;
      const signal = hangUpSignal(reply);
      return lookAt(files, incoming, largest, async ({ path, name }) => {
        await assertKnown(db, tenantId, { agencies: [agencyId] });
        const taken = await takeInResponses({ files, tenantId }, reader, { path, name, signal });
        try {
          await inTransaction(db, (trx) => addSurvey(trx, officer, { ...sent, id, agencyId, ...taken }, new Date()));
        } finally {
          // Entered twice, or not at all: answers of people that no survey lies on are not left behind.
          const { sha256 } = taken.file;
          if (!(await isNamed(db, tenantId, sha256))) await files.erase(tenantId, sha256);
        }
        return surveyFor(db, officer, id);
      });
    },
  );
}
