import { type Selectable, sql } from 'kysely';
import { foldAssignment } from '../assignment/fold.ts';
import type { Action } from '../assignment/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import { type AssignmentRow, issuedOf, type Logged, type OccurrenceRow, readAssignments } from './assignment-log.ts';
import { followsFirst, seenWithin } from './assignment-scope.ts';
import type { AssignmentActionTable } from './assignment-tables.ts';
import type { Database } from './db.ts';
import { type Cell, dueWithin } from './heat-map.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { countedOnce, withinReach } from './permitted.ts';

/** What is owed in full: one agency's page, one item with all its assignments, one assignment with its history. */

export type OwedRow = OccurrenceRow &
  Pick<AssignmentRow, 'role' | 'request' | 'accepted' | 'division_id' | 'officer_id'>;

/**
 * Everything an agency (with those whose work it carries on) owes in a period, what is done and given up too, of which a reach sees: all within it, and of another
 * agency what it follows.
 */
export async function listOfAgency(
  db: Database,
  tenantId: string,
  agencies: Reach,
  period: { from: PlainDate; to: PlainDate },
  reach: Reach = 'all',
): Promise<{ items: ItemLine[]; owed: OwedRow[] }> {
  const owed = await db
    .selectFrom('occurrence as o')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.tenant_id', '=', 'o.tenant_id').onRef('a.id', '=', 'o.assignment_id'),
    )
    .selectAll('o')
    .select(['a.role', 'a.request', 'a.accepted', 'a.division_id', 'a.officer_id'])
    .where('o.tenant_id', '=', tenantId)
    .where(withinReach('o.agency_id', agencies))
    .where(seenWithin(tenantId, reach))
    .where(dueWithin(period))
    .orderBy('o.due')
    .orderBy('o.id')
    .execute();
  return { items: await listItemLines(db, tenantId, [...new Set(owed.map(({ item_id }) => item_id))]), owed };
}

export type ItemAssignments = { item: ItemLine; assignments: AssignmentRow[]; occurrences: OccurrenceRow[] };

/** One item with every assignment of it that a reach sees, or the Problem that there is none. */
export async function getItemAssignments(
  db: Database,
  tenantId: string,
  itemId: string,
  reach: Reach = 'all',
): Promise<ItemAssignments> {
  const [item] = await listItemLines(db, tenantId, [itemId]);
  if (!item) throw new Problem('not-found', { what: 'nhiệm vụ được giao này' });
  const assignments = await db
    .selectFrom('assignment as o')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('item_id', '=', itemId)
    .where(seenWithin(tenantId, reach, 'o.id'))
    .orderBy('role')
    .orderBy('id')
    .execute();
  const occurrences = await db
    .selectFrom('occurrence as o')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('item_id', '=', itemId)
    .where(seenWithin(tenantId, reach))
    .orderBy('due')
    .orderBy('id')
    .execute();
  return { item, assignments, occurrences };
}

export type HistoryLine = Pick<
  Selectable<AssignmentActionTable>,
  'seq' | 'id' | 'occurrence_id' | 'at' | 'day' | 'agency_id' | 'source' | 'act'
> & { by: string };

export type WholeAssignment = Logged & { item: ItemLine; history: HistoryLine[] };

/** One assignment with what was done about it, by whom and from where; or the Problem that there is none. */
export async function getAssignment(db: Database, tenantId: string, id: string): Promise<WholeAssignment> {
  const [logged] = await readAssignments(db, tenantId, [id]);
  const [item] = logged ? await listItemLines(db, tenantId, [logged.row.item_id]) : [];
  if (!logged || !item) throw new Problem('not-found', { what: 'việc được giao này' });
  const history = await db
    .selectFrom('assignment_action as action')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'action.tenant_id').onRef('officer.id', '=', 'action.by'),
    )
    .select(['seq', 'action.id', 'occurrence_id', 'at', 'day', 'agency_id', 'source', 'act', 'officer.name as by'])
    .where('action.tenant_id', '=', tenantId)
    .where('assignment_id', '=', id)
    .orderBy('seq')
    .execute();
  return { ...logged, item, history };
}

