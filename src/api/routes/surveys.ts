import type { Asker } from '../../people/model.ts';
import { allows } from '../../people/permissions.ts';
import type { Database } from '../../store/db.ts';
import { inTransaction } from '../../store/db.ts';
import { listRuns } from '../../store/survey-runs.ts';
import { getSurvey, listSurveys, removeSurvey } from '../../store/surveys.ts';
import { SurveysView, SurveyView } from '../../survey/views.ts';
import { getId, IdParams } from '../ids.ts';
import { presentSurvey, presentSurveyLine } from '../present-surveys.ts';
import { manage, see } from '../survey-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies } from '../work-answers.ts';

const tags = ['Khảo sát'];
const what = 'khảo sát này';

/** Surveys: the list, one with its dictionary and design, and taking one away. */
export async function surveyRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  removing(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/surveys',
    {
      config: { may: see },
      schema: { tags, summary: 'Các khảo sát, năm mới nhất trước', response: { 200: SurveysView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const all = await listSurveys(db, officer.tenantId);
      const agencies = await agencyNames(db, officer.tenantId, all);
      return { surveys: all.map((line) => presentSurveyLine(line, agencies)), manages: allows(manage, officer) };
    },
  );
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/surveys/:id',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một khảo sát: từ điển dữ liệu, thiết kế mẫu, các kết quả đã lưu; không có câu trả lời của ai',
        params: IdParams,
        response: { 200: SurveyView },
      },
    },
    async (request) => surveyFor(db, getOfficer(request), getId(request, what)),
  );
}

/** One survey as an officer sees it. */
export async function surveyFor(db: Database, officer: Asker, id: string): Promise<SurveyView> {
  const { tenantId } = officer;
  const survey = await getSurvey(db, tenantId, id);
  const [agencies, runs] = await Promise.all([agencyNames(db, tenantId, [survey]), listRuns(db, tenantId, id)]);
  return presentSurvey(survey, { agencies, runs, manages: allows(manage, officer) });
}

async function agencyNames(db: Database, tenantId: string, of: readonly { agencyId: string | null }[]) {
  const ids = of.map(({ agencyId }) => agencyId);
  return new Map((await namedAgencies(db, tenantId, ids)).map(({ id, name }) => [id, name]));
}

function removing(app: Api, { db, files }: Context): void {
  app.delete(
    '/api/surveys/:id',
    {
      config: { may: manage },
      schema: {
        tags,
        summary: 'Gỡ một khảo sát; tệp câu trả lời bị xóa hẳn khỏi kho vì là dữ liệu cá nhân',
        params: IdParams,
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const alone = await inTransaction(db, (trx) => removeSurvey(trx, officer, id, new Date()));
      // Only once the removal is certain; a survey whose file is gone would be of no use.
      if (alone) await files.erase(officer.tenantId, alone);
      return reply.code(204).send();
    },
  );
}
