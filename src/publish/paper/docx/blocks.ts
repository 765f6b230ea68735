import type { Paragraph, Table } from 'docx';
import type { Block } from '../model.ts';
import { counts } from './numbers.ts';
import { tableOf } from './table.ts';
import { paragraph } from './text.ts';

/** Tables counted so far: each group of rows counts anew. */
export type Counter = { next: () => number };

export function openCounter(): Counter {
  let last = 0;
  return { next: () => ++last };
}

/** `keepLast`: the last paragraph stays on the page of what follows, so that no signature stands on a page alone. */
export const blocksOf = (
  blocks: readonly Block[],
  width: number,
  counter: Counter,
  keepLast = false,
): (Paragraph | Table)[] =>
  blocks.flatMap((block, at): (Paragraph | Table)[] => {
    const keepNext = keepLast && at === blocks.length - 1;
    if (block.kind === 'heading') return [headingOf(block)];
    if (block.kind === 'paragraph') return [paragraph('NoiDung', block.text, { keepNext })];
    if (block.kind === 'table') return [tableOf(block.table, width, counter)];
    const numbering = { reference: counts.dashes, level: (block.level ?? 1) - 1 };
    return block.items.map((item) => paragraph('GachDauDong', item, { numbering, keepNext }));
  });

const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;

function headingOf({ level, text, label }: Block & { kind: 'heading' }): Paragraph {
  const style = headingStyles[level];
  if (label !== undefined) return paragraph(style, label === null ? text : `${label} ${text}`);
  return paragraph(style, text, { numbering: { reference: counts.headings, level: level - 1 } });
}
