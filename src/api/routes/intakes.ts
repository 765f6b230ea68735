import Type from 'typebox';
import { IntakeView } from '../../plan/views.ts';
import { listIntakes } from '../../store/intakes.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { presentIntake } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Tệp đang đọc'];
const what = 'tệp đang đọc này';
const see = { may: 'Cán bộ theo dõi được việc đọc tệp của đơn vị mình' } as const;
const config = { may: 'Cơ quan thường trực và đơn vị chủ trì hủy, thử lại được việc đọc tệp' } as const;

/** What ended longer ago than this is looked for among the plans. */
const recent = 24 * 3_600_000;

const Wait = Type.Object({
  rev: Type.Optional(Type.Integer({ description: 'rev đã biết; có khác thì trả lời ngay' })),
  wait: Type.Optional(Type.Number({ minimum: 0, maximum: 25, description: 'số giây chờ thay đổi' })),
});

/** Files on their way: the list, waiting for one to change, cancelling, trying again. */
export async function intakeRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  cancel(app, context);
  retry(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/intakes',
    {
      config: see,
      schema: {
        tags,
        summary: 'Tệp đang đọc và vừa đọc trong 24 giờ',
        response: { 200: Type.Object({ intakes: Type.Array(IntakeView) }) },
      },
    },
    async (request) => {
      const intakes = await listIntakes(db, getOfficer(request).tenantId, new Date(Date.now() - recent));
      return { intakes: intakes.map(presentIntake) };
    },
  );
}

function one(app: Api, { intakes }: Context): void {
  app.get(
    '/api/intakes/:id',
    {
      config: see,
      schema: {
        tags,
        summary: 'Một tệp đang đọc; chờ tới khi có thay đổi so với rev đã biết',
        params: IdParams,
        querystring: Wait,
        response: { 200: IntakeView },
      },
    },
    async (request, reply) => {
      const { rev, wait = 0 } = request.query;
      const patience = rev === undefined ? 0 : wait * 1_000;
      const id = getId(request, what);
      return presentIntake(
        await intakes.changed(getOfficer(request).tenantId, id, rev ?? -1, patience, hangUpSignal(reply)),
      );
    },
  );
}

function cancel(app: Api, { intakes }: Context): void {
  app.delete(
    '/api/intakes/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Hủy việc đọc ngay; tệp đã đọc xong hoặc không đọc được thì rời danh sách',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await intakes.cancel(getOfficer(request), getId(request, what));
      return reply.code(204).send(null);
    },
  );
}

function retry(app: Api, { intakes }: Context): void {
  app.post(
    '/api/intakes/:id/retry',
    {
      config,
      schema: {
        tags,
        summary: 'Đọc lại tệp đã không đọc được',
        params: IdParams,
        response: { 200: IntakeView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      await intakes.retry(officer, id);
      return presentIntake(await intakes.changed(officer.tenantId, id, -1, 0));
    },
  );
}
