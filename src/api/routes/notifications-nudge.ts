import Type from 'typebox';
import { NudgedView, PastNudgeView } from '../../assignment/remind/views.ts';
import { remindTenant } from '../../jobs/reminders.ts';
import { isId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { inTransaction } from '../../store/db.ts';
import { findUrged, listNudges, nudge } from '../../store/notifications-nudge.ts';
import { getId, IdParams } from '../ids.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';

const tags = ['Nhắc việc'];
const config = {
  may: 'Đơn vị chủ trì, theo dõi, người đứng đầu và cơ quan thường trực nhắc được người thực hiện',
} as const;
const see = { may: 'Cán bộ xem được những lần nhắc việc trong phạm vi của mình' } as const;
const what = 'việc này';

const id = Type.String({ maxLength: 40 });
const Nudge = Type.Object(
  {
    occurrences: Type.Array(id, { minItems: 1, maxItems: 500, uniqueItems: true }),
    note: Type.Union([
      Type.String({ minLength: 1, maxLength: 2_000, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' }),
      Type.Null(),
    ]),
  },
  closed,
);
const Run = Type.Object({ people: Type.Integer(), reminders: Type.Integer() }, closed);

/** Urging by hand, who was urged, and the day's reminding on command. */
export async function nudgeRoutes(app: Api, context: Context): Promise<void> {
  urge(app, context);
  past(app, context);
  run(app, context);
}

function urge(app: Api, { db, mailer }: Context): void {
  app.post(
    '/api/reminders',
    {
      config,
      schema: {
        tags,
        summary: 'Nhắc ngay người thực hiện, kèm hướng dẫn nếu có; mỗi việc một lần một ngày',
        body: Nudge,
        response: { 200: NudgedView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { occurrences, note } = request.body;
      if (!occurrences.every(isId)) throw new Problem('not-found', { what });
      const at = new Date();
      const today = dayInVietnam(at);
      return inTransaction(db, async (trx) => {
        const urged = await findUrged(trx, officer.tenantId, occurrences, today);
        if (urged.length < occurrences.length) throw new Problem('not-found', { what });
        // Who guides an item may urge all who do it; who heads a unit, its own people.
        for (const { agencyId, guides } of urged) assertMay(request, config.may, { agencyIds: [agencyId, ...guides] });
        const sending = { today, at, mailing: mailer !== undefined };
        return nudge(trx, officer, { occurrences, note, agencyId: null }, sending);
      });
    },
  );
}

function past(app: Api, { db }: Context): void {
  app.get(
    '/api/occurrences/:id/reminders',
    {
      config: see,
      schema: {
        tags,
        summary: 'Những lần một việc đã được nhắc, ai nhắc và kèm hướng dẫn gì',
        params: IdParams,
        response: { 200: Type.Object({ reminders: Type.Array(PastNudgeView) }, closed) },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const occurrenceId = getId(request, what);
      const [one] = await findUrged(db, tenantId, [occurrenceId], dayInVietnam(new Date()));
      if (!one) throw new Problem('not-found', { what });
      assertMay(request, see.may, { agencyIds: [one.agencyId, ...one.guides] });
      const reminders = await listNudges(db, tenantId, occurrenceId);
      return {
        reminders: reminders.map(({ at, by, byUnit, note, people, readBy }) => {
          return { at: at.toISOString(), by, byUnit, note, people, readBy };
        }),
      };
    },
  );
}

function run(app: Api, { db, mailer, address, report }: Context): void {
  app.post(
    '/api/reminders/run',
    {
      config: { may: 'Cơ quan thường trực và người quản trị cho gửi nhắc hạn được ngay' },
      schema: {
        tags,
        summary: 'Gửi ngay nhắc hạn của hôm nay; ai đã được nhắc hôm nay thì không nhắc lại',
        body: Type.Object({}, closed),
        response: { 200: Run },
      },
    },
    async (request) => {
      const { people, reminders } = await remindTenant({ db, mailer, address, report }, getOfficer(request).tenantId);
      return { people, reminders };
    },
  );
}
