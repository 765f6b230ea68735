import type { PlainDate } from '../kernel/plain-date.ts';
import { type Role, roles } from '../plan/model.ts';
import type { AssignmentChange, ItemChange } from './compare.ts';
import type { Unresolved, Wanted, WantedItem } from './fan-out.ts';
import { type ItemKind, itemKinds, type Owed } from './model.ts';
import { isLeftOut, type OwedFrom } from './owed-from.ts';

export type Counts = { create: number; keep: number; change: number; withdraw: number };
/** An item by what a person knows it by. */
export type ItemLine = { kind: ItemKind; key: string; component: string | null; text: string };

/** What issuing would do, before anything is done. */
export type IssuePreview = {
  items: Counts;
  assignments: Counts;
  occurrences: Counts;
  kinds: Record<ItemKind, number>;
  roles: Record<Role, number>;
  agencies: ({ agencyId: string; occurrences: number } & Record<Role, number>)[];
  /** names that wait in the queue; they do not block: issuing again gives them their work */
  unresolved: { printed: string; roles: Role[]; items: number }[];
  /** what nobody would owe, and why */
  nobody: (ItemLine & { why: 'no-agency' | 'unresolved' })[];
  /** whoever follows and urges an item is the one that does it */
  selfMonitored: (ItemLine & { agencyId: string })[];
  /** assignments that ask (đề nghị) and do not order */
  requests: number;
  /** what was assumed about days, e.g. that a row without a time belongs to the plan's year */
  assumed: (ItemLine & { flags: string[] })[];
  changed: (ItemLine & { fields: string[] })[];
  withdrawn: ItemLine[];
  /** the day the preview was made on, and the one from which the plan is owed */
  today: PlainDate;
  owedFrom: OwedFrom;
  /** what was over before today and is not there: so much more would be late at once if all the year were owed */
  past: number;
  /** what is left out because it was over before `owedFrom`, item by item; issuing with an earlier day adds it */
  leftOut: (ItemLine & { occurrences: number; days: LeftOutDay[] })[];
};

export type LeftOutDay = { period: string | null; due: PlainDate | null };

/** Counts and lists what issuing would do on a day. */
export function previewIssue(
  wanted: Wanted,
  changes: readonly ItemChange[],
  { today, owedFrom }: { today: PlainDate; owedFrom: OwedFrom },
): IssuePreview {
  const assignments = changes.flatMap((change) => change.assignments);
  const all = wanted.items.flatMap((item) => item.assignments);
  return {
    items: count(changes),
    assignments: count(assignments),
    occurrences: count(assignments.flatMap(occurrencesOf)),
    ...{ today, owedFrom, past: assignments.flatMap(newOf).filter((owed) => isLeftOut(owed, today)).length },
    leftOut: changes.flatMap(findLeftOut),
    kinds: tally(itemKinds, wanted.items, ({ kind }) => kind),
    roles: tally(roles, all, ({ role }) => role),
    agencies: byAgency(wanted.items, countLeftOut(assignments)),
    unresolved: byName(wanted.unresolved),
    nobody: findNobody(wanted),
    selfMonitored: wanted.items.flatMap(findSelfMonitored),
    requests: all.filter(({ request }) => request).length,
    assumed: wanted.items.flatMap((item) => {
      const flags = [...new Set(item.owed.flatMap((owed) => owed.flags))];
      return flags.length > 0 ? [{ ...lineOf(item), flags }] : [];
    }),
    changed: changes.flatMap((change) =>
      change.what === 'change' || change.what === 'restore'
        ? [{ ...lineOf(change.item), fields: [...change.fields] }]
        : [],
    ),
    withdrawn: changes.filter(({ what }) => what === 'withdraw').map(({ item }) => lineOf(item)),
  };
}

const lineOf = ({ kind, key, component, text }: ItemLine): ItemLine => ({ kind, key, component, text });

type What =
  | ItemChange['what']
  | AssignmentChange['what']
  | Exclude<AssignmentChange['occurrences'][number]['what'], 'leave-out'>;

