import { asksForActs } from '../assignment/asks.ts';
import { isAsked } from '../assignment/fan-out.ts';
import type { ItemLinkView, LinkSideView } from '../assignment/link/views.ts';
import type {
  AgencyView,
  AssignmentLine,
  DifficultyView,
  HeatMapView,
  IssueView,
  ItemView,
  MyWorkView,
  OccurrenceView,
} from '../assignment/views.ts';
import { daysBetween } from '../calendar/days.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import type { AssignmentRow, OccurrenceRow } from '../store/assignment-log.ts';
import type { DifficultyRow } from '../store/difficulties.ts';
import type { TenantFanOutBy } from '../store/fan-out-by.ts';
import type { AgencyLine, Cell } from '../store/heat-map.ts';
import type { Issued } from '../store/issues.ts';
import type { ItemLink, LinkSide } from '../store/item-links-list.ts';
import { buckets, type ItemLine, type MyWork, type OwedLine } from '../store/my-work.ts';
import type { HistoryLine } from '../store/occurrences.ts';

/** The way out of the API for issued plans: rows become the shapes of src/assignment/views.ts. */

export const presentAgency = ({ id, name, kind, level }: AgencyLine): AgencyView => ({
  ...{ id, name, kind, level, asked: isAsked(kind) },
});

export const presentItem = (item: ItemLine): ItemView => ({
  ...{ id: item.id, planId: item.plan_id, kind: item.kind, modality: item.modality, index: item.index_name },
  ...{ dimension: item.dimension, component: item.component, codes: item.codes, text: item.text },
  ...{ result: item.result, time: item.time, position: item.position, asksFor: asksForActs(item) },
});

type Owed = Pick<
  OccurrenceRow,
  'id' | 'assignment_id' | 'item_id' | 'agency_id' | 'period' | 'opens' | 'printed' | 'due' | 'rule' | 'event' | 'flags'
> &
  Pick<OccurrenceRow, 'status' | 'percent' | 'evidence' | 'returned' | 'moved' | 'first_due' | 'moved_later'> &
  Pick<OccurrenceRow, 'asked_due' | 'asked_reason' | 'declined'>;

/** Whether a person has given it another day since it was issued: an extension, a return; the calendar says why it moves one. */
const givenSince = ({ first_due, due, moved_later }: Owed): boolean =>
  first_due !== null && due !== first_due && moved_later === null;

const presentOwed = (row: Owed) => ({
  ...{ id: row.id, assignmentId: row.assignment_id, itemId: row.item_id, agencyId: row.agency_id },
  ...{ period: row.period, opens: row.opens, printed: row.printed, due: row.due, rule: row.rule },
  ...{ moved: row.moved_later ?? row.moved, firstDue: givenSince(row) ? row.first_due : null },
  ...{ event: row.event, flags: row.flags, status: row.status, percent: row.percent, evidence: row.evidence },
  ...{ returned: row.returned, declined: row.declined },
  asked: row.asked_due === null ? null : { due: row.asked_due, reason: row.asked_reason ?? '' },
});

export const presentOccurrence = (row: OccurrenceRow): OccurrenceView => ({
  ...presentOwed(row),
  completedOn: row.completed_on,
});

type Holder = Pick<AssignmentRow, 'division_id' | 'officer_id' | 'accepted' | 'request'>;

export const presentHolder = ({ division_id, officer_id, accepted, request }: Holder) => ({
  ...{ divisionId: division_id, officerId: officer_id, accepted, request },
});

const presentOwedLine = (row: OwedLine) => ({
  ...{ ...presentOwed(row), ...presentHolder(row) },
  ...{ bucket: row.bucket, aboveDue: row.above_due },
});

