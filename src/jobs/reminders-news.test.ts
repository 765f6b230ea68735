import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Act } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import { openMailer } from '../platform/mail/mail.ts';
import { bodyOf, type MailSink, openMailSink } from '../platform/mail/testing.ts';
import { appendActs } from '../store/assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province } from '../store/assignment-testing.ts';
import { inTransaction } from '../store/db.ts';
import { countUnread, listNotices, setNoticeSetting } from '../store/notifications.ts';
import { addAccount, addOfficer } from '../store/officer-testing.ts';
import { databaseForThisTest } from '../store/testing.ts';
import { tellOfActs } from '../store/work-news.ts';
import { type RemindersOptions, remindTenant, sendWaiting } from './reminders.ts';

const morning = (on: string): Date => new Date(`${on}T00:00:00Z`);

let there: Province;
let an: string;
let sink: MailSink;
let options: Omit<RemindersOptions, 'now'>;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  an = await addOfficer(there, 'Lê Văn An', 'officer', 'tan-lap');
  await addAccount(there, an, 'an@minhha.example');
  const schedule = { kind: 'deadline', by: '2026-03-13' } as const;
  await issue(there, await confirmed(there, [{ id: 't1', implement: ['UBND xã Tân Lập'], schedule }]));
  sink = await openMailSink();
  onTestFinished(sink.close);
  const mailer = openMailer({ url: sink.url, from: 'Thang <thang@minhha.example>' });
  options = { db: there.db, mailer, address: () => 'https://thang.example', report: () => {} };
});

const tenant = () => there.actor.tenantId;
const me = () => ({ tenantId: tenant(), officerId: an });
/** The work is done and returned on a day, by somebody else. */
async function returned(on: string, reason = 'Thiếu phụ lục'): Promise<void> {
  const [one] = await owedBy(there, 'tan-lap');
  const about = { assignmentId: one?.assignment_id ?? '', occurrenceId: one?.id ?? '' };
  const done: Act = { kind: 'complete', on: day('2026-02-02'), note: null, serves: [], servedBy: null };
  const acts: Act[] = [done, { kind: 'return', reason, due: null }];
  const at = new Date(`${on}T03:00:00Z`);
  await inTransaction(there.db, async (trx) => {
    const sent = acts.map((act) => ({ id: newId(), ...about, act }));
    const { fresh } = await appendActs(trx, there.actor, sent, { source: 'web', at, day: day(on) });
    await tellOfActs(trx, there.actor, fresh, { today: day(on), at, mailing: true });
  });
}
const run = (on: string) => remindTenant({ ...options, now: () => morning(on) }, tenant());
const send = (on: string) => sendWaiting({ ...options, now: () => morning(on) }, tenant());
const notices = () => listNotices(there.db, me(), { today: day('2026-02-03') });
const states = async () => (await notices()).map(({ kind, mail }) => `${kind} ${mail}`);

it('waits for the letter of the next morning, which it gets where nothing else is to be told, and goes once', async () => {
  await returned('2026-02-03');
  expect([await send('2026-02-03'), await states()]).toEqual([0, ['returned next']]);
  await run('2026-02-04');
  expect([await send('2026-02-04'), await states()]).toEqual([1, ['returned sent']]);
  expect(sink.letters[0]).toMatch(/^To: an@minhha\.example/m);
  expect(bodyOf(sink.letters[0])).toContain('Mai (Sở Nội vụ) trả lại 1 việc: “Thiếu phụ lục”:');
  await run('2026-02-04');
  await run('2026-02-05');
  expect([await send('2026-02-05'), sink.letters.length]).toEqual([0, 1]);
  expect(await countUnread(there.db, me())).toBe(1);
});

it('goes in the one letter of the day with what is due, and what comes later that day waits', async () => {
  await returned('2026-03-11');
  await run('2026-03-12');
  await returned('2026-03-12', 'Sai mẫu');
  expect([await run('2026-03-12'), await send('2026-03-12')]).toMatchObject([{ people: 0 }, 1]);
  const body = bodyOf(sink.letters[0]);
  expect(body).toContain('Nhắc lần cuối trước hạn (1 việc):');
  expect(body).toContain('“Thiếu phụ lục”');
  expect(await states()).toContain('digest sent');
});

it('stays for the next letter when the server refuses this one', async () => {
  await returned('2026-02-03');
  await run('2026-02-04');
  const broken = { send: () => Promise.reject(new Error('refused')), close: () => {} };
  expect(await sendWaiting({ ...options, mailer: broken, now: () => morning('2026-02-04') }, tenant())).toBe(0);
  expect(await states()).toEqual(['returned next']);
  expect(await send('2026-02-05')).toBe(0);
  await run('2026-02-05');
  expect([await send('2026-02-05'), await states()]).toEqual([1, ['returned sent']]);
});

it('is told in the product alone to who wants no letters, also when they said so meanwhile', async () => {
  await returned('2026-02-03');
  await inTransaction(there.db, (trx) => setNoticeSetting(trx, me(), false));
  await returned('2026-02-03', 'Sai mẫu');
  await run('2026-02-04');
  expect([await send('2026-02-04'), await states()]).toEqual([0, ['returned off', 'returned off']]);
  expect(await run('2026-02-05')).toMatchObject({ people: 0 });
});
