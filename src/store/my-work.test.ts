import { beforeEach, describe, expect, it } from 'vitest';
import type { ConcreteChange } from '../assignment/concrete/model.ts';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { getHolders } from './assignment-scope.ts';
import {
  type AgencyName,
  confirmed,
  day,
  issue,
  owedBy,
  type Province,
  province,
  today,
} from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { findDesk, findHeadDesk, findHeatMap, type HeatMapQuestion } from './heat-map.ts';
import { findMyWork, listRoles } from './my-work.ts';
import { findHeatMapAsOf, getAssignment, getItemAssignments, listOfAgency } from './occurrences.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
let planId: string;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  planId = await confirmed(there, [
    { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
    { id: 't2', lead: ['Sở Tài chính'], cooperate: ['UBND các xã, phường'], component: 'Thu, chi' },
    { id: 't3', implement: ['UBND xã Tân Lập'], schedule: { kind: 'event', event: 'khi có hướng dẫn' } },
  ]);
  await issue(there, planId);
});

const work = (name: AgencyName, more = {}) =>
  findMyWork(there.db, {
    ...{ tenantId: there.actor.tenantId, reach: [there.ids[name]], today, weekEnd: day('2026-06-14'), ...more },
  });
const act = async (name: AgencyName, n: number, what: SentAct['act'], taking = {}) => {
  const one = (await owedBy(there, name))[n];
  const sent = { id: newId(), assignmentId: one?.assignment_id ?? '', occurrenceId: one?.id ?? null, act: what };
  const whole = ['reassign', 'hand-on', 'concrete'].includes(what.kind) ? { ...sent, occurrenceId: null } : sent;
  await inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, [whole], { source: 'web', at: new Date(), day: today, ...taking }),
  );
};
const complete = (on: string): SentAct['act'] => ({
  kind: 'complete',
  on: day(on),
  note: null,
  serves: [],
  servedBy: null,
});
const question = (more: Partial<HeatMapQuestion> = {}): HeatMapQuestion => ({
  ...{ tenantId: there.actor.tenantId, reach: 'all', from: day('2026-01-01'), to: day('2026-06-30'), today, ...more },
});

