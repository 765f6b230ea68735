import type { ContentText } from 'pdfmake/interfaces.js';
import { inXml } from '../../../kernel/text.ts';
import { firstLine, gap, points } from '../measures.ts';

/** A paragraph of running text: its first line set in, a gap below. */
export const running = (text: string): ContentText => ({
  text: inXml(text),
  alignment: 'justify',
  leadingIndent: points(firstLine),
  lineHeight: 1.1,
  margin: [0, 0, 0, gap],
});
