import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor, Reach } from '../people/model.ts';
import type { Definition } from '../report/indicator/model.ts';
import type { TargetedItem } from '../report/indicator/propose.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { withinReach } from './permitted.ts';

/** Indicators as they are defined, and who gives their figures. */

const what = 'chỉ tiêu này';

export type KnownIndicator = {
  id: string;
  rev: number;
  planId: string | null;
  itemId: string | null;
  itemText: string | null;
  targetNo: number | null;
  /** made of a target that its plan prints */
  printed: boolean;
  definition: Definition;
  retired: boolean;
};

export type IndicatorFilter = {
  ids?: readonly string[];
  planId?: string;
  itemIds?: readonly string[];
  /** those that are kept no more too */
  retired?: boolean;
};

/** Indicators in the order of their plans and tasks; of a plan that was taken away none while it is away. */
export async function listIndicators(
  db: Database,
  tenantId: string,
  { ids, planId, itemIds, retired = false }: IndicatorFilter,
): Promise<KnownIndicator[]> {
  const { rows } = await sql<KnownIndicator>`
    select n.id, n.rev, n.plan_id as "planId", n.item_id as "itemId", i.text as "itemText", n.target_no as "targetNo",
      n.definition, n.retired_at is not null as retired,
      n.target_no is not null and n.target_no < coalesce(jsonb_array_length(i.targets), 0) as printed
    from indicator n
    left join work_item i on i.tenant_id = n.tenant_id and i.id = n.item_id
    left join plan p on p.tenant_id = n.tenant_id and p.id = n.plan_id
    where n.tenant_id = ${tenantId} and p.removed_at is null
      and ${retired ? sql`true` : sql`n.retired_at is null`}
      and ${ids === undefined ? sql`true` : sql`n.id = any(${[...ids]}::uuid[])`}
      and ${planId === undefined ? sql`true` : sql`n.plan_id = ${planId}`}
      and ${itemIds === undefined ? sql`true` : sql`n.item_id = any(${[...itemIds]}::uuid[])`}
    order by p.date nulls last, n.plan_id, i.position nulls last, n.target_no nulls last, n.id`.execute(db);
  return rows;
}

export async function getIndicator(db: Database, tenantId: string, id: string): Promise<KnownIndicator> {
  const [known] = await listIndicators(db, tenantId, { ids: [id], retired: true });
  if (!known) throw new Problem('not-found', { what });
  return known;
}

export type MadeIndicator = { id: string; itemId: string | null; targetNo: number | null; definition: Definition };

