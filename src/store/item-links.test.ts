import { beforeEach, describe, expect, it } from 'vitest';
import type { ConcreteAct } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import { listConcreteActs, setConcreteActs } from './assignment-concrete.ts';
import { confirmed, day, issue, owedBy, type Province, province } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { decideLink, findLinks, listServable } from './item-links.ts';
import { countLinks, listLinkLeads, listLinks } from './item-links-list.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
});

const posting = 'Niêm yết công khai thu, chi ngân sách tại trụ sở UBND xã';
const two = async () => {
  const first = await confirmed(there, [
    { id: 'a', implement: ['UBND xã Tân Lập'], text: posting, component: 'Thu, chi' },
    { id: 'b', implement: ['UBND xã Tân Lập'], text: 'Khám, chữa bệnh cho người nghèo', component: 'Thu, chi' },
  ]);
  await issue(there, first);
  const second = await confirmed(there, [
    { id: 'c', implement: ['UBND các xã, phường'], text: `${posting} theo luật`, component: 'Khác' },
  ]);
  await issue(there, second);
  return { first, second };
};
const asked = (more: object = {}) => ({ tenantId: there.actor.tenantId, reach: 'all' as const, most: 200, ...more });
const links = (more: object = {}) => listLinks(there.db, asked(more));
const find = (planId: string) => inTransaction(there.db, (trx) => findLinks(trx, there.actor.tenantId, planId));

describe('items that ask for the same work', () => {
  it('are found between plans once, and decided by a person', async () => {
    const { first, second } = await two();
    expect(await find(second)).toBe(1);
    expect(await find(first)).toBe(0);
    const [link] = await links();
    expect([link?.item.item.text, link?.other.item.text, link?.decision]).toEqual([
      posting,
      `${posting} theo luật`,
      null,
    ]);
    const pair = [link?.other.item.id ?? '', link?.item.item.id ?? ''] as const;
    await inTransaction(there.db, (trx) => decideLink(trx, there.actor, pair, 'same'));
    expect(await links()).toMatchObject([{ decision: 'same', decidedBy: 'Mai' }]);
    expect(await find(second)).toBe(0);
    expect(await links({ plan: newId() })).toEqual([]);
    const none = inTransaction(there.db, (trx) => decideLink(trx, there.actor, [newId(), newId()], 'same'));
    await expect(none).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are told with plan, who owes them and the next day, and counted by what was said', async () => {
    const { first, second } = await two();
    await find(second);
    const [link] = await links({ state: 'undecided', plan: first });
    expect(link?.item.owing).toEqual([there.ids['tan-lap']]);
    expect(link?.other.owing).toHaveLength(3);
    expect([link?.item.plan, link?.other.plan.id]).toEqual([
      { id: first, type: null, number: '12/KH-UBND', symbol: null, date: '2026-01-15' },
      second,
    ]);
    expect(link?.item).toMatchObject({ open: 1, due: expect.stringMatching(/^2026-12/) });
    expect(await countLinks(there.db, asked())).toEqual({ undecided: 1, same: 0, different: 0 });
    const pair = [link?.item.item.id ?? '', link?.other.item.id ?? ''] as const;
    await inTransaction(there.db, (trx) => decideLink(trx, there.actor, pair, 'different'));
    expect(await countLinks(there.db, asked({ item: pair[0] }))).toEqual({ undecided: 0, same: 0, different: 1 });
    expect([await links({ state: 'undecided' }), await links({ state: 'same' })]).toEqual([[], []]);
    expect(await links({ state: 'different', item: pair[1] })).toHaveLength(1);
    await inTransaction(there.db, (trx) => decideLink(trx, there.actor, pair, null));
    expect(await links()).toMatchObject([{ decision: null, decidedAt: null, decidedBy: null }]);
  });

  it('are shown to who leads one of them, not to communes that lead side by side, and not of plans taken away', async () => {
    const text = 'Tổ chức đối thoại với người dân hai lần mỗi năm';
    const first = await confirmed(there, [{ id: 'a', text, lead: ['Sở Nội vụ'], implement: ['UBND xã Tân Lập'] }]);
    const second = await confirmed(there, [{ id: 'b', text, lead: ['UBND các xã, phường'] }]);
    await issue(there, first);
    await issue(there, second);
    await find(second);
    const seenBy = async (name: 'noi-vu' | 'tai-chinh' | 'tan-lap') =>
      (await links({ reach: [there.ids[name]] })).length;
    expect([await seenBy('noi-vu'), await seenBy('tai-chinh'), await seenBy('tan-lap')]).toEqual([1, 0, 0]);
    const [link] = await links();
    const pair = [link?.item.item.id ?? '', link?.other.item.id ?? ''] as const;
    expect(await listLinkLeads(there.db, there.actor.tenantId, pair)).toEqual([there.ids['noi-vu']]);
    await there.db.updateTable('plan').set({ removed_at: new Date() }).where('id', '=', second).execute();
    expect(await links()).toEqual([]);
  });

  it('are not looked for in a plan that another took the place of', async () => {
    const { first, second } = await two();
    const third = await confirmed(there, [{ id: 'd', lead: ['Sở Nội vụ'], text: 'Việc khác hẳn' }]);
    await issue(there, third, { supersedes: first });
    expect(await find(second)).toBe(0);
  });

  it('can be served by one act of the same unit, those said to be the same first, then those of one component', async () => {
    const { second } = await two();
    await find(second);
    const [link] = await links();
    const owed = await owedBy(there, 'tan-lap');
    const [mine] = owed;
    const keys = async () => {
      const rows = await listServable(there.db, there.actor.tenantId, mine?.id ?? '');
      return rows.map(({ id, same }) => `${owed.find((one) => one.id === id)?.item}${same ? ' same' : ''}`);
    };
    expect(await keys()).toEqual(['b']);
    const decide = (decision: 'same' | 'different') =>
      inTransaction(there.db, (trx) =>
        decideLink(trx, there.actor, [link?.item.item.id ?? '', link?.other.item.id ?? ''], decision),
      );
    await decide('same');
    expect(await keys()).toEqual(['c same', 'b']);
    await decide('different');
    expect(await keys()).toEqual(['b']);
  });
});

