import { type Selectable, sql } from 'kysely';
import { raiseUrgent } from '../assignment/concrete/urgent.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import type { AssignmentTable, OccurrenceTable, WorkItemTable } from './assignment-tables.ts';
import { type ConcreteDay, listConcreteDays } from './concrete-days.ts';
import type { Database } from './db.ts';
import { type OwnDays, ownDaysWithin } from './own-plan-days.ts';
import { withinReach } from './permitted.ts';

/** How work lies in time on a day. Returned work stands first, whenever it is due. */
export const buckets = ['returned', 'overdue', 'today', 'week', 'later', 'waiting'] as const;
export type Bucket = (typeof buckets)[number];
export type BucketCounts = Record<Bucket, number>;

/** Whose work, and the days that part it: today, and the last day of this week. */
export type MyWorkQuestion = { tenantId: string; reach: Reach; today: PlainDate; weekEnd: PlainDate };

/** An item as lists show it. */
export type ItemLine = Pick<Selectable<WorkItemTable>, 'id' | 'plan_id' | 'kind' | 'index_name' | 'dimension'> &
  Pick<Selectable<WorkItemTable>, 'component' | 'codes' | 'text' | 'result' | 'time' | 'modality' | 'position'>;

export type OwedLine = Pick<
  Selectable<OccurrenceTable>,
  | 'id'
  | 'assignment_id'
  | 'item_id'
  | 'agency_id'
  | 'period'
  | 'opens'
  | 'printed'
  | 'due'
  | 'rule'
  | 'event'
  | 'flags'
  | 'status'
  | 'percent'
  | 'evidence'
  | 'returned'
  | 'asked_due'
  | 'asked_reason'
  | 'declined'
  | 'first_due'
  | 'moved'
  | 'moved_later'
> & {
  bucket: Bucket;
  /** of the plan above, where its unit's own plan asks for it sooner */
  above_due: PlainDate | null;
} & Pick<Selectable<AssignmentTable>, 'division_id' | 'officer_id' | 'accepted' | 'request'>;

export type MyWork = {
  counts: BucketCounts;
  perItem: (BucketCounts & { itemId: string })[];
  items: ItemLine[];
  owed: OwedLine[];
  concrete: ConcreteDay[];
};

/** Far more than one unit owes at a time; a reader of many units sees the counts and opens one. */
const most = 600;

/** What agencies owe: counted by component and bucket, and the days themselves, the most urgent first. */
export async function findMyWork(db: Database, question: MyWorkQuestion): Promise<MyWork> {
  const own = await ownDaysWithin(db, question.tenantId, question.reach);
  const listed = await listOwed(db, question, own);
  // Only who reads many units has more than the list holds.
  const counted = listed.length < most ? countLines(listed) : await countOwed(db, question, own);
  const assignments = listed.map(({ assignment_id }) => assignment_id);
  const ids = counted.map(({ itemId }) => itemId);
  const [items, concrete] = await Promise.all([
    listItemLines(db, question.tenantId, ids),
    listConcreteDays(db, question.tenantId, assignments),
  ]);
  const owed = raiseUrgent(listed, concrete, question.today);
  const perItem = listed.length < most ? countLines(owed) : countRaised(counted, listed, owed);
  const counts = Object.fromEntries(
    buckets.map((bucket) => [bucket, perItem.reduce((sum, line) => sum + line[bucket], 0)]),
  ) as BucketCounts;
  return { counts, perItem, items, owed, concrete };
}

const live = sql<boolean>`o.status in ('open', 'in-progress', 'returned', 'waiting')`;

const bucketOf = ({ today, weekEnd }: MyWorkQuestion) => sql<Bucket>`case
  when o.status = 'returned' then 'returned' when o.due is null then 'waiting' when o.due < ${today} then 'overdue'
  when o.due = ${today} then 'today' when o.due <= ${weekEnd} then 'week' else 'later' end`;

/** Work of a plan that was taken away is owed by nobody while it is away. */
const ofPlansThere = sql<boolean>`not exists (select from work_item i join plan p on p.tenant_id = i.tenant_id
  and p.id = i.plan_id where i.tenant_id = o.tenant_id and i.id = o.item_id and p.removed_at is not null)`;

