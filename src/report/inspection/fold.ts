import type { Finding, InspectionAct, InspectionAction, InspectionState, Planned } from './model.ts';
import { isSettled, refuseInspectionAct } from './rules.ts';

/** How an inspection begins: as it was planned. */
export const beginInspection = (planned: Planned): InspectionState => ({
  ...{ status: 'planned', planned, openedOn: null, concludedOn: null, assessment: null, number: null, date: null },
  ...{ reason: null, notes: [], checks: {}, findings: [] },
});

/**
 * How an inspection and its findings stand after what was done. Server and browser share it: the browser folds what it has not sent
 * yet behind what the server has. An action the rules refuse changes nothing, and an id counts once.
 */
export function foldInspection(planned: Planned, actions: readonly InspectionAction[]): InspectionState {
  const known = new Set<string>();
  let state = beginInspection(planned);
  for (const action of actions) {
    if (known.has(action.id) || refuseInspectionAct(state, action)) continue;
    known.add(action.id);
    state = applyToInspection(state, action);
  }
  return state;
}

/** The state after one act; an act the rules refuse changes nothing. */
export function applyToInspection(state: InspectionState, action: InspectionAction): InspectionState {
  if (refuseInspectionAct(state, action)) return state;
  const after = { ...state, ...changeOf(state, action) };
  if (after.status !== 'concluded' && after.status !== 'closed') return after;
  return { ...after, status: isSettled(after.findings) ? 'closed' : 'concluded' };
}

function changeOf(state: InspectionState, action: InspectionAction): Partial<InspectionState> {
  const { act, day } = action;
  switch (act.kind) {
    case 'change': {
      const { kind: _, ...content } = act;
      return { planned: { ...state.planned, ...content } };
    }
    case 'move':
      return { planned: { ...state.planned, day: act.day }, reason: act.reason };
    case 'cancel':
      return { status: 'cancelled', reason: act.reason };
    case 'open':
      return { status: 'open', openedOn: act.on, reason: null };
    case 'note':
      return { notes: [...state.notes, { id: action.id, text: act.text, place: act.place, day }] };
    case 'check':
      return { checks: { ...state.checks, [act.itemId]: { verdict: act.verdict, note: act.note } } };
    case 'conclude':
      return { status: 'concluded', concludedOn: day, assessment: act.assessment, number: act.number, date: act.date };
    case 'number':
      return { number: act.number, date: act.date };
    case 'find':
    case 'take-over':
      return { findings: [...state.findings, foundBy(act, day)] };
    default:
      return {
        findings: state.findings.map((one) => (one.id === act.findingId ? { ...one, ...about(one, act, day) } : one)),
      };
  }
}

type Beginning = Extract<InspectionAct, { kind: 'find' | 'take-over' }>;

function foundBy(act: Beginning, day: Finding['foundOn']): Finding {
  const { findingId: id, text, component, place, itemId } = act;
  const taken = act.kind === 'take-over' ? act.remedy : null;
  return {
    ...{ id, text, component, place, itemId, foundOn: day, reason: null, reported: null, closedOn: null },
    ...{ shown: [], proofs: [], from: act.kind === 'take-over' ? act.from : null },
    status: taken === null ? 'found' : 'assigned',
    ...{ remedy: taken?.text ?? null, agencyId: taken?.agencyId ?? null },
    ...{ asked: taken?.asked ?? null, due: taken?.due ?? null },
  };
}

type About = Exclude<Extract<InspectionAct, { findingId: string }>, Beginning>;

function about(finding: Finding, act: About, day: Finding['foundOn']): Partial<Finding> {
  switch (act.kind) {
    case 'mend':
      return { text: act.text, component: act.component, place: act.place };
    case 'withdraw':
      return { status: 'withdrawn', reason: act.reason };
    case 'assign': {
      const { remedy, agencyId, asked, due } = act;
      return { status: 'assigned', remedy, agencyId, asked, due };
    }
    case 'remedy':
      return { status: 'reported', reason: null, reported: { text: act.text, on: act.on, without: act.without } };
    case 'accept':
      return { status: 'closed', closedOn: day };
    case 'return':
      return {
        status: 'returned',
        reason: act.reason,
        closedOn: null,
        ...(act.due && { asked: act.due, due: act.due }),
      };
    case 'extend':
      return { asked: act.due, due: act.due };
    case 'close':
      return { status: 'closed', closedOn: day, reason: act.reason };
    case 'carry':
      return { status: 'carried', closedOn: day };
    case 'evidence': {
      const list = act.by === 'team' ? 'shown' : 'proofs';
      const others = finding[list].filter((id) => id !== act.evidenceId);
      return { [list]: act.used ? [...others, act.evidenceId] : others };
    }
  }
}
