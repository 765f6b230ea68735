import type { SimpleSchedule } from '../model.ts';

/** What may bind a day: the first group says that the day itself is too late. */
export const before = '(?:(truoc)|cham nhat(?:\\s*la)?(?:\\s*vao)?|muon nhat(?:\\s*la)?|vao|den|la)?\\s*';

/** null: surely a time, though none a schedule can tell ("5 năm một lần"); undefined: not what the rule looks for. */
export type Read = SimpleSchedule | readonly SimpleSchedule[] | null | undefined;
export type Rule = { pattern: RegExp; strong: boolean; read: (match: RegExpExecArray) => Read };
/** A rule for wordings of a folded text that begin a word. */
export const rule = (source: string, strong: boolean, read: Rule['read']): Rule => ({
  pattern: new RegExp(`(?<![a-z\\d])(?:${source})`, 'y'),
  strong,
  read,
});
