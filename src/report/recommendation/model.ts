import type { PlainDate } from '../../kernel/plain-date.ts';

/**
 * Recommendations (kiến nghị) and orders a unit has to carry out, wherever they come from: state inspection (thanh tra), audit
 * (kiểm toán), check (kiểm tra), oversight (giám sát), dialogue with people (đối thoại), voters (cử tri), the chairman's orders.
 */
export const sources = [
  ...(['state-inspection', 'audit', 'check', 'oversight', 'dialogue', 'voters', 'directive'] as const),
] as const;
export type Source = (typeof sources)[number];

/** open: to be done · reported: the unit says it is done · closed: looked at and done · withdrawn: put down by mistake */
export const recommendationStatuses = ['open', 'reported', 'closed', 'withdrawn'] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** The paper it stands in; each part as far as it is known. */
export type SourcePaper = {
  what: string;
  number: string | null;
  date: PlainDate | null;
  issuer: string | null;
};

/** What is to be done, by whom and by when; may be set right while it is open. */
export type Asked = { text: string; agencyId: string; due: PlainDate | null };

/** What whoever keeps the register does. */
export type KeeperAct =
  | ({ kind: 'change'; reason: string } & Asked)
  | { kind: 'close'; note: string | null }
  | { kind: 'reopen'; reason: string }
  | { kind: 'withdraw'; reason: string };

/** What the owner does: how far it is, in percent. 100 asks for it to be closed; `without`: why there is no evidence then. */
export type OwnerAct = { kind: 'progress'; percent: number; text: string; without: string | null };

export type RecommendationAct =
  | KeeperAct
  | OwnerAct
  /** a piece of evidence was added or taken away */
  | { kind: 'evidence'; evidenceId: string; used: boolean };

export type RecommendationAction = { id: string; day: PlainDate; act: RecommendationAct };

export type RecommendationState = {
  asked: Asked;
  status: RecommendationStatus;
  /** null: nobody has said anything yet */
  percent: number | null;
  text: string | null;
  without: string | null;
  proofs: readonly string[];
  closedOn: PlainDate | null;
  reason: string | null;
};

/** What the columns of a register in a table are, in the order of the template. */
export const sheetFields = [
  ...(['source', 'what', 'number', 'date', 'issuer', 'text', 'unit', 'due', 'percent', 'result'] as const),
] as const;
export type SheetField = (typeof sheetFields)[number];
