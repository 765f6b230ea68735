import type { PlainDate } from '../kernel/plain-date.ts';

/**
 * writing: with the unit · submitted: waits for its head · sent: waits for who receives it · received · returned: to be mended
 * and sent again. A correction after it was received opens it again as the next version.
 */
export const reportStatuses = ['writing', 'submitted', 'sent', 'received', 'returned'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** What is done about a report. Days are those of Vietnam, ids of officers stand beside the action. */
export type ReportAct =
  /** to the head of the unit */
  | { kind: 'submit'; note: string | null }
  /** whoever submitted, or sent what nobody has received yet, takes it back */
  | { kind: 'recall' }
  /** the head has it changed */
  | { kind: 'send-back'; reason: string }
  /** the head signs it: it goes to who receives it, from here or from a draft of their own */
  | { kind: 'send'; note: string | null }
  | { kind: 'receive'; note: string | null }
  /** who receives it has it mended by `due`; null: as soon as possible */
  | { kind: 'return'; reason: string; due: PlainDate | null }
  /** the unit opens what it sent as the next version */
  | { kind: 'correct'; reason: string }
  /** after the period was closed, the unit may still send until a day */
  | { kind: 'grant'; until: PlainDate; reason: string }
  | DutyAct;

/** What is done about whether, and by when, a unit reports at all. */
export type DutyAct =
  /** the unit was not asked for it by the plan, and reports all the same */
  | { kind: 'add'; reason: string }
  /** nobody waits for it any more */
  | { kind: 'excuse'; reason: string }
  | { kind: 'restore'; reason: string }
  | { kind: 'move'; due: PlainDate; reason: string }
  /** a move is taken back: `of` is its id */
  | { kind: 'unmove'; of: string };

/** One act in the order of its report. `day`: when it was recorded; `closed`: whether the period was closed then. */
export type ReportAction = { id: string; day: PlainDate; closed: boolean; act: ReportAct };

export type ReportState = {
  status: ReportStatus;
  /** counts from 1; a correction begins the next */
  version: number;
  /** why it is with the unit again, until it is sent */
  reason: string | null;
  /** by when a returned report is to come again, null where nobody said */
  mendBy: PlainDate | null;
  /** when it was first sent, unless it was taken back before anybody answered it: lateness is that of the first time */
  firstSentOn: PlainDate | null;
  /** when what lies with the receiver was sent; null while it is with the unit */
  sentOn: PlainDate | null;
  /** whether who receives it has ever received or returned it */
  answered: boolean;
  receivedOn: PlainDate | null;
  /** the last day on which it may be sent though the period is closed */
  grantedUntil: PlainDate | null;
  /** why nobody waits for it, null where somebody does */
  excused: string | null;
};

/**
 * What a reporting item of a plan asks for. report: of what was done, in periods or by a day · consolidated: the same of many,
 * by the office that gathers them · own-plan: the unit's own plan, issued by a day · when-needed: whenever something comes up,
 * so that nobody waits for it.
 */
export const askedKinds = ['report', 'consolidated', 'own-plan', 'when-needed'] as const;
export type Asked = (typeof askedKinds)[number];
