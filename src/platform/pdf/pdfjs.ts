import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, type PDFDocumentLoadingTask, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
// @ts-expect-error the parser comes without types
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { type Font, fontOf, type ToldFont } from './fonts.ts';
import { openLine } from './port.ts';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(home, name) + sep;

type Started = { task: PDFDocumentLoadingTask; close: () => Promise<void> };

/** What either instance needs comes from its own package, nothing from the network or the system. No XFA, no scripts. */
const own = {
  verbosity: 0,
  cMapUrl: folder('cmaps'),
  iccUrl: folder('iccs'),
  standardFontDataUrl: folder('standard_fonts'),
  wasmUrl: folder('wasm'),
  useSystemFonts: false,
  useWorkerFetch: false,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  stopAtErrors: false,
};

/**
 * Starts PDF.js for reading: pictures stay undecoded and fonts are told of but not loaded, which takes a third of the
 * time. `fonts` fills as pages are read.
 */
export function startReading(data: Uint8Array): Started & { fonts: Map<string, Font> } {
  const fonts = new Map<string, Font>();
  const [near, far] = openLine(({ action, data: told }) => {
    if (action !== 'commonobj' || !Array.isArray(told)) return false;
    const [name, kind, font] = told as [string, string, { extra?: ToldFont } | undefined];
    if (kind !== 'Font' || !font?.extra || font.extra.type === 'Type3') return false;
    fonts.set(name, fontOf(font.extra));
    return true;
  });
  WorkerMessageHandler.initializeFromPort(far);
  // Typed for browsers, where a port is a Worker.
  const worker = new PDFWorker({ port: near as unknown as null, verbosity: 0 });
  const task = getDocument({
    ...own,
    data,
    worker,
    disableFontFace: false,
    fontExtraProperties: true,
    maxImageSize: 0,
  });
  const close = async () => {
    await task.destroy();
    worker.destroy();
    near.terminate();
    far.terminate();
  };
  return { task, close, fonts };
}

/** Starts PDF.js for drawing. Pictures of more pixels than `maxImageSize` are left out. */
export function startDrawing(data: Uint8Array, maxImageSize: number): Started {
  const task = getDocument({ ...own, data, disableFontFace: true, maxImageSize });
  return { task, close: () => task.destroy() };
}
