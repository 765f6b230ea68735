import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Evidence } from './model.ts';

/** Why a piece cannot be as it was stated: a stable word the API turns into a sentence. `field` is the one to mend. */
export type EvidenceRefusal = {
  field: string;
  why: 'day-to-come' | 'to-before-from' | 'more-answered' | 'more-came' | 'more-remedied' | 'no-address';
};

/** What cannot be true of a piece of evidence on a day; undefined where all may be. Shared by server and browser. */
export function refuseEvidence(one: Evidence, today: PlainDate): EvidenceRefusal | undefined {
  const begun = 'from' in one ? 'from' : 'day';
  const day = 'from' in one ? one.from : one.day;
  // What is disclosed may stay so for months to come; what has not begun proves nothing.
  if (day !== null && day > today) return { field: begun, why: 'day-to-come' };
  if ('to' in one && one.to !== null && one.to < one.from) return { field: 'to', why: 'to-before-from' };
  switch (one.kind) {
    case 'meeting':
      return exceeds(one.answered, one.asked) ? { field: 'answered', why: 'more-answered' } : undefined;
    case 'training':
      return exceeds(one.participants, one.of) ? { field: 'participants', why: 'more-came' } : undefined;
    case 'inspection':
      return exceeds(one.remedied, one.findings) ? { field: 'remedied', why: 'more-remedied' } : undefined;
    case 'page':
      return isWebAddress(one.address) ? undefined : { field: 'address', why: 'no-address' };
    default:
      return undefined;
  }
}

const exceeds = (part: number | null, whole: number | null): boolean => part !== null && whole !== null && part > whole;

/** An address a browser may open: anything else in a link may be a program. */
export const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
