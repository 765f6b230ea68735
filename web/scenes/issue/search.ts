import { isPlainDate } from '../../../src/kernel/plain-date.ts';

/** How a plan would be given out, as the address tells it. `tu`: from which day on it is owed; without it as is usual. */
export type IssueSearch = { tu?: string };

const wholeYear = 'ca-nam';

export function readIssueSearch({ tu }: Record<string, unknown>): IssueSearch {
  return typeof tu === 'string' && (tu === wholeYear || isPlainDate(tu)) ? { tu } : {};
}

/** The same for the server: 'all' is the whole year. */
export const askedOf = ({ tu }: IssueSearch): string | undefined => (tu === wholeYear ? 'all' : tu);

export const searchOf = (asked: string | undefined): IssueSearch =>
  asked === undefined ? {} : { tu: asked === 'all' ? wholeYear : asked };