describe('the concrete acts of a unit', () => {
  const act = (text: string, more: Partial<ConcreteAct> = {}): ConcreteAct => ({
    ...{ id: newId(), text, product: 'Biên bản', due: day('2026-05-01'), villages: [], doneOn: null, ...more },
  });
  const set = async (acts: readonly ConcreteAct[], assignmentId?: string) => {
    const [one] = await owedBy(there, 'tan-lap');
    return inTransaction(there.db, (trx) =>
      setConcreteActs(trx, there.actor, assignmentId ?? one?.assignment_id ?? '', acts),
    );
  };

  it('are a list with a product and a day each, and villages to tick', async () => {
    await two();
    const villages = [
      { name: 'Thôn 1', doneOn: day('2026-04-01') },
      { name: 'Thôn 2', doneOn: null },
    ];
    const acts = [act('Họp thôn', { villages }), act('Niêm yết')];
    expect(await set(acts)).toEqual(acts);
    expect(await set([...acts].reverse())).toEqual([...acts].reverse());
    expect(await set(acts.slice(0, 1))).toEqual(acts.slice(0, 1));
    const kept = await there.db.selectFrom('concrete_act').select('removed_at').execute();
    expect(kept).toHaveLength(2);
  });

  it('set again as they are leave no trace', async () => {
    await two();
    const acts = [act('Họp thôn')];
    await set(acts);
    await set(acts);
    const entries = await there.db
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'assignment.acts-set')
      .execute();
    expect(entries).toHaveLength(1);
  });

  it('cannot be taken from another assignment, nor given to none', async () => {
    await two();
    const acts = [act('Họp thôn')];
    await set(acts);
    const [other] = await owedBy(there, 'an-phu');
    await expect(set(acts, other?.assignment_id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(set(acts, newId())).rejects.toMatchObject({ code: 'not-found' });
    expect(await listConcreteActs(there.db, there.actor.tenantId, other?.assignment_id ?? '')).toEqual([]);
  });
});
