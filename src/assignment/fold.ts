import type { Act, Action, Assignment, AssignmentState, Occurrence, OccurrenceState } from './model.ts';
import { findRefusal, isSettled, type Refusal, refuseUndo } from './rules.ts';

/** What is folded over: the assignment as it was issued. */
export type Issued = {
  assignment: Pick<Assignment, 'agencyId'>;
  occurrences: readonly Pick<Occurrence, 'id' | 'due'>[];
};

/** A state, the actions that led to it, and why the others did not count, by their ids. */
export type Folded = { state: AssignmentState; taken: readonly Action[]; refused: ReadonlyMap<string, Refusal> };

/**
 * The state of an assignment after its actions. Server and browser share this fold. An action the rules refuse changes
 * nothing and an id is taken once, so no list of actions, however it came about, ends in a state the rules forbid; sent one by
 * one or all at once, the same actions are refused.
 */
export const foldAssignment = (issued: Issued, actions: readonly Action[]): AssignmentState =>
  foldActions(issued, actions).state;

/** The same, telling which actions were taken. */
export function foldActions(issued: Issued, actions: readonly Action[]): Folded {
  const start = openAssignment(issued);
  const taken: Action[] = [];
  const known = new Set<string>();
  const refused = new Map<string, Refusal>();
  let state = start;
  for (const action of actions) {
    if (known.has(action.id)) continue;
    const { act } = action;
    const refusal = act.kind === 'undo' ? refuseUndo(taken, undoneActions(taken), act.of) : findRefusal(state, action);
    if (refusal) {
      refused.set(action.id, refusal);
      continue;
    }
    known.add(action.id);
    refused.delete(action.id);
    taken.push(action);
    state = act.kind === 'undo' ? replay(start, taken) : apply(state, action);
  }
  return { state, taken, refused };
}

/** What an undo takes away may leave later actions without ground: those change nothing, until a redo gives it back. */
function replay(start: AssignmentState, taken: readonly Action[]): AssignmentState {
  const undone = undoneActions(taken);
  return taken.reduce(
    (state, action) => (undone.has(action.id) || findRefusal(state, action) ? state : apply(state, action)),
    start,
  );
}

/** As issued: nothing done yet. */
function openAssignment({ assignment, occurrences }: Issued): AssignmentState {
  const { agencyId } = assignment;
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
      reported: 0,
      evidence: 0,
      completedOn: null,
      returned: null,
      extended: 0,
      asked: null,
      declined: null,
      moved: null,
      serves: [],
    })),
  };
}

/** Ids of actions that do not count. Later undos win: an undo that is itself undone gives its action back. */
export function undoneActions(actions: readonly Pick<Action, 'id' | 'act'>[]): Set<string> {
  const undone = new Set<string>();
  for (const { id, act } of [...actions].reverse()) if (act.kind === 'undo' && !undone.has(id)) undone.add(act.of);
  return undone;
}

function apply(state: AssignmentState, { act, occurrenceId }: Action): AssignmentState {
  const about = occurrenceId === null ? applyToWhole(state, act) : state;
  return {
    ...about,
    occurrences: state.occurrences.map((one) =>
      isMeant(state, one, act, occurrenceId) ? { ...one, ...changeOf(one, act) } : one,
    ),
  };
}

/** An act about the whole assignment leaves what is settled as it is, and what others than its holder took over. */
function isMeant(state: AssignmentState, one: OccurrenceState, act: Act, occurrenceId: string | null): boolean {
  if (occurrenceId !== null) return one.id === occurrenceId;
  if (isSettled(one.status)) return false;
  return act.kind !== 'reassign' || one.agencyId === state.agencyId;
}

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

/** Nothing is asked for any more. */
const answered = { asked: null, declined: null } as const;

function changeOf(one: OccurrenceState, act: Act): Partial<OccurrenceState> {
  switch (act.kind) {
    case 'progress':
      return { status: 'in-progress', percent: act.percent, reported: act.percent };
    case 'evidence':
      return { evidence: one.evidence + 1 };
    case 'complete':
      return { status: 'done', percent: 100, completedOn: act.on, returned: null, serves: act.serves, ...answered };
    case 'return':
      return {
        status: 'returned',
        percent: one.reported,
        completedOn: null,
        returned: act.reason,
        due: act.due ?? one.due,
        moved: act.due === null ? one.moved : null,
        serves: [],
      };
    case 'extend':
      return { due: act.due, extended: one.extended + 1, moved: null, ...answered };
    case 'ask-extension':
      return { asked: { due: act.due, reason: act.reason }, declined: null };
    case 'decline':
      return { asked: null, declined: act.reason };
    case 'date':
      return { status: 'open', due: act.due };
    case 'move':
      // Where the calendar gives the day that is asked for, there is nothing left to answer.
      return { due: act.due, moved: act.why, asked: one.asked && one.asked.due > act.due ? one.asked : null };
    case 'cancel':
      return { status: 'cancelled', ...answered };
    case 'supersede':
      return { status: 'superseded', ...answered };
    case 'reassign':
      return { agencyId: act.agencyId };
    default:
      return {};
  }
}
