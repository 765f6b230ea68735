import type { PlainDate } from '../kernel/plain-date.ts';
import type { Wanted, WantedAssignment, WantedItem } from './fan-out.ts';
import type { AssignmentState, Owed, Status, WorkItem } from './model.ts';
import { isLeftOut, type OwedFrom } from './owed-from.ts';
import { isSettled } from './rules.ts';

/** What there is of an issued plan. */
export type ExistingOccurrence = {
  id: string;
  key: string;
  due: PlainDate | null;
  status: Status;
  /** whether a person gave it another day: an extension, or a return with a day */
  dueByPerson: boolean;
  /** whether a reorganisation ended it because the same agency owed the same once more */
  joined: boolean;
};
export type ExistingAssignment = WantedAssignment & {
  id: string;
  closed: AssignmentState['closed'];
  /** given by a person, not by the plan: issuing again leaves it */
  byHand?: true;
  occurrences: readonly ExistingOccurrence[];
};
export type ExistingItem = WorkItem & {
  id: string;
  withdrawn: boolean;
  assignments: readonly ExistingAssignment[];
};

/**
 * `leave-out`: its last day lies before the day from which the plan is owed, and it was not there. `revive`: given up when the
 * plan was issued before, asked for again. `supersede`, `move`: acts with their reason.
 */
export type OccurrenceChange =
  | { what: 'create'; owed: Owed }
  | { what: 'leave-out'; owed: Owed }
  | { what: 'keep' | 'revive'; id: string }
  | { what: 'move'; id: string; due: PlainDate; why: string }
  | { what: 'supersede'; id: string; reason: string };

export type AssignmentChange = { occurrences: readonly OccurrenceChange[] } & (
  | { what: 'create'; assignment: WantedAssignment }
  | { what: 'change' | 'keep' | 'revive'; id: string; assignment: WantedAssignment }
  | { what: 'supersede'; id: string; assignment: WantedAssignment; reason: string }
);

/** `fields` names what differs; a new place among the others alone is no change worth telling. */
export type ItemChange = { item: WorkItem; assignments: readonly AssignmentChange[] } & (
  | { what: 'create' }
  | { what: 'change' | 'keep' | 'restore'; id: string; fields: readonly string[] }
  | { what: 'withdraw'; id: string }
);

const leftOut = 'Không còn trong kế hoạch được giao lại';
const agencyLeftOut = 'Cơ quan không còn được giao việc này trong kế hoạch được giao lại';
const dayLeftOut = 'Kỳ này không còn trong kế hoạch được giao lại';
const beforeOwed = 'Kỳ này trước ngày bắt đầu tính việc của lần giao này';
const dayChanged = 'Thời hạn được tính lại khi giao lại kế hoạch';

/**
 * What issuing has to do so that what there is becomes what is wanted, and nothing else: what is the same is kept with its
 * history, what is done stays done, what a person cancelled stays cancelled, a day a person gave stays. The day `from` which it
 * is owed holds back what is new; it never takes away what is there. `anew`: all of it was withdrawn, so that nothing is there;
 * what comes back comes back from that day.
 */
export function compareIssue(
  existing: readonly ExistingItem[],
  wanted: Wanted,
  from: OwedFrom,
  anew = false,
): ItemChange[] {
  const name = ({ kind, key }: WorkItem) => `${kind} ${key}`;
  const known = new Map(existing.map((item) => [name(item), item]));
  const asked = new Set(wanted.items.map(name));
  return [
    ...wanted.items.map((item) => changeItem(known.get(name(item)), item, { from, anew })),
    ...existing.filter((item) => !asked.has(name(item)) && !item.withdrawn).map(withdrawItem),
  ];
}

/** What is owed, and from which day on where it is new. */
type OwedWhen = { owed: readonly Owed[]; from: OwedFrom; anew: boolean };
type OwedWhenBy = (agencyId: string) => OwedWhen;

function changeItem(existing: ExistingItem | undefined, wanted: WantedItem, days: Omit<OwedWhen, 'owed'>): ItemChange {
  const { owed, focal, assignments, ...item } = wanted;
  const when: OwedWhenBy = (agencyId) => ({ owed: agencyId === focal?.agencyId ? focal.owed : owed, ...days });
  if (!existing) {
    return { what: 'create', item, assignments: assignments.map((one) => createAssignment(one, when(one.agencyId))) };
  }
  const fields = differingFields(existing, item);
  const changed = fields.some((field) => field !== 'position');
  return {
    ...{ what: existing.withdrawn ? 'restore' : changed ? 'change' : 'keep', id: existing.id, item, fields },
    assignments: changeAssignments(existing.assignments, assignments, when),
  };
}

