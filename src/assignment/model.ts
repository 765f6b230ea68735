import type { Schedule } from '../calendar/schedule.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Role, Target } from '../plan/model.ts';
import type { ConcreteChange } from './concrete/model.ts';

/**
 * What an issued plan asks for: a row of its tables, a duty or reporting duty of its prose, or the order of a group row. form: what
 * a lead agency asks of units with a form of figures.
 */
export const itemKinds = ['task', 'duty', 'reporting', 'directive', 'form'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One thing to be done, as last issued. `key` finds it again when its plan is issued again. */
export type WorkItem = {
  kind: ItemKind;
  key: string;
  position: number;
  /** request (đề nghị: the Front, party bodies) is tracked, never escalated or ranked */
  modality: 'assign' | 'request';
  index: string | null;
  dimension: string | null;
  component: string | null;
  codes: readonly string[];
  text: string;
  result: string | null;
  time: string | null;
  schedule: Schedule | null;
  targets: readonly Target[];
  /** the year a row without a time belongs to */
  year: number;
};

/** One item × role × agency. `printed` is the name in the plan it comes from, "UBND các xã, phường". */
export type Assignment = {
  id: string;
  role: Role;
  agencyId: string;
  printed: string;
  /** whether this role owes the work on a day: who implements, else who leads */
  owes: boolean;
  /** whether who has it sees, urges and steers those who owe the item: follow.ts */
  follows: boolean;
  /** of a district or a commune that follows: those of its area on the plan's day, where others owe it too; null: everybody */
  followsOnly: readonly string[] | null;
  /** đề nghị: asked of the Front, a party body, a council; followed, never escalated or ranked */
  request: boolean;
};

/** What an assignment owes on one day. Without a day it waits for its `event` to be dated. */
export type Occurrence = Owed & { id: string };

/** The same before anybody owes it: what a schedule comes to in a year. `key` finds it again: the printed day or the event. */
export type Owed = {
  key: string;
  /** "Quý II/2026", with the days its figures cover */
  period: { label: string; from: PlainDate; to: PlainDate } | null;
  /** the first day of a printed stretch */
  opens: PlainDate | null;
  /** as printed, the last day to act, the rule in words, and why the day was moved */
  printed: PlainDate | null;
  due: PlainDate | null;
  rule: string;
  moved: string | null;
  event: string | null;
  /** what was assumed, e.g. that a row without a time belongs to the plan's year */
  flags: readonly string[];
};

/** `due` past is no status: it is a question of the day on which one asks. */
export const statuses = ['waiting', 'open', 'in-progress', 'done', 'returned', 'cancelled', 'superseded'] as const;
export type Status = (typeof statuses)[number];

/** What may be done about an assignment. `id`s of officers and agencies, no names. */
export type Act =
  | { kind: 'accept' }
  /** to a division of the agency, to a person, or to both */
  | { kind: 'hand-on'; divisionId: string | null; officerId: string | null; note: string | null }
  | { kind: 'progress'; percent: number; note: string | null }
  /** `evidenceId`: the piece it counts, where that is kept with its facts; without, words of earlier days */
  | { kind: 'evidence'; what: string; address: string | null; evidenceId?: string }
  /**
   * `on` the day it was done; `serves` other occurrences the same act fulfils, of this plan or another; those get a
   * completion of their own, whose `servedBy` is the id of this action
   */
  | { kind: 'complete'; on: PlainDate; note: string | null; serves: readonly string[]; servedBy: string | null }
  | { kind: 'return'; reason: string; due: PlainDate | null }
  | { kind: 'extend'; due: PlainDate; reason: string; grantedBy: string }
  /** whoever has the work asks for another day; `extend` grants it, `decline` does not */
  | { kind: 'ask-extension'; due: PlainDate; reason: string }
  | { kind: 'decline'; reason: string }
  /** the event the plan waits for has a day now */
  | { kind: 'date'; due: PlainDate }
  /** the calendar changed: `due` was moved, and why */
  | { kind: 'move'; due: PlainDate; why: string }
  | { kind: 'cancel'; reason: string }
  | { kind: 'supersede'; reason: string }
  /** of the whole: what the holder holds goes over, what single agencies took over stays with them */
  | { kind: 'reassign'; agencyId: string; reason: string }
  /** of what the unit will concretely do under it: concrete/fold.ts */
  | { kind: 'concrete'; concreteId: string; change: ConcreteChange }
  /** undo of an undo is a redo */
  | { kind: 'undo'; of: string };

/** One act in the order of its assignment; without an occurrence it is about the whole of it. */
export type Action = {
  id: string;
  occurrenceId: string | null;
  /** the day it holds from: when it was recorded in Vietnam; for a reorganisation the day it took effect */
  day: PlainDate;
  act: Act;
};

export type OccurrenceState = {
  id: string;
  agencyId: string;
  status: Status;
  due: PlainDate | null;
  /** 100 when done; what was last reported until then */
  percent: number;
  reported: number;
  evidence: number;
  completedOn: PlainDate | null;
  /** the reason of the last return, until it is done again */
  returned: string | null;
  extended: number;
  /** the day that is asked for and why, until somebody answers or the work is done */
  asked: { due: PlainDate; reason: string } | null;
  /** why another day was not given, until it is asked for again, given after all or the work is done */
  declined: string | null;
  /** why the calendar or an amendment moved it after it was issued, unless a person has given it another day since */
  moved: string | null;
  serves: readonly string[];
};

export type AssignmentState = {
  agencyId: string;
  divisionId: string | null;
  officerId: string | null;
  accepted: boolean;
  closed: 'cancelled' | 'superseded' | null;
  occurrences: readonly OccurrenceState[];
};

/** raised: waits for an answer · answered · amended: led to an amendment of the plan · withdrawn · closed */
export const difficultyStatuses = ['raised', 'answered', 'amended', 'withdrawn', 'closed'] as const;
export type DifficultyStatus = (typeof difficultyStatuses)[number];

/** What is done about a difficulty (vướng mắc) after it was raised. */
export type DifficultyAct =
  | { kind: 'answer'; text: string; on: PlainDate }
  | { kind: 'forward'; agencyId: string; reason: string; answerBy: PlainDate | null }
  /** the plan was, or will be, amended because of it */
  | { kind: 'amend'; planId: string | null; note: string }
  | { kind: 'withdraw'; reason: string }
  | { kind: 'close'; note: string | null }
  | { kind: 'reopen'; reason: string };

export type DifficultyState = {
  status: DifficultyStatus;
  /** who is to answer, and by when */
  toAgencyId: string;
  answerBy: PlainDate | null;
  answeredOn: PlainDate | null;
};
