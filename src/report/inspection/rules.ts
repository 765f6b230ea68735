import {
  awaitingRemedy,
  type Finding,
  type FindingStatus,
  type InspectionAct,
  type InspectionAction,
  type InspectionState,
  type InspectionStatus,
  settledFinding,
} from './model.ts';

/** Why an act about an inspection is not possible: a stable word the API turns into a sentence. */
export const inspectionRefusals = [
  ...(['not-in-this-state', 'finding-unknown', 'finding-known', 'finding-not-so', 'reason-missing'] as const),
  ...(['day-past', 'day-to-come', 'remedy-missing', 'evidence-missing', 'nothing-changes'] as const),
] as const;
export type InspectionRefusal = (typeof inspectionRefusals)[number];

const under = ['planned', 'open'] as const;
const after = ['concluded', 'closed'] as const;
const begun = ['open', ...after] as const;

/** The states of the inspection in which each act is possible. */
const from: Record<InspectionAct['kind'], readonly InspectionStatus[]> = {
  change: under,
  move: ['planned'],
  cancel: ['planned'],
  open: ['planned'],
  note: ['open'],
  check: ['open'],
  find: ['open'],
  'take-over': ['open'],
  mend: ['open'],
  withdraw: ['open'],
  assign: begun,
  remedy: begun,
  accept: begun,
  return: begun,
  extend: begun,
  close: begun,
  carry: begun,
  conclude: ['open'],
  number: after,
  evidence: begun,
};

/** The states of the finding in which each act about one is possible. */
const ofFinding: Partial<Record<InspectionAct['kind'], readonly FindingStatus[]>> = {
  mend: ['found', 'assigned'],
  withdraw: ['found', 'assigned'],
  assign: ['found', 'assigned', 'returned'],
  remedy: ['assigned', 'returned', 'reported'],
  accept: ['reported'],
  return: ['reported', 'closed'],
  extend: awaitingRemedy,
  close: ['found', 'assigned', 'reported', 'returned'],
  carry: ['found', 'assigned', 'reported', 'returned'],
  evidence: ['found', 'assigned', 'reported', 'returned', 'closed', 'carried'],
};

/** Whether an act of a kind is possible at all in a state. */
export const isOpenTo = ({ status }: Pick<InspectionState, 'status'>, kind: InspectionAct['kind']): boolean =>
  from[kind].includes(status);

/** Whether an act of a kind is possible about a finding as it stands. */
export const isOpenToFinding = (
  state: Pick<InspectionState, 'status'>,
  finding: Pick<Finding, 'status'>,
  kind: InspectionAct['kind'],
): boolean => isOpenTo(state, kind) && (ofFinding[kind]?.includes(finding.status) ?? false);

/** Why the act is not possible now; undefined when it is. Shared by server and browser. */
export function refuseInspectionAct(
  state: InspectionState,
  { act, day }: Omit<InspectionAction, 'id'>,
): InspectionRefusal | undefined {
  if (!isOpenTo(state, act.kind)) return 'not-in-this-state';
  if ('reason' in act && act.reason.trim() === '') return 'reason-missing';
  if ('findingId' in act) {
    const finding = state.findings.find(({ id }) => id === act.findingId);
    if (act.kind === 'find' || act.kind === 'take-over') return finding ? 'finding-known' : undefined;
    if (!finding) return 'finding-unknown';
    return refuseAboutFinding(state, finding, { act, day });
  }
  if (act.kind === 'open') return act.on > day ? 'day-to-come' : undefined;
  if (act.kind === 'move') return act.day < day ? 'day-past' : sameDay(state, act.day);
  if (act.kind === 'conclude')
    return state.findings.some(({ status }) => status === 'found') ? 'remedy-missing' : undefined;
  return undefined;
}

const sameDay = ({ planned }: InspectionState, day: string): 'nothing-changes' | undefined =>
  planned.day === day ? 'nothing-changes' : undefined;

function refuseAboutFinding(
  state: InspectionState,
  finding: Finding,
  { act, day }: Omit<InspectionAction, 'id'>,
): InspectionRefusal | undefined {
  if (!isOpenToFinding(state, finding, act.kind)) return 'finding-not-so';
  switch (act.kind) {
    case 'assign':
    case 'extend':
      return act.due < day ? 'day-past' : undefined;
    case 'return':
      return act.due !== null && act.due < day ? 'day-past' : undefined;
    case 'remedy':
      if (act.on > day) return 'day-to-come';
      // Nothing is closed without evidence or a reason why there is none: this is where it is asked for.
      return finding.proofs.length === 0 && !act.without?.trim() ? 'evidence-missing' : undefined;
    case 'accept':
      return finding.proofs.length === 0 && !finding.reported?.without?.trim() ? 'evidence-missing' : undefined;
    default:
      return undefined;
  }
}

/** Whether all that was found is settled. */
export const isSettled = (findings: readonly Pick<Finding, 'status'>[]): boolean =>
  findings.every(({ status }) => settledFinding.includes(status));
