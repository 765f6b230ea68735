import Type from 'typebox';
import { LessonKind } from '../../plan/learned/model.ts';
import { LessonView } from '../../plan/views.ts';
import { inTransaction } from '../../store/db.ts';
import { changeLesson, getLesson, listLessons } from '../../store/lessons.ts';
import { getId, IdParams } from '../ids.ts';
import { presentLesson } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Điều đã học'];
const what = 'điều đã học này';
const see = { may: 'Cán bộ xem được điều phần mềm đã học từ đơn vị mình' } as const;
const config = { may: 'Cơ quan thường trực sửa, bỏ và khôi phục được điều phần mềm đã học' } as const;

const Filter = Type.Object({ kind: Type.Optional(LessonKind), removed: Type.Optional(Type.Boolean()) });
const word = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*$' });
const Edit = Type.Object({ value: Type.Array(word, { minItems: 1, maxItems: 20 }) }, { additionalProperties: false });

/** What confirmed corrections have taught: seen, edited, removed, brought back. */
export async function learnedRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  edit(app, context);
  remove(app, context);
  restore(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/learned',
    {
      config: see,
      schema: {
        tags,
        summary: 'Điều phần mềm đã học từ các lần sửa đã xác nhận',
        querystring: Filter,
        response: { 200: Type.Object({ lessons: Type.Array(LessonView) }) },
      },
    },
    async (request) => {
      const lessons = await listLessons(db, getOfficer(request).tenantId, request.query);
      return { lessons: lessons.map(presentLesson) };
    },
  );
}

function edit(app: Api, { db }: Context): void {
  app.patch(
    '/api/learned/:id',
    {
      config,
      schema: { tags, summary: 'Sửa điều đã học', params: IdParams, body: Edit, response: { 200: LessonView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { value } = request.body;
      await inTransaction(db, (trx) => changeLesson(trx, officer, id, { what: 'edited', value }));
      return presentLesson(await getLesson(db, officer.tenantId, id));
    },
  );
}

function remove(app: Api, { db }: Context): void {
  app.delete(
    '/api/learned/:id',
    {
      config,
      schema: { tags, summary: 'Bỏ điều đã học (khôi phục được)', params: IdParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      await inTransaction(db, (trx) => changeLesson(trx, officer, getId(request, what), { what: 'removed' }));
      return reply.code(204).send(null);
    },
  );
}

function restore(app: Api, { db }: Context): void {
  app.post(
    '/api/learned/:id/restore',
    {
      config,
      schema: { tags, summary: 'Khôi phục điều đã bỏ', params: IdParams, response: { 200: LessonView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      await inTransaction(db, (trx) => changeLesson(trx, officer, id, { what: 'restored' }));
      return presentLesson(await getLesson(db, officer.tenantId, id));
    },
  );
}
