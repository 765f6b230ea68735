import Type, { type Static } from 'typebox';
import { fold, squish } from '../../kernel/text.ts';

/**
 * What a customer's confirmed corrections have taught, as the reader uses it: exact wordings and what they mean. A lesson
 * is used only where the very same wording is printed.
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

export const isLearnedRole = (text: unknown): text is LearnedRole => roles.some((role) => role === text);

/** By the keys below. Plain objects, for they cross to the reading process. */
export type Lessons = {
  headers: Record<string, LearnedRole>;
  agencies: Record<string, string[]>;
  codes: Record<string, string[]>;
  /** what an officer said of this plan's own columns: it counts whatever else the table prints */
  columns: Record<string, LearnedRole>;
};

export const noLessons: Lessons = { headers: {}, agencies: {}, codes: {}, columns: {} };

/** One thing a confirmed plan teaches. `action` is the correction it was learned from, where it was one. */
export type Lesson = {
  kind: LessonKind;
  key: string;
  printed: string;
  index: string | null;
  value: string[];
  action: string | null;
};

/** Headers are printed in capitals here and not there, with and without marks lost. */
export const headerKey = (header: string): string => letters(header);

/** Marks tell agencies apart, capitals do not. */
export const agencyKey = (name: string): string => squish(name).toLowerCase();

/** A component's wording means one thing in one index. */
export const codeKey = (index: string | null, component: string): string => `${index ?? ''}|${letters(component)}`;

const letters = (text: string): string =>
  fold(squish(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The note of a task one of whose fields was filled by a lesson about what is `printed`. */
export const learnedNote = (field: string, printed: string): string => `learned:${field}:${printed}`;

/** What is kept under a key; a document may print any word, "constructor" too. */
export const find = <T>(lessons: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(lessons, key) ? lessons[key] : undefined;
