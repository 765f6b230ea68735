import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someOf } from '../../../test/shared.ts';
import { addDays, weekdayOf } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../../kernel/plain-date.ts';
import { openFileStore } from '../../platform/file-store.ts';
import { checkout } from '../../platform/home.ts';
import { appendActs } from '../../store/assignment-actions.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import { confirmPlan } from '../../store/confirmations.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { listDifficulties } from '../../store/difficulties.ts';
import { fanOutByFor } from '../../store/fan-out-by.ts';
import { findDesk, findHeadDesk, findHeatMap } from '../../store/heat-map.ts';
import { issuePlan } from '../../store/issues.ts';
import { findMyWork } from '../../store/my-work.ts';
import { listNudges } from '../../store/notifications-nudge.ts';
import { listOversight } from '../../store/oversight-list.ts';
import { findOwnRegister } from '../../store/own-plan-register.ts';
import { listPlans } from '../../store/plans.ts';
import { removePlan } from '../../store/plans-removed.ts';
import { listReports } from '../../store/report-world.ts';
import { appendActions } from '../../store/reviews.ts';
import { type TestDatabase, testDatabase } from '../../store/testing.ts';
import { keepIn } from '../own-plan.ts';
import { seedDemo } from '../seed.ts';
import { actorOf } from './deeds.ts';
import { seedYear, seedYearIn } from './seed-year.ts';

const { tenantId } = demoOfficer;
const day = (text: string): PlainDate => text as PlainDate;
let database: TestDatabase;
let home = '';
let planId = '';
beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(join(tmpdir(), 'thang-year-'));
  // Two samples are enough: the later is what is left to review.
  const samples = join(home, 'samples');
  for (const name of ['minh-ha-2025.docx', 'minh-ha-2026.docx'])
    cpSync(join(checkout, 'samples', name), join(samples, name));
  await seedDemo({ db: database.db, home, samples, confirm: 0 });
  planId = (await plans()).find(({ file_name }) => file_name === 'minh-ha-2026.docx')?.id ?? '';
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true });
});

const plans = () => listPlans(database.db, tenantId, {});

class Undone extends Error {}

/** Nothing of what is done here is left afterwards. */
async function tried(look: (trx: Transaction) => Promise<void>): Promise<void> {
  const work = inTransaction(database.db, async (trx) => {
    await look(trx);
    throw new Undone();
  });
  await work.catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
}

/** The demo as it would be on a day. */
const asOn = (today: PlainDate, look: (trx: Transaction) => Promise<void>) =>
  tried(async (trx) => {
    expect(await seedYearIn(trx, today)).toBe(true);
    await look(trx);
  });

const workOf = (db: Database, today: PlainDate) =>
  findMyWork(db, { tenantId, reach: [demoAgencies.commune], today, weekEnd: addDays(today, 7 - weekdayOf(today)) });

const opened = ['2026-03-18', '2026-06-17', '2026-11-25', '2027-02-24'].map(day);
const standing = (today: PlainDate): boolean => ['2026-03-18', '2027-02-24'].includes(today);

describe.each(someOf(opened, standing))('the demo opened on %s', (today) => {
  const year = { from: day('2026-01-01'), to: day('2026-12-31'), today };

  it('fills the desk of each role, and tells of nothing that is still to come', async () => {
    await asOn(today, async (trx) => {
      const { counts, owed } = await workOf(trx, today);
      for (const bucket of ['returned', 'overdue', 'today', 'week', 'waiting'] as const)
        expect(counts[bucket], bucket).toBeGreaterThan(0);
      expect(counts.overdue).toBeLessThan(5);
      const heads = await findHeadDesk(trx, { tenantId, reach: [demoAgencies.commune], ...year });
      expect(heads.length).toBeGreaterThan(1);
      for (const [role, agency] of [
        ['lead', demoAgencies.environment],
        ['monitor', demoAgencies.provinceOffice],
      ] as const) {
        const desk = await findDesk(trx, role, { tenantId, reach: [agency], ...year });
        expect(desk.length, role).toBeGreaterThan(3);
        expect(Math.max(...desk.map(({ agencies }) => agencies)), role).toBeGreaterThan(20);
      }
      const { agencies, cells } = await findHeatMap(trx, { tenantId, reach: 'all', ...year });
      expect(agencies.length).toBeGreaterThan(30);
      const sum = (name: 'done' | 'doneLate' | 'late') => cells.reduce((all, cell) => all + cell[name], 0);
      expect(sum('done')).toBeGreaterThan(sum('doneLate'));
      expect(sum('doneLate')).toBeGreaterThan(0);
      expect(sum('late')).toBeGreaterThan(0);
      const said = (await listDifficulties(trx, tenantId, [demoAgencies.environment])).map(({ status }) => status);
      expect(said.sort()).toEqual(['answered', 'raised']);
      const seen = await listOversight(trx, tenantId, [demoAgencies.commune], today);
      expect(seen.map(({ status }) => status)).toEqual(['waiting', 'answered']);
      const overdue = owed.find(({ bucket }) => bucket === 'overdue');
      expect(await listNudges(trx, tenantId, overdue?.id ?? '')).toMatchObject([
        { by: 'Vũ Thị Lan', note: /tuần này/ },
      ]);

      // Nothing is told that is still to come.
      const actions = await trx.selectFrom('assignment_action').select(['day', 'at', 'act']).execute();
      expect(actions.every((one) => one.day < today && dayInVietnam(one.at) === one.day)).toBe(true);
      const done = actions.flatMap(({ day, act }) => (act.kind === 'complete' ? [{ day, on: act.on }] : []));
      expect(done.every(({ day, on }) => on <= day)).toBe(true);
    });
  });
});

