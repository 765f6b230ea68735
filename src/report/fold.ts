import type { PlainDate } from '../kernel/plain-date.ts';
import type { ReportAction, ReportState } from './model.ts';
import { refuseReportAct } from './rules.ts';

/** How a report begins: nothing of it has been sent. */
export const beginReport: ReportState = {
  status: 'writing',
  version: 1,
  reason: null,
  mendBy: null,
  firstSentOn: null,
  sentOn: null,
  answered: false,
  receivedOn: null,
  grantedUntil: null,
  excused: null,
};

/**
 * The state of a report after its actions. Server and browser share it: an action the rules refuse changes nothing, and an
 * id counts once, so no list of actions ends in a state the rules forbid.
 */
export function foldReport(actions: readonly ReportAction[]): ReportState {
  const known = new Set<string>();
  let taken: ReportAction[] = [];
  let state = beginReport;
  for (const action of actions) {
    const { id, act } = action;
    if (known.has(id) || refuseReportAct(state, action)) continue;
    if (act.kind === 'unmove' && !isMoved(taken, act.of)) continue;
    known.add(id);
    taken = act.kind === 'unmove' ? taken.filter((one) => one.id !== act.of) : [...taken, action];
    state = act.kind === 'unmove' ? taken.reduce(applyToReport, beginReport) : applyToReport(state, action);
  }
  return state;
}

/** Whether a move that was not taken back yet is among these acts. */
const isMoved = (taken: readonly ReportAction[], id: string): boolean =>
  taken.some((one) => one.id === id && one.act.kind === 'move');

/** Whether an act takes back a move that counts: what only the whole log tells. */
export function takesBack(actions: readonly ReportAction[], of: string): boolean {
  const back = new Set(actions.flatMap(({ act }) => (act.kind === 'unmove' ? [act.of] : [])));
  return !back.has(of) && isMoved(actions, of);
}

/** The state after one act; an act the rules refuse changes nothing. What takes a move back needs the log: `foldReport`. */
export function applyToReport(state: ReportState, action: Omit<ReportAction, 'id'>): ReportState {
  return refuseReportAct(state, action) ? state : { ...state, ...changeOf(state, action) };
}

/** Nothing of it lies with the receiver any more. */
const withUnit = { sentOn: null, receivedOn: null } as const;

/** Who was given a later day may send until then, whenever the period is closed. */
const later = (a: PlainDate | null, b: PlainDate): PlainDate => (a !== null && a > b ? a : b);

function changeOf(state: ReportState, { act, day }: Omit<ReportAction, 'id'>): Partial<ReportState> {
  switch (act.kind) {
    case 'submit':
      return { status: 'submitted' };
    case 'recall':
      return { status: 'writing', sentOn: null, firstSentOn: state.answered ? state.firstSentOn : null };
    case 'send-back':
      return { status: 'writing', reason: act.reason };
    case 'send':
      return { status: 'sent', reason: null, mendBy: null, sentOn: day, firstSentOn: state.firstSentOn ?? day };
    case 'receive':
      return { status: 'received', receivedOn: day, answered: true };
    case 'return':
      return { ...withUnit, status: 'returned', reason: act.reason, mendBy: act.due, answered: true };
    case 'correct':
      return { ...withUnit, status: 'writing', version: state.version + 1, reason: act.reason };
    case 'grant':
      return { grantedUntil: act.until };
    case 'add':
    case 'unmove':
      return {};
    case 'excuse':
      return { excused: act.reason };
    case 'restore':
      return { excused: null };
    case 'move':
      return {
        ...(state.status === 'returned' && { mendBy: act.due }),
        grantedUntil: later(state.grantedUntil, act.due),
      };
  }
}
