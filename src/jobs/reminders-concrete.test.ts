import { beforeEach, describe, expect, it } from 'vitest';
import type { ConcreteChange } from '../assignment/concrete/model.ts';
import type { Act } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import { toCalendarDays } from '../publish/icalendar-days.ts';
import { appendActs } from '../store/assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province } from '../store/assignment-testing.ts';
import { inTransaction } from '../store/db.ts';
import { listFeedDays } from '../store/feeds.ts';
import { listNotices } from '../store/notifications.ts';
import { addOfficer } from '../store/officer-testing.ts';
import { databaseForThisTest } from '../store/testing.ts';
import { purgeTenant, remindTenant } from './reminders.ts';

let there: Province;
let an: string;
let hoa: string;
let mai: string;
let owed: { assignmentId: string; occurrenceId: string };

/** A commune owes a report on 30 June, under which it writes what it will do and when. */
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  an = await addOfficer(there, 'Lê Văn An', 'officer', 'tan-lap');
  hoa = await addOfficer(there, 'Nguyễn Thị Hoa', 'head', 'tan-lap');
  mai = await addOfficer(there, 'Trần Thị Mai', 'focal');
  const schedule = { kind: 'deadline', by: '2026-06-30' } as const;
  await issue(there, await confirmed(there, [{ id: 't1', implement: ['UBND xã Tân Lập'], schedule }]));
  const [one] = await owedBy(there, 'tan-lap');
  owed = { assignmentId: one?.assignment_id ?? '', occurrenceId: one?.id ?? '' };
});

const send = (act: Act, occurrenceId: string | null = null) => {
  const sent = { id: newId(), assignmentId: owed.assignmentId, occurrenceId, act };
  return inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, [sent], { source: 'web', at: new Date(), day: day('2026-03-01') }),
  );
};
const change = (concreteId: string, change: ConcreteChange) => send({ kind: 'concrete', concreteId, change });
const write = async (due: string, villages: readonly string[] = []): Promise<string> => {
  const id = newId();
  await change(id, { kind: 'add', text: 'Niêm yết ở thôn', product: null, due: day(due), villages });
  return id;
};

const run = (on: string) => {
  const now = () => new Date(`${on}T00:00:00Z`);
  return remindTenant({ db: there.db, mailer: undefined, address: () => null, report: () => {}, now }, tenant());
};
const tenant = () => there.actor.tenantId;
const noticesOf = (officerId: string) =>
  listNotices(there.db, { tenantId: tenant(), officerId }, { today: day('2026-03-12') });

async function told(days: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for (const on of days) {
    await run(on);
    for (const [name, id] of Object.entries({ an, hoa, mai }))
      for (const { day: at, counts } of await noticesOf(id))
        if (at === on) said.push(`${on} ${name} ${Object.entries(counts).map(([step, n]) => `${step}:${n}`)}`);
  }
  return said;
}
const march = ['06', '09', '10', '12', '16', '18', '24', '25'].map((date) => `2026-03-${date}`);

