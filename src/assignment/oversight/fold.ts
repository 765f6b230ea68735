import type { PlainDate } from '../../kernel/plain-date.ts';
import type { OversightAct, OversightState, OversightStatus, Seen } from './model.ts';

/** What may be recorded, what may be done about it, and how it stands after. Shared by server and browser. */

/** Why this cannot be recorded on a day; undefined when it can. */
export function refuseSeen(
  { day, recommendation, wishedBy }: Seen,
  today: PlainDate,
): 'day-in-the-future' | 'wish-without-recommendation' | 'wish-before-day' | undefined {
  if (day > today) return 'day-in-the-future';
  if (wishedBy === null) return undefined;
  if (recommendation === null) return 'wish-without-recommendation';
  return wishedBy < day ? 'wish-before-day' : undefined;
}

/** How an entry begins: only a recommendation waits for an answer. */
export const beginOversight = ({ recommendation }: Pick<Seen, 'recommendation'>): OversightState => ({
  ...{ status: recommendation === null ? 'noted' : 'waiting', answeredOn: null },
});

const from: Record<OversightAct['kind'], readonly OversightStatus[]> = {
  answer: ['noted', 'waiting', 'answered', 'unsatisfied'],
  judge: ['answered', 'satisfied', 'unsatisfied'],
  withdraw: ['noted', 'waiting', 'answered', 'satisfied', 'unsatisfied'],
};

/** Whether an act of a kind is possible at all in a state. */
export const isOpenTo = ({ status }: OversightState, kind: OversightAct['kind']): boolean =>
  from[kind].includes(status);

/** Why the act is not possible now; undefined when it is. */
export function refuseOversightAct(
  state: OversightState,
  act: OversightAct,
): 'not-in-this-state' | 'nothing-changes' | 'reason-missing' | undefined {
  if (!isOpenTo(state, act.kind)) return 'not-in-this-state';
  if (act.kind !== 'judge') return undefined;
  if (state.status === viewOf(act)) return 'nothing-changes';
  return !act.satisfied && !act.note?.trim() ? 'reason-missing' : undefined;
}

const viewOf = ({ satisfied }: { satisfied: boolean }): OversightStatus => (satisfied ? 'satisfied' : 'unsatisfied');

/** The state after an act; an act the rules refuse changes nothing. */
export function applyToOversight(state: OversightState, act: OversightAct): OversightState {
  if (refuseOversightAct(state, act)) return state;
  switch (act.kind) {
    case 'answer':
      return { status: 'answered', answeredOn: act.on };
    case 'judge':
      return { ...state, status: viewOf(act) };
    case 'withdraw':
      return { ...state, status: 'withdrawn' };
  }
}

/** How an entry stands after all that was done about it, oldest first. */
export const foldOversight = (seen: Pick<Seen, 'recommendation'>, acts: readonly OversightAct[]): OversightState =>
  acts.reduce(applyToOversight, beginOversight(seen));
