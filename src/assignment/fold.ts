import type { Act, Action, Assignment, AssignmentState, Occurrence, OccurrenceState } from './model.ts';
import { findRefusal } from './rules.ts';

/**
 * The state of an assignment after its actions. Server and browser share this fold. An action the rules refuse changes
 * nothing, so no list of actions, however it came about, ends in a state the rules forbid.
 */
export function foldAssignment(
  assignment: Pick<Assignment, 'agencyId'>,
  occurrences: readonly Occurrence[],
  actions: readonly Action[],
): AssignmentState {
  const undone = undoneActions(actions);
  const start = openAssignment(assignment, occurrences);
  return actions.reduce(
    (state, action) => (undone.has(action.id) || findRefusal(state, action) ? state : apply(state, action)),
    start,
  );
}

/** As issued: nothing done yet. */
function openAssignment(
  { agencyId }: Pick<Assignment, 'agencyId'>,
  occurrences: readonly Occurrence[],
): AssignmentState {
  return {
    agencyId,
    divisionId: null,
    officerId: null,
    accepted: false,
    closed: null,
    occurrences: occurrences.map(({ id, due }) => ({
      id,
      agencyId,
      status: due === null ? 'waiting' : 'open',
      due,
      percent: 0,
      evidence: 0,
      completedOn: null,
      returned: null,
      extended: 0,
      serves: [],
    })),
  };
}

/** Later undos win: an undo that is itself undone gives its action back. */
function undoneActions(actions: readonly Action[]): Set<string> {
  const undone = new Set<string>();
  for (const { id, act } of [...actions].reverse()) if (act.kind === 'undo' && !undone.has(id)) undone.add(act.of);
  return undone;
}

function apply(state: AssignmentState, { act, occurrenceId }: Action): AssignmentState {
  const about = occurrenceId === null ? applyToWhole(state, act) : state;
  return {
    ...about,
    occurrences: about.occurrences.map((one) => (isMeant(one, occurrenceId) ? { ...one, ...changeOf(one, act) } : one)),
  };
}

/** An act about the whole assignment leaves what is settled as it is. */
const isMeant = ({ id, status }: OccurrenceState, occurrenceId: string | null): boolean =>
  occurrenceId === null ? !isSettled(status) : id === occurrenceId;

export const isSettled = (status: OccurrenceState['status']): boolean =>
  status === 'done' || status === 'cancelled' || status === 'superseded';

function applyToWhole(state: AssignmentState, act: Act): AssignmentState {
  switch (act.kind) {
    case 'accept':
      return { ...state, accepted: true };
    case 'hand-on':
      return { ...state, divisionId: act.divisionId, officerId: act.officerId };
    case 'reassign':
      // Who takes over hands it on to people of their own.
      return { ...state, agencyId: act.agencyId, divisionId: null, officerId: null, accepted: false };
    case 'cancel':
      return { ...state, closed: 'cancelled' };
    case 'supersede':
      return { ...state, closed: 'superseded' };
    default:
      return state;
  }
}

function changeOf(one: OccurrenceState, act: Act): Partial<OccurrenceState> {
  switch (act.kind) {
    case 'progress':
      return { status: 'in-progress', percent: act.percent };
    case 'evidence':
      return { evidence: one.evidence + 1 };
    case 'complete':
      return { status: 'done', percent: 100, completedOn: act.on, returned: null, serves: act.serves };
    case 'return':
      return { status: 'returned', completedOn: null, returned: act.reason, due: act.due ?? one.due, serves: [] };
    case 'extend':
      return { due: act.due, extended: one.extended + 1 };
    case 'date':
      return { status: 'open', due: act.due };
    case 'move':
      return { due: act.due };
    case 'cancel':
      return { status: 'cancelled' };
    case 'supersede':
      return { status: 'superseded' };
    case 'reassign':
      return { agencyId: act.agencyId };
    default:
      return {};
  }
}