const owedOnce = (
  { tenantId, reach }: MyWorkQuestion,
  { underWayBelow }: OwnDays,
) => sql<boolean>`o.tenant_id = ${tenantId}
  and ${withinReach('o.agency_id', reach)} and ${live} and ${ofPlansThere} and not ${underWayBelow}`;

async function countOwed(db: Database, question: MyWorkQuestion, own: OwnDays): Promise<MyWork['perItem']> {
  const bucket = bucketOf(question);
  const { rows } = await sql<BucketCounts & { itemId: string }>`
    select item_id as "itemId", ${sql.join(
      buckets.map((name) => sql`count(*) filter (where bucket = ${sql.lit(name)}) as ${sql.ref(name)}`),
    )}
    from (select o.item_id, ${bucket} as bucket from occurrence o
      where ${owedOnce(question, own)}) as owed
    group by item_id`.execute(db);
  return rows;
}

function countLines(owed: readonly OwedLine[]): MyWork['perItem'] {
  const none = Object.fromEntries(buckets.map((bucket) => [bucket, 0])) as BucketCounts;
  return [...Map.groupBy(owed, ({ item_id }) => item_id)].map(([itemId, lines]) => {
    const line = { itemId, ...none };
    for (const { bucket } of lines) line[bucket] += 1;
    return line;
  });
}

/** Counts of more than the list holds, after some of the list has become urgent. */
function countRaised(counted: MyWork['perItem'], before: readonly OwedLine[], after: readonly OwedLine[]) {
  const perItem = new Map(counted.map((line) => [line.itemId, { ...line }]));
  for (const [i, { item_id, bucket }] of before.entries()) {
    const now = after[i]?.bucket ?? bucket;
    const line = perItem.get(item_id);
    if (now === bucket || !line) continue;
    line[bucket] -= 1;
    line[now] += 1;
  }
  return [...perItem.values()];
}

async function listOwed(db: Database, question: MyWorkQuestion, own: OwnDays): Promise<OwedLine[]> {
  const { rows } = await sql<OwedLine>`
    select o.id, o.assignment_id, o.item_id, o.agency_id, o.period, o.opens, o.printed, o.due, o.rule, o.event, o.flags,
      o.status, o.percent, o.evidence, o.returned, o.asked_due, o.asked_reason, o.declined, o.first_due, o.moved, o.moved_later, ${bucketOf(question)} as bucket,
      ${own.dayAbove} as above_due, a.division_id, a.officer_id, a.accepted, a.request
    from (select * from occurrence o
      where ${owedOnce(question, own)}
      order by o.status = 'returned' desc, o.due nulls last limit ${most}) as o
    join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
    order by o.status = 'returned' desc, o.due nulls last, o.id`.execute(db);
  return rows;
}

/** Items by their ids, in the order of their plans. */
export async function listItemLines(db: Database, tenantId: string, ids: readonly string[]): Promise<ItemLine[]> {
  return db
    .selectFrom('work_item')
    .select(['id', 'plan_id', 'kind', 'index_name', 'dimension', 'component', 'codes', 'text', 'result', 'time'])
    .select(['modality', 'position'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('plan_id')
    .orderBy('position')
    .execute();
}

/** A role an agency has without owing anything itself: what it leads, cooperates in, guides and urges. */
export type RoleLine = { item: ItemLine; role: AssignmentTable['role']; agencies: string[]; nextDue: PlainDate | null };

/** Every role of agencies, item by item, with the next day anybody owes it. */
export async function listRoles(db: Database, tenantId: string, reach: Reach): Promise<RoleLine[]> {
  const { rows } = await sql<{
    item_id: string;
    role: AssignmentTable['role'];
    agencies: string[];
    nextDue: PlainDate;
  }>`
    select a.item_id, a.role, array_agg(distinct a.agency_id) as agencies,
      (select min(o.due) from occurrence o where o.tenant_id = ${tenantId} and o.item_id = a.item_id and ${live}) as "nextDue"
    from assignment a
    join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where a.tenant_id = ${tenantId} and ${withinReach('a.agency_id', reach)} and a.closed is null and p.removed_at is null
    group by a.item_id, a.role`.execute(db);
  const items = await listItemLines(db, tenantId, [...new Set(rows.map(({ item_id }) => item_id))]);
  const byItem = Map.groupBy(rows, ({ item_id }) => item_id);
  return items.flatMap((item) => (byItem.get(item.id) ?? []).map(({ item_id: _, ...line }) => ({ item, ...line })));
}
