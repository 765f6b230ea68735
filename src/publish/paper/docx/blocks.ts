import type { Paragraph } from 'docx';
import type { Block } from '../model.ts';
import { counts } from './numbers.ts';
import type { Tables } from './tables.ts';
import { paragraph } from './text.ts';

/**
 * What leads to a table stays on its page. `keepLast`: so does the last paragraph with what follows, so that no signature stands
 * on a page alone.
 */
export const blocksOf = (blocks: readonly Block[], width: number, tables: Tables, keepLast = false): Paragraph[] =>
  blocks.flatMap((block, at): Paragraph[] => {
    const keepNext = blocks[at + 1]?.kind === 'table' || (keepLast && at === blocks.length - 1);
    if (block.kind === 'heading') return [headingOf(block)];
    if (block.kind === 'paragraph') return [paragraph('NoiDung', block.text, { keepNext })];
    // Word wants a paragraph between two tables, and one for the end of a section to stand in.
    // What follows a table in the text stands a little below it.
    if (block.kind === 'table')
      return [tables.place(block.table, width), paragraph(at + 1 < blocks.length ? 'SauBang' : 'DongKe', '')];
    const numbering = { reference: counts.dashes, level: (block.level ?? 1) - 1 };
    return block.items.map((item) => paragraph('GachDauDong', item, { numbering, keepNext }));
  });

const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;

function headingOf({ level, text, label }: Block & { kind: 'heading' }): Paragraph {
  const style = headingStyles[level];
  if (label !== undefined) return paragraph(style, label === null ? text : `${label} ${text}`);
  return paragraph(style, text, { numbering: { reference: counts.headings, level: level - 1 } });
}
