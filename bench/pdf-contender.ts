import { readFileSync } from 'node:fs';

/**
 * One contender in a process of its own, so that its peak memory is its own: `node bench/pdf-contender.ts
 * document|words|pdfjs FILE` reads the PDF once and prints one line of JSON: seconds from bytes to the end, pages, what was
 * found, peak bytes.
 */
const [name = '', path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));

type Found = { pages: number; found: number };

const contenders: Record<string, () => Promise<() => Promise<Found>>> = {
  async document() {
    const { readDocument } = await import('../src/document/read.ts');
    const { readingTools } = await import('../src/platform/reader/tools.ts');
    return async () => {
      const { pages, blocks } = await readDocument(bytes, { tools: readingTools });
      return { pages: pages ?? 0, found: blocks.filter(({ kind }) => kind === 'table').length };
    };
  },
  async words() {
    const { openPdf } = await import('../src/platform/pdf/open-pdf.ts');
    return async () => {
      const file = await openPdf(bytes);
      let found = 0;
      for (let number = 1; number <= file.pages; number++) found += (await file.readPage(number)).words.length;
      await file.close();
      return { pages: file.pages, found };
    };
  },
  async pdfjs() {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    return async () => {
      const task = getDocument({ data: bytes, verbosity: 0 });
      const document = await task.promise;
      let found = 0;
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        found += (await page.getTextContent()).items.length;
        page.cleanup();
      }
      await task.destroy();
      return { pages: document.numPages, found };
    };
  },
};

const contender = contenders[name];
if (!contender) throw new RangeError(`no such contender: ${name}`);
const run = await contender();
const start = process.hrtime.bigint();
const { pages, found } = await run();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(JSON.stringify({ seconds, pages, found, peak: process.resourceUsage().maxRSS * 1024 }));
