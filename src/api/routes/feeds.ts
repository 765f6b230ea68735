import { createHash } from 'node:crypto';
import Type from 'typebox';
import { FeedView } from '../../assignment/remind/views.ts';
import { isId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { toICalendar } from '../../publish/icalendar.ts';
import { toCalendarDays } from '../../publish/icalendar-days.ts';
import { inTransaction } from '../../store/db.ts';
import { findFeed, listFeedDays, openFeed, renewFeed, revokeFeed } from '../../store/feeds.ts';
import { presentFeed } from '../present-notices.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { limit } from './feeds-limit.ts';

const tags = ['Lịch của tôi'];
const see = { may: 'Cán bộ xem được thông báo của chính mình' } as const;
const config = { may: 'Cán bộ đặt được cách nhận thông báo và lịch của chính mình' } as const;
const open = { may: 'Ai giữ địa chỉ bí mật cũng tải được lịch việc của cán bộ đó' } as const;

/** Calendar programs ask every few hours; a hand that tries out asks a few times. */
const times = 30;
const within = 10 * 60_000;

/** One's own calendar under a secret address, for the calendar program of a telephone or a desk. */
export async function feedRoutes(app: Api, context: Context): Promise<void> {
  own(app, context);
  renew(app, context);
  revoke(app, context);
  read(app, context);
}

function own(app: Api, { db }: Context): void {
  app.get(
    '/api/feed',
    { config: see, schema: { tags, summary: 'Địa chỉ lịch của tôi có đang dùng không', response: { 200: FeedView } } },
    async (request) => presentFeed(await findFeed(db, getOfficer(request))),
  );
}

function renew(app: Api, { db, address }: Context): void {
  app.post(
    '/api/feed',
    {
      config,
      schema: {
        tags,
        summary: 'Tạo địa chỉ lịch mới; địa chỉ cũ thôi dùng được. Địa chỉ chỉ hiện một lần',
        body: Type.Object({ alarm: Type.Boolean() }, { additionalProperties: false }),
        response: { 200: FeedView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const token = await inTransaction(db, (trx) => renewFeed(trx, officer, request.body.alarm, new Date()));
      const feed = await findFeed(db, officer);
      return presentFeed(feed, `${address()}/api/feeds/${officer.tenantId}.${token}.ics`);
    },
  );
}

function revoke(app: Api, { db }: Context): void {
  app.delete(
    '/api/feed',
    { config, schema: { tags, summary: 'Thu hồi địa chỉ lịch của tôi', response: { 200: FeedView } } },
    async (request) => {
      await inTransaction(db, (trx) => revokeFeed(trx, getOfficer(request), new Date()));
      return presentFeed(undefined);
    },
  );
}

function read(app: Api, { db }: Context): void {
  const mayAsk = limit(times, within);
  app.get(
    '/api/feeds/:secret',
    {
      config: open,
      schema: {
        tags,
        summary: 'Lịch việc đến hạn dạng iCalendar, theo địa chỉ bí mật',
        params: Type.Object({ secret: Type.String() }),
        response: { 200: Type.String({ description: 'text/calendar' }) },
      },
    },
    async (request, reply) => {
      const now = new Date();
      const { secret } = request.params;
      // By the address alone: who fetches it is a calendar service that serves many people from one place.
      const key = createHash('sha256').update(secret).digest('base64');
      if (!mayAsk(key, now.getTime())) throw new Problem('feed-crowded', {});
      const [, tenantId = '', token = ''] = /^([^.]+)\.([\w-]{43})\.ics$/.exec(secret) ?? [];
      const feed = isId(tenantId) ? await openFeed(db, tenantId, token, now) : undefined;
      if (!feed) throw new Problem('feed-not-valid', {});
      const { officerId, name, alarm } = feed;
      const owed = await listFeedDays(db, { tenantId, officerId }, dayInVietnam(now));
      const text = toICalendar(toCalendarDays(owed), { name: `Việc đến hạn: ${name}`, alarm, at: now });
      return reply
        .header('content-disposition', 'inline; filename="viec-den-han.ics"')
        .type('text/calendar; charset=utf-8')
        .serializer((body: string) => body)
        .send(text);
    },
  );
}
