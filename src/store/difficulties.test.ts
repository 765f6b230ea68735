import { beforeEach, describe, expect, it } from 'vitest';
import type { DifficultyAct } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import { type AgencyName, confirmed, day, issue, type Province, province, today } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { actOnDifficulty, getDifficulty, listDifficulties, raiseDifficulty } from './difficulties.ts';
import { databaseForThisTest } from './testing.ts';

const at = new Date(`${today}T03:00:00Z`);
let there: Province;
let items: Map<string, string>;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  const tasks = [
    { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'] },
    { id: 't2', implement: ['UBND xã Tân Lập'] },
    { id: 't3', lead: ['UBND các xã, phường'] },
    { id: 't4', lead: ['UBND các xã, phường'], monitor: ['Sở Tài chính'] },
  ];
  await issue(there, await confirmed(there, tasks));
  const rows = await there.db.selectFrom('work_item').select(['id', 'key']).execute();
  items = new Map(rows.map(({ id, key }) => [key, id]));
});

const raise = async (item: string, more: { toAgencyId?: string; id?: string; answerBy?: string } = {}) => {
  const id = more.id ?? newId();
  const raised = {
    ...{
      id,
      itemId: items.get(item) ?? '',
      assignmentId: null,
      agencyId: there.ids['tan-lap'],
      text: 'Thiếu kinh phí',
    },
    ...{ toAgencyId: more.toAgencyId ?? null, answerBy: day(more.answerBy ?? '2026-06-20') },
  };
  await inTransaction(there.db, (trx) => raiseDifficulty(trx, there.actor, raised, at));
  return id;
};
const act = (difficulty: string, what: DifficultyAct, id = newId()) =>
  inTransaction(there.db, (trx) =>
    actOnDifficulty(trx, there.actor, difficulty, { id, act: what, agencyId: null }, at),
  );
const get = (id: string) => getDifficulty(there.db, there.actor.tenantId, 'all', id);
const answer: DifficultyAct = { kind: 'answer', text: 'Bố trí từ nguồn chi thường xuyên', on: today };