describe('the day of a concrete act', () => {
  it('is reminded of three times and when it is overdue, then to the head of the unit, and is no matter of the focal office', async () => {
    await write('2026-03-13');
    expect(await told(march)).toEqual([
      '2026-03-06 an seven:1',
      '2026-03-10 an three:1',
      '2026-03-12 an one:1',
      '2026-03-16 an overdue:1',
      '2026-03-18 hoa head:1',
    ]);
  });

  it('stands in the same digest as the days of tasks, leads to its task and says how it stands now', async () => {
    const id = await write('2026-06-29');
    await run('2026-06-29');
    const [digest, ...others] = await noticesOf(an);
    expect([others, digest?.counts]).toEqual([[], { one: 2 }]);
    expect(digest?.lines).toMatchObject([
      { concreteId: id, ...owed, text: 'Việc cụ thể: Niêm yết ở thôn', due: '2026-06-29', status: 'open' },
      { concreteId: null, occurrenceId: owed.occurrenceId, due: '2026-06-30' },
    ]);
    expect(digest?.lines[0]).toMatchObject({ agency: 'UBND xã Tân Lập', plan: '12/KH-UBND' });
    await change(id, { kind: 'done', on: day('2026-03-01') });
    expect((await noticesOf(an))[0]?.lines[0]).toMatchObject({ status: 'done' });
    await change(id, { kind: 'remove' });
    const gone = { status: 'cancelled', dueNow: null, text: 'Việc cụ thể: Niêm yết ở thôn' };
    expect((await noticesOf(an))[0]?.lines[0]).toMatchObject(gone);
  });

  it('that was moved is told for the new day alone', async () => {
    const id = await write('2026-03-13');
    await run('2026-03-10');
    await change(id, { kind: 'due', due: day('2026-03-25') });
    expect(await told(['2026-03-12', '2026-03-16', '2026-03-18', '2026-03-24'])).toEqual([
      '2026-03-18 an seven:1',
      '2026-03-24 an one:1',
    ]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['done', (id) => change(id, { kind: 'done', on: day('2026-03-01') })],
    ['done in its last village', (id) => change(id, { kind: 'tick', village: 'Thôn Đông', on: day('2026-03-01') })],
    ['removed', (id) => change(id, { kind: 'remove' })],
    ['left without a day', (id) => change(id, { kind: 'due', due: null })],
    ['of a task that is cancelled', () => send({ kind: 'cancel', reason: 'Thôi' })],
    [
      'of a task that is done',
      () =>
        send({ kind: 'complete', on: day('2026-03-01'), note: null, serves: [], servedBy: null }, owed.occurrenceId),
    ],
  ])('is told to nobody when it is %s', async (_, settle) => {
    const id = await write('2026-03-13', ['Thôn Đông']);
    await settle(id);
    expect(await told(march)).toEqual([]);
  });

  it('before the work was given is nobody’s delay', async () => {
    await write('2026-01-05');
    expect(await told(['2026-03-06'])).toEqual([]);
  });

  it('is told to whom the work was handed on to', async () => {
    await write('2026-03-13');
    await send({ kind: 'hand-on', divisionId: null, officerId: hoa, note: null });
    expect(await told(['2026-03-12'])).toEqual(['2026-03-12 hoa one:1']);
  });

  it('keeps what was told while it is open, and lets it go a year after it was done', async () => {
    const id = await write('2026-03-13');
    await run('2026-03-12');
    const purge = () => purgeTenant({ db: there.db, now: () => new Date('2027-04-01T00:00:00Z') }, tenant());
    expect(await purge()).toBe(0);
    await change(id, { kind: 'done', on: day('2026-03-01') });
    expect([await purge(), await noticesOf(an)]).toEqual([1, []]);
  });
});

describe('in the calendar feed a concrete act', () => {
  const onDay = async (due: string) => {
    const days = await listFeedDays(there.db, { tenantId: tenant(), officerId: an }, day('2026-03-01'));
    return toCalendarDays(days).find((one) => one.day === due);
  };

  it('that is removed stays as cancelled under its day, and each step is later than the one before', async () => {
    const id = await write('2026-03-13');
    const first = await onDay('2026-03-13');
    expect(first).toMatchObject({ cancelled: false, title: 'Hạn: Việc cụ thể: Niêm yết ở thôn' });
    const gone: Act = { kind: 'concrete', concreteId: id, change: { kind: 'remove' } };
    const removal = { id: newId(), assignmentId: owed.assignmentId, occurrenceId: null, act: gone };
    const taking = { source: 'web' as const, at: new Date(), day: day('2026-03-01') };
    await inTransaction(there.db, (trx) => appendActs(trx, there.actor, [removal], taking));
    const removed = await onDay('2026-03-13');
    expect(removed).toMatchObject({ uid: first?.uid, cancelled: true, title: first?.title });
    await send({ kind: 'undo', of: removal.id });
    const back = await onDay('2026-03-13');
    expect(back).toMatchObject({ uid: first?.uid, cancelled: false });
    const sequences = [first, removed, back].map((one) => one?.sequence ?? Number.NaN);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(new Set(sequences).size).toBe(3);
  });

  it('that is left without a day, or moved beyond what is shown, is taken from its old day', async () => {
    const [one, other] = [await write('2026-03-13'), await write('2026-03-20')];
    await change(one, { kind: 'due', due: null });
    await change(other, { kind: 'due', due: day('2028-01-01') });
    expect([await onDay('2026-03-13'), await onDay('2026-03-20')]).toMatchObject([
      { cancelled: true },
      { cancelled: true },
    ]);
  });
});
