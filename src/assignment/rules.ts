import type { Act, Action, AssignmentState, OccurrenceState, Status } from './model.ts';

/** Why an act is not possible: a stable word the API turns into a sentence. */
export const refusals = [
  'closed',
  'no-such-occurrence',
  'whole-only',
  'one-only',
  'already-accepted',
  'not-in-this-state',
  'reason-missing',
  'percent-out-of-range',
  'day-in-the-future',
  'day-before-plan',
  'due-not-later',
  'same-agency',
  'already-asked',
  'nothing-asked',
  'nothing-to-undo',
] as const;
export type Refusal = (typeof refusals)[number];

const live: readonly Status[] = ['open', 'in-progress', 'returned'];

/** In which states of an occurrence each act is possible. */
const from: Record<Act['kind'], readonly Status[]> = {
  accept: ['waiting', ...live],
  'hand-on': ['waiting', ...live],
  progress: live,
  evidence: [...live, 'done'],
  complete: live,
  return: ['done'],
  extend: live,
  'ask-extension': live,
  decline: live,
  date: ['waiting'],
  move: live,
  cancel: ['waiting', ...live],
  supersede: ['waiting', ...live],
  reassign: ['waiting', ...live],
  concrete: [],
  undo: [],
};

const wholeOnly: readonly Act['kind'][] = ['accept', 'hand-on', 'concrete'];
const oneOnly: readonly Act['kind'][] = [
  ...(['progress', 'evidence', 'complete', 'return', 'date', 'move'] as const),
  ...(['extend', 'ask-extension', 'decline'] as const),
];

export const isSettled = (status: Status): boolean =>
  status === 'done' || status === 'cancelled' || status === 'superseded';

/** Why the action may not be taken now; undefined when it may. What an undo undoes is a question to the list of actions. */
export function findRefusal(state: AssignmentState, { act, occurrenceId, day }: Action): Refusal | undefined {
  if (act.kind === 'undo') return undefined;
  if (state.closed) return 'closed';
  if (occurrenceId === null) return refuseWhole(state, act) ?? refuseContent(act, undefined, day);
  const one = state.occurrences.find(({ id }) => id === occurrenceId);
  if (!one) return 'no-such-occurrence';
  if (wholeOnly.includes(act.kind)) return 'whole-only';
  if (!from[act.kind].includes(one.status)) return 'not-in-this-state';
  if (act.kind === 'reassign' && act.agencyId === one.agencyId) return 'same-agency';
  return refuseContent(act, one, day);
}

/** Why an action may not be undone (or, of an undo, redone): it is not there, or is undone already. */
export function refuseUndo(taken: readonly Action[], undone: ReadonlySet<string>, of: string): Refusal | undefined {
  return undone.has(of) || !taken.some(({ id }) => id === of) ? 'nothing-to-undo' : undefined;
}

function refuseWhole(state: AssignmentState, act: Act): Refusal | undefined {
  if (oneOnly.includes(act.kind)) return 'one-only';
  if (act.kind === 'accept' && state.accepted) return 'already-accepted';
  if (act.kind === 'reassign' && act.agencyId === state.agencyId) return 'same-agency';
  return undefined;
}

function refuseContent(act: Act, one: OccurrenceState | undefined, day: Action['day']): Refusal | undefined {
  if ('reason' in act && act.reason.trim() === '') return 'reason-missing';
  if (act.kind === 'progress' && !(Number.isInteger(act.percent) && act.percent >= 0 && act.percent <= 100))
    return 'percent-out-of-range';
  if (act.kind === 'complete' && act.on > day) return 'day-in-the-future';
  if ((act.kind === 'extend' || act.kind === 'ask-extension') && one?.due && act.due <= one.due) return 'due-not-later';
  if (act.kind === 'ask-extension' && one?.asked) return 'already-asked';
  if (act.kind === 'decline' && one && !one.asked) return 'nothing-asked';
  return undefined;
}
