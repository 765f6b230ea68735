import { tryDesign } from '../../jobs/surveys.ts';
import { inTransaction } from '../../store/db.ts';
import { changeDictionary, declareDesign, getSurvey } from '../../store/surveys.ts';
import { parseDesign } from '../../survey/design/parse.ts';
import { declare } from '../../survey/dictionary/declared.ts';
import { SentDesign, SentDictionary, SurveyView } from '../../survey/views.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { manage } from '../survey-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { surveyFor } from './surveys.ts';

const tags = ['Khảo sát'];
const what = 'khảo sát này';
const config = { may: manage };

/** What a person says of a survey: what its columns are, and how the sample was drawn. */
export async function surveyDeclareRoutes(app: Api, context: Context): Promise<void> {
  dictionary(app, context);
  design(app, context);
}

function dictionary(app: Api, { db }: Context): void {
  app.put(
    '/api/surveys/:id/dictionary',
    {
      config,
      schema: {
        tags,
        summary:
          'Sửa từ điển dữ liệu: nhãn, phương án trả lời, mã không trả lời của các cột nêu tên; cột khác giữ nguyên',
        params: IdParams,
        body: SentDictionary,
        response: { 200: SurveyView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { rev } = request.body;
      const survey = await getSurvey(db, officer.tenantId, id);
      const said = { title: null, loose: false, variables: request.body.variables };
      const changed = { ...survey.dictionary, variables: declare(survey.dictionary.variables, said) };
      await inTransaction(db, (trx) => changeDictionary(trx, officer, id, { rev, dictionary: changed }));
      return surveyFor(db, officer, id);
    },
  );
}

function design(app: Api, { db, files }: Context): void {
  app.put(
    '/api/surveys/:id/design',
    {
      config,
      schema: {
        tags,
        summary: 'Khai thiết kế mẫu; chỉ ghi khi khớp với dữ liệu, nếu không thì nói rõ chỗ chưa khớp',
        params: IdParams,
        body: SentDesign,
        response: { 200: SurveyView },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { rev, design: sent } = request.body;
      const survey = await getSurvey(db, officer.tenantId, id);
      const design = typeof sent === 'string' ? parseDesign(sent, 'tệp thiết kế mẫu') : sent;
      const place = { files, tenantId: officer.tenantId };
      const summary = await tryDesign(place, survey, design, hangUpSignal(reply));
      await inTransaction(db, (trx) => declareDesign(trx, officer, id, { rev, design, summary }));
      return surveyFor(db, officer, id);
    },
  );
}
