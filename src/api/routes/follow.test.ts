import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../../assignment/testing.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  there = await province(server.database.db);
  const plan = await confirmed(there, [
    { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
    { id: 't2', lead: ['UBND các xã, phường'], schedule: quarterly },
  ]);
  await issue(there, plan);
});

const holding = (role: Role, agency: AgencyName) =>
  officerHolding(server, [{ role, agencies: [there.ids[agency]] }], there.actor.tenantId);
const year = 'from=2026-01-01&to=2026-12-31';

describe('figures of tasks', () => {
  it('are of one’s own unit, and of all units where one’s unit follows the task', async () => {
    const sums = async (browser: TestBrowser) => {
      const { items } = (await browser.get(`/api/work-items?${year}`)).json();
      return items.map(({ text, progress: { done, doneLate, open, late, waiting } }: never) => [
        text,
        done + doneLate + open + late + waiting,
      ]);
    };
    expect(await sums(await holding('officer', 'tan-lap'))).toEqual([
      ['Việc t1', 4],
      ['Việc t2', 4],
    ]);
    expect(await sums(await holding('lead', 'noi-vu'))).toEqual([['Việc t1', 12]]);
  });

  it('as of an earlier day reach as far as today’s', async () => {
    const units = async (browser: TestBrowser, on: string) => {
      const { agencies, items } = (await browser.get(`/api/follow/heat-map?${year}${on}`)).json();
      return [agencies.length, items.length];
    };
    for (const on of ['', '&on=2026-02-01']) {
      expect(await units(await holding('lead', 'noi-vu'), on)).toEqual([3, 1]);
      expect(await units(await holding('officer', 'tan-lap'), on)).toEqual([1, 2]);
    }
  });
});

describe('a unit’s page', () => {
  const page = async (browser: TestBrowser, name: AgencyName) =>
    (await browser.get(`/api/follow/units/${there.ids[name]}?${year}`)).json();

  it('shows who follows some of its tasks these alone, and who follows none nothing', async () => {
    const lead = await page(await holding('lead', 'noi-vu'), 'tan-lap');
    expect(lead.items.map(({ text }: { text: string }) => text)).toEqual(['Việc t1']);
    expect((await page(await holding('officer', 'tan-lap'), 'tan-lap')).items).toHaveLength(2);
    expect((await page(await holding('officer', 'an-phu'), 'tan-lap')).code).toBe('permission-refused');
  });

  it('says by name who answers for its tasks', async () => {
    await holding('head', 'tan-lap');
    const { heads } = await page(await holding('officer', 'tan-lap'), 'tan-lap');
    expect(heads).toMatchObject([{ agencyId: there.ids['tan-lap'], delegated: false }]);
    expect(heads[0].name).not.toBe('');
    expect((await page(await holding('officer', 'an-phu'), 'an-phu')).heads).toEqual([]);
  });
});
