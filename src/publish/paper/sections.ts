import type { Block } from './model.ts';

/** What stands under a heading of the first level; null: before the first. */
export type PaperSection = { heading: string | null; blocks: Block[] };

/** The parts of a paper as its headings divide it; the first is what stands before them. */
export function sectionsOf(blocks: readonly Block[]): PaperSection[] {
  const sections: PaperSection[] = [{ heading: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ heading: block.text, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** The formula that ends a paper ("Trên đây là …./."), and what stands before it. */
export function partClosing(blocks: readonly Block[]): { body: readonly Block[]; closing: string | null } {
  const last = blocks.at(-1);
  return last?.kind === 'paragraph' && /\.\/\.$/u.test(last.text)
    ? { body: blocks.slice(0, -1), closing: last.text }
    : { body: blocks, closing: null };
}
