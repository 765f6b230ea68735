import { type CellRows, hiddenRows, readHidden } from '../../sheet/hidden.ts';
import type { Answers } from '../model.ts';
import { type AnswerSheet, sheetMark, typedQuestions } from './model.ts';

/** What the workbook began from, kept in a hidden sheet of it: so that what was typed on the screen since is not lost. */

export const baseRows = ({ answerId, form, answers }: AnswerSheet): string[][] =>
  hiddenRows(
    sheetMark,
    answerId,
    Object.fromEntries(typedQuestions(form).map(({ name }) => [name, answers[name] ?? null])),
  );

/** `foreign`: no workbook of ours; `damaged`: its hidden sheet was changed. */
export type FoundBase = { answerId: string; base: Answers } | 'foreign' | 'damaged';

export function readBase(sheets: readonly CellRows[]): FoundBase {
  const found = readHidden(sheets, sheetMark);
  if (typeof found === 'string') return found;
  const { id, base } = found;
  const isAnswers = typeof base === 'object' && base !== null && !Array.isArray(base);
  return isAnswers ? { answerId: id, base: base as Answers } : 'damaged';
}
