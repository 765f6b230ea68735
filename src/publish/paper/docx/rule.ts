import { BorderStyle, Paragraph } from 'docx';
import { widthOf } from '../measures.ts';

/** Line and fill of nothing: a table that only sets two texts side by side. */
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A rule of a share of a line's width, centred in a column of `column` twentieths of a point. */
export function rule(text: string, size: number, share: number, column: number): Paragraph {
  const length = Math.min(column, widthOf(text, size) * 20) * share;
  const side = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    style: 'DongKe',
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: side, right: side },
  });
}