describe('a difficulty', () => {
  it('goes to whoever leads the task, is answered and closed, with all of it kept', async () => {
    const id = await raise('t1');
    expect((await get(id)).difficulty).toMatchObject({
      ...{ status: 'raised', to_agency_id: there.ids['noi-vu'], answer_by: '2026-06-20', raisedBy: 'Mai' },
    });
    await act(id, answer);
    await act(id, { kind: 'close', note: null });
    const { difficulty, history } = await get(id);
    expect(difficulty).toMatchObject({ status: 'closed', answered_on: today });
    expect(history.map(({ act }) => act.kind)).toEqual(['answer', 'close']);
  });

  it('of a task all communes lead goes to no other commune', async () => {
    const id = await raise('t3');
    expect((await get(id)).difficulty.to_agency_id).toBe(there.ids.ubnd);
    const monitored = await raise('t4');
    expect((await get(monitored)).difficulty.to_agency_id).toBe(there.ids['tai-chinh']);
  });

  it('of a task nobody leads goes to whom the unit stands under; of one that stands alone it needs to be told', async () => {
    expect((await get(await raise('t2'))).difficulty.to_agency_id).toBe(there.ids.ubnd);
    await there.db.updateTable('agency_span').set({ parent_id: null }).execute();
    await expect(raise('t2')).rejects.toMatchObject({ code: 'difficulty-without-receiver' });
    const id = await raise('t2', { toAgencyId: there.ids['tai-chinh'] });
    expect((await get(id)).difficulty.to_agency_id).toBe(there.ids['tai-chinh']);
  });

  it('is sent on to who can answer, may lead to an amendment, and opens again when it comes back', async () => {
    const id = await raise('t1');
    await act(id, { kind: 'forward', agencyId: there.ids['tai-chinh'], reason: 'Thuộc Sở Tài chính', answerBy: null });
    await act(id, { kind: 'amend', planId: null, note: 'Lùi thời hạn' });
    const { plan_id } = await there.db.selectFrom('work_item').select('plan_id').executeTakeFirstOrThrow();
    expect((await get(id)).history.at(-1)?.act).toMatchObject({ kind: 'amend', planId: plan_id });
    expect((await get(id)).difficulty).toMatchObject({ status: 'amended', to_agency_id: there.ids['tai-chinh'] });
    await act(id, { kind: 'reopen', reason: 'Chưa giải quyết' });
    expect((await get(id)).difficulty).toMatchObject({ status: 'raised', answered_on: null });
  });

  it('counts what is sent twice once', async () => {
    const id = await raise('t1');
    await raise('t1', { id });
    const sent = newId();
    await act(id, answer, sent);
    await act(id, answer, sent);
    expect((await get(id)).history).toHaveLength(1);
    const entries = await there.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'like', 'difficulty.%')
      .execute();
    expect(entries.map(({ action }) => action).sort()).toEqual(['difficulty.acted', 'difficulty.raised']);
  });

  it('refuses what its state does not allow', async () => {
    const id = await raise('t1');
    await expect(act(id, { kind: 'close', note: null })).rejects.toMatchObject({ code: 'difficulty-act-refused' });
    const same: DifficultyAct = { kind: 'forward', agencyId: there.ids['noi-vu'], reason: 'x', answerBy: null };
    await expect(act(id, same)).rejects.toMatchObject({ details: { why: 'same-agency' } });
    await expect(act(newId(), answer)).rejects.toMatchObject({ code: 'not-found' });
    await expect(act(id, { ...answer, on: day('2026-06-11') })).rejects.toMatchObject({
      details: { why: 'day-to-come' },
    });
    const late: DifficultyAct = { ...same, agencyId: there.ids['tai-chinh'], answerBy: day('2026-06-09') };
    await expect(act(id, late)).rejects.toMatchObject({ details: { why: 'day-past' } });
  });

  it('is seen by who raised it, who is asked and who follows the task, and by no other', async () => {
    const id = await raise('t4', { toAgencyId: there.ids['noi-vu'] });
    const seen = async (agency: AgencyName) =>
      (await listDifficulties(there.db, there.actor.tenantId, [there.ids[agency]])).map((row) => row.id);
    expect(await seen('tan-lap')).toEqual([id]);
    expect(await seen('noi-vu')).toEqual([id]);
    expect(await seen('tai-chinh')).toEqual([id]);
    expect(await seen('hoa-binh')).toEqual([]);
    const elsewhere = await raise('t2', { toAgencyId: there.ids.ubnd });
    expect(await seen('tai-chinh')).not.toContain(elsewhere);
  });

  it('asks nobody for a day that is past, nor the unit itself', async () => {
    await expect(raise('t1', { answerBy: '2026-06-09' })).rejects.toMatchObject({ details: { why: 'day-past' } });
    const own = raise('t1', { toAgencyId: there.ids['tan-lap'] });
    await expect(own).rejects.toMatchObject({ details: { why: 'own-agency' } });
  });
});

it('the register shows what an agency raised or is to answer, what waits longest first', async () => {
  const first = await raise('t1');
  const second = await raise('t1');
  await act(first, answer);
  const list = async (names: AgencyName[], filter = {}) => {
    const reach = names.map((name) => there.ids[name]);
    return (await listDifficulties(there.db, there.actor.tenantId, reach, filter)).map(({ id }) => id);
  };
  expect(await list(['tan-lap'])).toEqual([second, first]);
  expect(await list(['noi-vu'])).toEqual([second, first]);
  expect(await list(['an-phu'])).toEqual([]);
  expect(await list(['noi-vu'], { status: ['answered'] })).toEqual([first]);
  expect(await list(['noi-vu'], { item: newId() })).toEqual([]);
  await expect(getDifficulty(there.db, there.actor.tenantId, [there.ids['an-phu']], first)).rejects.toMatchObject({
    code: 'not-found',
  });
});
