import type { ReportAct, ReportAction, ReportState, ReportStatus } from './model.ts';

/** Why an act about a report is not possible: a stable word the API turns into a sentence. */
export const reportRefusals = [
  'not-in-this-state',
  'period-closed',
  'reason-missing',
  'day-past',
  'not-closed',
] as const;
export type ReportRefusal = (typeof reportRefusals)[number];

/** The states in which each act is possible. What nobody has received yet is recalled, what was received is corrected. */
const from: Record<ReportAct['kind'], readonly ReportStatus[]> = {
  submit: ['writing', 'returned'],
  recall: ['submitted', 'sent'],
  'send-back': ['submitted'],
  send: ['writing', 'returned', 'submitted'],
  receive: ['sent'],
  return: ['sent', 'received'],
  correct: ['received'],
  grant: ['writing', 'submitted', 'returned', 'received'],
  add: ['writing'],
  // What lies with the receiver is answered there; whoever sent it owes nothing more.
  excuse: ['writing', 'submitted', 'returned'],
  restore: ['writing', 'submitted', 'returned'],
  move: ['writing', 'submitted', 'returned'],
  unmove: ['writing', 'submitted', 'returned'],
};

/** What a closed period keeps from being done without an exception. A returned report may come again: that was asked for. */
const keptByClosing: readonly ReportAct['kind'][] = ['submit', 'send', 'correct', 'recall'];

/** Whether an act of a kind is possible at all in a state. */
export const isOpenTo = ({ status }: Pick<ReportState, 'status'>, kind: ReportAct['kind']): boolean =>
  from[kind].includes(status);

/** Why the act is not possible now; undefined when it is. Shared by server and browser. */
export function refuseReportAct(
  state: ReportState,
  { act, day, closed }: Omit<ReportAction, 'id'>,
): ReportRefusal | undefined {
  if (!isOpenTo(state, act.kind) || (act.kind === 'restore') !== (state.excused !== null)) return 'not-in-this-state';
  if ('reason' in act && act.reason.trim() === '') return 'reason-missing';
  if ((act.kind === 'return' || act.kind === 'move') && act.due !== null && act.due < day) return 'day-past';
  if (act.kind === 'grant') return closed ? (act.until < day ? 'day-past' : undefined) : 'not-closed';
  return isKept(state, { act, day, closed }) ? 'period-closed' : undefined;
}

function isKept(state: ReportState, { act, day, closed }: Omit<ReportAction, 'id'>): boolean {
  if (!closed || !keptByClosing.includes(act.kind)) return false;
  if (state.status === 'returned') return false;
  return state.grantedUntil === null || state.grantedUntil < day;
}

/** Whether what it says may be changed on a day: it is with the unit, and its period is open or an exception was granted. */
export function mayWrite(state: ReportState, day: ReportAction['day'], closed: boolean): boolean {
  return (
    isOpenTo(state, 'submit') &&
    state.excused === null &&
    !isKept(state, { act: { kind: 'submit', note: null }, day, closed })
  );
}
