import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { Problem } from '../kernel/problem.ts';
import type { Role } from '../people/model.ts';
import { openMailer } from '../platform/mail/mail.ts';
import { bodyOf, type MailSink, openMailSink } from '../platform/mail/testing.ts';
import { appendActs } from '../store/assignment-actions.ts';
import {
  type AgencyName,
  confirmed,
  day,
  issue,
  owedBy,
  type Province,
  province,
} from '../store/assignment-testing.ts';
import { inTransaction } from '../store/db.ts';
import { countUnread, listNotices, markAllRead, markRead, setNoticeSetting } from '../store/notifications.ts';
import { listNudges, nudge } from '../store/notifications-nudge.ts';
import { addAccount, addOfficer } from '../store/officer-testing.ts';
import { databaseForThisTest } from '../store/testing.ts';
import { purgeTenant, type RemindersOptions, remindTenant, sendWaiting } from './reminders.ts';

/** Seven in the morning in Vietnam. */
const morning = (on: string): Date => new Date(`${on}T00:00:00Z`);
const noMail = { mailer: undefined, address: () => null, report: () => {} };

let there: Province;
let officers: Record<'an' | 'hoa' | 'mai', string>;

beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  officers = {
    an: await officer('Lê Văn An', 'officer', 'tan-lap'),
    hoa: await officer('Nguyễn Thị Hoa', 'head', 'tan-lap'),
    mai: await officer('Trần Thị Mai', 'focal'),
  };
  const lead = { lead: ['Sở Nội vụ'], implement: ['UBND xã Tân Lập'] };
  const deadline = { kind: 'deadline', by: '2026-03-13' } as const;
  const request = { id: 't3', implement: ['Ủy ban MTTQ tỉnh'], schedule: deadline };
  await issue(
    there,
    await confirmed(there, [
      { id: 't1', ...lead, schedule: deadline },
      { id: 't2', ...lead, schedule: deadline },
      request,
    ]),
  );
});

const officer = (name: string, role: Role, agency?: AgencyName) => addOfficer(there, name, role, agency);
const account = (officerId: string, email: string) => addAccount(there, officerId, email);
const run = (on: string, options: Partial<RemindersOptions> = {}) =>
  remindTenant({ db: there.db, ...noMail, now: () => morning(on), ...options }, there.actor.tenantId);
const noticesOf = (officerId: string) =>
  listNotices(there.db, { tenantId: there.actor.tenantId, officerId }, { today: day('2026-03-12') });
const tenant = () => there.actor.tenantId;

