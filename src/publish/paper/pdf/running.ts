import type { Content } from 'pdfmake';
import { firstLine, gap, points } from '../measures.ts';
import { printable } from '../wording.ts';

export type Look = { bold?: boolean; italics?: boolean };

/** A paragraph of running text: its first line set in, a gap below. */
export const running = (text: string, look: Look = {}): Content => ({
  ...look,
  text: printable(text),
  alignment: 'justify',
  leadingIndent: points(firstLine),
  lineHeight: 1.1,
  margin: [0, 0, 0, gap],
});
