import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { confirmed, issue, owedBy, type Province, province } from './assignment-testing.ts';
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
