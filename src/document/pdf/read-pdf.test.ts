import { describe, expect, test } from 'vitest';
import { line, page } from '../page/fixture.ts';
import type { PageContent } from '../page/model.ts';
import type { DocumentTools } from '../tools.ts';
import { readPdf } from './read-pdf.ts';

const written = page(1, line('Kế hoạch nâng cao chỉ số năm 2026', 100, 100), [], { pictures: 0 });
const blank = (number: number): PageContent => page(number, [], [], { pictures: 0, shapes: 0 });
const picture = (number: number): PageContent => page(number, [], [], { pictures: 0.95 });

const toolsFor = (pages: PageContent[], more: DocumentTools = {}): DocumentTools => ({
  openPdf: async () => ({
    pages: pages.length,
    readPage: async (number) => pages[number - 1] as PageContent,
    drawPage: () => Promise.reject(new Error('cannot be drawn')),
    close: async () => {},
  }),
  ...more,
});
const read = (pages: PageContent[], more?: DocumentTools) => readPdf(new Uint8Array(), toolsFor(pages, more));

describe('a PDF with a picture for a page, where nothing recognises pictures', () => {
  test('is read as far as it is written, and the page is named', async () => {
    const { blocks, warnings } = await read([written, picture(2)]);
    expect(blocks.map(({ source }) => source.page)).toEqual([1]);
    expect(warnings).toMatchObject([{ code: 'page-not-recognised', source: { page: 2 } }]);
    expect(warnings[0]?.message).toContain('trang 2');
  });

  test('is so too where none of its pictures can be recognised', async () => {
    const { warnings } = await read([written, picture(2)], { recognise: async () => [] });
    expect(warnings).toMatchObject([{ code: 'page-not-recognised', source: { page: 2 } }]);
  });

  test('is refused where no page is written', async () => {
    await expect(read([blank(1), picture(2)])).rejects.toMatchObject({ code: 'recognition-not-there' });
  });
});

test('a blank page is nothing to recognise', async () => {
  const { blocks, warnings } = await read([blank(1), { ...written, number: 2 }]);
  expect(blocks).toHaveLength(1);
  expect(warnings).toEqual([]);
});
