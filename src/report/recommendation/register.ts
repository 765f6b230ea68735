import { daysBetween } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { RecommendationStatus, Source, SourcePaper } from './model.ts';

/**
 * One line of the register, wherever it is kept: `of` says where. What was found by an inspection or recommended after oversight is
 * kept there and shown here; it is not entered a second time.
 */
export type RegisterLine = {
  of: 'recommendation' | 'finding' | 'oversight';
  id: string;
  /** of a finding: its inspection */
  within: string | null;
  source: Source;
  paper: SourcePaper;
  text: string;
  agencyId: string | null;
  due: PlainDate | null;
  status: RecommendationStatus;
  /** null: nobody has said how far it is */
  percent: number | null;
  /** since when it is to be done: the day of its paper, else the day it was recorded */
  since: PlainDate;
  closedOn: PlainDate | null;
};

/** Days since it was asked for, until it was closed or today; and whether its day went by before that. */
export function ageOf(
  { since, closedOn, due, status }: Pick<RegisterLine, 'since' | 'closedOn' | 'due' | 'status'>,
  today: PlainDate,
): { days: number; late: boolean } {
  const until = closedOn ?? today;
  return { days: Math.max(0, daysBetween(since, until)), late: status !== 'withdrawn' && due !== null && until > due };
}

export type RegisterFigures = { total: number; closed: number; late: number; percent: { sum: number; of: number } };

/** How many there are, are closed, are open past their day; and Σ% over those of which somebody has said how far they are. */
export function registerFigures(lines: readonly RegisterLine[], today: PlainDate): RegisterFigures {
  const standing = lines.filter(({ status }) => status !== 'withdrawn');
  const said = standing.filter(({ percent }) => percent !== null);
  return {
    total: standing.length,
    closed: standing.filter(({ status }) => status === 'closed').length,
    late: standing.filter((one) => one.status !== 'closed' && ageOf(one, today).late).length,
    percent: { sum: said.reduce((sum, { percent }) => sum + (percent ?? 0), 0), of: said.length },
  };
}