describe('a day of reminding', () => {
  it('gives each person one digest, and a second run of the day none', async () => {
    expect(await run('2026-03-12')).toEqual({ tenantId: tenant(), people: 1, reminders: 2 });
    expect(await run('2026-03-12')).toEqual({ tenantId: tenant(), people: 0, reminders: 0 });
    const [digest, ...others] = await noticesOf(officers.an);
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ kind: 'digest', day: '2026-03-12', readAt: null, counts: { one: 2 } });
    expect(digest?.lines).toHaveLength(2);
    expect(digest?.lines[0]).toMatchObject({
      step: 'one',
      due: '2026-03-13',
      agency: 'UBND xã Tân Lập',
      status: 'open',
    });
    expect(digest?.lines[0]?.plan).toBe('12/KH-UBND');
  });

  it('goes from the officer to the head and to the focal office, each told once, and leaves what is asked alone', async () => {
    const told: string[] = [];
    for (const on of ['2026-03-06', '2026-03-12', '2026-03-16', '2026-03-18', '2026-03-24', '2026-03-25']) {
      await run(on);
      for (const [name, id] of Object.entries(officers))
        for (const { day: at, counts } of await noticesOf(id))
          if (at === on) told.push(`${on} ${name} ${Object.entries(counts).map(([step, n]) => `${step}:${n}`)}`);
    }
    expect(told).toEqual([
      '2026-03-06 an seven:2',
      '2026-03-12 an one:2',
      '2026-03-16 an overdue:2',
      '2026-03-18 hoa head:2',
      '2026-03-24 mai focal:2',
    ]);
  });

  it('by two processes at once still tells everybody once', async () => {
    const both = await Promise.all([run('2026-03-12'), run('2026-03-12')]);
    expect(both.map(({ people }) => people).sort()).toEqual([0, 1]);
    expect(await noticesOf(officers.an)).toHaveLength(1);
  });

  it('is silent about what is done, and on a day off', async () => {
    for (const { id, assignment_id } of await owedBy(there, 'tan-lap')) {
      const act = { kind: 'complete' as const, on: day('2026-03-10'), note: null, serves: [], servedBy: null };
      const sent = { id: newId(), assignmentId: assignment_id, occurrenceId: id, act };
      await inTransaction(there.db, (trx) =>
        appendActs(trx, there.actor, [sent], { source: 'web', at: new Date(), day: day('2026-03-10') }),
      );
    }
    expect((await run('2026-03-12')).people).toBe(0);
    expect((await run('2026-03-14')).people).toBe(0);
  });

  it('is counted until it is read, and another officer cannot read it away', async () => {
    await run('2026-03-12');
    const me = { tenantId: tenant(), officerId: officers.an };
    const [digest] = await noticesOf(officers.an);
    const id = digest?.id ?? '';
    expect(await countUnread(there.db, me)).toBe(1);
    const mark = (actor: typeof me, at: Date | null) => inTransaction(there.db, (trx) => markRead(trx, actor, id, at));
    await expect(mark({ ...me, officerId: officers.hoa }, new Date())).rejects.toMatchObject({ code: 'not-found' });
    await mark(me, new Date());
    expect(await countUnread(there.db, me)).toBe(0);
    await mark(me, null);
    await inTransaction(there.db, (trx) => markAllRead(trx, me, morning('2026-03-11'), new Date()));
    expect(await countUnread(there.db, me)).toBe(1);
    await inTransaction(there.db, (trx) => markAllRead(trx, me, morning('2026-03-12'), new Date()));
    expect(await countUnread(there.db, me)).toBe(0);
  });

  it('leaves one entry in the audit log, without names', async () => {
    await run('2026-03-12');
    const entries = await there.db.selectFrom('audit_entry').select(['action', 'details']).execute();
    expect(entries.filter(({ action }) => action === 'reminders.sent')).toEqual([
      { action: 'reminders.sent', details: { people: 1, reminders: 2 } },
    ]);
  });
});

describe('what was told long ago', () => {
  const purge = (on: string) => purgeTenant({ db: there.db, now: () => morning(on) }, tenant());
  const reminders = async () => (await there.db.selectFrom('reminder').select('occurrence_id').execute()).length;
  const settle = async () => {
    for (const { id, assignment_id } of await owedBy(there, 'tan-lap')) {
      const act = { kind: 'complete' as const, on: day('2026-03-13'), note: null, serves: [], servedBy: null };
      const sent = { id: newId(), assignmentId: assignment_id, occurrenceId: id, act };
      await inTransaction(there.db, (trx) =>
        appendActs(trx, there.actor, [sent], { source: 'web', at: new Date(), day: day('2026-03-13') }),
      );
    }
  };

  it('goes a year after the work was told of, once all of it is settled, and the audit log says how much went', async () => {
    await run('2026-03-12');
    await settle();
    expect([await purge('2027-03-12'), await reminders()]).toEqual([0, 2]);
    expect([await purge('2027-03-14'), await reminders()]).toEqual([1, 0]);
    expect(await noticesOf(officers.an)).toEqual([]);
    const entries = await there.db.selectFrom('audit_entry').select(['action', 'details']).execute();
    expect(entries.filter(({ action }) => action === 'notifications.purged')).toMatchObject([
      { details: { notices: 1 } },
    ]);
    expect(await purge('2027-03-14')).toBe(0);
  });

  it('stays while some of the work is open, so that nobody is told twice', async () => {
    await run('2026-03-12');
    expect(await purge('2028-01-01')).toBe(0);
    expect(await reminders()).toBe(2);
  });
});

