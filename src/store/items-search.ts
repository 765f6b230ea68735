import { sql } from 'kysely';
import type { Reach } from '../people/model.ts';
import { seenWithin } from './assignment-scope.ts';
import type { Database } from './db.ts';
import { dueWithin, type HeatMapQuestion, type Progress, progress, standing } from './heat-map.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { countedOnce, withinReach } from './permitted.ts';
import { matches } from './search.ts';

export type ItemSearch = Pick<
  HeatMapQuestion,
  'tenantId' | 'from' | 'to' | 'today' | 'plan' | 'index' | 'component'
> & {
  reach: Reach;
  q?: string | undefined;
  after: number;
};
export type FoundItems = { total: number; items: (ItemLine & { progress: Progress })[] };

const page = 200;
const nothing: Progress = { done: 0, doneLate: 0, open: 0, late: 0, waiting: 0 };

/**
 * Items of a period, of plans that are there in which agencies of a reach have a role, by words, with how far they are in it:
 * of an item those agencies follow, all who owe it; of another, themselves. The plan of the latest day stands first.
 */
export async function searchItems(db: Database, search: ItemSearch): Promise<FoundItems> {
  const { tenantId, reach, plan, index, component, q = '', after } = search;
  let query = db
    .selectFrom('work_item as i')
    .innerJoin('plan as p', (join) => join.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.id', '=', 'i.plan_id'))
    .select('i.id')
    .where('i.tenant_id', '=', tenantId)
    .where('i.withdrawn_at', 'is', null)
    .where('p.removed_at', 'is', null)
    .where(asksWithin(search))
    .where((eb) => matches(eb, 'i.search', q));
  query = plan === undefined ? query.where(countedOnce(reach)) : query.where('i.plan_id', '=', plan);
  if (index !== undefined) query = query.where('i.index_name', '=', index);
  if (component !== undefined) query = query.where('i.component', '=', component);
  if (reach !== 'all')
    query =
      query.where(sql<boolean>`exists (select from assignment a where a.tenant_id = i.tenant_id and a.item_id = i.id
      and ${withinReach('a.agency_id', reach)})`);
  const found = await query
    .orderBy('p.date', (order) => order.desc().nullsLast())
    .orderBy('i.plan_id')
    .orderBy('i.position')
    .execute();
  const ids = found.slice(after, after + page).map(({ id }) => id);
  const figures = await progressOfItems(db, search, ids);
  const items = await listItemLines(db, tenantId, ids);
  return {
    total: found.length,
    items: items.map((item) => ({ ...item, progress: figures.get(item.id) ?? nothing })),
  };
}

/** Of a plan of one of the years, or with something owed in the period; a plan asked for by name is shown whole. */
const asksWithin = ({ tenantId, from, to, plan }: ItemSearch) =>
  plan !== undefined
    ? sql<boolean>`true`
    : sql<boolean>`(i.year between ${Number(from.slice(0, 4))} and ${Number(to.slice(0, 4))} or exists (select
        from occurrence o where o.tenant_id = ${tenantId} and o.item_id = i.id and o.due between ${from} and ${to}))`;

async function progressOfItems(
  db: Database,
  { tenantId, reach, from, to, today }: ItemSearch,
  ids: readonly string[],
): Promise<Map<string, Progress>> {
  const { rows } = await sql<Progress & { itemId: string }>`
    select item_id as "itemId", ${progress} from (
      select o.item_id, ${standing(today)} as standing from occurrence o
      where o.tenant_id = ${tenantId} and o.item_id = any(${[...ids]}::uuid[]) and ${dueWithin({ from, to })}
        and ${seenWithin(tenantId, reach)}) as owed
    group by item_id`.execute(db);
  return new Map(rows.map(({ itemId, ...progress }) => [itemId, progress]));
}
