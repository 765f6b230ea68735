import type { PlainDate } from '../kernel/plain-date.ts';
import type { DifficultyAct, DifficultyState, DifficultyStatus } from './model.ts';

/**
 * A difficulty (vướng mắc) goes to whoever can answer (`difficulty/receiver.ts`), is answered by a day, and may lead to an
 * amendment of the plan. Shared by server and browser.
 */

const from: Record<DifficultyAct['kind'], readonly DifficultyStatus[]> = {
  answer: ['raised', 'answered'],
  forward: ['raised'],
  amend: ['raised', 'answered'],
  withdraw: ['raised', 'answered'],
  close: ['answered', 'amended'],
  reopen: ['answered', 'amended', 'withdrawn', 'closed'],
};

export type DifficultyRefusal = 'not-in-this-state' | 'same-agency' | 'day-to-come' | 'day-past';

/** Why the act is not possible now; undefined when it is. With `today`, its days are looked at too. */
export function refuseDifficultyAct(
  state: DifficultyState,
  act: DifficultyAct,
  today?: PlainDate,
): DifficultyRefusal | undefined {
  if (!from[act.kind].includes(state.status)) return 'not-in-this-state';
  if (today !== undefined && act.kind === 'answer' && act.on > today) return 'day-to-come';
  if (act.kind !== 'forward') return undefined;
  if (today !== undefined && act.answerBy !== null && act.answerBy < today) return 'day-past';
  return act.agencyId === state.toAgencyId ? 'same-agency' : undefined;
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
