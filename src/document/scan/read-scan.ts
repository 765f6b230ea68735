import type { DocumentWarning } from '../model.ts';
import type { PageContent } from '../page/model.ts';
import { Refusal } from '../refuse.ts';
import type { DocumentTools, PdfFile } from '../tools.ts';
import { mendWords } from './mend.ts';
import { readScannedPage } from './read-page.ts';

/** Dots per inch at which pages are drawn for recognition: letters of a plan are some 25 pixels high then. */
const dpi = 200;

/** Pages in work at the same time: while one is recognised, the next is drawn. */
const atOnce = 2;

/** Pages that could not be recognised are not among `pages`; a warning names them. */
export type Scan = { pages: PageContent[]; warnings: DocumentWarning[] };

/** Recognises the pictures of pages: their words and ruled lines. */
export async function readScannedPages(file: PdfFile, numbers: number[], tools: DocumentTools): Promise<Scan> {
  const { recognise, signal, progress } = tools;
  if (!recognise) throw new Refusal('recognition-not-there');
  const pages: PageContent[] = [];
  const failures = new Map<number, unknown>();
  const rest = [...numbers];
  progress?.({ step: 'recognise', done: 0, of: numbers.length });
  const work = async (): Promise<void> => {
    for (let number = rest.shift(); number !== undefined; number = rest.shift()) {
      signal?.throwIfAborted();
      try {
        pages.push(await readScannedPage(number, await file.drawPage(number, dpi), recognise, { signal }));
      } catch (error) {
        signal?.throwIfAborted();
        failures.set(number, error);
      }
      progress?.({ step: 'recognise', done: pages.length + failures.size, of: numbers.length });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (pages.length === 0) throw asRefusal([...failures.values()][0]);
  const read = mendWords(pages.sort((a, b) => a.number - b.number));
  return { pages: read, warnings: warningsOf(read, [...failures.keys()]) };
}

const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('recognition-not-there', { cause: error });

function warningsOf(pages: PageContent[], failed: number[]): DocumentWarning[] {
  const recognised = pages.filter(({ words }) => words.length > 0).map(({ number }) => number);
  const warnings = notRecognised(
    failed.sort((a, b) => a - b),
    'Hãy quét lại trang này rõ hơn rồi tải lên',
  );
  if (recognised.length > 0) {
    const which = recognised.length === 1 ? `Trang ${recognised[0]}` : `Các trang ${listPages(recognised)}`;
    const message = `${which} là ảnh quét: chữ được máy nhận dạng nên có thể sai. Các trường chưa chắc chắn đã được đánh dấu; hãy đối chiếu với ảnh trang khi rà soát.`;
    warnings.push({ code: 'text-recognised', message, source: null });
  }
  return warnings;
}

/** A warning for each page whose picture nobody has read, with what may help. */
export const notRecognised = (numbers: number[], remedy: string): DocumentWarning[] =>
  numbers.map((page) => ({
    code: 'page-not-recognised',
    message: `Không nhận dạng được chữ ở trang ${page}; nội dung trang này chưa có trong bản đọc. ${remedy}, hoặc nhập bổ sung khi rà soát.`,
    source: { page, table: null, row: null, line: null },
  }));

/** "1–4, 7" */
export function listPages(numbers: number[]): string {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