describe('letters', () => {
  let sink: MailSink;
  let options: Partial<RemindersOptions>;
  beforeEach(async () => {
    sink = await openMailSink();
    onTestFinished(sink.close);
    const mailer = openMailer({ url: sink.url, from: 'Thang <thang@minhha.example>' });
    options = { mailer, address: () => 'https://thang.example' };
  });
  const send = (on = '2026-03-12') =>
    sendWaiting({ db: there.db, ...noMail, ...options, now: () => morning(on) }, tenant());
  const states = async () => (await noticesOf(officers.an)).map(({ mail }) => mail);

  it('go once to who has an address', async () => {
    await account(officers.an, 'an@minhha.example');
    await run('2026-03-12', options);
    expect(await states()).toEqual(['waiting']);
    expect([await send(), await send()]).toEqual([1, 0]);
    expect(await states()).toEqual(['sent']);
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]).toMatch(/^To: an@minhha\.example/m);
    expect(bodyOf(sink.letters[0])).toContain('Nhắc lần cuối trước hạn (2 việc):');
    expect(bodyOf(sink.letters[0])).toContain('https://thang.example/thong-bao');
  });

  it('do not go to who wants none, has no address, or where no mail is set up, and it is said which', async () => {
    await run('2026-03-12', options);
    expect(await states()).toEqual(['no-address']);
    await account(officers.an, 'an@minhha.example');
    await run('2026-03-16');
    expect(await states()).toEqual(['no-server', 'no-address']);
    await inTransaction(there.db, (trx) =>
      setNoticeSetting(trx, { tenantId: tenant(), officerId: officers.hoa }, false),
    );
    await run('2026-03-18', options);
    expect((await noticesOf(officers.hoa)).map(({ mail }) => mail)).toEqual(['off']);
    expect(await send('2026-03-18')).toBe(0);
    expect(sink.letters).toEqual([]);
  });

  it('that a server refuses are tried again that day, and given up the day after', async () => {
    await account(officers.an, 'an@minhha.example');
    await run('2026-03-12', options);
    const failed: unknown[] = [];
    const broken = { send: () => Promise.reject(new Error('refused')), close: () => {} };
    const trying = { db: there.db, ...noMail, mailer: broken, report: (error: unknown) => void failed.push(error) };
    expect(await sendWaiting({ ...trying, now: () => morning('2026-03-12') }, tenant())).toBe(0);
    expect(failed).toHaveLength(1);
    expect(await states()).toEqual(['waiting']);
    expect(await send('2026-03-13')).toBe(0);
    expect(await states()).toEqual(['failed']);
    expect(sink.letters).toEqual([]);
  });

  it('carry what a monitor wrote', async () => {
    await account(officers.an, 'an@minhha.example');
    const [first] = await owedBy(there, 'tan-lap');
    await urge([first?.id ?? ''], { note: 'Làm theo mẫu số 2.', mailing: true });
    expect(await send()).toBe(1);
    expect(bodyOf(sink.letters[0])).toContain('Mai (Sở Nội vụ) nhắc đồng chí 1 việc:');
    expect(bodyOf(sink.letters[0])).toContain('Làm theo mẫu số 2.');
  });
});

async function urge(occurrences: string[], { note = null as string | null, mailing = false, on = '2026-03-12' } = {}) {
  const sending = { today: day(on), at: morning(on), mailing };
  return inTransaction(there.db, (trx) => nudge(trx, there.actor, { occurrences, note, agencyId: null }, sending));
}

describe('urging by hand', () => {
  it('reaches who is to do it at once, once a day, and is kept with its note', async () => {
    const ids = (await owedBy(there, 'tan-lap')).map(({ id }) => id);
    expect(await urge(ids, { note: 'Cần trước 11/3' })).toEqual({ reminded: 2, people: 1, skipped: [] });
    const refusal = await urge(ids).catch((problem: Problem<'nothing-to-remind'>) => problem.details.why);
    expect(refusal).toBe('today');
    expect(await urge(ids, { on: '2026-03-13' })).toMatchObject({ reminded: 2 });
    expect(await listNudges(there.db, tenant(), ids[0] ?? '')).toMatchObject([
      { by: 'Mai', note: null, people: 1, readBy: 0 },
      { by: 'Mai', note: 'Cần trước 11/3' },
    ]);
    expect(await noticesOf(officers.an)).toHaveLength(2);
  });

  it('does not take the place of the digest', async () => {
    await urge((await owedBy(there, 'tan-lap')).map(({ id }) => id));
    expect(await run('2026-03-12')).toMatchObject({ people: 1, reminders: 2 });
  });

  it('of a unit that has nobody says so', async () => {
    const [asked] = await owedBy(there, 'mat-tran');
    const why = await urge([asked?.id ?? '']).catch((problem: Problem<'nothing-to-remind'>) => problem.details.why);
    expect(why).toBe('nobody');
  });
});