/** Texts, lists and schedules are compared by value. Keys of a JSON value stand in the order the database keeps. */
const differingFields = (existing: ExistingItem, item: WorkItem): string[] =>
  (Object.keys(item) as (keyof WorkItem)[]).filter((field) => sorted(existing[field]) !== sorted(item[field]));

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const withdrawItem = ({ id, withdrawn: _, assignments, ...item }: ExistingItem): ItemChange => ({
  ...{ what: 'withdraw', id, item },
  assignments: assignments.filter(({ closed }) => closed === null).map((one) => supersede(one, leftOut)),
});

const holderOf = ({ role, agencyId }: WantedAssignment): string => `${role} ${agencyId}`;

function changeAssignments(
  existing: readonly ExistingAssignment[],
  wanted: readonly WantedAssignment[],
  when: OwedWhenBy,
): AssignmentChange[] {
  const known = new Map(existing.map((one) => [holderOf(one), one]));
  const asked = new Set(wanted.map(holderOf));
  return [
    ...wanted.map((one) => changeAssignment(known.get(holderOf(one)), one, when(one.agencyId))),
    ...existing
      .filter((one) => !asked.has(holderOf(one)) && one.closed === null && !one.byHand)
      .map((one) => supersede(one, agencyLeftOut)),
  ];
}

const createAssignment = (assignment: WantedAssignment, { owed, from }: OwedWhen): AssignmentChange => ({
  ...{ what: 'create', assignment },
  occurrences: assignment.owes ? owed.map((one) => createOccurrence(one, from)) : [],
});

const createOccurrence = (owed: Owed, from: OwedFrom): OccurrenceChange => ({
  ...{ what: isLeftOut(owed, from) ? 'leave-out' : 'create', owed },
});

const supersede = (one: ExistingAssignment, reason: string): AssignmentChange => ({
  ...{ what: 'supersede', id: one.id, assignment: wantedOf(one), reason },
  // The act about the whole settles them; done ones stay.
  occurrences: one.occurrences.map(({ id }) => ({ what: 'keep', id })),
});

const wantedOf = (existing: ExistingAssignment): WantedAssignment => {
  const { role, agencyId, printed, owes, follows, followsOnly, request } = existing;
  return { role, agencyId, printed, owes, follows, followsOnly, request };
};

function changeAssignment(
  existing: ExistingAssignment | undefined,
  wanted: WantedAssignment,
  when: OwedWhen,
): AssignmentChange {
  if (!existing) return createAssignment(wanted, when);
  const { id, closed } = existing;
  // What a person cancelled is not given out again behind their back.
  if (closed === 'cancelled') {
    const occurrences = existing.occurrences.map(({ id }) => ({ what: 'keep' as const, id }));
    return { what: 'keep', id, assignment: wantedOf(existing), occurrences };
  }
  const same = sorted(wantedOf(existing)) === sorted(wanted);
  return {
    ...{ what: closed === 'superseded' ? 'revive' : same ? 'keep' : 'change', id, assignment: wanted },
    occurrences: changeOccurrences(existing, wanted.owes ? when : { ...when, owed: [] }),
  };
}

function changeOccurrences({ occurrences, closed }: ExistingAssignment, when: OwedWhen): OccurrenceChange[] {
  const { owed, from, anew } = when;
  const known = new Map(occurrences.map((one) => [one.key, one]));
  const asked = new Set(owed.map(({ key }) => key));
  return [
    ...owed.map((one): OccurrenceChange => {
      const there = known.get(one.key);
      if (!there) return createOccurrence(one, from);
      if (anew && closed !== null && there.status === 'superseded' && !there.joined && isLeftOut(one, from))
        return { what: 'supersede', id: there.id, reason: beforeOwed };
      return changeOccurrence(there, one, closed !== null);
    }),
    ...occurrences
      .filter(({ key }) => !asked.has(key))
      .map((one): OccurrenceChange => {
        // Reviving the assignment opens them again.
        const open = closed !== null ? one.status === 'superseded' : !isSettled(one.status);
        return open ? { what: 'supersede', id: one.id, reason: dayLeftOut } : { what: 'keep', id: one.id };
      }),
  ];
}

/** `whole`: the assignment comes back as a whole, and with it what was superseded with it. */
function changeOccurrence(existing: ExistingOccurrence, owed: Owed, whole: boolean): OccurrenceChange {
  const { id, due, status, dueByPerson, joined } = existing;
  if (status === 'superseded' && !whole && !joined) return { what: 'revive', id };
  if (!isSettled(status) && !dueByPerson && due !== null && owed.due !== null && due !== owed.due) {
    return { what: 'move', id, due: owed.due, why: owed.moved ?? dayChanged };
  }
  return { what: 'keep', id };
}
