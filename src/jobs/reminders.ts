import { digestLetter, type Line, nudgeLetter, oversightLetter, type ToldNews } from '../assignment/remind/letter.ts';
import { isNews, keptDays } from '../assignment/remind/model.ts';
import { remind } from '../assignment/remind/remind.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import type { Mailer } from '../platform/mail/mail.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { type Letter, listWaiting, settleLetter, takeLetter } from '../store/notifications-mail.ts';
import { purgeNotices } from '../store/notifications-purge.ts';
import { getQuestion, lockReminding, writeDigests } from '../store/notifications-run.ts';
import { mailWork } from '../store/notifications-write.ts';

export type RemindersOptions = {
  db: Database;
  /** undefined where no mail is set up: then people are told in the product alone */
  mailer: Mailer | undefined;
  /** what officers type to reach this server; null where that is not known */
  address: () => string | null;
  /** told what failed, for the log */
  report: (error: unknown, message: string) => void;
  now?: () => Date;
};

export type Reminded = { tenantId: string; people: number; reminders: number };

/** 7:00 in Vietnam; after a server that was off in the morning, as soon as it is on again that day. */
const daily = '0 0 * * * remind ?fill=12h';

/** At night. */
const nightly = '41 18 * * * purge-notifications';

/** The work of reminding, for whoever does the work of this process. */
export function remindingWork(options: RemindersOptions) {
  const { db, report } = options;
  return {
    crontab: [daily, nightly].join('\n'),
    tasks: {
      remind: async () => {
        // One tenant's trouble is not another's.
        for (const { id } of await db.selectFrom('tenant').select('id').execute())
          await remindTenant(options, id).catch((error) => report(error, 'reminding failed'));
      },
      'purge-notifications': async () => {
        for (const { id } of await db.selectFrom('tenant').select('id').execute())
          await purgeTenant(options, id).catch((error) => report(error, 'purging notifications failed'));
      },
      [mailWork]: async (payload: unknown) => {
        const { tenant, id } = payload as { tenant: string; id: string };
        await sendLetter(options, tenant, id);
      },
    },
  };
}

/** Removes what a tenant's people were told long ago of work that is settled; tells how many notices. */
export async function purgeTenant(
  { db, now = () => new Date() }: Pick<RemindersOptions, 'db' | 'now'>,
  tenantId: string,
): Promise<number> {
  const before = new Date(now().getTime() - keptDays * 86_400_000);
  let gone = 0;
  for (;;) {
    const some = await inTransaction(db, (trx) => purgeNotices(trx, tenantId, before));
    if (some === 0) return gone;
    gone += some;
  }
}

/** Tells a tenant's people what is to be told today. A second time on a day it finds nothing left to tell. */
export async function remindTenant(
  { db, mailer, now = () => new Date() }: RemindersOptions,
  tenantId: string,
): Promise<Reminded> {
  const at = now();
  const today = dayInVietnam(at);
  return inTransaction(db, async (trx) => {
    await lockReminding(trx, tenantId);
    const digests = remind(await getQuestion(trx, tenantId, today));
    await writeDigests(trx, tenantId, digests, { today, at, mailing: mailer !== undefined });
    const reminders = digests.reduce((sum, one) => sum + one.reminders.length, 0);
    return { tenantId, people: digests.length, reminders };
  });
}

/** Sends the letters that wait, for who runs without the queue of work; tells how many went. */
export async function sendWaiting(options: RemindersOptions, tenantId: string): Promise<number> {
  let sent = 0;
  for (const id of await listWaiting(options.db, tenantId)) {
    const went = await sendLetter(options, tenantId, id).catch((error) => {
      options.report(error, 'a letter was not sent');
      return false;
    });
    if (went) sent += 1;
  }
  return sent;
}

/**
 * Sends one letter, at most once. A server that refuses is tried again the same day, as the queue of work sees fit;
 * yesterday's digest is no use to anybody and is given up.
 */
async function sendLetter(
  { db, mailer, address, now = () => new Date() }: RemindersOptions,
  tenantId: string,
  id: string,
): Promise<boolean> {
  if (!mailer) return false;
  const letter = await inTransaction(db, (trx) => takeLetter(trx, tenantId, id));
  if (!letter) return false;
  const settle = (how: 'sent' | 'waiting' | 'failed') =>
    inTransaction(db, (trx) => settleLetter(trx, tenantId, letter, how, now()));
  if (letter.email === null || letter.day < dayInVietnam(now())) {
    await settle('failed');
    return false;
  }
  try {
    await mailer.send({ to: letter.email, ...write(letter, letter.day, address()) });
  } catch (error) {
    await settle('waiting');
    throw error;
  }
  await settle('sent');
  return true;
}

function write(letter: Letter, today: PlainDate, address: string | null) {
  const { kind, name: to, note, oversight } = letter;
  const words = { to, today, lines: linesOf(letter), address };
  const sender = { ...senderOf(letter), note };
  if (kind === 'digest') return digestLetter({ ...words, news: letter.news.flatMap(toNews) });
  if (isNews(kind)) throw new Error(`${kind} goes with a digest`);
  return kind === 'nudge' || !oversight
    ? nudgeLetter({ ...words, ...sender })
    : oversightLetter({ ...words, ...sender, ...oversight, kind });
}

type Told = Letter['news'][number];

const linesOf = ({ lines }: Pick<Told, 'lines'>): Line[] =>
  lines.map(({ step, due, text, agency, plan }) => ({ step, due, text, agency, plan }));

const senderOf = ({ by, byUnit }: Pick<Told, 'by' | 'byUnit'>) => ({ from: by ?? '', fromUnit: byUnit ?? '' });

function toNews(told: Told): ToldNews[] {
  const { kind, note, difficulty } = told;
  if (!isNews(kind)) return [];
  const about = { agency: difficulty?.agency ?? '', answerBy: difficulty?.answerBy ?? null };
  return [{ ...senderOf(told), kind, note, lines: linesOf(told), ...about }];
}