describe('my work', () => {
  it('is parted by how urgent it is, with what is overdue first', async () => {
    const { counts, owed, items } = await work('tan-lap');
    expect(counts).toEqual({ returned: 0, overdue: 1, today: 0, week: 1, later: 2, waiting: 1 });
    expect(owed.map(({ bucket, due }) => `${bucket} ${due}`)).toEqual([
      'overdue 2026-03-13',
      'week 2026-06-12',
      'later 2026-09-14',
      'later 2026-12-14',
      'waiting null',
    ]);
    expect(items.map(({ text }) => text)).toEqual(['Việc t1', 'Việc t3']);
  });

  it('counts the next day of a task as overdue while a concrete act of it is', async () => {
    const waits = (await owedBy(there, 'tan-lap')).findIndex(({ status }) => status === 'waiting');
    const id = newId();
    const concrete = (change: ConcreteChange) => act('tan-lap', waits, { kind: 'concrete', concreteId: id, change });
    await concrete({ kind: 'add', text: 'Họp thôn', product: null, due: day('2026-06-09'), villages: [] });
    const late = await work('tan-lap');
    expect(late.counts).toEqual({ returned: 0, overdue: 2, today: 0, week: 1, later: 2, waiting: 0 });
    expect(late.perItem.map(({ overdue, waiting }) => [overdue, waiting])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await concrete({ kind: 'due', due: today });
    expect((await work('tan-lap')).counts).toMatchObject({ overdue: 1, waiting: 1 });
  });

  it('has what was returned before everything else, with the reason', async () => {
    await act('tan-lap', 1, complete('2026-06-09'));
    await act('tan-lap', 1, { kind: 'return', reason: 'Thiếu danh sách', due: day('2026-06-20') });
    const { counts, owed } = await work('tan-lap');
    expect(counts).toMatchObject({ returned: 1, week: 0 });
    expect(owed[0]).toMatchObject({ bucket: 'returned', returned: 'Thiếu danh sách', due: '2026-06-20' });
  });

  it('leaves out what is done, of others, of another tenant, and of a plan that was taken away', async () => {
    await act('tan-lap', 0, complete('2026-03-10'));
    expect((await work('tan-lap')).counts.overdue).toBe(0);
    expect((await work('mat-tran')).owed).toEqual([]);
    expect((await work('tan-lap', { tenantId: newId() })).owed).toEqual([]);
    await there.db.updateTable('plan').set({ removed_at: new Date() }).execute();
    expect(await work('tan-lap')).toMatchObject({ owed: [], perItem: [], items: [] });
  });

  it('of several agencies is theirs together, and of all the tenant’s', async () => {
    const two = await work('tan-lap', { reach: [there.ids['tan-lap'], there.ids['an-phu']] });
    expect(two.counts.overdue).toBe(2);
    expect((await work('tan-lap', { reach: 'all' })).counts).toMatchObject({ overdue: 3, later: 7 });
  });

  it('lists the roles an agency has beside what it owes', async () => {
    const roles = await listRoles(there.db, there.actor.tenantId, [there.ids['tan-lap']]);
    expect(roles.map(({ item, role, nextDue }) => [item.text, role, nextDue])).toEqual([
      ['Việc t1', 'implement', '2026-03-13'],
      ['Việc t2', 'cooperate', '2026-12-31'],
      ['Việc t3', 'implement', null],
    ]);
  });
});

describe('the heat map', () => {
  it('counts what is done in time and late, open and overdue, for each unit and item', async () => {
    await act('tan-lap', 0, complete('2026-03-10'));
    await act('an-phu', 0, complete('2026-03-20'));
    const { agencies, items, cells } = await findHeatMap(there.db, question());
    expect(agencies.map(({ name }) => name)).toEqual(['UBND xã Tân Lập', 'UBND xã An Phú', 'UBND phường Hòa Bình']);
    expect(items.map(({ text }) => text)).toEqual(['Việc t1', 'Việc t3']);
    const cell = (name: AgencyName, text: string) =>
      cells.find(
        ({ agencyId, itemId }) =>
          agencyId === there.ids[name] && itemId === items.find((item) => item.text === text)?.id,
      );
    expect(cell('tan-lap', 'Việc t1')).toMatchObject({ done: 1, doneLate: 0, open: 1, late: 0, waiting: 0 });
    expect(cell('an-phu', 'Việc t1')).toMatchObject({ done: 0, doneLate: 1, open: 1, late: 0 });
    expect(cell('hoa-binh', 'Việc t1')).toMatchObject({ open: 1, late: 1 });
    expect(cell('tan-lap', 'Việc t3')).toMatchObject({ waiting: 1 });
  });

  it('narrows by plan, component, index, item, kind of unit and reach', async () => {
    const count = async (more: Partial<HeatMapQuestion>) =>
      (await findHeatMap(there.db, question({ to: day('2026-12-31'), ...more }))).cells.length;
    expect(await count({})).toBe(5);
    expect(await count({ plan: newId() })).toBe(0);
    expect(await count({ component: 'Thu, chi' })).toBe(1);
    expect(await count({ index: 'SIPAS' })).toBe(0);
    expect(await count({ kinds: ['department'] })).toBe(1);
    expect(await count({ levels: ['commune'] })).toBe(4);
    expect(await count({ reach: [there.ids['an-phu']] })).toBe(1);
    expect(await count({ reach: [] })).toBe(0);
  });

  it('counts what waits for a day in its plan’s year alone', async () => {
    const waiting = async (year: string) => {
      const { cells } = await findHeatMap(there.db, question({ from: day(`${year}-01-01`), to: day(`${year}-12-31`) }));
      return cells.reduce((sum, cell) => sum + cell.waiting, 0);
    };
    expect([await waiting('2026'), await waiting('2027')]).toEqual([1, 0]);
  });

  it('shows a unit under the name it had on the period’s last day', async () => {
    const { tenantId } = there.actor;
    const id = there.ids['tan-lap'];
    await there.db.updateTable('agency_span').set({ valid_to: '2026-06-29' }).where('agency_id', '=', id).execute();
    const span = {
      tenant_id: tenantId,
      agency_id: id,
      valid_from: '2026-06-30',
      name: 'UBND phường Tân Lập',
      search: '',
    };
    await there.db
      .insertInto('agency_span')
      .values({ ...span, valid_to: null, short_name: null, parent_id: null })
      .execute();
    const names = async (to: string) =>
      (await findHeatMap(there.db, question({ to: day(to) }))).agencies.map(({ name }) => name);
    expect(await names('2026-06-29')).toContain('UBND xã Tân Lập');
    expect(await names('2026-06-30')).toContain('UBND phường Tân Lập');
  });
});

describe('desks', () => {
  it('show who leads a component how far all are who implement it', async () => {
    const reach = [there.ids['noi-vu']];
    await act('tan-lap', 0, complete('2026-03-10'));
    expect(await findDesk(there.db, 'lead', question({ reach }))).toMatchObject([
      { item: { text: 'Việc t1' }, agencies: 3, done: 1, late: 2, open: 3 },
    ]);
    expect(await findDesk(there.db, 'monitor', question({ reach }))).toEqual([]);
  });

  it('set no commune over another where all lead side by side', async () => {
    const other = await confirmed(there, [{ id: 't9', lead: ['UBND các xã, phường'], schedule: quarterly }]);
    await issue(there, other);
    const reach = [there.ids['tan-lap']];
    expect((await findDesk(there.db, 'lead', question({ reach }))).map(({ agencies }) => agencies)).toEqual([1]);
    const { agencies } = await findHeatMap(there.db, question({ reach }));
    expect(agencies.map(({ id }) => id)).toEqual(reach);
    const led = (await owedBy(there, 'an-phu')).map(({ assignment_id }) => assignment_id);
    for (const { leads, monitors } of await getHolders(there.db, there.actor.tenantId, led))
      expect([leads, monitors].flat()).not.toContain(there.ids['tan-lap']);
  });

  it('show a head who of the unit has the work', async () => {
    await act('tan-lap', 0, {
      ...{ kind: 'hand-on', divisionId: there.ids['so-moi'], officerId: there.actor.officerId, note: null },
    });
    expect(await findHeadDesk(there.db, question({ reach: [there.ids['tan-lap']] }))).toMatchObject([
      { divisionId: null, officerId: null, waiting: 1 },
      { divisionId: there.ids['so-moi'], officerId: there.actor.officerId, late: 1, open: 1 },
    ]);
  });
});

describe('a unit’s page and a task’s assignments', () => {
  it('show all of a period, what is done too', async () => {
    await act('tan-lap', 0, complete('2026-03-10'));
    const period = { from: day('2026-01-01'), to: day('2026-06-30') };
    const { items, owed } = await listOfAgency(there.db, there.actor.tenantId, [there.ids['tan-lap']], period);
    expect(owed.map(({ status }) => status)).toEqual(['done', 'open', 'waiting']);
    expect(items).toHaveLength(2);
  });

  it('show every agency of a task, bounded by who asks', async () => {
    const [one] = await owedBy(there, 'tan-lap');
    const { item, assignments, occurrences } = await getItemAssignments(
      there.db,
      there.actor.tenantId,
      (await getAssignment(there.db, there.actor.tenantId, one?.assignment_id ?? '')).item.id,
    );
    expect([item.text, assignments.length, occurrences.length]).toEqual(['Việc t1', 4, 12]);
    const own = await getItemAssignments(there.db, there.actor.tenantId, item.id, [there.ids['tan-lap']]);
    expect([own.assignments.length, own.occurrences.length]).toEqual([1, 4]);
    await expect(getItemAssignments(there.db, newId(), item.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('show an assignment with who did what, from where', async () => {
    await act('tan-lap', 0, complete('2026-03-10'));
    const [one] = await owedBy(there, 'tan-lap');
    const { history } = await getAssignment(there.db, there.actor.tenantId, one?.assignment_id ?? '');
    expect(history).toMatchObject([{ by: 'Mai', source: 'web', act: { kind: 'complete' } }]);
    await expect(getAssignment(there.db, newId(), one?.assignment_id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('as of a day', () => {
  const asOf = (on: string) =>
    findHeatMapAsOf(there.db, {
      ...{ tenantId: there.actor.tenantId, on: day(on), from: day('2026-01-01'), to: day('2026-06-30') },
    });
  const sum = (cells: Awaited<ReturnType<typeof asOf>>, name: 'done' | 'late' | 'open') =>
    cells.reduce((total, cell) => total + cell[name], 0);

  it('knows nothing of a plan that was issued later', async () => {
    expect(await asOf('2026-01-14')).toEqual([]);
    expect(sum(await asOf('2026-01-15'), 'open')).toBe(6);
  });

  it('counts what was done by then, whenever it was recorded', async () => {
    await act('tan-lap', 0, complete('2026-03-10'));
    expect(sum(await asOf('2026-03-09'), 'done')).toBe(0);
    expect(sum(await asOf('2026-03-10'), 'done')).toBe(1);
    expect(sum(await asOf('2026-03-16'), 'late')).toBe(2);
  });

  it('is the same before and after a reorganisation of a later day is entered', async () => {
    const before = await asOf('2026-03-31');
    const reassign = { kind: 'reassign', agencyId: there.ids['an-phu'], reason: 'Sáp nhập' } as const;
    await act('tan-lap', 0, reassign, { source: 'reorganisation', day: day('2026-07-01') });
    const inOrder = (cells: typeof before) => cells.map((cell) => JSON.stringify(cell)).sort();
    expect(inOrder(await asOf('2026-03-31'))).toEqual(inOrder(before));
    const first = before.find(({ waiting }) => waiting === 0)?.itemId;
    const later = (await asOf('2026-07-01')).filter(({ itemId }) => itemId === first);
    expect(new Set(later.map(({ agencyId }) => agencyId))).toEqual(
      new Set([there.ids['an-phu'], there.ids['hoa-binh']]),
    );
  });

  it('today is the heat map of today', async () => {
    await act('tan-lap', 0, complete('2026-03-10'));
    await act('an-phu', 1, { kind: 'progress', percent: 20, note: null });
    const { cells } = await findHeatMap(there.db, question());
    const inOrder = (all: typeof cells) =>
      all
        .map(({ agencyId, itemId, ...rest }) =>
          [agencyId, itemId, rest.done, rest.doneLate, rest.open, rest.late, rest.waiting].join(),
        )
        .sort();
    expect(inOrder(await asOf(today))).toEqual(inOrder(cells));
  });
});
