import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { compareGroups, estimateSurvey } from '../../jobs/surveys.ts';
import { isId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { type EstimatesTable, estimatesCsv, estimatesXlsx } from '../../publish/estimates-table.ts';
import { inTransaction } from '../../store/db.ts';
import { getRun, keepRun, removeRun } from '../../store/survey-runs.ts';
import { getSurvey, type KnownSurvey } from '../../store/surveys.ts';
import {
  DifferenceView,
  EstimatesView,
  ProgressView,
  RunView,
  SentDifference,
  SentEstimate,
  SentRun,
  SurveyView,
} from '../../survey/views.ts';
import { attachment } from '../attachment.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { presentRun } from '../present-surveys.ts';
import { fileName, sendFile } from '../send-paper.ts';
import { manage, see } from '../survey-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { surveyFor } from './surveys.ts';

const tags = ['Khảo sát'];
const what = 'khảo sát này';
const RunParams = Type.Object({ id: Type.String({ maxLength: 100 }), run: Type.String({ maxLength: 100 }) });
const Extension = Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]);
const produces = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** Estimates of a survey: made, told how far they are, as a table, kept and let go. */
export async function surveyEstimateRoutes(app: Api, context: Context): Promise<void> {
  making(app, context);
  progress(app);
  comparing(app, context);
  tables(app, context);
  keeping(app, context);
  kept(app, context);
}

/** How far what is being made has come, by tenant and the id its asker gave it. Lost with the process, like the work itself. */
const underway = new Map<string, number>();
const keyOf = (tenantId: string, run: string): string => `${tenantId} ${run}`;

function making(app: Api, context: Context): void {
  app.post(
    '/api/surveys/:id/estimate',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Tính ước lượng với khoảng tin cậy theo thiết kế mẫu; ngắt kết nối thì dừng tính',
        description:
          'Nhóm dưới mức công bố tối thiểu không có số liệu (hidden nêu lý do). Không bao giờ trả về câu trả lời của từng người.',
        params: IdParams,
        body: SentEstimate,
        response: { 200: EstimatesView },
      },
    },
    async (request, reply) => (await estimateFor(context, request, reply, request.body)).found,
  );
}

function comparing(app: Api, { db, files }: Context): void {
  app.post(
    '/api/surveys/:id/difference',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'So sánh hai nhóm của một cách phân tổ: chênh lệch với khoảng tin cậy, chỉ giữa các nhóm công bố được',
        params: IdParams,
        body: SentDifference,
        response: { 200: DifferenceView },
      },
    },
    async (request, reply) => {
      const { tenantId } = getOfficer(request);
      const survey = await getSurvey(db, tenantId, getId(request, what));
      return compareGroups({ files, tenantId }, survey, request.body, hangUpSignal(reply));
    },
  );
}

type Asking = FastifyRequest<{ Params: { id: string } }>;

async function estimateFor(
  { db, files }: Context,
  request: Pick<Asking, 'params' | 'officer'>,
  reply: FastifyReply,
  { request: asked, run }: SentEstimate,
): Promise<{ survey: KnownSurvey; found: EstimatesView }> {
  const { tenantId } = getOfficer(request);
  const survey = await getSurvey(db, tenantId, getId(request, what));
  const key = run === undefined ? undefined : keyOf(tenantId, run);
  const tell = (share: number): void => {
    if (key !== undefined) underway.set(key, share);
  };
  try {
    const waiting = { signal: hangUpSignal(reply), progress: tell };
    return { survey, found: await estimateSurvey({ files, tenantId }, survey, asked, waiting) };
  } finally {
    if (key !== undefined) underway.delete(key);
  }
}

function progress(app: Api): void {
  app.get(
    '/api/surveys/progress/:run',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Việc tính ước lượng đã được bao nhiêu phần (0 đến 1); null khi chưa biết hoặc đã xong',
        params: Type.Object({ run: Type.String({ maxLength: 100 }) }),
        response: { 200: ProgressView },
      },
    },
    async (request) => ({ share: underway.get(keyOf(getOfficer(request).tenantId, request.params.run)) ?? null }),
  );
}

function tables(app: Api, context: Context): void {
  app.post(
    '/api/surveys/:id/estimate/:format',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Tính ước lượng và lấy thành bảng Excel hoặc CSV',
        params: Type.Object({ id: Type.String({ maxLength: 100 }), format: Extension }),
        body: SentEstimate,
        produces,
      },
    },
    async (request, reply) => {
      const { survey, found } = await estimateFor(context, request, reply, request.body);
      return sendTable(reply, tableOf(survey, found, survey.title), request.params.format);
    },
  );
  const { db } = context;
  app.get(
    '/api/surveys/:id/runs/:run/table',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một kết quả đã lưu, thành bảng Excel hoặc CSV',
        params: RunParams,
        querystring: Type.Object({ format: Extension }),
        produces,
      },
    },
    async (request, reply) => {
      const { tenantId } = getOfficer(request);
      const survey = await getSurvey(db, tenantId, getId(request, what));
      const run = await getRun(db, tenantId, survey.id, runId(request.params.run));
      return sendTable(reply, tableOf(survey, run.result, run.title), request.query.format);
    },
  );
}

const tableOf = (survey: KnownSurvey, found: EstimatesView, title: string): EstimatesTable => ({
  ...{ ...found, title, dictionary: survey.dictionary, minimum: survey.design?.minimum },
});

async function sendTable(reply: FastifyReply, table: EstimatesTable, format: 'csv' | 'xlsx'): Promise<FastifyReply> {
  const name = `Ước lượng ${table.title}`;
  if (format === 'xlsx') return sendFile(reply, name, 'xlsx', await estimatesXlsx(table));
  return attachment(reply, `${fileName(name)}.csv`, 'text/csv; charset=utf-8').send(estimatesCsv(table));
}

const runWhat = 'kết quả đã lưu này';

function runId(text: string): string {
  if (!isId(text)) throw new Problem('not-found', { what: runWhat });
  return text;
}

function keeping(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/surveys/:id/runs',
    {
      config: { may: manage },
      schema: {
        tags,
        summary: 'Tính rồi lưu một kết quả dưới một tên; số liệu do máy chủ tính, không nhận từ người gửi',
        params: IdParams,
        body: SentRun,
        response: { 200: SurveyView },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { title, request: asked } = request.body;
      const id = runId(request.body.id);
      const { survey, found: result } = await estimateFor(context, request, reply, { request: asked });
      const made = { id, title, rev: survey.rev, request: asked, result };
      await inTransaction(db, (trx) => keepRun(trx, officer, survey.id, made, new Date()));
      return surveyFor(db, officer, survey.id);
    },
  );
}

function kept(app: Api, { db }: Context): void {
  app.get(
    '/api/surveys/:id/runs/:run',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một kết quả đã lưu, đúng như đã tính khi đó',
        params: RunParams,
        response: { 200: RunView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const survey = await getSurvey(db, tenantId, getId(request, what));
      const run = await getRun(db, tenantId, survey.id, runId(request.params.run));
      return { ...presentRun(run, survey.rev), request: run.request, ...run.result };
    },
  );
  app.delete(
    '/api/surveys/:id/runs/:run',
    { config: { may: manage }, schema: { tags, summary: 'Bỏ một kết quả đã lưu', params: RunParams } },
    async (request, reply) => {
      const [id, run] = [getId(request, what), runId(request.params.run)];
      await inTransaction(db, (trx) => removeRun(trx, getOfficer(request), id, run, new Date()));
      return reply.code(204).send();
    },
  );
}
