import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordedOversight } from '../assignment/oversight/act.ts';
import { foldOversight } from '../assignment/oversight/fold.ts';
import type { OversightAct } from '../assignment/oversight/model.ts';
import { newId } from '../kernel/ids.ts';
import { type AgencyName, confirmed, day, issue, type Province, province } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { actOnOversight, recordOversight } from './oversight.ts';
import { getOversight, listOversight } from './oversight-list.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
let itemId: string;
const at = new Date('2026-06-10T02:00:00Z');
const today = day('2026-06-10');
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  await issue(there, await confirmed(there, [{ id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND xã Tân Lập'] }]));
  itemId = (await there.db.selectFrom('work_item').select('id').executeTakeFirstOrThrow()).id;
});

const entry = (more: Partial<RecordedOversight> = {}): RecordedOversight => ({
  ...{ id: newId(), agencyId: there.ids['tan-lap'], about: 'unit', itemId: null, index: null, dimension: null },
  ...{ component: null, day: day('2026-06-09'), form: 'thematic', participants: 'Ban Thanh tra nhân dân' },
  ...{ seen: 'Chưa niêm yết ở thôn Đông', recommendation: 'Niêm yết đủ các thôn', wishedBy: day('2026-06-30') },
  references: [{ what: 'Biên bản giám sát', number: '03/BB', date: day('2026-06-09'), address: null }],
  ...more,
});
const record = async (more: Partial<RecordedOversight> = {}) => {
  const recorded = entry(more);
  await inTransaction(there.db, (trx) => recordOversight(trx, there.actor, recorded, { role: 'supervisor', at }));
  return recorded.id;
};
const act = (entryId: string, what: OversightAct, id = newId()) =>
  inTransaction(there.db, (trx) =>
    actOnOversight(trx, there.actor, entryId, { id, act: what, agencyId: there.ids['tan-lap'] }, at),
  );
const get = (id: string) => getOversight(there.db, there.actor.tenantId, 'all', today, id);
const list = async (names: AgencyName[], filter = {}, on = today) => {
  const reach = names.map((name) => there.ids[name]);
  return (await listOversight(there.db, there.actor.tenantId, reach, on, filter)).map(({ id }) => id);
};
const answer: OversightAct = { kind: 'answer', stance: 'both', text: 'Đã niêm yết', on: today, references: [] };
const audited = async () =>
  (
    await there.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'like', 'oversight.%')
      .orderBy('id')
      .execute()
  ).map(({ action }) => action);

describe('an oversight entry', () => {
  it('is recorded, answered and judged, with all of it kept; its columns repeat the fold', async () => {
    const id = await record();
    await act(id, answer);
    await act(id, { kind: 'judge', satisfied: false, note: 'Còn thôn Đoài' });
    await act(id, { ...answer, text: 'Đã niêm yết cả thôn Đoài' });
    await act(id, { kind: 'judge', satisfied: true, note: null });
    const { entry, history } = await get(id);
    expect(entry).toMatchObject({
      status: 'satisfied',
      recordedBy: 'Mai',
      heldBy: there.ids['tan-lap'],
      form: 'thematic',
    });
    expect(entry.refs).toEqual([{ what: 'Biên bản giám sát', number: '03/BB', date: '2026-06-09', address: null }]);
    const acts = history.map(({ act }) => act);
    expect(acts.map(({ kind }) => kind)).toEqual(['answer', 'judge', 'answer', 'judge']);
    const { status, answered_on } = entry;
    expect({ status, answeredOn: answered_on }).toEqual(foldOversight(entry, acts));
    expect(await audited()).toEqual(['oversight.recorded', ...Array(4).fill('oversight.acted')]);
  });

  it('counts what is sent twice once', async () => {
    const recorded = entry();
    const sent = newId();
    for (const _ of [1, 2]) {
      await inTransaction(there.db, (trx) => recordOversight(trx, there.actor, recorded, { role: 'inspector', at }));
      await act(recorded.id, answer, sent);
    }
    expect((await get(recorded.id)).history).toHaveLength(1);
    expect(await audited()).toEqual(['oversight.recorded', 'oversight.acted']);
  });

  it('changes nothing of the work it is about', async () => {
    const work = async () => [
      await there.db.selectFrom('assignment').selectAll().orderBy('id').execute(),
      await there.db.selectFrom('occurrence').selectAll().orderBy('id').execute(),
      await there.db.selectFrom('assignment_action').selectAll().execute(),
    ];
    const before = await work();
    const id = await record({ about: 'item', itemId });
    await act(id, answer);
    await act(id, { kind: 'judge', satisfied: false, note: 'Chưa đủ' });
    expect(await work()).toEqual(before);
  });

  it('is about a task or a component the unit was given, or it is refused', async () => {
    const named = { about: 'component', index: 'PAPI', dimension: '2', component: 'Tiếp cận thông tin' } as const;
    const item = await record({ about: 'item', itemId });
    expect((await get(item)).entry).toMatchObject({ itemText: 'Việc t1', itemComponent: 'Tiếp cận thông tin' });
    expect((await get(await record(named))).entry).toMatchObject({ component: 'Tiếp cận thông tin', item_id: null });
    const unknown = { code: 'oversight-subject-unknown' };
    await expect(record({ about: 'item', itemId, agencyId: there.ids['an-phu'] })).rejects.toMatchObject(unknown);
    await expect(record({ about: 'item', itemId: newId() })).rejects.toMatchObject(unknown);
    await expect(record({ about: 'item', itemId: null })).rejects.toMatchObject(unknown);
    await expect(record({ ...named, component: 'Thu, chi' })).rejects.toMatchObject(unknown);
    await expect(record({ about: 'component' })).rejects.toMatchObject(unknown);
  });

  it('refuses what cannot have been seen, and what its state does not allow', async () => {
    const refused = (why: string) => ({ code: 'oversight-refused', details: { why } });
    await expect(record({ day: day('2026-06-11') })).rejects.toMatchObject(refused('day-in-the-future'));
    await expect(record({ recommendation: null })).rejects.toMatchObject(refused('wish-without-recommendation'));
    const id = await record({ recommendation: null, wishedBy: null });
    await expect(act(id, { kind: 'judge', satisfied: true, note: null })).rejects.toMatchObject({
      ...{ code: 'oversight-act-refused', details: { why: 'not-in-this-state' } },
    });
    await expect(act(newId(), answer)).rejects.toMatchObject({ code: 'not-found' });
    expect((await get(id)).history).toEqual([]);
  });
});

describe('the register of oversight', () => {
  it('shows what is about units within a reach, what waits for an answer first', async () => {
    const first = await record({ about: 'item', itemId });
    const second = await record();
    const elsewhere = await record({ agencyId: there.ids['an-phu'] });
    await act(first, answer);
    expect(await list(['tan-lap'])).toEqual([second, first]);
    expect(await list(['an-phu'])).toEqual([elsewhere]);
    expect(await list(['noi-vu'])).toEqual([]);
    expect(await list(['tan-lap'], { status: ['answered'] })).toEqual([first]);
    expect(await list(['tan-lap', 'an-phu'], { agency: there.ids['an-phu'] })).toEqual([elsewhere]);
    expect(await list(['tan-lap'], { item: itemId })).toEqual([first]);
    await expect(
      getOversight(there.db, there.actor.tenantId, [there.ids['noi-vu']], today, first),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes with a unit to whoever takes over the whole of it, from the day that holds', async () => {
    const id = await record();
    const takeOver = (from: AgencyName, to: AgencyName, effective: string, part: string | null = null) =>
      there.db
        .insertInto('agency_succession')
        .values({
          ...{ tenant_id: there.actor.tenantId, id: newId(), from_id: there.ids[from], to_id: there.ids[to] },
          ...{ effective: day(effective), function: part, reorganisation_id: null },
        })
        .execute();
    await takeOver('tan-lap', 'an-phu', '2026-07-01');
    await takeOver('an-phu', 'hoa-binh', '2026-08-01');
    await takeOver('hoa-binh', 'noi-vu', '2026-08-01', 'chỉ một phần');
    expect(await list(['an-phu'], {}, day('2026-06-30'))).toEqual([]);
    expect(await list(['an-phu'], {}, day('2026-07-01'))).toEqual([id]);
    expect(await list(['an-phu'], {}, day('2026-08-01'))).toEqual([]);
    const [row] = await listOversight(there.db, there.actor.tenantId, [there.ids['hoa-binh']], day('2026-08-01'));
    expect(row).toMatchObject({ id, agency_id: there.ids['tan-lap'], heldBy: there.ids['hoa-binh'] });
  });

  it('of a unit that was divided stays with it; a circle of successions ends', async () => {
    const id = await record();
    const succeed = (from: AgencyName, to: AgencyName) =>
      there.db
        .insertInto('agency_succession')
        .values({
          ...{ tenant_id: there.actor.tenantId, id: newId(), from_id: there.ids[from], to_id: there.ids[to] },
          ...{ effective: day('2026-01-01'), function: null, reorganisation_id: null },
        })
        .execute();
    await succeed('tan-lap', 'an-phu');
    await succeed('an-phu', 'tan-lap');
    expect((await get(id)).entry.id).toBe(id);
    await succeed('tan-lap', 'hoa-binh');
    expect((await get(id)).entry.heldBy).toBe(there.ids['tan-lap']);
  });
});
