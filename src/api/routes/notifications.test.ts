import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedView, NoticeList, NudgedView, PastNudgeView } from '../../assignment/remind/views.ts';
import { addDays } from '../../calendar/days.ts';
import type { CalendarPreview, CalendarView } from '../../calendar/views.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import type { ProblemDocument } from '../../kernel/problem.ts';
import { confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { getCalendar, owedUnder } from '../../store/calendar-settings.ts';
import { officerHolding, type TestBrowser, type TestServer, testHost, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let officer: TestBrowser;
let head: TestBrowser;
let monitor: TestBrowser;
let stranger: TestBrowser;
let focal: TestBrowser;
/** In the middle of next week, whatever the day. */
const due = addDays(dayInVietnam(new Date()), 5);

beforeAll(async () => {
  server = await testServer();
  there = await province(server.database.db);
  const { tenantId } = there.actor;
  const { ids } = there;
  const holding = (role: 'officer' | 'head' | 'monitor' | 'focal', agency?: string) =>
    officerHolding(server, [{ role, agencies: agency ? [agency] : 'all' }], tenantId);
  officer = await holding('officer', ids['tan-lap']);
  head = await holding('head', ids['tan-lap']);
  monitor = await holding('monitor', ids['noi-vu']);
  stranger = await holding('head', ids['an-phu']);
  focal = await holding('focal');
  const { settings, work } = await getCalendar(server.database.db, tenantId);
  const owedOf = owedUnder({ settings: { ...settings, roll: 'keep' }, work, changes: [], seq: 0 });
  there = { ...there, by: { ...there.by, owedOf } };
  const task = { id: 't1', monitor: ['Sở Nội vụ'], implement: ['UBND xã Tân Lập'], text: 'Niêm yết công khai' };
  const planId = await confirmed(there, [{ ...task, schedule: { kind: 'deadline', by: due } }], { date: '2026-01-15' });
  await issue(there, planId);
});
afterAll(() => server.close());

const occurrence = async (): Promise<string> => (await owedBy(there, 'tan-lap'))[0]?.id ?? '';
const code = (answer: { json: <T>() => T }): string => answer.json<ProblemDocument>().code;

describe('POST /api/reminders', () => {
  it('refuses who neither guides the work nor heads the unit', async () => {
    const body = { occurrences: [await occurrence()], note: null };
    expect(code(await stranger.send('POST', '/api/reminders', body))).toBe('permission-refused');
    expect(code(await officer.send('POST', '/api/reminders', body))).toBe('permission-refused');
    const unknown = { occurrences: ['019aa000-0000-7000-8000-00000000ffff'], note: null };
    expect(code(await monitor.send('POST', '/api/reminders', unknown))).toBe('not-found');
  });

  it('urges who is to do it, once a day, and shows who did with which note', async () => {
    const id = await occurrence();
    const body = { occurrences: [id], note: 'Theo mẫu số 2' };
    expect((await monitor.send('POST', '/api/reminders', body)).json<NudgedView>()).toEqual({
      ...{ reminded: 1, people: 1, skipped: [] },
    });
    const again = await head.send('POST', '/api/reminders', body);
    expect([again.statusCode, code(again)]).toEqual([409, 'nothing-to-remind']);
    const past = await head.get(`/api/occurrences/${id}/reminders`);
    expect(past.json<{ reminders: PastNudgeView[] }>().reminders).toMatchObject([{ note: 'Theo mẫu số 2', people: 1 }]);
    expect(code(await stranger.get(`/api/occurrences/${id}/reminders`))).toBe('permission-refused');
  });
});

describe('GET /api/notifications', () => {
  it('lists what I was told, with how the work stands now; nobody else sees it', async () => {
    const { unread, notices } = (await officer.get('/api/notifications')).json<NoticeList>();
    expect(unread).toBe(1);
    expect(notices).toMatchObject([
      {
        ...{ kind: 'nudge', note: 'Theo mẫu số 2', mail: 'no-address', total: 1, readAt: null },
        lines: [{ text: 'Niêm yết công khai', agency: 'UBND xã Tân Lập', step: 'nudge', due, status: 'open' }],
      },
    ]);
    expect((await head.get('/api/notifications')).json<NoticeList>().notices).toEqual([]);
    expect((await officer.get('/api/notifications/count')).json()).toEqual({ unread: 1 });
  });

  it('counts what is marked as read no more, until it is marked unread', async () => {
    const [notice] = (await officer.get('/api/notifications')).json<NoticeList>().notices;
    const mark = (browser: TestBrowser, read: boolean) =>
      browser.send('PATCH', `/api/notifications/${notice?.id}`, { read });
    expect((await mark(head, true)).statusCode).toBe(404);
    expect((await mark(officer, true)).statusCode).toBe(204);
    expect((await officer.get('/api/notifications?unread=true')).json<NoticeList>()).toMatchObject({ notices: [] });
    await mark(officer, false);
    await officer.send('POST', '/api/notifications/read', { until: new Date().toISOString() });
    expect((await officer.get('/api/notifications/count')).json()).toEqual({ unread: 0 });
    expect((await officer.get(`/api/notifications?before=${notice?.at}`)).json<NoticeList>().notices).toEqual([]);
  });

  it('keeps the switch for letters, and says that no mail is set up', async () => {
    expect((await officer.get('/api/notifications/setting')).json()).toEqual({
      mail: true,
      email: null,
      server: false,
    });
    const set = await officer.send('PATCH', '/api/notifications/setting', { mail: false });
    expect(set.json()).toEqual({ mail: false, email: null, server: false });
    expect((await head.get('/api/notifications/setting')).json()).toMatchObject({ mail: true });
  });
});

describe('POST /api/reminders/run', () => {
  it('is for the focal office, and a second time finds nobody left to tell', async () => {
    expect(code(await officer.send('POST', '/api/reminders/run', {}))).toBe('permission-refused');
    await focal.send('POST', '/api/reminders/run', {});
    expect((await focal.send('POST', '/api/reminders/run', {})).json()).toEqual({ people: 0, reminders: 0 });
  });
});

describe('the calendar feed', () => {
  const path = ({ address }: FeedView): string => new URL(address ?? '').pathname;
  const fetched = (url: string) => server.app.inject({ url, headers: testHost });
  const open = async () => (await officer.send('POST', '/api/feed', { alarm: true })).json<FeedView>();

  it('is given to whoever has its address, without a session, and shows the days of my units', async () => {
    expect((await officer.get('/api/feed')).json()).toMatchObject({ open: false, address: null });
    const answer = await fetched(path(await open()));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(answer.payload)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    const event = new ICAL.Event(events[0]);
    expect(event).toMatchObject({ summary: 'Hạn: Niêm yết công khai', uid: `${there.ids['tan-lap']}.${due}@thang` });
    expect(event.startDate.toString()).toBe(due);
    expect(events[0]?.getAllSubcomponents('valarm')).toHaveLength(1);
    expect((await officer.get('/api/feed')).json()).toMatchObject({ open: true, alarm: true, address: null });
  });

  it('stops when it is renewed or withdrawn, and at any other address', async () => {
    const first = path(await open());
    const second = path(await open());
    expect((await fetched(first)).statusCode).toBe(404);
    expect((await fetched(second)).statusCode).toBe(200);
    expect((await officer.send('DELETE', '/api/feed')).json()).toMatchObject({ open: false });
    const gone = await fetched(second);
    expect([gone.statusCode, code(gone)]).toEqual([404, 'feed-not-valid']);
    for (const other of ['x', 'x.ics', `${there.actor.tenantId}.${'a'.repeat(43)}.ics`])
      expect((await fetched(`/api/feeds/${other}`)).statusCode).toBe(404);
  });

  it('keeps only a hash of its secret', async () => {
    const secret = path(await open()).split('.')[1] ?? '';
    const { rows } = await server.database.db
      .selectFrom('calendar_feed')
      .selectAll()
      .execute()
      .then((rows) => ({ rows }));
    expect(JSON.stringify(rows.map((row) => ({ ...row, token_hash: row.token_hash.toString('utf8') })))).not.toContain(
      secret,
    );
  });

  it('is refused to who asks too often', async () => {
    const url = path(await open());
    const answers = await Promise.all(Array.from({ length: 31 }, () => fetched(url)));
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  });
});

describe('/api/calendar', () => {
  const entry = (day: string) => ({
    ...{ kind: 'days', reason: 'Mưa lũ' },
    changes: [{ action: 'set', day, kind: 'holiday', name: 'Nghỉ tránh bão', reason: 'Mưa lũ' }],
  });

  it('shows the national days of a year with source and mark, and the settings', async () => {
    const { years, days, settings, examples, seq } = (
      await officer.get('/api/calendar?year=2026')
    ).json<CalendarView>();
    expect([years, seq]).toEqual([[2020, 2027], 0]);
    expect(days.find(({ day }) => day === '2026-09-02')).toMatchObject({
      kind: 'holiday',
      verified: expect.any(Boolean),
    });
    expect(days.every(({ source }) => source.every((words) => words.length > 20))).toBe(true);
    expect(settings).toMatchObject({ roll: 'before', unitDay: 15, focalDay: 20 });
    expect(examples[0]).toEqual({
      wording: 'trước ngày 15 tháng cuối quý',
      days: ['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14'],
    });
  });

  it('tells what moves before it is saved, moves it, and takes it back', async () => {
    const seen = (
      await focal.send('POST', '/api/calendar/preview?year=2026', entry('2026-12-14'))
    ).json<CalendarPreview>();
    expect(seen.examples[0]?.days.at(-1)).toBe('2026-12-11');
    expect(seen).toMatchObject({ nothing: null, reissue: 0 });
    const saved = (await focal.send('POST', '/api/calendar?year=2026', { seq: 0, entry: entry('2026-12-14') })).json<{
      calendar: CalendarView;
    }>();
    expect(saved.calendar).toMatchObject({ seq: 1, changes: [{ day: '2026-12-14' }], history: [{ undone: false }] });
    const undo = { seq: 1, entry: { kind: 'undo', of: 1, reason: 'Nhập nhầm' } };
    const taken = (await focal.send('POST', '/api/calendar?year=2026', undo)).json<{ calendar: CalendarView }>();
    expect(taken.calendar).toMatchObject({ seq: 2, changes: [], history: [{ seq: 2 }, { seq: 1, undone: true }] });
  });

  it('is changed only by the focal office and the administrator, and never blindly', async () => {
    const body = { seq: 0, entry: entry('2026-12-15') };
    expect(code(await officer.send('POST', '/api/calendar', body))).toBe('permission-refused');
    expect(code(await focal.send('POST', '/api/calendar', body))).toBe('calendar-changed-meanwhile');
    expect(code(await focal.send('POST', '/api/calendar', { seq: 2, entry: entry('15/12/2026') }))).toBe(
      'request-invalid',
    );
  });
});