/** Makes indicators. One that is there already, by its id or its target, is not made again; how many were made. */
export async function makeIndicators(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  made: readonly MadeIndicator[],
  at: Date,
): Promise<number> {
  const plans = await plansOf(trx, tenantId, made);
  let count = 0;
  for (const { id, itemId, targetNo, definition } of made) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('indicator')
      .values({
        ...{ tenant_id: tenantId, id, rev: 1, plan_id: itemId && (plans.get(itemId) ?? null), item_id: itemId },
        ...{ target_no: targetNo, definition: toJson(definition), made_at: at, made_by: officerId, retired_at: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    count += Number(numInsertedOrUpdatedRows);
  }
  if (count > 0) {
    const details = { made: count, indicators: made.map(({ id }) => id) };
    await audit(trx, { tenant: tenantId, actor: officerId, action: 'indicator.made', details });
  }
  return count;
}

/** The plan of each item; refused where an item is not there. */
async function plansOf(
  trx: Transaction,
  tenantId: string,
  made: readonly MadeIndicator[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(made.flatMap(({ itemId }) => itemId ?? []))];
  const rows = await trx
    .selectFrom('work_item')
    .select(['id', 'plan_id'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${wanted}::uuid[])`)
    .execute();
  if (rows.length < wanted.length) throw new Problem('not-found', { what: 'nhiệm vụ này' });
  return new Map(rows.map(({ id, plan_id }) => [id, plan_id]));
}

/** Changes what an indicator is; refused where another has changed it since `rev`. */
export async function changeIndicator(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  id: string,
  { rev, definition }: { rev: number; definition: Definition },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('indicator')
    .set({ definition: toJson(definition), rev: rev + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('rev', '=', rev)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('indicator-changed-meanwhile', {});
  const details = { rev: rev + 1, kind: definition.kind, targets: definition.targets.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'indicator.changed', subject: id, details });
}

/** Keeps an indicator no more, or again; its figures stay. */
export async function retireIndicator(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  id: string,
  at: Date | null,
): Promise<void> {
  const known = await getIndicator(trx, tenantId, id);
  if (known.retired === (at !== null)) return;
  if (at === null && known.itemId !== null && known.targetNo !== null) {
    const others = await listIndicators(trx, tenantId, { itemIds: [known.itemId] });
    if (others.some(({ targetNo }) => targetNo === known.targetNo)) throw new Problem('indicator-target-taken', {});
  }
  await trx
    .updateTable('indicator')
    .set({ retired_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  const action = at === null ? 'indicator.restored' : 'indicator.retired';
  await audit(trx, { tenant: tenantId, actor: officerId, action, subject: id });
}

/** Who gives the figures of each indicator on a day, by id. */
export async function listGivers(
  db: Database,
  tenantId: string,
  indicators: readonly KnownIndicator[],
  on: PlainDate,
): Promise<Map<string, string[]>> {
  const items = indicators.flatMap(({ itemId, definition }) =>
    definition.givers.of === 'item' && itemId !== null ? [itemId] : [],
  );
  const communes = indicators.some(({ definition }) => definition.givers.of === 'communes');
  const [owing, all] = await Promise.all([
    listOwing(db, tenantId, items),
    communes ? listCommunes(db, tenantId, on) : [],
  ]);
  return new Map(
    indicators.map(({ id, itemId, definition: { givers } }) => {
      if (givers.of === 'agencies') return [id, [...givers.ids]];
      return [id, givers.of === 'communes' ? all : (owing.get(itemId ?? '') ?? [])];
    }),
  );
}

async function listOwing(db: Database, tenantId: string, items: readonly string[]): Promise<Map<string, string[]>> {
  if (items.length === 0) return new Map();
  const { rows } = await sql<{ item_id: string; agencies: string[] }>`
    select item_id, array_agg(distinct agency_id) as agencies from assignment
    where tenant_id = ${tenantId} and item_id = any(${[...items]}::uuid[]) and owes and closed is distinct from 'cancelled'
    group by item_id`.execute(db);
  return new Map(rows.map(({ item_id, agencies }) => [item_id, agencies]));
}

async function listCommunes(db: Database, tenantId: string, on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from agency a join agency_span s on s.tenant_id = a.tenant_id and s.agency_id = a.id
    where a.tenant_id = ${tenantId} and a.kind = 'committee' and a.level = 'commune'
      and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})
    order by a.position, a.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of those who give each indicator, whom a reach sees: its own units, and those of a task one of them follows. */
export async function listSeen(
  db: Database,
  tenantId: string,
  indicators: readonly KnownIndicator[],
  givers: ReadonlyMap<string, readonly string[]>,
  reach: Reach,
): Promise<Map<string, readonly string[]>> {
  if (reach === 'all') return new Map(givers);
  const followed = await listFollowed(db, tenantId, indicators, reach);
  return new Map(
    indicators.map(({ id, itemId }) => {
      const parts = followed.get(itemId ?? '') ?? [];
      const all = parts.some((only) => only === null);
      const some = new Set([...reach, ...parts.flatMap((only) => only ?? [])]);
      return [id, (givers.get(id) ?? []).filter((agencyId) => all || some.has(agencyId))];
    }),
  );
}

/** What of each item is followed: everybody (null), or those named. */
async function listFollowed(db: Database, tenantId: string, indicators: readonly KnownIndicator[], reach: Reach) {
  const items = indicators.flatMap(({ itemId }) => itemId ?? []);
  const { rows } = await sql<{ item_id: string; follows_only: string[] | null }>`
    select f.item_id, f.follows_only from assignment f
    where f.tenant_id = ${tenantId} and f.item_id = any(${items}::uuid[]) and f.follows and f.closed is null
      and ${withinReach('f.agency_id', reach)}`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ item_id }) => item_id)].map(([id, list]) => [
      id,
      list.map(({ follows_only }) => follows_only),
    ]),
  );
}

/** The items of an issued plan that state targets, with how many agencies owe each. */
export async function listTargeted(db: Database, tenantId: string, planId: string): Promise<TargetedItem[]> {
  const { rows } = await sql<TargetedItem>`
    select i.id, i.index_name as index, i.component, i.codes, i.text, i.year, i.targets,
      (select count(distinct a.agency_id)::int from assignment a where a.tenant_id = i.tenant_id and a.item_id = i.id and a.owes
        and a.closed is distinct from 'cancelled') as owing
    from work_item i where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and i.kind <> 'reporting'
      and i.withdrawn_at is null and jsonb_array_length(i.targets) > 0
    order by i.position`.execute(db);
  return rows;
}
