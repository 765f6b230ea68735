import type { PlainDate } from '../../kernel/plain-date.ts';

/** What an occurrence says of the time it is about. */
export type RoundDays = {
  period: string | null;
  from: PlainDate | null;
  to: PlainDate | null;
  printed: PlainDate | null;
  due: PlainDate | null;
};

/**
 * A reporting period of a plan: all who report about the same days. `key` finds it again: the period, or the printed day where
 * the plan asks for one report by a day.
 */
export type Round = { key: string; label: string; from: PlainDate; to: PlainDate };

/** What is done about a round as a whole. Leaving a report out says why, which is printed with the sums. */
export type RoundAct =
  | { kind: 'close'; reason: string | null }
  | { kind: 'open'; reason: string }
  | { kind: 'exclude'; agencyId: string; reason: string }
  | { kind: 'include'; agencyId: string };

export type RoundState = {
  /** as somebody closed or opened it; null while only its days say */
  closed: boolean | null;
  excluded: ReadonlyMap<string, string>;
};
