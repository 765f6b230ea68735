import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../../document/refuse.ts';
import type { PdfFile } from '../../document/tools.ts';
import { drawPage } from './draw-page.ts';
import { startDrawing, startReading } from './pdfjs.ts';
import { readPage } from './read-page.ts';
import type { Quarter } from './turn.ts';

/** Opens a PDF: words and lines by one instance of PDF.js that decodes no picture, pictures by another, when asked. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const data = new Uint8Array(bytes);
  const reader = startReading(data);
  const document = await open(reader.task.promise, reader.close);
  const turns = new Map<number, Quarter>();
  let drawing: ReturnType<typeof startDrawing> | undefined;
  return {
    pages: document.numPages,
    readPage: async (number) => {
      const { content, turn } = await readPage(document, number, reader.fonts);
      if (turn !== 0) turns.set(number, turn);
      return content;
    },
    drawPage: async (number, dpi) => {
      drawing ??= startDrawing(new Uint8Array(data), 100_000_000);
      return drawPage(await drawing.task.promise, number, dpi, turns.get(number) ?? 0);
    },
    close: async () => {
      await Promise.all([reader.close(), drawing?.close()]);
    },
  };
}

async function open(opening: Promise<PDFDocumentProxy>, close: () => Promise<void>): Promise<PDFDocumentProxy> {
  try {
    return await opening;
  } catch (error) {
    await close();
    const name = error instanceof Error ? error.name : '';
    throw new Refusal(name === 'PasswordException' ? 'file-encrypted' : 'file-damaged', { cause: error });
  }
}
