import Type from 'typebox';
import { nationalCalendar } from '../../calendar/holidays.ts';
import { CalendarEntry, CalendarPreview, CalendarView } from '../../calendar/views.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { findMoving } from '../../store/calendar-moves.ts';
import { giveUpMoving, retryMoving } from '../../store/calendar-moves-failed.ts';
import { getCalendar, listCalendarHistory } from '../../store/calendar-settings.ts';
import { changeCalendar, previewCalendarChange } from '../../store/calendar-settings-change.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { presentCalendar } from '../present-notices.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Lịch làm việc'];
const see = { may: 'Cán bộ xem được lịch làm việc của đơn vị mình' } as const;
const config = { may: 'Cơ quan thường trực và người quản trị đặt được lịch làm việc' } as const;

const [firstYear, lastYear] = nationalCalendar.years;
const Year = Type.Object({ year: Type.Optional(Type.Integer({ minimum: firstYear, maximum: lastYear })) });
const Saved = Type.Object({ moved: Type.Integer(), calendar: CalendarView }, { additionalProperties: false });

const Settling = Type.Object(
  { seq: Type.Integer({ minimum: 1 }), do: Type.Union([Type.Literal('retry'), Type.Literal('give-up')]) },
  { additionalProperties: false },
);

/** The working calendar of a tenant: seen, tried out, changed; every change is kept and can be undone. */
export async function calendarRoutes(app: Api, context: Context): Promise<void> {
  show(app, context);
  tryOut(app, context);
  change(app, context);
  settle(app, context);
}

/** This year where none is asked for, as far as its days off are listed. */
const yearOf = (asked: number | undefined): number =>
  asked ?? Math.min(Math.max(Number(dayInVietnam(new Date()).slice(0, 4)), firstYear), lastYear);

async function viewOf(db: Database, tenantId: string, year: number): Promise<CalendarView> {
  // Before the history: what has ended in between is told as still going on, and looked for again.
  const moving = await findMoving(db, tenantId);
  return presentCalendar(
    await getCalendar(db, tenantId),
    { history: await listCalendarHistory(db, tenantId), moving },
    year,
  );
}

function show(app: Api, { db }: Context): void {
  app.get(
    '/api/calendar',
    {
      config: see,
      schema: {
        tags,
        summary: 'Lịch làm việc: ngày nghỉ của cả nước, thay đổi của đơn vị, cách tính hạn và lịch sử',
        querystring: Year,
        response: { 200: CalendarView },
      },
    },
    async (request) => viewOf(db, getOfficer(request).tenantId, yearOf(request.query.year)),
  );
}

function tryOut(app: Api, { db }: Context): void {
  app.post(
    '/api/calendar/preview',
    {
      config,
      schema: {
        tags,
        summary: 'Xem trước một thay đổi: hạn nào dời, từ ngày nào sang ngày nào, vì sao',
        querystring: Year,
        body: CalendarEntry,
        response: { 200: CalendarPreview },
      },
    },
    async (request) => {
      const today = dayInVietnam(new Date());
      const { tenantId } = getOfficer(request);
      return previewCalendarChange(db, tenantId, request.body, { today, year: yearOf(request.query.year) });
    },
  );
}

/** Milliseconds a change is waited for before its sender is told that its days are still on their way. */
const patience = 700;

function change(app: Api, { db, moves }: Context): void {
  app.post(
    '/api/calendar',
    {
      config,
      schema: {
        tags,
        summary: 'Lưu một thay đổi; những hạn chưa xong được dời ngay sau đó, xem mục moving',
        querystring: Year,
        body: Type.Object({ seq: Type.Integer({ minimum: 0 }), entry: CalendarEntry }, { additionalProperties: false }),
        response: { 200: Saved },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const at = new Date();
      const { moved } = await inTransaction(db, (trx) =>
        changeCalendar(trx, officer, request.body, { at, today: dayInVietnam(at) }),
      );
      if (moved > 0) await moves.ended(officer.tenantId, patience);
      return { moved, calendar: await viewOf(db, officer.tenantId, yearOf(request.query.year)) };
    },
  );
}

function settle(app: Api, { db, moves }: Context): void {
  app.post(
    '/api/calendar/moving',
    {
      config,
      schema: {
        tags,
        summary: 'Việc dời hạn gặp lỗi: thử lại, hoặc thôi dời phần còn lại để lưu được thay đổi khác',
        querystring: Year,
        body: Settling,
        response: { 200: CalendarView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { seq, do: what } = request.body;
      await inTransaction(db, (trx) =>
        what === 'retry' ? retryMoving(trx, officer, seq) : giveUpMoving(trx, officer, seq, new Date()),
      );
      if (what === 'retry') await moves.ended(officer.tenantId, patience);
      return viewOf(db, officer.tenantId, yearOf(request.query.year));
    },
  );
}
