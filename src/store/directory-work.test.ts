import { beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
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
import { previewReorganisation, type Reorganising, reorganise } from './directory-reorganise.ts';
import { undoReorganisation } from './directory-undo.ts';
import { databaseForThisTest } from './testing.ts';

/** Reorganising in the middle of a quarter: no assignment, evidence or deadline may be lost. */
let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  const plan = await confirmed(there, [
    { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
    { id: 't2', lead: ['Sở Tài chính'], component: 'Thu, chi', schedule: quarterly },
  ]);
  await issue(there, plan);
});

const effective = day('2026-05-20');
const now = new Date('2026-06-10T03:00:00Z');
const enter = (wanted: Pick<Reorganising, 'asked'> & Partial<Reorganising>): Promise<string> =>
  inTransaction(there.db, (trx) =>
    reorganise(trx, there.actor, { effective, resolution: 'NQ 12', handing: [], ...wanted }, now),
  );
const owed = async (name: AgencyName) => (await owedBy(there, name)).map(({ id, due }) => `${id} ${due}`);

describe('open work', () => {
  it('goes with a merger, every day of it, and comes back when that is taken back', async () => {
    const { ids, actor, db } = there;
    const [before, merged] = [await owed('tan-lap'), await owed('an-phu')];
    expect(before.length).toBeGreaterThan(0);
    const id = await enter({ asked: { kind: 'merge', ids: [ids['tan-lap']], into: { id: ids['an-phu'] } } });
    expect(await owed('tan-lap')).toEqual([]);
    expect((await owed('an-phu')).sort()).toEqual([...before, ...merged].sort());
    await inTransaction(db, (trx) => undoReorganisation(trx, actor, id, now));
    expect(await owed('tan-lap')).toEqual(before);
    expect(await owed('an-phu')).toEqual(merged);
  });

  it('of an agency that ends in parts is not lost: somebody must be named for each piece', async () => {
    const { ids, actor, db } = there;
    const takeovers = [
      { toId: ids['noi-vu'], function: 'tiền lương' },
      { toId: ids['so-moi'], function: 'ngân sách' },
    ];
    const asked = { kind: 'abolish', id: ids['tai-chinh'], takeovers } as const;
    const before = await owed('tai-chinh');
    await expect(enter({ asked })).rejects.toThrow(/chưa rõ giao cho ai/);
    expect(await owed('tai-chinh')).toEqual(before);
    const wanted = { asked, effective, resolution: null, handing: [] };
    const { work } = await previewReorganisation(db, actor.tenantId, wanted, today);
    expect(work.map(({ toId }) => toId)).toEqual(work.map(() => null));
    const handing = [
      { fromId: ids['tai-chinh'], toId: ids['so-moi'], assignmentIds: work.map((one) => one.work.assignmentId) },
    ];
    await enter({ asked, handing });
    expect(await owed('so-moi')).toEqual(before);
  });

  it('of an agency that is split into several goes to those that begin, each what it is given', async () => {
    const { ids, actor, db } = there;
    const own = { kind: 'department', level: 'province', shortName: null } as const;
    const begun = (id: string, name: string) => ({
      founding: { ...own, id, name, parentId: ids.ubnd },
      function: name,
    });
    const [money, prices] = [newId(), newId()];
    const parts = [begun(money, 'Sở Ngân sách'), begun(prices, 'Sở Giá')];
    const asked = { kind: 'split', id: ids['tai-chinh'], parts, keeps: false } as const;
    const before = await owed('tai-chinh');
    const wanted = { asked, effective, resolution: null, handing: [] };
    const { work } = await previewReorganisation(db, actor.tenantId, wanted, today);
    expect(work.map(({ toId }) => toId)).toEqual(work.map(() => null));
    const assignmentIds = work.map((one) => one.work.assignmentId);
    const id = await enter({ asked, handing: [{ fromId: ids['tai-chinh'], toId: money, assignmentIds }] });
    expect((await owedBy({ ...there, ids: { ...ids, 'so-moi': money } }, 'so-moi')).map(({ due }) => due)).toHaveLength(
      before.length,
    );
    await inTransaction(db, (trx) => undoReorganisation(trx, actor, id, now));
    expect(await owed('tai-chinh')).toEqual(before);
    // An id that was used is not used again, though its agency has been taken back.
    await expect(enter({ asked, handing: [{ fromId: ids['tai-chinh'], toId: money, assignmentIds }] })).rejects.toThrow(
      /đã có một/,
    );
  });

  it('is given to nobody who is not there', async () => {
    const { ids } = there;
    const asked = { kind: 'merge', ids: [ids['tan-lap']], into: { id: ids['an-phu'] } } as const;
    const handing = [{ fromId: ids['tan-lap'], toId: ids['tan-lap'], assignmentIds: 'rest' as const }];
    await expect(enter({ asked, handing })).rejects.toThrow(/không có cơ quan/);
  });

  it('stays with an agency that gives one function away, but for what is named', async () => {
    const { ids } = there;
    const asked = { kind: 'move-function', fromId: ids['tai-chinh'], toId: ids['noi-vu'], function: 'giá' } as const;
    const [before, others] = [await owed('tai-chinh'), await owed('noi-vu')];
    await enter({ asked });
    expect(await owed('tai-chinh')).toEqual(before);
    const rest = [{ fromId: ids['tai-chinh'], toId: ids['noi-vu'], assignmentIds: 'rest' as const }];
    await enter({ asked: { ...asked, function: 'ngân sách' }, handing: rest });
    expect(await owed('tai-chinh')).toEqual([]);
    expect((await owed('noi-vu')).sort()).toEqual([...before, ...others].sort());
  });
});
