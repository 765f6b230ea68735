import { describe, expect, it } from 'vitest';
import { Refusal } from '../refuse.ts';
import type { DocumentTools, PdfFile, Recognise, RecognisedWord } from '../tools.ts';
import { listPages, readScannedPages } from './read-scan.ts';
import { paper, writeLines } from './testing.ts';

/** A file whose page 2 is blank and whose page 3 cannot be drawn. */
const file: PdfFile = {
  pages: 3,
  readPage: () => Promise.reject(new Error('not asked for')),
  drawPage: async (number) => {
    if (number === 3) throw new Refusal('file-damaged');
    return number === 2 ? paper(600, 400) : writeLines(paper(600, 400), 60, 60, 540, 3);
  },
  close: async () => {},
};

/** Says "chữ" of each piece. */
const sayWord: Recognise = async (pieces) =>
  pieces.map(({ picture }): RecognisedWord[] => [
    { text: 'chữ', x0: 8, y0: 8, x1: picture.width - 8, y1: picture.height - 8, confidence: 0.95, line: 0 },
  ]);

describe('scanned pages', () => {
  it('become words in points, blank ones stay blank, failed ones are named', async () => {
    const { pages, warnings } = await readScannedPages(file, [1, 2, 3], { recognise: sayWord });
    expect(pages.map(({ number, words }) => [number, words.length])).toEqual([
      [1, 3],
      [2, 0],
    ]);
    const [first] = pages[0]?.words ?? [];
    expect(first?.x0).toBeCloseTo((60 * 72) / 200, 0);
    expect(warnings.map(({ code, source }) => [code, source?.page])).toEqual([
      ['page-not-recognised', 3],
      ['text-recognised', undefined],
    ]);
    expect(warnings[1]?.message).toContain('Trang 1 là ảnh quét');
  });

  it('are told of one by one, and given up when nobody waits', async () => {
    const told: number[] = [];
    const progress: DocumentTools['progress'] = ({ done }) => told.push(done);
    await readScannedPages(file, [1, 2], { recognise: sayWord, progress });
    expect(told).toEqual([0, 1, 2]);
    const aborted = readScannedPages(file, [1], { recognise: sayWord, signal: AbortSignal.abort() });
    await expect(aborted).rejects.toThrow('aborted');
  });

  it('are refused where nothing can recognise them', async () => {
    await expect(readScannedPages(file, [1], {})).rejects.toMatchObject({ code: 'recognition-not-there' });
    const failing: Recognise = () => Promise.reject(new Error('cannot start'));
    await expect(readScannedPages(file, [1], { recognise: failing })).rejects.toMatchObject({
      code: 'recognition-not-there',
    });
  });
});

it('pages are listed with spans', () => {
  expect(listPages([1, 2, 3, 5, 7, 8])).toBe('1–3, 5, 7–8');
});