/** The reports of the third quarter: most received, one returned, one missing. */
async function reportsStand(trx: Transaction, today: PlainDate): Promise<void> {
  const by = { calendar: await getCalendar(trx, tenantId), today };
  const round = (await listReports(trx, tenantId, { planId, year: 2026 }, by)).filter(
    ({ asked, round: { label } }) => asked === 'report' && label.startsWith('Quý III'),
  );
  const countOf = (status: string) => round.filter(({ state }) => state.status === status).length;
  expect(countOf('received')).toBeGreaterThan(20);
  expect([countOf('returned'), countOf('writing')].every((count) => count > 0)).toBe(true);
  const own = round.find(({ agencyId }) => agencyId === demoAgencies.commune);
  expect(own?.state).toMatchObject({ status: 'received', version: 1 });
}

it('has the reports of its last period sent, and own plans of its units: one in time, one late, Tân Lập’s being drafted', async () => {
  const today = day('2026-11-25');
  const keep = keepIn(await openFileStore(home), tenantId);
  await tried(async (trx) => {
    expect(await seedYearIn(trx, today, keep)).toBe(true);
    await reportsStand(trx, today);
    const asked = { planId, reach: 'all' as const, today, mayEdit: () => false };
    const { units, due } = await findOwnRegister(trx, tenantId, asked);
    expect(due).toEqual({ day: '2026-11-20', ground: expect.stringContaining('Sở Nội vụ'), printed: false });
    const issued = units.filter(({ child }) => child !== null && child.planId !== null);
    expect(
      issued.map(({ late, checks }) => [late > 0, checks?.filter(({ ok }) => !ok).map(({ what }) => what)]),
    ).toEqual([
      [false, []],
      [true, ['head', 'division']],
    ]);
    const editing = units.filter(({ state }) => state === 'editing').map(({ agencyId }) => agencyId);
    expect(new Set(editing)).toEqual(new Set([demoAgencies.commune, demoAgencies.environment]));
    // Most sent theirs in on paper, a few late; a few have not begun.
    const paper = units.filter(({ child }) => child?.planId === null);
    const none = units.filter(({ state }) => state === 'none');
    expect([paper.length > units.length / 2, none.length > 2, none.length < 10]).toEqual([true, true, true]);
    expect([paper.some(({ late }) => late > 0), none.every(({ late }) => late > 0)]).toEqual([true, true]);
    const told = await trx.selectFrom('assignment_action').select('id').where('source', '=', 'own-plan').execute();
    expect(told.length).toBeGreaterThan(0);
  });
});

it('opened before anything was due shows work that comes, and nothing overdue', async () => {
  const today = day('2026-02-24');
  await asOn(today, async (trx) => {
    const { counts } = await workOf(trx, today);
    expect(counts).toMatchObject({ overdue: 0, returned: 1, today: 1 });
    expect(counts.later).toBeGreaterThan(10);
  });
});

it('opened on a Sunday still has something due on that day', async () => {
  const today = day('2026-11-22');
  await asOn(today, async (trx) => expect((await workOf(trx, today)).counts.today).toBe(1));
});

it('is not touched before the plan is sent out', async () => {
  await asOn(day('2026-02-01'), async (trx) => {
    expect(await trx.selectFrom('assignment_action').select('id').execute()).toEqual([]);
  });
});

describe('seeding the year', () => {
  const today = day('2026-11-25');

  it('leaves a plan alone that somebody has begun to review, confirmed or taken away', async () => {
    const touches: ((trx: Transaction) => Promise<unknown>)[] = [
      (trx) => appendActions(trx, demoOfficer, planId, [{ id: newId(), act: { kind: 'accept', tasks: ['t1'] } }]),
      (trx) => confirmPlan(trx, demoOfficer, planId, 0),
      (trx) => removePlan(trx, demoOfficer, planId),
    ];
    for (const touch of touches)
      await tried(async (trx) => {
        await touch(trx);
        expect(await seedYearIn(trx, today)).toBe(false);
        expect(await trx.selectFrom('issue').select('no').execute()).toEqual([]);
      });
  });

  it('leaves a province alone in which something else was given out', async () => {
    await tried(async (trx) => {
      const other = (await listPlans(trx, tenantId, {})).find(({ id }) => id !== planId)?.id ?? '';
      await confirmPlan(trx, demoOfficer, other, 0);
      const by = await fanOutByFor(trx, tenantId, other);
      await issuePlan(trx, demoOfficer, other, { by, at: new Date(), today });
      expect(await seedYearIn(trx, today)).toBe(false);
    });
  });

  it('is done once, leaves a plan to review, and keeps what was done since', async () => {
    const now = new Date('2026-11-25T03:00:00Z');
    expect(await seedYear(database.db, now)).toBe(true);
    expect((await plans()).map(({ status }) => status).sort()).toEqual(['confirmed', 'draft']);
    const [owed] = (await workOf(database.db, day('2026-11-25'))).owed;
    const act = { kind: 'progress', percent: 80, note: 'Của người dùng' } as const;
    const sent = { id: newId(), assignmentId: owed?.assignment_id ?? '', occurrenceId: owed?.id ?? '', act };
    await inTransaction(database.db, (trx) =>
      appendActs(trx, actorOf('officer'), [sent], { source: 'web', at: now, day: day('2026-11-25') }),
    );
    const count = async () => (await database.db.selectFrom('assignment_action').select('id').execute()).length;
    const before = await count();
    expect(await seedYear(database.db, new Date('2026-12-20T03:00:00Z'))).toBe(false);
    expect(await count()).toBe(before);
  });
});
