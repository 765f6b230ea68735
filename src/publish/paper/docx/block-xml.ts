import { page, textWidth, twips } from '../measures.ts';
import type { Appendix, Block, Paper } from '../model.ts';
import { attachedLine } from '../wording.ts';
import { type NewList, paragraphXml, tableXml } from './table.ts';

/** The lists blocks are counted by: ids that are in the file's part "numbering". */
export type Lists = { headings: number; dashes: number; rows: NewList };

const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;

/** Blocks as WordprocessingML, as `blocksOf` has them, to be put into a file that was not written by us. */
export const blocksXml = (blocks: readonly Block[], width: number, lists: Lists): string =>
  blocks
    .map((block, at) => {
      const keepNext = blocks[at + 1]?.kind === 'table';
      if (block.kind === 'paragraph') return paragraphXml('NoiDung', block.text, { keepNext });
      if (block.kind === 'table')
        return (
          tableXml(block.table, width, lists.rows) + paragraphXml(at + 1 < blocks.length ? 'SauBang' : 'DongKe', '')
        );
      if (block.kind === 'list') {
        const level = (block.level ?? 1) - 1;
        return block.items
          .map((item) => paragraphXml('GachDauDong', item, { list: lists.dashes, level, keepNext }))
          .join('');
      }
      const { level, text, label } = block;
      if (label !== undefined) return paragraphXml(headingStyles[level], label === null ? text : `${label} ${text}`);
      return paragraphXml(headingStyles[level], text, { list: lists.headings, level: level - 1 });
    })
    .join('');

/** An appendix as WordprocessingML, without the section it stands in. */
export const appendixXml = (paper: Paper, { label, title, landscape, blocks }: Appendix, lists: Lists): string =>
  [
    paragraphXml('PhuLuc', label),
    paragraphXml('TenPhuLuc', title),
    paragraphXml('KemTheo', attachedLine(paper)),
    paragraphXml('KemTheo', ''),
    blocksXml(blocks, twips(textWidth(landscape)), lists),
  ].join('');

/** The section of an appendix: its pages are counted anew, the first bears no number. Headers are those of the section before. */
export function sectionXml(landscape: boolean): string {
  const [width, height] = landscape ? [page.height, page.width] : [page.width, page.height];
  const size = `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${landscape ? ' w:orient="landscape"' : ''}/>`;
  const sides = `w:top="${twips(page.top)}" w:right="${twips(page.right)}" w:bottom="${twips(page.bottom)}" w:left="${twips(page.left)}"`;
  const running = `w:header="${twips(page.top / 2)}" w:footer="${twips(page.bottom / 2)}" w:gutter="0"`;
  return `<w:sectPr><w:type w:val="nextPage"/>${size}<w:pgMar ${sides} ${running}/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}
