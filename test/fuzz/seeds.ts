import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/document/read.ts';
import { readPlan } from '../../src/plan/read.ts';
import { matrixColumns } from '../../src/plan/views.ts';
import { show, writePdf } from '../../src/platform/pdf/testing.ts';
import { matrixXlsx } from '../../src/publish/matrix-xlsx.ts';
import { hard } from '../unseen/hard.ts';
import { odd } from '../unseen/odd.ts';
import { portals } from '../unseen/portals.ts';
import { provinces } from '../unseen/provinces.ts';

type SeedFile = { name: string; bytes: Uint8Array };

const root = join(import.meta.dirname, '..', '..');

/** Whole files to break: our own samples and papers, in every format we read. */
export async function seedFiles(): Promise<SeedFile[]> {
  return [
    ...filesOf(join(root, 'samples'), /\.(?:docx|txt)$/),
    ...filesOf(join(root, 'test', 'office'), /\.(?:doc|odt|rtf)$/),
    ...[...provinces, ...hard, ...odd].map(({ name, bytes }) => ({ name, bytes })),
    ...(await madeOfSample()),
  ];
}

function filesOf(folder: string, names: RegExp): SeedFile[] {
  const files = readdirSync(folder).filter((name) => names.test(name));
  return files.sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/** One sample as a workbook, as a portal's page, as old text and as a PDF with ruled lines. */
async function madeOfSample(): Promise<SeedFile[]> {
  const bytes = new Uint8Array(readFileSync(join(root, 'samples', 'minh-chau-2026.docx')));
  const document = await readDocument(bytes);
  const { document: head, tasks } = readPlan(document);
  const rows = tasks.map((task) => ({
    ...task,
    planNumber: head.number,
    planSymbol: head.symbol,
    planTitle: head.title,
    year: head.year,
  }));
  const text = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return [
    { name: 'matrix.xlsx', bytes: new Uint8Array(await matrixXlsx(rows, matrixColumns)) },
    ...portals.map(({ name, wrap }) => ({ name: `${name}.html`, bytes: new Uint8Array(Buffer.from(wrap(document))) })),
    { name: 'utf-16.txt', bytes: new Uint8Array(Buffer.from(`\ufeff${text.join('\n')}`, 'utf16le')) },
    { name: 'ruled.pdf', bytes: ruledPdf(text) },
  ];
}

/** Pages of two columns between lines: not the plan as it was laid out, but words and lines as a PDF has them. */
function ruledPdf(texts: string[]): Uint8Array {
  const lines = texts.flatMap((text) => text.match(/.{1,40}/g) ?? []).slice(0, 200);
  const pages = Array.from({ length: Math.ceil(lines.length / 40) }, (_, page) => {
    const shown = lines.slice(page * 40, page * 40 + 40).map((line, at) => {
      const [column, row] = [at % 2, Math.floor(at / 2)];
      const rule = `40 ${806 - row * 36} m 555 ${806 - row * 36} l S`;
      return `${rule} ${show(line, 46 + column * 260, 790 - row * 36)}`;
    });
    return { content: `40 40 m 40 806 l S 300 40 m 300 806 l S 555 40 m 555 806 l S ${shown.join('\n')}` };
  });
  return writePdf(pages);
}