type AskedAsOf = {
  tenantId: string;
  on: PlainDate;
  from: PlainDate;
  to: PlainDate;
  plan?: string | undefined;
  reach?: Reach | undefined;
};

/**
 * Units × items as they stood at the end of a day: by what had been issued by then and what held by then. What was recorded
 * later about that time counts (a completion by its own day), a reorganisation of a later day does not. Of a reach: what its
 * agencies held then, and what they follow.
 */
export async function findHeatMapAsOf(db: Database, question: AskedAsOf): Promise<Cell[]> {
  const { tenantId, on, reach = 'all' } = question;
  const followed =
    reach === 'all'
      ? sql`true`
      : sql`exists (select from assignment f where f.tenant_id = a.tenant_id
      and f.item_id = a.item_id and ${followsFirst('a.first_agency_id')} and f.closed is null
      and ${withinReach('f.agency_id', reach)})`;
  const { rows } = await sql<{ id: string; year: number; followed: boolean }>`
    select a.id, i.year, ${followed} as followed from assignment a join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where a.tenant_id = ${tenantId} and a.owes and a.since <= ${on} and p.removed_at is null
      and ${question.plan === undefined ? countedOnce(reach) : sql`true`}
      and (${question.plan ?? null}::uuid is null or p.id = ${question.plan ?? null}::uuid)`.execute(db);
  const logged = await readAssignments(
    db,
    tenantId,
    rows.map(({ id }) => id),
  );
  const cells = new Map<string, Cell>();
  const ofEach = new Map(
    rows.map(({ id, year, followed }) => [id, { year, seen: followed ? ('all' as const) : reach }]),
  );
  for (const one of logged) {
    const asked = ofEach.get(one.row.id);
    if (asked) countInto(cells, one, { ...question, ...asked });
  }
  return [...cells.values()];
}

/** A completion holds from the day it was done on, whenever it was recorded. */
const heldFrom = ({ act, day }: Action): PlainDate => (act.kind === 'complete' ? act.on : day);

/** `seen`: whose of it is within reach. */
type AsOf = { on: PlainDate; from: PlainDate; to: PlainDate; year: number; seen: Reach };

function countInto(cells: Map<string, Cell>, { row, occurrences, log }: Logged, asOf: AsOf): void {
  const { on, from, to, year, seen } = asOf;
  const ofPeriod = Number(from.slice(0, 4)) <= year && year <= Number(to.slice(0, 4));
  const known = { row, occurrences: occurrences.filter(({ since }) => since <= on) };
  const state = foldAssignment(
    issuedOf(known),
    log.filter((action) => heldFrom(action) <= on),
  );
  for (const { agencyId, status, due, completedOn } of state.occurrences) {
    if (status === 'cancelled' || status === 'superseded') continue;
    if (seen !== 'all' && !seen.includes(agencyId)) continue;
    if (due === null ? !ofPeriod : due < from || due > to) continue;
    const name = `${agencyId} ${row.item_id}`;
    const cell = cells.get(name) ?? {
      ...{ agencyId, itemId: row.item_id, done: 0, doneLate: 0, open: 0, late: 0, waiting: 0 },
    };
    if (status === 'waiting') cell.waiting += 1;
    else if (status === 'done') cell[(completedOn ?? '') <= (due ?? '') ? 'done' : 'doneLate'] += 1;
    else cell[(due ?? '') < on ? 'late' : 'open'] += 1;
    cells.set(name, cell);
  }
}

/** Whose day it is, or the Problem that there is none. */
export async function getOccurrenceAssignment(db: Database, tenantId: string, id: string): Promise<string> {
  const row = await db
    .selectFrom('occurrence')
    .select('assignment_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what: 'kỳ này' });
  return row.assignment_id;
}
