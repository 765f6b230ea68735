import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedAvailable, sharedPath } from '../../../test/shared.ts';
import type { PageContent } from '../../document/page/model.ts';
import { needsRecognition } from '../../document/pdf/needs-recognition.ts';
import { readDocument } from '../../document/read.ts';
import { openPdf } from './open-pdf.ts';

const plans = sharedAvailable
  ? readdirSync(sharedPath('plans'))
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => file.slice(0, -4))
  : [];

async function pagesOf(plan: string): Promise<PageContent[]> {
  const file = await openPdf(readFileSync(sharedPath('plans', `${plan}.pdf`)));
  const pages: PageContent[] = [];
  for (let number = 1; number <= file.pages; number++) pages.push(await file.readPage(number));
  await file.close();
  return pages;
}

const counted = (words: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;

describe.skipIf(plans.length === 0)('the PDF of a real plan', () => {
  it.each(plans)('%s holds every word of its Word file', async (plan) => {
    // A line may break after a stroke: "59/2019/" and "NĐ-CP".
    const apart = (text: string) => text.split(/[\s/–-]+/).filter(Boolean);
    const found = counted((await pagesOf(plan)).flatMap(({ words }) => words.flatMap(({ text }) => apart(text))));
    const { blocks } = await readDocument(readFileSync(sharedPath('plans', `${plan}.docx`)), {});
    const texts = blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
    );
    const wanted = counted(texts.flatMap(apart));
    const missing = [...wanted].filter(([word, times]) => (found.get(word) ?? 0) < times).map(([word]) => word);
    expect(missing).toEqual([]);
  });

  it.each(plans)('%s is not taken for a scan', async (plan) => {
    expect((await pagesOf(plan)).filter(needsRecognition)).toEqual([]);
  });

  it.runIf(hasPdftotext).each(plans)('%s has its words where pdftotext finds them', async (plan) => {
    const { stdout } = spawnSync('pdftotext', ['-bbox', sharedPath('plans', `${plan}.pdf`), '-'], {
      maxBuffer: 1 << 28,
    });
    const theirs = String(stdout)
      .split('<page ')
      .slice(1)
      .map((page) => [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</g)]);
    const pages = await pagesOf(plan);
    expect(pages).toHaveLength(theirs.length);
    for (const [at, { words }] of pages.entries()) {
      const near = (word: RegExpMatchArray) =>
        words.some(
          ({ text, x0, x1, y0 }) =>
            text ===
              word[5]
                ?.replaceAll('&amp;', '&')
                .replaceAll('&lt;', '<')
                .replaceAll('&gt;', '>')
                .replaceAll('&quot;', '"') &&
            Math.abs(x0 - Number(word[1])) < 1 &&
            Math.abs(x1 - Number(word[3])) < 1 &&
            Math.abs(y0 - Number(word[2])) < 3,
        );
      const lost = theirs[at]?.filter((word) => !near(word)).map((word) => word[5]);
      expect(lost).toEqual([]);
    }
  });
});
