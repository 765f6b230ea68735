import type { Schedule } from '../calendar/schedule.ts';
import type { AgencyKind } from '../place/model.ts';
import { type Role, roles } from '../plan/model.ts';
import { type AskedOfDay, addFollowing, type Given } from './follow.ts';
import { type ConfirmedPlan, itemsOf, type PlannedItem } from './items.ts';
import type { Assignment, Owed, WorkItem } from './model.ts';

/** What the plan's day and year answer; each is a question to another part of the product. */
export type FanOutBy = AskedOfDay & {
  /** the agencies meant by a printed name on the plan's day; 'queued' where a person has yet to say */
  resolve: (printed: string) => readonly string[] | 'queued';
  /** what a schedule comes to; null where a row states no time and belongs to the plan's year */
  owedOf: (schedule: Schedule | null, year: number) => readonly Owed[];
  /** the office that keeps the plan, and what it owes where the plan leaves the day open: after the units */
  focal?: { agencyId: string; owedOf: FanOutBy['owedOf'] } | undefined;
  kindOf: (agencyId: string) => AgencyKind | undefined;
  /** a unit's own plan: its tasks alone, among its own; whoever else it prints has its part under the mother plan */
  within?: true | undefined;
};

export type WantedAssignment = Pick<
  Assignment,
  'role' | 'agencyId' | 'printed' | 'owes' | 'follows' | 'followsOnly' | 'request'
>;

/** An item with who has a role in it, and what each that owes it owes; `focal`: one of them owes it on days of its own. */
export type WantedItem = WorkItem & {
  owed: readonly Owed[];
  focal?: { agencyId: string; owed: readonly Owed[] } | undefined;
  assignments: readonly WantedAssignment[];
};

/** A printed name nobody has answered yet, where it stands. */
export type Unresolved = { kind: WorkItem['kind']; key: string; role: Role; printed: string };

export type Wanted = { items: readonly WantedItem[]; unresolved: readonly Unresolved[] };

/**
 * All a plan asks of agencies: item × role × agency, and the days each owes. Where implementers are named they owe the
 * work, else those who lead it; a name that waits in the queue of names gets its assignments when the plan is issued again.
 */
export function fanOut(plan: ConfirmedPlan, year: number, by: FanOutBy): Wanted {
  const unresolved: Unresolved[] = [];
  const planned = itemsOf(plan, year);
  const items = (by.within ? withinUnit(planned, by) : planned).map((planned): WantedItem => {
    const { printed, ...item } = planned;
    const assignments = roles.flatMap((role) => assignRole(planned, role, by, unresolved));
    const focal = by.focal && { agencyId: by.focal.agencyId, owed: owedBy(item, by.focal) };
    return { ...item, owed: owedBy(item, by), focal, assignments: addFollowing(assignments, by) };
  });
  return { items, unresolved };
}

/** The unit's reports and duties are owed under the mother plan already; so is what others do. */
const withinUnit = (items: readonly PlannedItem[], { resolve }: FanOutBy): PlannedItem[] =>
  items
    .filter(({ kind }) => kind === 'task')
    .map((item) => {
      const own = roles.map((role) => [role, item.printed[role].filter((name) => resolve(name).length > 0)]);
      return { ...item, printed: Object.fromEntries(own) as PlannedItem['printed'] };
    });

/** Prose without a time is a standing duty: it binds, and is owed on no day. A row without one is owed in the plan's year. */
const owedBy = ({ kind, schedule, year }: WorkItem, { owedOf }: Pick<FanOutBy, 'owedOf'>): readonly Owed[] =>
  schedule === null && kind !== 'task' ? [] : owedOf(schedule, year);

/** The role whose agencies owe the work, by what is printed and not by what could be resolved. */
const owingRole = ({ printed }: PlannedItem): Role | undefined =>
  printed.implement.length > 0 ? 'implement' : printed.lead.length > 0 ? 'lead' : undefined;

function assignRole(item: PlannedItem, role: Role, by: FanOutBy, unresolved: Unresolved[]): Given[] {
  const found = new Map<string, string>();
  for (const printed of item.printed[role]) {
    const agencies = by.resolve(printed);
    if (agencies === 'queued') unresolved.push({ kind: item.kind, key: item.key, role, printed });
    // An agency named twice in a role ("các xã", then by its own name) has it once, under the first.
    else for (const id of agencies) if (!found.has(id)) found.set(id, printed);
  }
  const owes = owingRole(item) === role;
  return [...found].map(([agencyId, printed]) => ({
    ...{ role, agencyId, printed, owes },
    request: item.modality === 'request' || isAsked(by.kindOf(agencyId)),
  }));
}

/** A people's committee gives these no orders: it asks them. */
const asked: readonly (AgencyKind | undefined)[] = ['party', 'front', 'mass', 'council'];
export const isAsked = (kind: AgencyKind | undefined): boolean => asked.includes(kind);
