import { sql } from 'kysely';
import type { ExistingItem } from '../assignment/compare.ts';
import type { ConfirmedPlan } from '../assignment/items.ts';
import type { WorkItem } from '../assignment/model.ts';
import type { AssignmentRow, OccurrenceRow } from './assignment-log.ts';
import type { WorkItemTable } from './assignment-tables.ts';
import type { Database } from './db.ts';
import { getPlan } from './plans.ts';
import { searchable } from './search.ts';

/** A confirmed plan as it is issued. */
export async function getConfirmedPlan(db: Database, tenantId: string, planId: string): Promise<ConfirmedPlan> {
  const { reading, date, year } = await getPlan(db, tenantId, planId);
  const tasks = await db
    .selectFrom('task')
    .select(['draft_id', 'fields'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute();
  return {
    head: { date, year, addressees: reading.document.addressees },
    ...{ duties: reading.duties, reporting: reading.reporting, groups: reading.groups },
    tasks: tasks.map(({ draft_id, fields }) => ({ ...fields, id: draft_id })),
  };
}

/** An item's columns, and what it is from them. */
export const itemColumns = (item: WorkItem) => ({
  ...{ kind: item.kind, key: item.key, position: item.position, modality: item.modality, index_name: item.index },
  ...{ dimension: item.dimension, component: item.component, codes: [...item.codes], text: item.text },
  ...{ result: item.result, time: item.time, schedule: item.schedule, targets: item.targets, year: item.year },
  search: searchable(item.text, item.result, item.component, item.time, ...item.codes),
});

type ItemRow = Pick<
  WorkItemTable,
  'kind' | 'key' | 'position' | 'modality' | 'index_name' | 'dimension' | 'component'
> &
  Pick<WorkItemTable, 'codes' | 'text' | 'result' | 'time' | 'year'> & {
    schedule: WorkItem['schedule'];
    targets: WorkItem['targets'];
  };

export const itemOf = (row: ItemRow): WorkItem => ({
  ...{ kind: row.kind, key: row.key, position: row.position, modality: row.modality },
  ...{ index: row.index_name as WorkItem['index'], dimension: row.dimension, component: row.component },
  ...{ codes: row.codes, text: row.text, result: row.result, time: row.time, schedule: row.schedule },
  ...{ targets: row.targets, year: row.year },
});

/** Ended by a reorganisation, not by an issue: another of the same agency goes on for it. */
const isJoined = sql<boolean>`(status = 'superseded' and exists (select from assignment_action act
  where act.tenant_id = occurrence.tenant_id and act.assignment_id = occurrence.assignment_id and act.occurrence_id = occurrence.id and act.source = 'reorganisation'
    and act.act ->> 'kind' = 'supersede'))`;

/** All there is of an issued plan, what was withdrawn and closed too. */
export async function listIssued(db: Database, tenantId: string, planId: string): Promise<ExistingItem[]> {
  const items = await db
    .selectFrom('work_item')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  const ids = items.map(({ id }) => id);
  const ofItems = sql<boolean>`item_id = any(${ids}::uuid[])`;
  const assignments = await db
    .selectFrom('assignment')
    .select([
      'id',
      'item_id',
      'role',
      'first_agency_id',
      'printed',
      'owes',
      'follows',
      'follows_only',
      'request',
      'closed',
      'by_hand',
    ])
    .where('tenant_id', '=', tenantId)
    .where(ofItems)
    .execute();
  const occurrences = await db
    .selectFrom('occurrence')
    .select(['id', 'assignment_id', 'key', 'first_due', 'due', 'moved_later', 'status'])
    .select(isJoined.as('joined'))
    .where('tenant_id', '=', tenantId)
    .where(ofItems)
    .execute();
  const ofItem = Map.groupBy(assignments, ({ item_id }) => item_id);
  const ofAssignment = Map.groupBy(occurrences, ({ assignment_id }) => assignment_id);
  return items.map((row) => ({
    ...itemOf(row),
    id: row.id,
    withdrawn: row.withdrawn_at !== null,
    assignments: (ofItem.get(row.id) ?? []).map((one) => toExisting(one, ofAssignment.get(one.id) ?? [])),
  }));
}

type Assigned = Pick<AssignmentRow, 'id' | 'role' | 'first_agency_id' | 'printed'> &
  Pick<AssignmentRow, 'owes' | 'follows' | 'follows_only' | 'request' | 'closed' | 'by_hand'>;
type Owed = Pick<OccurrenceRow, 'id' | 'key' | 'first_due' | 'due' | 'moved_later' | 'status'> & {
  joined: boolean;
};

const toExisting = (row: Assigned, occurrences: readonly Owed[]): ExistingItem['assignments'][number] => ({
  ...{ id: row.id, role: row.role, agencyId: row.first_agency_id, printed: row.printed },
  ...{ owes: row.owes, follows: row.follows, followsOnly: row.follows_only },
  ...{ request: row.request, closed: row.closed, ...(row.by_hand && { byHand: true as const }) },
  occurrences: occurrences.map(({ id, key, first_due, due, moved_later, status, joined }) => ({
    ...{ id, key, due, status, joined },
    // The fold forgets why the calendar moved a day once a person has given it another.
    dueByPerson: first_due !== null && due !== first_due && moved_later === null,
  })),
});
