import type { ItemKind } from '../../assignment/model.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { DocumentHead, Reading, Role, TaskFields } from '../../plan/model.ts';
import type { Issuer } from '../report/letterhead.ts';

/** An issued plan as the plans of its units follow from it: its head as corrected, its tasks as confirmed, the rest as read. */
export type MotherPlan = Pick<Reading, 'duties' | 'reporting' | 'groups'> & {
  head: DocumentHead;
  tasks: readonly (TaskFields & { id: string })[];
};

/** What one unit was given of an item, found by the item's kind and key. */
export type GivenRole = {
  kind: ItemKind;
  key: string;
  role: Role;
  /** the name in the mother plan that meant the unit: "UBND các xã, phường" */
  printed: string;
  /** the division of the unit it was handed on to */
  division: string | null;
};

/** A plan of a unit: who issues it, what it was given, and how much sooner than the mother plan it wants its work done. */
export type Cascade = {
  mother: MotherPlan;
  unit: Issuer;
  given: readonly GivenRole[];
  ahead: Ahead;
};

export type Ahead = {
  /** working days before the mother plan's day */
  workingDays: number;
  /** no day before this one is ever asked for */
  today: PlainDate;
  calendar: WorkCalendar;
};

/** A week of work: time to put the unit's results together before they are asked for. */
export const usualWorkingDays = 5;

/** How far a unit's own plan is, as officials say it. */
export const stateWords = { none: 'Chưa soạn', editing: 'Đang soạn', issued: 'Đã ban hành' } as const;

/** What its content is held against. */
export const contentWords = {
  head: 'Người đứng đầu',
  division: 'Phân công bộ phận',
  tasks: 'Đủ nhiệm vụ được giao',
  days: 'Thời hạn',
} as const;
