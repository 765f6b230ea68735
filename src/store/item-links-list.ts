import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import type { Database } from './db.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { withinReach } from './permitted.ts';

export const decisions = ['same', 'different'] as const;
export type Decision = (typeof decisions)[number];

/** The plan of an item by what it is called. */
export type LinkPlan = {
  id: string;
  type: string | null;
  number: string | null;
  symbol: string | null;
  date: string | null;
};

/** One of two items: whose plan, who owes it and leads it, and what of it is open. */
export type LinkSide = {
  item: ItemLine;
  plan: LinkPlan;
  owing: string[];
  leads: string[];
  open: number;
  /** the next day that is open */
  due: PlainDate | null;
};

/** Items that ask for the same work, of one plan or two. The product finds pairs, a person decides. */
export type ItemLink = {
  item: LinkSide;
  other: LinkSide;
  score: number;
  decision: Decision | null;
  decidedAt: Date | null;
  decidedBy: string | null;
};

export type LinkCounts = { undecided: number } & Record<Decision, number>;

export type LinkQuestion = {
  tenantId: string;
  reach: Reach;
  plan?: string | undefined;
  item?: string | undefined;
  /** the undecided or what was said; all of them without it */
  state?: keyof LinkCounts | undefined;
  most: number;
};

/**
 * Who leads an item, for deciding about it. Of several that lead side by side and do it themselves (communes) none decides for
 * the others.
 */
const leading = sql`f.role = 'lead' and f.closed is null and (not f.owes or not exists (
  select from assignment g where g.tenant_id = f.tenant_id and g.item_id = f.item_id and g.role = 'lead' and g.closed is null
    and g.id <> f.id))`;

const ledWithin = (reach: Reach): RawBuilder<boolean> =>
  reach === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from assignment f where f.tenant_id = l.tenant_id
        and f.item_id in (l.item_id, l.other_id) and ${leading} and ${withinReach('f.agency_id', reach)})`;

/** Pairs of items that hold, of plans that are there. */
const pairs = ({ tenantId, reach, plan, item }: Omit<LinkQuestion, 'most' | 'state'>) => sql`
  item_link l
  join work_item a on a.tenant_id = l.tenant_id and a.id = l.item_id
  join work_item b on b.tenant_id = l.tenant_id and b.id = l.other_id
  where l.tenant_id = ${tenantId} and a.withdrawn_at is null and b.withdrawn_at is null
    and not exists (select from plan p where p.tenant_id = l.tenant_id and p.id in (a.plan_id, b.plan_id)
      and (p.removed_at is not null or exists (select from issue s where s.tenant_id = p.tenant_id and s.supersedes = p.id)))
    and (${plan ?? null}::uuid is null or ${plan ?? null}::uuid in (a.plan_id, b.plan_id))
    and (${item ?? null}::uuid is null or ${item ?? null}::uuid in (a.id, b.id))
    and ${ledWithin(reach)}`;

/** How many pairs wait for a person, and how many were decided how. */
export async function countLinks(db: Database, question: Omit<LinkQuestion, 'most' | 'state'>): Promise<LinkCounts> {
  const { rows } = await sql<LinkCounts>`
    select count(*) filter (where l.decision is null) as undecided, count(*) filter (where l.decision = 'same') as same,
      count(*) filter (where l.decision = 'different') as different
    from ${pairs(question)}`.execute(db);
  return rows[0] ?? { undecided: 0, same: 0, different: 0 };
}

type Row = Pick<ItemLink, 'score' | 'decision' | 'decidedAt' | 'decidedBy'> & { item_id: string; other_id: string };

/** Pairs, the undecided and likest first. */
export async function listLinks(db: Database, question: LinkQuestion): Promise<ItemLink[]> {
  const { tenantId, state, most } = question;
  const wanted = state === 'undecided' ? sql`l.decision is null` : sql`l.decision = ${state ?? ''}`;
  const { rows } = await sql<Row>`
    select l.item_id, l.other_id, l.score, l.decision, l.decided_at as "decidedAt",
      (select o.name from officer o where o.tenant_id = l.tenant_id and o.id = l.decided_by) as "decidedBy"
    from ${pairs(question)} and ${state === undefined ? sql`true` : wanted}
    order by l.decision is not null, l.score desc, l.item_id, l.other_id limit ${most}`.execute(db);
  const sides = await listSides(db, tenantId, [
    ...new Set(rows.flatMap(({ item_id, other_id }) => [item_id, other_id])),
  ]);
  return rows.flatMap(({ item_id, other_id, ...link }) => {
    const [item, other] = [sides.get(item_id), sides.get(other_id)];
    return item && other ? [{ ...link, item, other }] : [];
  });
}

type Parts = Pick<LinkSide, 'owing' | 'leads' | 'open' | 'due'> & { id: string; plan: LinkPlan };

async function listSides(db: Database, tenantId: string, ids: readonly string[]): Promise<Map<string, LinkSide>> {
  const { rows } = await sql<Parts>`
    select i.id,
      jsonb_build_object('id', p.id, 'type', p.type, 'number', p.number, 'symbol', p.symbol, 'date', p.date) as plan,
      array(select distinct a.agency_id from assignment a where a.tenant_id = i.tenant_id and a.item_id = i.id and a.owes
        and a.closed is null) as owing,
      array(select distinct a.agency_id from assignment a where a.tenant_id = i.tenant_id and a.item_id = i.id
        and a.role = 'lead' and a.closed is null) as leads,
      coalesce(o.open, 0) as open, o.due
    from work_item i
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    left join lateral (select count(*) as open, min(o.due) as due from occurrence o where o.tenant_id = i.tenant_id
      and o.item_id = i.id and o.status in ('waiting', 'open', 'in-progress', 'returned')) as o on true
    where i.tenant_id = ${tenantId} and i.id = any(${[...ids]}::uuid[])`.execute(db);
  const parts = new Map(rows.map((row) => [row.id, row]));
  const items = await listItemLines(db, tenantId, ids);
  return new Map(
    items.flatMap((item) => {
      const found = parts.get(item.id);
      if (!found) return [];
      const { id: _, ...rest } = found;
      return [[item.id, { item, ...rest }] as const];
    }),
  );
}

/** Who may decide about a pair besides the focal office: who leads one of the two. */
export async function listLinkLeads(
  db: Database,
  tenantId: string,
  pair: readonly [string, string],
): Promise<string[]> {
  const { rows } = await sql<{ agency_id: string }>`
    select distinct f.agency_id from assignment f
    where f.tenant_id = ${tenantId} and f.item_id = any(${[...pair]}::uuid[]) and ${leading}`.execute(db);
  return rows.map(({ agency_id }) => agency_id);
}
