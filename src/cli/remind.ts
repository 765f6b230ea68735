import { addDays, sayWeekday } from '../calendar/days.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { type RemindersOptions, remindTenant, sendWaiting } from '../jobs/reminders.ts';
import { isId } from '../kernel/ids.ts';
import { dayInVietnam, formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { findMailSettings, openMailer } from '../platform/mail/mail.ts';
import { getCalendar } from '../store/calendar-settings.ts';
import { type Database, openDatabase } from '../store/db.ts';
import { migrate } from '../store/migrate.ts';
import { withDatabase } from './database.ts';

/** A day on which nobody is reminded, and the working day that tells what came up; null where none is known. */
export type DayOff = { day: PlainDate; name: string; next: PlainDate | null };

/** What reminding a tenant came to. */
export type Told = {
  tenant: string;
  name: string;
  people: number;
  reminders: number;
  letters: number;
  /** null on a working day */
  dayOff: DayOff | null;
};

/**
 * Tells everybody what is to be told today, of one tenant (its code or id) or all, and sends the letters that wait. A second
 * time on a day finds nobody left to tell; a server that runs does the same every morning by itself.
 */
export async function remindNow({ tenant, json }: { tenant?: string; json?: boolean }): Promise<void> {
  const settings = findMailSettings();
  const mailer = settings && openMailer(settings);
  try {
    const told = await withDatabase(async (connection) => {
      await migrate(connection);
      const db = openDatabase(connection, { max: 2 });
      try {
        const address = process.env.THANG_URL?.replace(/\/+$/, '') ?? null;
        return await remindAll({ db, mailer, address: () => address, report: tellFailure }, tenant);
      } finally {
        await db.destroy();
      }
    });
    process.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : told.map(sayTold).join(''));
    if (!json && !settings) process.stdout.write('Chưa cấu hình gửi thư (THANG_SMTP_URL) nên chỉ báo trong Thang.\n');
  } finally {
    mailer?.close();
  }
}

async function remindAll(options: RemindersOptions, wanted: string | undefined): Promise<Told[]> {
  const told: Told[] = [];
  for (const { id, name } of await listTenants(options.db, wanted)) {
    const { work } = await getCalendar(options.db, id);
    const { people, reminders } = await remindTenant(options, id);
    const dayOff = dayOffOn(dayInVietnam(new Date()), work);
    told.push({ tenant: id, name, people, reminders, letters: await sendWaiting(options, id), dayOff });
  }
  return told;
}

async function listTenants(db: Database, wanted: string | undefined): Promise<{ id: string; name: string }[]> {
  const all = db.selectFrom('tenant').select(['id', 'name']).orderBy('name');
  if (wanted === undefined) return all.execute();
  const found = await all.where(isId(wanted) ? 'id' : 'code', '=', wanted).execute();
  if (found.length === 0) throw new Problem('not-found', { what: `đơn vị ${wanted}` });
  return found;
}

const tellFailure = (error: unknown): void =>
  void process.stderr.write(`Một thư chưa gửi được: ${error instanceof Error ? error.message : String(error)}\n`);

/** Why nobody is told anything today; null on a day that is worked. */
export function dayOffOn(day: PlainDate, calendar: WorkCalendar): DayOff | null {
  const { working, name } = calendar.statusOf(day);
  return working ? null : { day, name, next: calendar.nextWorkingDay(addDays(day, 1)) ?? null };
}

/** One line on what a tenant was told, or why it was not. */
export function sayTold({ name, people, reminders, letters, dayOff }: Told): string {
  if (people > 0) return `${name}: đã nhắc ${people} người, ${reminders} lượt việc, gửi ${letters} thư.\n`;
  return dayOff === null ? `${name}: hôm nay không còn ai phải nhắc.\n` : `${name}: ${sayDayOff(dayOff)}\n`;
}

/** Nothing is lost: what fell due on days off was told before them, and the rest is told on the next working day. */
function sayDayOff({ day, name, next }: DayOff): string {
  const off = `hôm nay ${formatPlainDate(day)} là ngày nghỉ (${name}) nên không nhắc ai.`;
  return next === null
    ? `${off} Kiểm tra lại lịch làm việc: không còn ngày làm việc nào để nhắc.`
    : `${off} Việc đến hạn trong kỳ nghỉ đã được nhắc từ ngày làm việc liền trước; việc mới và việc quá hạn sẽ được nhắc vào ${sayWeekday(next)} ${formatPlainDate(next)}.`;
}
