import { finish } from '../finish.ts';
import type { Document, PageLayout } from '../model.ts';
import { layOutPages } from '../page/lay-out.ts';
import type { PageContent } from '../page/model.ts';
import { Refusal } from '../refuse.ts';
import { notRecognised, readScannedPages, type Scan } from '../scan/read-scan.ts';
import type { DocumentTools, PdfFile } from '../tools.ts';
import { needsRecognition } from './needs-recognition.ts';

/** Pages become words and lines, those without a usable text layer by recognition; then all become blocks together. */
export async function readPdf(bytes: Uint8Array, tools: DocumentTools): Promise<Document> {
  if (!tools.openPdf) throw new Refusal('file-is-pdf');
  const file = await tools.openPdf(bytes);
  try {
    const { pages, warnings: doubts } = await readPages(file, tools);
    const { drafts, warnings } = layOutPages(pages);
    const layout = pages.map(({ width, height, scanned, turned }): PageLayout => {
      return { width, height, scanned, ...(turned && { turned }) };
    });
    return { ...finish(drafts, 'pdf', [...doubts, ...warnings]), pages: pages.length, layout };
  } finally {
    await file.close();
  }
}

async function readPages(file: PdfFile, tools: DocumentTools): Promise<Scan> {
  const pages: PageContent[] = [];
  for (let number = 1; number <= file.pages; number++) {
    tools.signal?.throwIfAborted();
    pages.push(await file.readPage(number));
    tools.progress?.({ step: 'pages', done: number, of: file.pages });
  }
  const unreadable = pages.filter(needsRecognition).map(({ number }) => number);
  if (unreadable.length === 0) return { pages, warnings: [] };
  const written = pages.some(({ number, words }) => words.length > 0 && !unreadable.includes(number));
  const scan = await recognise(file, unreadable, tools, written);
  const recognised = new Map(scan.pages.map((page) => [page.number, page]));
  const missed = new Set(unreadable);
  const whole = pages.map((page) => {
    // What a useless text layer says is no reading of a page that could not be recognised.
    return recognised.get(page.number) ?? (missed.has(page.number) ? { ...page, words: [], scanned: true } : page);
  });
  return { pages: whole, warnings: scan.warnings };
}

/** Where nothing recognises pictures, the pages that are `written` are read all the same, and the others named. */
async function recognise(file: PdfFile, numbers: number[], tools: DocumentTools, written: boolean): Promise<Scan> {
  try {
    return await readScannedPages(file, numbers, tools);
  } catch (error) {
    tools.signal?.throwIfAborted();
    if (!written || !(error instanceof Refusal)) throw error;
    const remedy = 'Hãy tải lên tệp Word hoặc PDF có chữ của trang này';
    return { pages: [], warnings: notRecognised(numbers, remedy) };
  }
}
