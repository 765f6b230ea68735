import Type, { type Static } from 'typebox';
import { isId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { taskHistory } from '../../plan/history.ts';
import { type MatrixColumn, matrixColumns, TaskDetail, TaskView } from '../../plan/views.ts';
import { matrixCsv } from '../../publish/matrix-csv.ts';
import { matrixXlsx } from '../../publish/matrix-xlsx.ts';
import { getPlan } from '../../store/plans.ts';
import { foldPlan, listEvents, listSegments } from '../../store/reviews.ts';
import { getTask, listTasks, type TaskFilter } from '../../store/tasks.ts';
import { attachment } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { presentTask } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Ma trận nhiệm vụ'];
const config = { may: 'Cán bộ xem và xuất được ma trận nhiệm vụ của đơn vị mình' } as const;

const word = Type.Optional(Type.String({ maxLength: 500 }));
const filters = {
  plan: word,
  index: Type.Optional(
    Type.String({ maxLength: 200, description: 'PAPI, SIPAS… cách nhau dấu phẩy; “none”: không rõ' }),
  ),
  agency: word,
  role: Type.Optional(
    Type.Unsafe<'lead' | 'implement' | 'cooperate' | 'monitor' | ''>(
      Type.Enum(['lead', 'implement', 'cooperate', 'monitor', '']),
    ),
  ),
  schedule: Type.Optional(
    Type.String({ maxLength: 200, description: 'loại thời gian, cách nhau dấu phẩy; “none”: không nêu' }),
  ),
  q: word,
};
const Filter = Type.Object(filters);
const ExportQuery = Type.Object({ ...filters, columns: Type.Optional(Type.String({ maxLength: 500 })) });

/** The matrix of confirmed tasks: the list, one task, and the same list as a file. */
export async function taskRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  workbook(app, context);
  csv(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/tasks',
    {
      config,
      schema: {
        tags,
        summary: 'Nhiệm vụ đã xác nhận, theo chỉ số → nội dung → thành phần → thứ tự trong kế hoạch',
        querystring: Filter,
        response: { 200: Type.Object({ tasks: Type.Array(TaskView), total: Type.Integer() }) },
      },
    },
    async (request) => {
      const tasks = await listTasks(db, getOfficer(request).tenantId, toFilter(request.query));
      return { tasks: tasks.map(presentTask), total: tasks.length };
    },
  );
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/tasks/:id',
    { config, schema: { tags, summary: 'Một nhiệm vụ', params: IdParams, response: { 200: TaskDetail } } },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const task = await getTask(db, tenantId, getId(request, 'nhiệm vụ này'));
      const plan = await getPlan(db, tenantId, task.plan_id);
      const segments = await listSegments(db, plan);
      const events = await listEvents(db, tenantId, plan.id);
      return {
        task: presentTask(task),
        head: (await foldPlan(db, plan)).head,
        quote: task.quote,
        history: taskHistory(segments, events, task.draft_id),
      };
    },
  );
}

function workbook(app: Api, { db }: Context): void {
  app.get(
    '/api/tasks.xlsx',
    { config, schema: { tags, summary: 'Ma trận nhiệm vụ, tệp Excel', querystring: ExportQuery } },
    async (request, reply) => {
      const columns = columnsOf(request.query.columns);
      const tasks = await listTasks(db, getOfficer(request).tenantId, toFilter(request.query));
      const content = await matrixXlsx(tasks.map(presentTask), columns);
      return attachment(reply, 'Ma trận nhiệm vụ.xlsx', xlsxType).send(Buffer.from(content));
    },
  );
}

function csv(app: Api, { db }: Context): void {
  app.get(
    '/api/tasks.csv',
    { config, schema: { tags, summary: 'Ma trận nhiệm vụ, tệp CSV (UTF-8)', querystring: ExportQuery } },
    async (request, reply) => {
      const columns = columnsOf(request.query.columns);
      const tasks = await listTasks(db, getOfficer(request).tenantId, toFilter(request.query));
      const content = matrixCsv(tasks.map(presentTask), columns);
      return attachment(reply, 'Ma trận nhiệm vụ.csv', 'text/csv; charset=utf-8').send(content);
    },
  );
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function toFilter({ plan, index, agency, role, schedule, q }: Static<typeof Filter>): TaskFilter {
  // What is no id is no plan of ours: nothing is found, and PostgreSQL need not be asked about it.
  if (plan && !isId(plan)) throw new Problem('not-found', { what: 'kế hoạch này' });
  return {
    plan: plan || undefined,
    indices: listOf(index),
    agency,
    role: role || undefined,
    schedules: listOf(schedule),
    q,
  };
}

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** The columns asked for, in the order asked; all where none is named. */
function columnsOf(text?: string): MatrixColumn[] {
  const named = listOf(text);
  const unknown = named.find((name) => !matrixColumns.some((column) => column === name));
  if (unknown !== undefined) {
    throw new Problem('request-invalid', { fields: [{ path: 'querystring/columns', message: 'unknown column' }] });
  }
  return named.length > 0 ? (named as MatrixColumn[]) : [...matrixColumns];
}
