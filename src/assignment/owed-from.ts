import type { PlainDate } from '../kernel/plain-date.ts';
import type { Wanted, WantedItem } from './fan-out.ts';
import type { Owed } from './model.ts';

/**
 * From which day on what a plan comes to is owed; null: all of its year. A plan issued late in its year would else owe its past
 * periods at once, and make everybody late on the day they are given their work.
 */
export type OwedFrom = PlainDate | null;

/** What lies wholly before that day is left out; what still waits for its event never is. */
export const isLeftOut = ({ due }: Pick<Owed, 'due'>, from: OwedFrom): boolean =>
  from !== null && due !== null && due < from;

export type OwedFromAsked = {
  /** as said by who issues; 'all' is the whole year */
  asked?: PlainDate | 'all' | undefined;
  /** as it was when the plan was last issued */
  last: { owedFrom: OwedFrom } | undefined;
  today: PlainDate;
};

/** The day that is asked for, else as last time; the first time from today on where some of it is past. */
export function chooseOwedFrom({ items }: Wanted, { asked, last, today }: OwedFromAsked): OwedFrom {
  if (asked !== undefined) return asked === 'all' ? null : asked;
  if (last) return last.owedFrom;
  return items.some((item) => isPast(item, today)) ? today : null;
}

const isPast = ({ assignments, owed }: WantedItem, today: PlainDate): boolean =>
  assignments.some(({ owes }) => owes) && owed.some((one) => isLeftOut(one, today));