const columns: Record<What, keyof Counts> = {
  create: 'create',
  revive: 'create',
  restore: 'create',
  keep: 'keep',
  change: 'change',
  move: 'change',
  withdraw: 'withdraw',
  supersede: 'withdraw',
};

function count(changes: readonly { what: What }[]): Counts {
  const counts = { create: 0, keep: 0, change: 0, withdraw: 0 };
  for (const { what } of changes) counts[columns[what]] += 1;
  return counts;
}

/** An assignment that is closed closes what it owed. What is left out is nothing that happens. */
const occurrencesOf = ({ what, occurrences }: AssignmentChange): { what: What }[] =>
  what === 'supersede'
    ? occurrences.map(() => ({ what: 'supersede' }))
    : occurrences.flatMap(({ what }) => (what === 'leave-out' ? [] : [{ what }]));

const leftOutOf = ({ occurrences }: AssignmentChange): Owed[] =>
  occurrences.flatMap((one) => (one.what === 'leave-out' ? [one.owed] : []));

/** What is not there, given out now or left out. */
const newOf = ({ occurrences }: AssignmentChange): Owed[] =>
  occurrences.flatMap((one) => (one.what === 'create' || one.what === 'leave-out' ? [one.owed] : []));

function findLeftOut({ item, assignments }: ItemChange): IssuePreview['leftOut'] {
  const left = assignments.flatMap(leftOutOf);
  const days = new Map(left.map(({ key, period, due }) => [key, { period: period?.label ?? null, due }]));
  return left.length > 0 ? [{ ...lineOf(item), occurrences: left.length, days: [...days.values()] }] : [];
}

function countLeftOut(assignments: readonly AssignmentChange[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of assignments) {
    const { agencyId } = one.assignment;
    counts.set(agencyId, (counts.get(agencyId) ?? 0) + leftOutOf(one).length);
  }
  return counts;
}

function tally<K extends string, T>(names: readonly K[], things: readonly T[], nameOf: (thing: T) => K) {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  for (const thing of things) counts[nameOf(thing)] += 1;
  return counts;
}

function byAgency(items: readonly WantedItem[], leftOut: ReadonlyMap<string, number>): IssuePreview['agencies'] {
  const found = new Map<string, IssuePreview['agencies'][number]>();
  for (const { assignments, owed } of items) {
    for (const { agencyId, role, owes } of assignments) {
      const line = found.get(agencyId) ?? { agencyId, occurrences: 0, lead: 0, implement: 0, cooperate: 0, monitor: 0 };
      line[role] += 1;
      if (owes) line.occurrences += owed.length;
      found.set(agencyId, line);
    }
  }
  return [...found.values()].map((line) => ({
    ...line,
    occurrences: line.occurrences - (leftOut.get(line.agencyId) ?? 0),
  }));
}

function byName(unresolved: readonly Unresolved[]): IssuePreview['unresolved'] {
  const found = Map.groupBy(unresolved, ({ printed }) => printed);
  return [...found].map(([printed, places]) => ({
    printed,
    roles: roles.filter((role) => places.some((place) => place.role === role)),
    items: new Set(places.map(({ kind, key }) => `${kind} ${key}`)).size,
  }));
}

/** Standing duties bind whoever holds them; an item with no one at all is told too. */
function findNobody({ items, unresolved }: Wanted): IssuePreview['nobody'] {
  const waiting = new Set(
    unresolved.filter(({ role }) => role === 'lead' || role === 'implement').map(({ kind, key }) => `${kind} ${key}`),
  );
  return items
    .filter(({ assignments }) => !assignments.some(({ owes }) => owes))
    .map((item) => ({ ...lineOf(item), why: waiting.has(`${item.kind} ${item.key}`) ? 'unresolved' : 'no-agency' }));
}

function findSelfMonitored(item: WantedItem): IssuePreview['selfMonitored'] {
  const monitors = new Set(item.assignments.filter(({ role }) => role === 'monitor').map(({ agencyId }) => agencyId));
  return item.assignments
    .filter(({ owes, agencyId }) => owes && monitors.has(agencyId))
    .map(({ agencyId }) => ({ ...lineOf(item), agencyId }));
}
