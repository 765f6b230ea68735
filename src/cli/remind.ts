import { type RemindersOptions, remindTenant, sendWaiting } from '../jobs/reminders.ts';
import { isId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { findMailSettings, openMailer } from '../platform/mail/mail.ts';
import { type Database, openDatabase } from '../store/db.ts';
import { migrate } from '../store/migrate.ts';
import { withDatabase } from './database.ts';

/** What reminding a tenant came to. */
type Told = { tenant: string; name: string; people: number; reminders: number; letters: number };

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
    const { people, reminders } = await remindTenant(options, id);
    told.push({ tenant: id, name, people, reminders, letters: await sendWaiting(options, id) });
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

const sayTold = ({ name, people, reminders, letters }: Told): string =>
  people === 0
    ? `${name}: hôm nay không còn ai phải nhắc.\n`
    : `${name}: đã nhắc ${people} người, ${reminders} lượt việc, gửi ${letters} thư.\n`;
