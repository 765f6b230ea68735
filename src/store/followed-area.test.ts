import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { minhHaDirectory } from '../place/directory/minh-ha.ts';
import { agenciesOn, descendantsOf } from '../place/directory/on.ts';
import type { Directory } from '../place/model.ts';
import { getHolders } from './assignment-scope.ts';
import { confirmed, day, issue, type Province, province } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { listReceivers } from './difficulties-receivers.ts';
import { writeDirectory } from './directory.ts';
import { fanOutByFor } from './fan-out-by.ts';
import { findDesk, findHeatMap } from './heat-map.ts';
import { searchItems } from './items-search.ts';
import { findUrged } from './notifications-nudge.ts';
import { findHeatMapAsOf, getItemAssignments, listOfAgency } from './occurrences.ts';
import { databaseForThisTest } from './testing.ts';

/** A plan of 2024, when the province had districts: each guides the communes that stood under it. */
const on = day('2024-05-02');
const today = day('2024-06-10');
const period = { from: day('2024-01-01'), to: day('2024-12-31') };
const [thachGiang, minhChau] = ['Ủy ban nhân dân huyện Thạch Giang', 'Ủy ban nhân dân thành phố Minh Châu'] as const;
const [tanLap, trungTam] = ['Ủy ban nhân dân xã Tân Lập', 'Ủy ban nhân dân phường Trần Phú'] as const;

let there: Province;
let directory: Directory;
let planId: string;
beforeEach(async () => {
  const { db } = await databaseForThisTest();
  const { actor } = await province(db);
  const tenantId = newId();
  await db.insertInto('tenant').values({ id: tenantId, name: 'Tỉnh Minh Hà' }).execute();
  const officer = { tenant_id: tenantId, id: actor.officerId, name: 'Mai', unit: 'Sở Nội vụ' };
  await db.insertInto('officer').values(officer).execute();
  directory = minhHaDirectory(() => newId());
  const own = { tenantId, officerId: actor.officerId };
  await inTransaction(db, (trx) => writeDirectory(trx, own, directory));
  there = { db, actor: own, ids: {} as never, by: {} as never };
  const guided = { lead: ['UBND các huyện, thành phố'], implement: ['UBND các xã, phường, thị trấn'] };
  planId = await confirmed(
    there,
    [
      { id: 't1', ...guided, schedule: quarterly },
      { id: 't2', implement: guided.implement, monitor: ['Sở Nội vụ'], schedule: quarterly },
    ],
    { date: on },
  );
  there.by = await fanOutByFor(db, tenantId, planId, today);
  await issue(there, planId, { today });
});

const idOf = (name: string): string =>
  agenciesOn(directory, on).find(({ span }) => span.name === name)?.agency.id ?? '';
const communesUnder = (name: string): string[] =>
  descendantsOf(directory, idOf(name), on)
    .filter(({ agency }) => agency.kind === 'committee')
    .map(({ agency }) => agency.id)
    .sort();
const assignmentOf = async (name: string, key = 't1') => {
  const { rows } = await sql<{ id: string; itemId: string }>`select a.id, a.item_id as "itemId" from assignment a
    join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    where a.tenant_id = ${there.actor.tenantId} and a.first_agency_id = ${idOf(name)} and i.key = ${key}`.execute(
    there.db,
  );
  const [row] = rows;
  if (!row) throw new Error(`${name} has no part in ${key}`);
  return row;
};
const question = (name: string) => ({ tenantId: there.actor.tenantId, reach: [idOf(name)], ...period, today });

describe('a district that leads what communes do', () => {
  it('sees those that stood under it that day, and none of another district', async () => {
    for (const name of [thachGiang, minhChau]) {
      const { agencies } = await findHeatMap(there.db, question(name));
      const seen = agencies.map(({ id }) => id).sort();
      expect(seen.length).toBeGreaterThan(5);
      expect(seen).toEqual(communesUnder(name));
    }
  });

  it('has them alone at its desk, in the list, in the heat map as of a day and on a commune’s page', async () => {
    const { db, actor } = there;
    const own = communesUnder(minhChau);
    const asked = question(minhChau);
    expect(await findDesk(db, 'lead', asked)).toMatchObject([{ agencies: own.length }]);
    expect(await findDesk(db, 'monitor', asked)).toEqual([]);
    const { items } = await searchItems(db, { ...asked, after: 0 });
    expect(items.map(({ text, progress: { open, late } }) => [text, open + late])).toEqual([
      ['Việc t1', own.length * 4],
    ]);
    const cells = await findHeatMapAsOf(db, { ...asked, on: today });
    expect(cells.map(({ agencyId }) => agencyId).sort()).toEqual(own);
    const page = async (name: string) =>
      (await listOfAgency(db, actor.tenantId, [idOf(name)], period, asked.reach)).owed.length;
    expect([await page(trungTam), await page(tanLap)]).toEqual([4, 0]);
    const { itemId } = await assignmentOf(trungTam);
    const one = await getItemAssignments(db, actor.tenantId, itemId, asked.reach);
    expect(
      one.assignments
        .filter(({ owes }) => owes)
        .map(({ first_agency_id }) => first_agency_id)
        .sort(),
    ).toEqual(own);
    expect(one.occurrences).toHaveLength(own.length * 4);
  });

  it('urges, steers and answers its own alone', async () => {
    const { db, actor } = there;
    const ids = [(await assignmentOf(trungTam)).id, (await assignmentOf(tanLap)).id];
    const holders = await getHolders(db, actor.tenantId, ids);
    expect(Object.fromEntries(holders.map(({ assignmentId, leads }) => [assignmentId, leads]))).toEqual({
      [ids[0] ?? '']: [idOf(minhChau)],
      [ids[1] ?? '']: [idOf(thachGiang)],
    });
    const { itemId } = await assignmentOf(tanLap);
    const { occurrences } = await getItemAssignments(db, actor.tenantId, itemId, [idOf(tanLap)]);
    const urged = await findUrged(db, actor.tenantId, [occurrences[0]?.id ?? ''], today);
    expect(urged.map(({ guides }) => guides)).toEqual([[idOf(thachGiang)]]);
    const [first] = await listReceivers(db, actor.tenantId, { itemId, agencyId: idOf(tanLap) }, today);
    expect(first?.agencyId).toBe(idOf(thachGiang));
  });

  it('leaves a department that monitors with all communes of the province', async () => {
    const { agencies } = await findHeatMap(there.db, question('Sở Nội vụ'));
    const all = [thachGiang, minhChau, 'Ủy ban nhân dân huyện Hòn Sương'].flatMap(communesUnder);
    expect(agencies.map(({ id }) => id).sort()).toEqual(all.sort());
  });

  it('given out again comes to the same', async () => {
    const { assignments } = await issue(there, planId, { today });
    expect(assignments).toMatchObject({ create: 0, change: 0 });
  });

  it('is the same for what was given out before that was known', async () => {
    const { db } = there;
    const read = async () =>
      (
        await sql`select id, follows, follows_only from assignment where role in ('lead', 'monitor') order by id`.execute(
          db,
        )
      ).rows;
    const known = await read();
    await sql`update assignment set follows_only = null where follows_only is not null`.execute(db);
    expect(await read()).not.toEqual(known);
    const file = await readFile(new URL('./migrations/20261122T1714_followed_area.sql', import.meta.url), 'utf8');
    await sql.raw(file.slice(file.indexOf('with recursive'))).execute(db);
    expect(await read()).toEqual(known);
  });
});
