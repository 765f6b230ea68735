import type { PlainDate } from '../../kernel/plain-date.ts';

/**
 * Oversight (giám sát) of units by the Front, a people's council, a people's inspection board, or an inspector: what was
 * seen on a day and what is recommended. It is of the work but no part of it: nothing anybody owes changes by it.
 * Luật Thực hiện dân chủ ở cơ sở lets a people's inspection board oversee and recommend, Luật Mặt trận Tổ quốc Việt Nam
 * the Front, Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân the councils; who is asked answers.
 */

/**
 * How it was overseen: day by day (thường xuyên) · on a subject (chuyên đề) · a survey on site (khảo sát) · from what people
 * said (qua phản ánh của người dân) · a check (kiểm tra).
 */
export const oversightForms = ['regular', 'thematic', 'survey', 'petition', 'check'] as const;
export type OversightForm = (typeof oversightForms)[number];

/** The unit as a whole, one task of it, or a whole component of an index. */
export const oversightSubjects = ['unit', 'item', 'component'] as const;
export type OversightSubject = (typeof oversightSubjects)[number];

/**
 * noted: nothing was recommended · waiting: for the unit's answer · answered: for the view of who recorded it · satisfied,
 * unsatisfied: that view; the unit answers again · withdrawn: recorded by mistake
 */
export const oversightStatuses = ['noted', 'waiting', 'answered', 'satisfied', 'unsatisfied', 'withdrawn'] as const;
export type OversightStatus = (typeof oversightStatuses)[number];

/** The states in which the unit's answer is awaited. */
export const awaitingAnswer: readonly OversightStatus[] = ['waiting', 'unsatisfied'];

/** A paper or page by what it is called; the paper itself is kept elsewhere. */
export type Reference = { what: string; number: string | null; date: PlainDate | null; address: string | null };

/** accept: tiếp thu · explain: giải trình · both: takes over a part and explains the rest */
export const stances = ['accept', 'explain', 'both'] as const;
export type Stance = (typeof stances)[number];

/** What is done about an entry after it was recorded: the unit answers, who recorded it does the rest. */
export type OversightAct =
  | { kind: 'answer'; stance: Stance; text: string; on: PlainDate; references: readonly Reference[] }
  | { kind: 'judge'; satisfied: boolean; note: string | null }
  | { kind: 'withdraw'; reason: string };

export type OversightState = { status: OversightStatus; answeredOn: PlainDate | null };

/** What was seen, as it is recorded. */
export type Seen = {
  day: PlainDate;
  recommendation: string | null;
  wishedBy: PlainDate | null;
};