/** Work by component, the order of the plans kept: one line for what an index calls by one name. */
export function presentMyWork(work: MyWork, today: PlainDate, agencies: readonly AgencyLine[]): MyWorkView {
  const counts = new Map(work.perItem.map((line) => [line.itemId, line]));
  const nameOf = ({ index_name, dimension, component }: ItemLine) => JSON.stringify([index_name, dimension, component]);
  const components = [...Map.groupBy(work.items, nameOf).values()].flatMap((items) => {
    const [first] = items;
    if (!first) return [];
    const sums = buckets.map((bucket) => [
      bucket,
      items.reduce((sum, { id }) => sum + (counts.get(id)?.[bucket] ?? 0), 0),
    ]);
    const { index_name: index, dimension, component } = first;
    const totals = Object.fromEntries(sums) as MyWork['counts'];
    return [{ index, dimension, component, items: items.map(({ id }) => id), ...totals }];
  });
  return {
    ...{ today, counts: work.counts, components, items: work.items.map(presentItem) },
    ...{ owed: work.owed.map(presentOwedLine), concrete: work.concrete, agencies: agencies.map(presentAgency) },
  };
}

export function presentCells(
  cells: readonly Cell[],
  agencies: readonly AgencyLine[],
  items: readonly ItemLine[],
): HeatMapView['cells'] {
  const rows = new Map(agencies.map(({ id }, i) => [id, i]));
  const columns = new Map(items.map(({ id }, i) => [id, i]));
  return cells.flatMap(({ agencyId, itemId, done, doneLate, open, late, waiting }) => {
    const [row, column] = [rows.get(agencyId), columns.get(itemId)];
    return row === undefined || column === undefined ? [] : [[row, column, done, doneLate, open, late, waiting]];
  });
}

export const presentAssignment = (row: AssignmentRow, occurrences: readonly OccurrenceRow[]): AssignmentLine => ({
  ...{ id: row.id, itemId: row.item_id, role: row.role, printed: row.printed, owes: row.owes, since: row.since },
  ...{ firstAgencyId: row.first_agency_id, agencyId: row.agency_id, ...presentHolder(row), closed: row.closed },
  occurrences: occurrences.map(presentOccurrence),
});

export const presentEntry = (line: HistoryLine) => ({
  ...{ id: line.id, occurrenceId: line.occurrence_id, at: line.at.toISOString(), day: line.day, by: line.by },
  ...{ agencyId: line.agency_id, source: line.source, act: line.act },
});

export function presentIssue(
  { issues, agencies, inherited, ...preview }: Issued,
  names: readonly AgencyLine[],
  { issuerUnknown }: Pick<TenantFanOutBy, 'issuerUnknown'>,
): IssueView {
  const byId = new Map(agencies.map((line) => [line.agencyId, line]));
  return {
    ...preview,
    issuerUnknown,
    inherited: inherited.map(({ choices, ...line }) => ({ ...line, choices: [...choices] })),
    issues: issues.map(({ no, at, day, owedFrom }) => ({ no, at: at.toISOString(), day, owedFrom })),
    agencies: names.flatMap(({ id, name }) => {
      const line = byId.get(id);
      return line ? [{ ...line, name }] : [];
    }),
  };
}

/** Of many agencies a few are named. */
const named = 3;

const presentSide = ({ item, owing, leads, ...side }: LinkSide): LinkSideView => ({
  ...{ ...side, item: presentItem(item), owing: owing.length, owingFirst: owing.slice(0, named) },
  ...{ leads: leads.length, leadsFirst: leads.slice(0, named) },
});

export function presentLink({ item, other, decidedAt, ...link }: ItemLink): ItemLinkView {
  const there = new Set(other.owing);
  return {
    ...{ ...link, item: presentSide(item), other: presentSide(other) },
    ...{ both: item.owing.filter((id) => there.has(id)).length, decidedAt: decidedAt?.toISOString() ?? null },
  };
}

export function presentDifficulty(row: DifficultyRow, today: PlainDate): DifficultyView {
  const until = row.answered_on ?? today;
  return {
    ...{ id: row.id, itemId: row.item_id, itemText: row.itemText, component: row.component },
    ...{ assignmentId: row.assignment_id, agencyId: row.agency_id, text: row.text },
    ...{ raisedAt: row.raised_at.toISOString(), raisedBy: row.raisedBy, toAgencyId: row.to_agency_id },
    ...{ answerBy: row.answer_by, status: row.status, answeredOn: row.answered_on },
    days: Math.max(0, daysBetween(dayInVietnam(row.raised_at), until)),
    late: row.answer_by !== null && until > row.answer_by && row.status !== 'withdrawn',
  };
}
