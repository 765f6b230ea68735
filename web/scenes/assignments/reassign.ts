import type { AssignmentLine } from '../../../src/assignment/views.ts';
import { newId } from '../../../src/kernel/ids.ts';
import type { Steering } from '../../api-follow.ts';

/** What was chosen to be given to another agency: a day of an assignment, or all of it where no day is named. */
export type Chosen = { assignmentId: string; occurrenceId: string | null };

/** whole: every day of the chosen assignments that is not done · chosen: the chosen days alone */
export type Extent = 'whole' | 'chosen';

/** What giving it to an agency comes to, before it is done. */
export type Moving = {
  /** what is given over: all of an assignment, or one day */
  moves: Chosen[];
  /** so many days that are not done go over, of so many agencies */
  days: number;
  from: ReadonlySet<string>;
  /** left out: the agency has it already, or nothing of it is open */
  already: number;
  /** so many tasks the agency has been given anyway: it would owe them twice */
  twice: number;
};

const isOpen = ({ status }: { status: string }): boolean => !['done', 'cancelled', 'superseded'].includes(status);

/** Counts what goes over to an agency. `assignments`: all of the items the chosen ones belong to. */
export function planMoving(
  assignments: readonly AssignmentLine[],
  chosen: readonly Chosen[],
  to: string,
  extent: Extent,
): Moving {
  const byId = new Map(assignments.map((one) => [one.id, one]));
  const moves = extent === 'whole' ? findWhole(byId, chosen, to) : findDays(byId, chosen, to);
  const days = moves.flatMap((move) => daysOf(byId.get(move.assignmentId), move));
  const moved = new Set(moves.map(({ assignmentId }) => assignmentId));
  const items = new Set(moves.flatMap(({ assignmentId }) => byId.get(assignmentId)?.itemId ?? []));
  const held = assignments.filter(
    ({ id, agencyId, owes, closed, itemId }) =>
      !moved.has(id) && agencyId === to && owes && closed === null && items.has(itemId),
  );
  const asked = new Set(chosen.map((one) => (extent === 'whole' ? one.assignmentId : one.occurrenceId)));
  const taken = new Set(moves.map((one) => (extent === 'whole' ? one.assignmentId : one.occurrenceId)));
  return {
    moves,
    days: days.length,
    from: new Set(moves.flatMap((move) => holderOf(byId.get(move.assignmentId), move) ?? [])),
    already: [...asked].filter((one) => one !== null && !taken.has(one)).length,
    twice: new Set(held.map(({ itemId }) => itemId)).size,
  };
}

type ById = ReadonlyMap<string, AssignmentLine>;

/** Each assignment once, with all of its days that its holder holds. */
function findWhole(byId: ById, chosen: readonly Chosen[], to: string): Chosen[] {
  const ids = [...new Set(chosen.map(({ assignmentId }) => assignmentId))];
  return ids.flatMap((assignmentId): Chosen[] => {
    const one = byId.get(assignmentId);
    if (!one || one.closed !== null || one.agencyId === to) return [];
    // Who only helps owes no day and can still be replaced; where all is done there is nothing left to give.
    const all = { assignmentId, occurrenceId: null };
    return one.owes && daysOf(one, all).length === 0 ? [] : [all];
  });
}

function findDays(byId: ById, chosen: readonly Chosen[], to: string): Chosen[] {
  return chosen.filter(({ assignmentId, occurrenceId }) => {
    const day = byId.get(assignmentId)?.occurrences.find(({ id }) => id === occurrenceId);
    return day !== undefined && isOpen(day) && day.agencyId !== to;
  });
}

const daysOf = (one: AssignmentLine | undefined, { occurrenceId }: Chosen): string[] =>
  (one?.occurrences ?? [])
    .filter((day) => (occurrenceId === null ? day.agencyId === one?.agencyId : day.id === occurrenceId))
    .filter(isOpen)
    .map(({ id }) => id);

const holderOf = (one: AssignmentLine | undefined, { occurrenceId }: Chosen): string | undefined =>
  occurrenceId === null ? one?.agencyId : one?.occurrences.find(({ id }) => id === occurrenceId)?.agencyId;

/** The acts that do it, each under an id of its own. */
export const movingActs = ({ moves }: Moving, agencyId: string, reason: string): Steering[] =>
  moves.map((move) => ({ id: newId(), ...move, act: { kind: 'reassign', agencyId, reason: reason.trim() } }));
