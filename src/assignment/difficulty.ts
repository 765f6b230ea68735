import type { DifficultyAct, DifficultyState, DifficultyStatus } from './model.ts';

/**
 * A difficulty (vướng mắc) goes to whoever can answer (`difficulty/receiver.ts`), is answered by a day, and may lead to an amendment of the plan.
 * Shared by server and browser.
 */

const from: Record<DifficultyAct['kind'], readonly DifficultyStatus[]> = {
  answer: ['raised', 'answered'],
  forward: ['raised'],
  amend: ['raised', 'answered'],
  withdraw: ['raised', 'answered'],
  close: ['answered', 'amended'],
  reopen: ['answered', 'amended', 'withdrawn', 'closed'],
};

/** Why the act is not possible now; undefined when it is. */
export function refuseDifficultyAct(
  state: DifficultyState,
  act: DifficultyAct,
): 'not-in-this-state' | 'same-agency' | undefined {
  if (!from[act.kind].includes(state.status)) return 'not-in-this-state';
  return act.kind === 'forward' && act.agencyId === state.toAgencyId ? 'same-agency' : undefined;
}

/** The state after an act; an act the rules refuse changes nothing. */
export function applyToDifficulty(state: DifficultyState, act: DifficultyAct): DifficultyState {
  if (refuseDifficultyAct(state, act)) return state;
  switch (act.kind) {
    case 'answer':
      return { ...state, status: 'answered', answeredOn: act.on };
    case 'forward':
      return { ...state, toAgencyId: act.agencyId, answerBy: act.answerBy ?? state.answerBy };
    case 'amend':
      return { ...state, status: 'amended' };
    case 'withdraw':
      return { ...state, status: 'withdrawn' };
    case 'close':
      return { ...state, status: 'closed' };
    case 'reopen':
      return { ...state, status: 'raised', answeredOn: null };
  }
}
