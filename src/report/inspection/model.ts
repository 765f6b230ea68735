import type { PlainDate } from '../../kernel/plain-date.ts';

/**
 * Inspections (kiểm tra) of units and what is found. planned: by the plan of the year · unannounced: the unit hears of it when it
 * begins · re-inspection: of what an earlier one left open.
 */
export const inspectionKinds = ['planned', 'unannounced', 're-inspection'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

/** closed: concluded, and every finding of it is settled. */
export const inspectionStatuses = ['planned', 'open', 'concluded', 'closed', 'cancelled'] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

/**
 * found: without a remedy yet · assigned: with a unit and a day · reported: the unit says it is remedied · returned: it is not ·
 * closed: looked at and accepted, or given up with a reason · carried: a re-inspection has it now · withdrawn: put down by mistake
 */
export const findingStatuses = [
  ...(['found', 'assigned', 'reported', 'returned', 'closed', 'carried', 'withdrawn'] as const),
] as const;
export type FindingStatus = (typeof findingStatuses)[number];

/** The states in which the unit has something to do. */
export const awaitingRemedy: readonly FindingStatus[] = ['assigned', 'returned'];
/** The states in which nothing is left to do. */
export const settledFinding: readonly FindingStatus[] = ['closed', 'carried', 'withdrawn'];

/** A component of an index by its code in the catalogue (`framework`). */
export type Component = { index: string; code: string };

/** What may be changed of what was planned, as long as it has not been concluded. */
export type Content = {
  /** what is inspected, in words */
  subject: string;
  components: readonly Component[];
  lead: string;
  members: readonly string[];
  /** the team of another body whose visit this is folded into (lồng ghép) */
  joinedWith: string | null;
  /** villages and street groups that are visited, by their names */
  places: readonly string[];
};

/** An inspection of one unit as it was planned. */
export type Planned = Content & {
  kind: InspectionKind;
  day: PlainDate;
  /** the inspection whose open findings a re-inspection takes over */
  earlierId: string | null;
};

export const verdicts = ['met', 'partly', 'unmet'] as const;
export type Verdict = (typeof verdicts)[number];

export type Found = { text: string; component: Component | null; place: string | null };

/** What whoever inspects does. */
export type TeamAct =
  | ({ kind: 'change' } & Content)
  | { kind: 'move'; day: PlainDate; reason: string }
  | { kind: 'cancel'; reason: string }
  | { kind: 'open'; on: PlainDate }
  | { kind: 'note'; text: string; place: string | null }
  | { kind: 'check'; itemId: string; verdict: Verdict; note: string | null }
  | ({ kind: 'find'; findingId: string; itemId: string | null } & Found)
  | ({ kind: 'mend'; findingId: string } & Found)
  | { kind: 'withdraw'; findingId: string; reason: string }
  /** `asked`: the day that was said; `due`: the working day it comes to */
  | { kind: 'assign'; findingId: string; remedy: string; agencyId: string; asked: PlainDate; due: PlainDate }
  | { kind: 'accept'; findingId: string; note: string | null }
  | { kind: 'return'; findingId: string; reason: string; due: PlainDate | null }
  | { kind: 'extend'; findingId: string; due: PlainDate; reason: string }
  | { kind: 'close'; findingId: string; reason: string }
  | { kind: 'conclude'; assessment: string; number: string | null; date: PlainDate | null }
  /** the paper has got its number */
  | { kind: 'number'; number: string; date: PlainDate };

/** What the unit that is to remedy does. `without`: why there is no evidence. */
export type UnitAct = { kind: 'remedy'; findingId: string; text: string; on: PlainDate; without: string | null };

/** What happens by something else that was done: a piece of evidence comes or goes, a re-inspection begins. */
export type FollowingAct =
  | { kind: 'evidence'; findingId: string; evidenceId: string; used: boolean; by: 'team' | 'unit' }
  | { kind: 'carry'; findingId: string; to: string }
  | ({ kind: 'take-over'; findingId: string; from: string; itemId: string | null } & Found & {
        remedy: { text: string; agencyId: string; asked: PlainDate; due: PlainDate } | null;
      });

export type InspectionAct = TeamAct | UnitAct | FollowingAct;

/** One act in the order of its inspection; `day`: when it was recorded. */
export type InspectionAction = { id: string; day: PlainDate; act: InspectionAct };

export type Finding = Found & {
  id: string;
  itemId: string | null;
  /** the finding of the earlier inspection it goes on from */
  from: string | null;
  status: FindingStatus;
  foundOn: PlainDate;
  remedy: string | null;
  agencyId: string | null;
  asked: PlainDate | null;
  due: PlainDate | null;
  /** why it came back, was given up or withdrawn; until the unit reports again */
  reason: string | null;
  reported: { text: string; on: PlainDate; without: string | null } | null;
  closedOn: PlainDate | null;
  /** pieces of evidence that stand: of the team, and of the unit for its remedy */
  shown: readonly string[];
  proofs: readonly string[];
};

export type InspectionState = {
  status: InspectionStatus;
  planned: Planned;
  openedOn: PlainDate | null;
  concludedOn: PlainDate | null;
  assessment: string | null;
  number: string | null;
  date: PlainDate | null;
  /** why it was moved or cancelled last */
  reason: string | null;
  notes: readonly { id: string; text: string; place: string | null; day: PlainDate }[];
  checks: Readonly<Record<string, { verdict: Verdict; note: string | null }>>;
  findings: readonly Finding[];
};
