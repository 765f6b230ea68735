import Type from 'typebox';
import { NoticeList, NoticeSettingView } from '../../assignment/remind/views.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { closed } from '../../kernel/shapes.ts';
import { inTransaction } from '../../store/db.ts';
import {
  countUnread,
  getNoticeSetting,
  listNotices,
  markAllRead,
  markRead,
  noticesListed,
  setNoticeSetting,
} from '../../store/notifications.ts';
import { getId, IdParams } from '../ids.ts';
import { presentNotice } from '../present-notices.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Thông báo'];
const see = { may: 'Cán bộ xem được thông báo của chính mình' } as const;
const config = { may: 'Cán bộ đặt được cách nhận thông báo và lịch của chính mình' } as const;

const time = Type.String({ format: 'date-time', maxLength: 40 });
const Filter = Type.Object({ unread: Type.Optional(Type.Boolean()), before: Type.Optional(time) });

/** What one is told oneself: listed, counted, marked as read; and whether by mail too. */
export async function notificationRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  count(app, context);
  mark(app, context);
  markAll(app, context);
  setting(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/notifications',
    {
      config: see,
      schema: { tags, summary: 'Thông báo của tôi', querystring: Filter, response: { 200: NoticeList } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { unread = false, before } = request.query;
      const today = dayInVietnam(new Date());
      const from = before === undefined ? undefined : new Date(before);
      const notices = await listNotices(db, officer, { unread, before: from, today });
      return {
        ...{ today, unread: await countUnread(db, officer), more: notices.length === noticesListed },
        notices: notices.map(presentNotice),
      };
    },
  );
}

function count(app: Api, { db }: Context): void {
  app.get(
    '/api/notifications/count',
    {
      config: see,
      schema: {
        tags,
        summary: 'Số thông báo chưa đọc của tôi',
        response: { 200: Type.Object({ unread: Type.Integer() }, closed) },
      },
    },
    async (request) => ({ unread: await countUnread(db, getOfficer(request)) }),
  );
}

function mark(app: Api, { db }: Context): void {
  app.patch(
    '/api/notifications/:id',
    {
      config: see,
      schema: {
        tags,
        summary: 'Đánh dấu một thông báo là đã đọc hoặc chưa đọc',
        params: IdParams,
        body: Type.Object({ read: Type.Boolean() }, closed),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const id = getId(request, 'thông báo này');
      await inTransaction(db, (trx) => markRead(trx, officer, id, request.body.read ? new Date() : null));
      return reply.code(204).send(null);
    },
  );
}

function markAll(app: Api, { db }: Context): void {
  app.post(
    '/api/notifications/read',
    {
      config: see,
      schema: {
        tags,
        summary: 'Đánh dấu đã đọc mọi thông báo có đến một thời điểm',
        body: Type.Object({ until: time }, closed),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const until = new Date(request.body.until);
      await inTransaction(db, (trx) => markAllRead(trx, officer, until, new Date()));
      return reply.code(204).send(null);
    },
  );
}

function setting(app: Api, { db, mailer }: Context): void {
  const server = mailer !== undefined;
  app.get(
    '/api/notifications/setting',
    {
      config: see,
      schema: { tags, summary: 'Cách tôi nhận thông báo', response: { 200: NoticeSettingView } },
    },
    async (request) => ({ ...(await getNoticeSetting(db, getOfficer(request))), server }),
  );
  app.patch(
    '/api/notifications/setting',
    {
      config,
      schema: {
        tags,
        summary: 'Bật hoặc tắt thư nhắc việc của tôi',
        body: Type.Object({ mail: Type.Boolean() }, closed),
        response: { 200: NoticeSettingView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      await inTransaction(db, (trx) => setNoticeSetting(trx, officer, request.body.mail));
      return { ...(await getNoticeSetting(db, officer)), server };
    },
  );
}
