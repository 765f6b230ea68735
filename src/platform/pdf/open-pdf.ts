import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../../document/limits.ts';
import type { PageContent, Picture } from '../../document/page/model.ts';
import { Refusal } from '../../document/refuse.ts';
import type { PdfFile } from '../../document/tools.ts';
import { drawPage } from './draw-page.ts';
import { inspectStreams } from './inspect.ts';
import { type Reading, startDrawing, startReading } from './pdfjs.ts';
import { readPage } from './read-page.ts';
import type { Quarter } from './turn.ts';
import type { KeptTexts } from './words.ts';

/** Opens a PDF. Refuses what is damaged, locked or made to exhaust us; runs, opens and fetches nothing it holds. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { mostPixels } = inspectStreams(bytes);
  // The parser may change what it is given and wants an array that begins where its buffer does.
  const data = new Uint8Array(bytes);
  const reading = startReading(data);
  try {
    const document = await reading.within(() => reading.task.promise);
    if (document.numPages === 0) throw new Refusal('file-empty');
    if (document.numPages > limits.pdfPages) throw new Refusal('file-has-too-many-pages');
    return new OpenPdf(data, reading, document, mostPixels);
  } catch (error) {
    await reading.close();
    throw refusalOf(error);
  }
}

/** Words and lines come from one instance of PDF.js that decodes no picture; another draws, once it is asked to. */
class OpenPdf implements PdfFile {
  readonly pages: number;
  readonly #data: Uint8Array;
  readonly #reading: Reading;
  readonly #document: PDFDocumentProxy;
  readonly #mostPixels: number;
  readonly #kept: KeptTexts = new Map();
  readonly #turns = new Map<number, Quarter>();
  #drawing: ReturnType<typeof startDrawing> | undefined;
  #words = 0;
  #milliseconds = 0;

  constructor(data: Uint8Array, reading: Reading, document: PDFDocumentProxy, mostPixels: number) {
    this.pages = document.numPages;
    this.#data = data;
    this.#reading = reading;
    this.#document = document;
    this.#mostPixels = mostPixels;
  }

  async readPage(number: number): Promise<PageContent> {
    // The parser lives on promises alone; between pages others may have their turn: who waits for news, who cancels.
    await nextTurn();
    const start = performance.now();
    const { within, fonts } = this.#reading;
    try {
      const { content, turn } = await within(() => readPage(this.#document, number, fonts, this.#kept));
      if (turn !== 0) this.#turns.set(number, turn);
      this.#words += content.words.length;
      this.#milliseconds += performance.now() - start;
      this.#checkWork();
      return content;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  #checkWork(): void {
    if (this.#words > limits.pdfWords) throw new Refusal('file-has-too-many-pages');
    if (this.#milliseconds > limits.pdfSeconds * 1_000) throw new Refusal('document-too-complex');
  }

  async drawPage(number: number, dpi: number): Promise<Picture> {
    this.#drawing ??= startDrawing(new Uint8Array(this.#data), limits.pdfPixels);
    try {
      const document = await this.#drawing.task.promise;
      const picture = await drawPage(document, number, dpi, this.#turns.get(number) ?? 0);
      // A picture too large to be decoded is left out, and the page stays white.
      if (this.#mostPixels > limits.pdfPixels && picture.gray.every((value) => value === 255)) {
        throw new Refusal('picture-too-large');
      }
      return picture;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#reading.close(), this.#drawing?.close()]);
  }
}

/** Whatever the parser says of a file, it is the file that is at fault. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return new Refusal(isLocked ? 'file-encrypted' : 'file-damaged', { cause: error });
}
