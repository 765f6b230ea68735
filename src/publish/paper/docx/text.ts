import { type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { printable } from '../wording.ts';
import type { StyleId } from './styles.ts';

/** Stands where a table belongs until it is put there: a letter of the private area, which no text of ours keeps. */
export const mark = '\ue0f0';

/** A paragraph in one of our styles; a line break of the text stays one inside it. */
export function paragraph(
  style: StyleId,
  text: string,
  options: Omit<IParagraphOptions, 'style' | 'text'> = {},
): Paragraph {
  const [first = '', ...more] = printable(text).replaceAll(mark, '').split('\n');
  const children = [new TextRun(first), ...more.map((line) => new TextRun({ text: line, break: 1 }))];
  return new Paragraph({ style, ...options, children });
}
