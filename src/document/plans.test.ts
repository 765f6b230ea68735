import { readFileSync } from 'node:fs';
import {
  HeadingLevel,
  Packer,
  TableCell,
  TableRow,
  TextRun,
  Document as WordDocument,
  Paragraph as WordParagraph,
  Table as WordTable,
} from 'docx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedAvailable, sharedPath } from '../../test/shared.ts';
import { squish } from '../kernel/text.ts';
import type { Document } from './model.ts';
import { readDocument } from './read.ts';

/** Whole documents: the real plans where they are at hand, and files written by another program. */

const plans = { 'ba-don-2024': 3, 'gia-nghia-2024': 1, 'hung-yen-2021': 1, 'ninh-thuan-2020': 1, 'quang-nam-2023': 1 };
const read = (plan: string, format: string) =>
  readDocument(readFileSync(sharedPath('plans', `${plan}.${format}`)), { name: plan });
const cellsOf = ({ blocks }: Document) => blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
const textsOf = ({ blocks }: Document) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text)));

describe.skipIf(!sharedAvailable)('a real plan', () => {
  test.each(Object.entries(plans))('%s is the same as a Word file and as a page', async (plan, tables) => {
    const [word, page] = [await read(plan, 'docx'), await read(plan, 'html')];
    expect(textsOf(word)).toEqual(textsOf(page));
    expect(word.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(tables);
  });

  test.each(Object.keys(plans))(
    '%s as text holds the cells the page holds, but for those torn by a page',
    async (plan) => {
      const inText = new Set(cellsOf(await read(plan, 'txt')).map(({ text }) => squish(text)));
      const inPage = cellsOf(await read(plan, 'html'))
        .map(({ text }) => squish(text))
        .filter((text) => text.length > 3);
      const missing = inPage.filter((text) => !inText.has(text));
      expect(missing.length / inPage.length).toBeLessThan(0.2);
    },
  );

  test.each(Object.keys(plans))('%s has an id and a place for every piece', async (plan) => {
    for (const format of ['docx', 'html', 'txt']) {
      const { blocks } = await read(plan, format);
      const ids = blocks.flatMap((block) =>
        block.kind === 'paragraph'
          ? [block.id]
          : [block.id, ...block.cells.flatMap((cell) => [cell.id, ...cell.paragraphs.map(({ id }) => id)])],
      );
      expect(new Set(ids).size).toBe(ids.length);
      if (format === 'txt') expect(blocks.every(({ source }) => source.line !== null)).toBe(true);
    }
  });
});

describe('a Word file written by another program', () => {
  const words = fc.stringMatching(/^[A-ZĐÀÁa-zđàáạảãêệôốơớưứ]{1,8}( [a-zđàáạảãêệôốơớưứ]{1,8}){0,4}$/);

  test('reads back as the paragraphs and cells it was written with', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }),
        async (prose, rows) => {
          const cell = (text: string) => new TableCell({ children: [new WordParagraph(text)] });
          const table = new WordTable({ rows: rows.map((texts) => new TableRow({ children: texts.map(cell) })) });
          const file = new WordDocument({
            sections: [{ children: [...prose.map((text) => new WordParagraph(text)), table] }],
          });
          const document = await readDocument(await Packer.pack(file, 'uint8array'));
          expect(textsOf(document)).toEqual([...prose, ...rows.flat()].map((text) => text.normalize('NFC')));
        },
      ),
      { numRuns: 25, seed: 20260101 },
    );
  });

  test('keeps its numbering, headings, merged cells and bold', async () => {
    const levels = [
      { level: 0, format: 'upperRoman' as const, text: '%1.' },
      { level: 1, format: 'lowerLetter' as const, text: '%2)' },
    ];
    const item = (text: string, level: number) => new WordParagraph({ text, numbering: { reference: 'list', level } });
    const file = new WordDocument({
      numbering: { config: [{ reference: 'list', levels }] },
      sections: [
        {
          children: [
            new WordParagraph({
              heading: HeadingLevel.HEADING_1,
              children: [new TextRun({ text: 'Kế hoạch', bold: true })],
            }),
            item('Mục đích', 0),
            item('một', 1),
            item('hai', 1),
            item('Tổ chức', 0),
            new WordTable({
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: [new TableCell({ columnSpan: 2, children: [new WordParagraph('đầu')] })],
                }),
                new TableRow({
                  children: ['a', 'b'].map((text) => new TableCell({ children: [new WordParagraph(text)] })),
                }),
              ],
            }),
          ],
        },
      ],
    });
    const document = await readDocument(await Packer.pack(file, 'uint8array'));
    expect(textsOf(document)).toEqual(['Kế hoạch', 'I. Mục đích', 'a) một', 'b) hai', 'II. Tổ chức', 'đầu', 'a', 'b']);
    expect(document.blocks[0]).toMatchObject({ heading: 1, bold: true });
    expect(document.blocks.at(-1)).toMatchObject({ headerRows: 1, columns: 2 });
  });
});

describe('text in any Unicode form', () => {
  const sentence = 'KẾ HOẠCH nâng cao Chỉ số hiệu quả quản trị và hành chính công\n';
  const utf16 = (mark: boolean) =>
    new Uint8Array(new Uint16Array([...(mark ? '\ufeff' : ''), ...sentence].map((char) => char.charCodeAt(0))).buffer);

  test.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode(sentence)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${sentence}`)],
    ['UTF-8 with marks apart from letters', new TextEncoder().encode(sentence.normalize('NFD'))],
    ['UTF-16 with its mark', utf16(true)],
    ['UTF-16 without', utf16(false)],
    ['UTF-16 the other way round', utf16(true).map((_, at, all) => all[at ^ 1] ?? 0)],
  ])('%s reads the same', async (_, bytes) => {
    expect(textsOf(await readDocument(bytes))).toEqual([sentence.trim()]);
  });

  test('is always NFC', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        for (const one of textsOf(await readDocument(new TextEncoder().encode(`a ${text}`), { as: 'text' }))) {
          expect(one).toBe(one.normalize('NFC'));
        }
      }),
      { seed: 20260101 },
    );
  });
});
