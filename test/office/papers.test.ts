import { spawnSync } from 'node:child_process';
import validate from '@ooxml-tools/validate';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { convertToPdf } from '../../src/platform/office/convert-to-pdf.ts';
import { findOffice } from '../../src/platform/office/find-office.ts';
import { drawPdf } from '../../src/platform/office/write-pdf.ts';
import type { Block, Paper } from '../../src/publish/paper/model.ts';
import { draft, paper as plan } from '../../src/publish/paper/testing.ts';
import { writeDocx } from '../../src/publish/paper/write-docx.ts';
import { paperXlsx } from '../../src/publish/paper-xlsx.ts';
import { builtInTemplate } from '../../src/publish/template/built-in.ts';
import { fillTemplate } from '../../src/publish/template/fill-template.ts';
import { type PaperKind, paperKinds } from '../../src/publish/template/kinds.ts';
import { openTemplate } from '../../src/publish/template/open-template.ts';
import { sampleOf } from '../../src/publish/template/samples.ts';
import { changedTemplate } from '../../src/publish/template/testing.ts';
import { isLong, someOf } from '../shared.ts';
import { wordsOfDocx } from './words.ts';

/**
 * The ten kinds of papers as other programs see them. Nobody here can open Word; what it asks of a file is asked by the
 * validator of Microsoft's own Open XML SDK.
 */
const day = '2026-06-12' as PlainDate;
const kinds = someOf(paperKinds, (kind) => kind === 'reminder');

const faultsOf = async (bytes: Uint8Array, format: 'docx' | 'xlsx' = 'docx'): Promise<string[]> =>
  (await validate(bytes, format, 'Microsoft365')).map(
    ({ description, path }) => `${path?.partUri} ${path?.xpath}: ${description}`,
  );

/** Every letter of Vietnamese, small and large, once composed and once in parts. */
const bases = 'aăâeêioôơuưyđ';
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const letters = [...bases].map((base) => tones.map((tone) => `n${base}${tone}`).join(' ')).join(' ');
const everyLetter = `${letters.normalize('NFC')} ${letters.toLocaleUpperCase('vi').normalize('NFD')}`;

/** A paper of a kind as long as real ones: pages of prose and a table of many rows. */
function longer(kind: PaperKind): Paper {
  const { paper } = sampleOf(kind);
  const prose = Array.from(
    { length: 30 },
    (_, at): Block => ({ kind: 'paragraph', text: `Đoạn ${at}. ${everyLetter}` }),
  );
  const many = paper.appendices.map((one) => ({
    ...one,
    blocks: one.blocks.map((block): Block => {
      if (block.kind !== 'table') return block;
      const rows = Array.from({ length: 25 }, () => block.table.rows).flat();
      return { ...block, table: { ...block.table, rows } };
    }),
  }));
  return { ...paper, blocks: [...paper.blocks.slice(0, -1), ...prose, ...paper.blocks.slice(-1)], appendices: many };
}

describe('Word opens', () => {
  test.each(kinds)('a paper of the kind %s, as we set it and by a template', { timeout: 120_000 }, async (kind) => {
    const template = await builtInTemplate(kind, day);
    const filled = { ...sampleOf(kind), paper: longer(kind) };
    expect(await faultsOf(await writeDocx(filled.paper, day))).toEqual([]);
    expect(await faultsOf(template)).toEqual([]);
    expect(await faultsOf(await fillTemplate(kind, openTemplate(template, 'mau.docx'), filled, day))).toEqual([]);
  });

  test('a plan with all that a paper can have, a draft, and a template that has lost its styles and lists', async () => {
    for (const one of [plan, draft]) expect(await faultsOf(await writeDocx(one, day))).toEqual([]);
    const bare = await changedTemplate(
      'report',
      (xml) => xml.replace(/<w:style\b.*<\/w:style>/su, ''),
      'word/styles.xml',
    );
    const filled = await fillTemplate('report', openTemplate(bare, 'mau.docx'), sampleOf('report'), day);
    expect(await faultsOf(filled)).toEqual([]);
  });

  test('no file whose parts stand in another order, and a workbook but for the order within a font', async () => {
    const wrong = await changedTemplate('plan', (xml) => xml.replace(/(<w:pStyle [^>]*\/>)(<w:\w+ [^>]*\/>)/u, '$2$1'));
    expect(await faultsOf(wrong)).toEqual([expect.stringContaining('unexpected child element')]);
    // Excel takes the parts of a font in any order, as the first edition of the standard has it.
    const found = await faultsOf(await paperXlsx(plan), 'xlsx');
    expect(found.filter((fault) => !fault.includes('/x:fonts'))).toEqual([]);
  });
});

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!poppler) console.warn('Skipped: pdftotext is not installed, so the words of a PDF are not compared.');
const office = findOffice() !== undefined;
if (isLong && !office) console.warn('Skipped: LibreOffice is not installed, so no Word file is opened by it.');

/** The file as LibreOffice opens it; one it would have to mend first it does not, since nobody is there to be asked. */
async function byOffice(paper: Paper): Promise<Uint8Array> {
  const pdf = await convertToPdf(await writeDocx(paper, day));
  if (pdf === undefined) throw new Error('LibreOffice has not opened the file');
  return pdf;
}

/** By LibreOffice in the long run: each takes it some seconds. */
const ways = [
  ['we draw ourselves', (paper: Paper) => drawPdf(paper, day), !poppler],
  ['LibreOffice makes of the Word file', byOffice, !poppler || !office || !isLong],
] as const;

describe.each(ways)('the PDF that %s', (_, write, skipped) => {
  test.skipIf(skipped).each(kinds)('of the kind %s says every word, composed', { timeout: 240_000 }, async (kind) => {
    const paper = longer(kind);
    const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: await write(paper), maxBuffer: 2 ** 26 });
    const text = String(stdout);
    expect(text).toBe(text.normalize('NFC'));
    const left = new Map<string, number>();
    for (const word of text.split(/\s+/u)) left.set(word, (left.get(word) ?? 0) + 1);
    const missing = (await wordsOfDocx(await writeDocx(paper, day))).filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count < 1;
    });
    expect([...new Set(missing)]).toEqual([]);
  });
});
