import Type, { type Static } from 'typebox';

/**
 * What a customer's confirmed corrections have taught, as the reader uses it: exact wordings, folded, and what they mean.
 * A lesson is used only where the very same wording is printed.
 */

export const LessonKind = Type.Unsafe<'header' | 'agency' | 'code'>(Type.Enum(['header', 'agency', 'code']));
export type LessonKind = Static<typeof LessonKind>;

const roles = [
  'number',
  'dimension',
  'component',
  'text',
  'result',
  'time',
  'lead',
  'implement',
  'cooperate',
  'monitor',
] as const;

/** What a column may be said to hold. */
export const LearnedRole = Type.Unsafe<(typeof roles)[number]>(Type.Enum([...roles]));
export type LearnedRole = Static<typeof LearnedRole>;

/** The keys are made by `headerKey`, `agencyKey` and `codeKey`. Plain objects, for they cross to the reading process. */
export type Lessons = {
  headers: Record<string, LearnedRole>;
  agencies: Record<string, string[]>;
  codes: Record<string, string[]>;
};

export const noLessons: Lessons = { headers: {}, agencies: {}, codes: {} };
