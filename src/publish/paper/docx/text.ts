import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { inXml } from '../../../kernel/text.ts';
import type { Align } from '../model.ts';
import type { StyleId } from './styles.ts';

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, unknown>;

/** A paragraph in one of our styles; a line break of the text stays one inside it. */
export function paragraph(
  style: StyleId,
  text: string,
  options: Omit<IParagraphOptions, 'style' | 'text'> = {},
): Paragraph {
  const [first = '', ...more] = inXml(text).split('\n');
  const children = [new TextRun(first), ...more.map((line) => new TextRun({ text: line, break: 1 }))];
  return new Paragraph({ style, ...options, children });
}
