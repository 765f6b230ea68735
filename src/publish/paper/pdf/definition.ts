import type { Content, createPdf } from 'pdfmake';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { page, points, recipientsWidth, signatureLines, sizes, textWidth } from '../measures.ts';
import type { Appendix, Block, Paper } from '../model.ts';
import { attachedLine, capitals, listed, printable } from '../wording.ts';
import { type HeadingCounter, openHeadingCounter } from './counter.ts';
import { headOf } from './head.ts';
import { type Look, running } from './running.ts';
import { tableOf } from './table.ts';

type Definition = Parameters<typeof createPdf>[0];

/** The name by which the writer must know a font of the widths of Times New Roman. */
export const pdfFont = 'Tinos';

/** A paper as pdfmake wants it, with all Word would count counted: for machines without LibreOffice. */
export function pdfDefinition(paper: Paper, day: PlainDate): Definition {
  const body = blocksOf(paper.blocks, textWidth(false), openHeadingCounter());
  // The last sentence stays with the signature, so that none stands on a page alone.
  const kept = paper.blocks.at(-1)?.kind === 'table' ? [] : body.splice(-1);
  const main = [...headOf(paper), ...body, { unbreakable: true, stack: [...kept, closingOf(paper)] }];
  const made = new Date(`${day}T00:00:00Z`);
  return {
    info: { title: printable(paper.title), author: printable(paper.issuer), creationDate: made, modDate: made },
    language: 'vi-VN',
    pageSize: 'A4',
    pageMargins: [points(page.left), points(page.top), points(page.right), points(page.bottom)],
    defaultStyle: { font: pdfFont, fontSize: sizes.body },
    content: [
      sectionOf(main, false),
      ...paper.appendices.map((one) => sectionOf(appendixOf(paper, one), one.landscape)),
    ],
  };
}

/** Pages of a section with their number centred in the top margin, counted from its first, which shows none. */
function sectionOf(section: Content[], landscape: boolean): Content {
  let first: number | undefined;
  const header = (current: number): Content => {
    first ??= current;
    const shown = current === first ? '' : String(current - first + 1);
    return { text: shown, alignment: 'center', fontSize: sizes.page, margin: [0, points(page.top / 2), 0, 0] };
  };
  return { section, header, pageOrientation: landscape ? 'landscape' : 'portrait' } as Content;
}

const blocksOf = (blocks: readonly Block[], width: number, counter: HeadingCounter): Content[] =>
  blocks.flatMap((block): Content[] => {
    if (block.kind === 'heading') return [headingOf(block, counter)];
    if (block.kind === 'paragraph') return [running(block.text)];
    if (block.kind === 'table') return [tableOf(block.table, width)];
    return block.items.map((item) => running(`${block.level === 2 ? '+' : '-'} ${item}`));
  });

function headingOf({ level, text, label }: Block & { kind: 'heading' }, counter: HeadingCounter): Content {
  return running(label === null ? text : `${label ?? counter.next(level)} ${text}`, { bold: level < 3 });
}

function closingOf({ signature, recipients }: Paper): Content {
  const offices = [...signature.authority, signature.title].filter((line) => line !== '');
  const sent: Content[] = [
    { text: 'Nơi nhận:', fontSize: sizes.recipientsHead, bold: true, italics: true },
    ...listed(recipients).map((name): Content => ({ text: `- ${printable(name)}`, fontSize: sizes.recipients })),
  ];
  const signed: Content[] = [
    ...offices.map((line): Content => ({ text: printable(capitals(line)) })),
    { text: '\n'.repeat(signatureLines) },
    { text: printable(signature.name ?? '') },
  ];
  return {
    margin: [0, 8, 0, 0],
    columns: [
      { width: points(recipientsWidth), stack: sent },
      { width: '*', stack: signed, bold: true, alignment: 'center', fontSize: sizes.signature },
    ],
  };
}

function appendixOf(paper: Paper, { label, title, landscape, blocks }: Appendix): Content[] {
  const line = (text: string, look: Look & { margin?: [number, number, number, number] }): Content => ({
    text: printable(text),
    alignment: 'center',
    fontSize: sizes.title,
    ...look,
  });
  return [
    line(label, { bold: true }),
    line(capitals(title), { bold: true }),
    line(attachedLine(paper), { italics: true, margin: [0, 0, 0, 12] }),
    ...blocksOf(blocks, textWidth(landscape), openHeadingCounter()),
  ];
}
