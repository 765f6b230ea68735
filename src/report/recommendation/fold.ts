import type {
  Asked,
  RecommendationAct,
  RecommendationAction,
  RecommendationState,
  RecommendationStatus,
} from './model.ts';

/** How a recommendation stands after what was done. Shared by server and browser. */

/** Why an act is not possible: a stable word the API turns into a sentence. */
export type RecommendationRefusal = 'not-in-this-state' | 'reason-missing' | 'evidence-missing' | 'day-past';

const from: Record<RecommendationAct['kind'], readonly RecommendationStatus[]> = {
  change: ['open', 'reported'],
  progress: ['open', 'reported'],
  close: ['open', 'reported'],
  reopen: ['reported', 'closed', 'withdrawn'],
  withdraw: ['open', 'reported'],
  evidence: ['open', 'reported', 'closed'],
};

export const beginRecommendation = (asked: Asked): RecommendationState => ({
  ...{ asked, status: 'open', percent: null, text: null, without: null, proofs: [], closedOn: null, reason: null },
});

/** Whether an act of a kind is possible at all in a state. */
export const isOpenTo = ({ status }: Pick<RecommendationState, 'status'>, kind: RecommendationAct['kind']): boolean =>
  from[kind].includes(status);

/** Why the act is not possible now; undefined when it is. What is whole has evidence, or a reason why there is none. */
export function refuseRecommendationAct(
  state: RecommendationState,
  { act, day }: Omit<RecommendationAction, 'id'>,
): RecommendationRefusal | undefined {
  if (!isOpenTo(state, act.kind)) return 'not-in-this-state';
  if ('reason' in act && act.reason.trim() === '') return 'reason-missing';
  if (act.kind === 'change' && act.due !== null && act.due !== state.asked.due && act.due < day) return 'day-past';
  const proven = state.proofs.length > 0;
  if (act.kind === 'progress' && act.percent === 100 && !proven && !act.without?.trim()) return 'evidence-missing';
  if (act.kind === 'close' && !proven && !(act.note ?? state.without)?.trim()) return 'evidence-missing';
  return undefined;
}

/** The state after one act; an act the rules refuse changes nothing. */
export function applyToRecommendation(
  state: RecommendationState,
  action: Omit<RecommendationAction, 'id'>,
): RecommendationState {
  return refuseRecommendationAct(state, action) ? state : { ...state, ...changeOf(state, action) };
}

/** How it stands after all that was done, oldest first; an id counts once. */
export function foldRecommendation(asked: Asked, actions: readonly RecommendationAction[]): RecommendationState {
  const once = new Map(actions.map((action) => [action.id, action]));
  return [...once.values()].reduce(applyToRecommendation, beginRecommendation(asked));
}

function changeOf(
  state: RecommendationState,
  { act, day }: Omit<RecommendationAction, 'id'>,
): Partial<RecommendationState> {
  switch (act.kind) {
    case 'change':
      return { asked: { text: act.text, agencyId: act.agencyId, due: act.due }, reason: act.reason };
    case 'progress': {
      const { percent, text, without } = act;
      return { percent, text, without, status: percent === 100 ? 'reported' : 'open', reason: null };
    }
    case 'close':
      return { status: 'closed', closedOn: day, reason: act.note };
    case 'reopen':
      return { status: 'open', closedOn: null, reason: act.reason };
    case 'withdraw':
      return { status: 'withdrawn', closedOn: day, reason: act.reason };
    case 'evidence': {
      const others = state.proofs.filter((id) => id !== act.evidenceId);
      return { proofs: act.used ? [...others, act.evidenceId] : others };
    }
  }
}
