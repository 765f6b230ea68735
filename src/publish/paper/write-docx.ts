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
import { blocksOf } from './docx/blocks.ts';
import { closingOf } from './docx/closing.ts';
import { headOf } from './docx/head.ts';
import { numbering } from './docx/numbers.ts';
import { documentStyles } from './docx/styles.ts';
import { openTables, type Tables } from './docx/tables.ts';
import { paragraph } from './docx/text.ts';
import { page, textWidth, twips } from './measures.ts';
import type { Appendix, Paper } from './model.ts';
import { attachedLine, printable } from './wording.ts';

/** A paper as a Word file of Nghị định 30/2020/NĐ-CP. The same paper gives the same bytes on the same day. */
export async function writeDocx(paper: Paper, day: PlainDate): Promise<Uint8Array> {
  const tables = openTables();
  const document = new Document({
    creator: printable(paper.issuer),
    title: printable(paper.title),
    numbering,
    styles: documentStyles,
    sections: [
      { ...section(false, false), children: mainOf(paper, tables) },
      ...paper.appendices.map((appendix) => ({
        ...section(appendix.landscape, true),
        children: appendixOf(paper, appendix, tables),
      })),
    ],
  });
  return finish(new Uint8Array(await Packer.toArrayBuffer(document)), tables, day);
}

function mainOf(paper: Paper, tables: Tables): (Paragraph | Table)[] {
  const body = blocksOf(paper.blocks, twips(textWidth(false)), tables, true);
  return [...headOf(paper), ...body, paragraph('NoiNhanDanhSach', '', { keepNext: true }), closingOf(paper)];
}

function appendixOf(paper: Paper, appendix: Appendix, tables: Tables): (Paragraph | Table)[] {
  return [
    paragraph('PhuLuc', appendix.label),
    paragraph('TenPhuLuc', appendix.title),
    paragraph('KemTheo', attachedLine(paper)),
    paragraph('KemTheo', ''),
    ...blocksOf(appendix.blocks, twips(textWidth(appendix.landscape)), tables),
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

/** With its tables in, and no time of making but the day told, also in the archive. */
function finish(bytes: Uint8Array, tables: Tables, day: PlainDate): Uint8Array {
  const files = unzipSync(bytes);
  const change = (name: string, to: (text: string) => string) => {
    files[name] = strToU8(to(strFromU8(files[name] ?? new Uint8Array())));
  };
  change('docProps/core.xml', (core) => core.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`));
  change('word/document.xml', tables.insert);
  change('word/numbering.xml', tables.count);
  const [year, month, date] = day.split('-').map(Number);
  return zipSync(files, { mtime: new Date(year ?? 1980, (month ?? 1) - 1, date), level: 6 });
}
