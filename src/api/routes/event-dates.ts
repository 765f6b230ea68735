import Type from 'typebox';
import { Id } from '../../assignment/act.ts';
import { EventDatedView } from '../../assignment/event/views.ts';
import { closed } from '../../kernel/shapes.ts';
import { listFollowers } from '../../store/assignment-scope.ts';
import { inTransaction, type Transaction } from '../../store/db.ts';
import { dateEventFor, undoEventDates } from '../../store/event-dates.ts';
import { getId, IdParams } from '../ids.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { dayOr, todayInVietnam } from '../work-answers.ts';

const tags = ['Việc được giao'];
const may = 'Đơn vị chủ trì, theo dõi và cơ quan thường trực nhập được ngày của sự kiện cho mọi đơn vị thực hiện';
const what = 'nhiệm vụ được giao này';

const EventDate = Type.Object(
  {
    event: Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]*$' }),
    due: Type.String({ maxLength: 10, description: 'phải xong ngày' }),
    overwrite: Type.Boolean({ description: 'ghi đè cả ngày các đơn vị đã tự nhập' }),
  },
  closed,
);

/** The day of an event the plan waits for, entered once for all who owe an item, and taken back. */
export async function eventDateRoutes(app: Api, context: Context): Promise<void> {
  enter(app, context);
  undo(app, context);
}

type Asking = Parameters<typeof assertMay>[0] & Parameters<typeof getId>[0];

/** Who may at all: the focal office, and who follows the item. In whose name they do. */
async function signFor(trx: Transaction, request: Asking, id: string) {
  const officer = getOfficer(request);
  const followers = await listFollowers(trx, officer.tenantId, id);
  assertMay(request, may, { agencyIds: followers });
  return { agencyId: await openSigning(trx, officer, may)(followers), at: new Date(), day: todayInVietnam() };
}

function enter(app: Api, { db }: Context): void {
  app.post(
    '/api/work-items/:id/event-dates',
    {
      config: { may },
      schema: {
        tags,
        summary:
          'Nhập ngày của sự kiện một lần cho mọi đơn vị thực hiện; đơn vị đã tự nhập giữ ngày của mình trừ khi ghi đè',
        params: IdParams,
        body: EventDate,
        response: { 200: EventDatedView },
      },
    },
    async (request) => {
      const id = getId(request, what);
      const { event, overwrite } = request.body;
      const due = dayOr(request.body.due, '', 'body/due');
      return inTransaction(db, async (trx) => {
        const signed = await signFor(trx, request, id);
        return dateEventFor(trx, getOfficer(request), id, { event, due, overwrite, ...signed });
      });
    },
  );
}

function undo(app: Api, { db }: Context): void {
  app.post(
    '/api/work-items/:id/event-dates/undo',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Hoàn tác ngày của sự kiện do chính mình nhập cho mọi đơn vị',
        params: IdParams,
        body: Type.Object({ acts: Type.Array(Id, { minItems: 1, maxItems: 1_000 }) }, closed),
        response: { 200: Type.Object({ taken: Type.Integer() }, closed) },
      },
    },
    async (request) => {
      const id = getId(request, what);
      const { acts } = request.body;
      return inTransaction(db, async (trx) => {
        const signed = await signFor(trx, request, id);
        return { taken: await undoEventDates(trx, getOfficer(request), id, { acts, ...signed }) };
      });
    },
  );
}
