import {
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { inXml } from '../../kernel/text.ts';
import { blocksOf, type Counter, openCounter } from './docx/blocks.ts';
import { closingOf } from './docx/closing.ts';
import { headOf } from './docx/head.ts';
import { numbering } from './docx/numbers.ts';
import { documentStyles } from './docx/styles.ts';
import { paragraph } from './docx/text.ts';
import { page, textWidth, twips } from './measures.ts';
import type { Appendix, Paper } from './model.ts';
import { attachedLine } from './wording.ts';

/** A paper as a Word file of Nghị định 30/2020/NĐ-CP. The same paper gives the same bytes on the same day. */
export async function writeDocx(paper: Paper, day: PlainDate): Promise<Uint8Array> {
  const counter = openCounter();
  const document = new Document({
    creator: inXml(paper.issuer),
    title: inXml(paper.title),
    numbering,
    styles: documentStyles,
    sections: [
      { ...section(false, false), children: mainOf(paper, counter) },
      ...paper.appendices.map((appendix) => ({
        ...section(appendix.landscape, true),
        children: appendixOf(paper, appendix, counter),
      })),
    ],
  });
  return steady(new Uint8Array(await Packer.toArrayBuffer(document)), day);
}

function mainOf(paper: Paper, counter: Counter): (Paragraph | Table)[] {
  const body = blocksOf(paper.blocks, twips(textWidth(false)), counter, true);
  return [...headOf(paper), ...body, paragraph('NoiNhanDanhSach', '', { keepNext: true }), closingOf(paper)];
}

function appendixOf(paper: Paper, appendix: Appendix, counter: Counter): (Paragraph | Table)[] {
  return [
    paragraph('PhuLuc', appendix.label),
    paragraph('TenPhuLuc', appendix.title),
    paragraph('KemTheo', attachedLine(paper)),
    paragraph('KemTheo', ''),
    ...blocksOf(appendix.blocks, twips(textWidth(appendix.landscape)), counter),
  ];
}

/**
 * A section with its page number centred in the top margin, except on its first page; each appendix counts its pages anew
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
function section(landscape: boolean, anew: boolean): Omit<ISectionOptions, 'children'> {
  const number = new Paragraph({ style: 'SoTrang', children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  const { width, height, top, bottom, left, right } = page;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          ...{ width: twips(width), height: twips(height) },
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...{ top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
          ...{ header: twips(top / 2), footer: twips(bottom / 2) },
        },
        ...(anew && { pageNumbers: { start: 1 } }),
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
  };
}

/** No time of making but the day told, also in the archive. */
function steady(bytes: Uint8Array, day: PlainDate): Uint8Array {
  const files = unzipSync(bytes);
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
  files['docProps/core.xml'] = strToU8(core.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`));
  const [year, month, date] = day.split('-').map(Number);
  return zipSync(files, { mtime: new Date(year ?? 1980, (month ?? 1) - 1, date), level: 6 });
}
