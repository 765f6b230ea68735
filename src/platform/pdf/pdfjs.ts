import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, type PDFDocumentLoadingTask, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
// @ts-expect-error the parser comes without types
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { limits } from '../../document/limits.ts';
import { Refusal } from '../../document/refuse.ts';
import { type Font, fontOf, type ToldFont } from './fonts.ts';
import { inflateAtOnce } from './inflate.ts';
import { openLine } from './port.ts';
import { hearStrayRejections } from './stray.ts';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(home, name) + sep;

type Started = { task: PDFDocumentLoadingTask; close: () => Promise<void> };

/** `fonts` met so far. */
export type Reading = Started & {
  fonts: Map<string, Font>;
  /** what `work` gives, unless the parser goes on for too long over it; then all is closed */
  within: <T>(work: () => Promise<T>) => Promise<T>;
};

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
 * time.
 */
export function startReading(data: Uint8Array): Reading {
  inflateAtOnce();
  hearStrayRejections();
  const fonts = new Map<string, Font>();
  const watch = watchWork();
  const [near, far] = openLine(({ action, data: told, chunk }) => {
    watch.count(chunk?.fnArray?.length ?? 0);
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
  const cut = () => {
    near.terminate();
    far.terminate();
  };
  watch.stopped.catch(cut);
  const close = async () => {
    // Once the line is cut the parser waits for ever to be asked on; told to end, it would end by an error nobody hears.
    if (!watch.isStopped()) {
      await task.destroy();
      worker.destroy();
    }
    cut();
  };
  return { task, close, fonts, within: watch.within };
}

/** Stops work that goes on for too long, by operations or by the clock. */
function watchWork() {
  // Nobody waits: what is said then costs nobody any time.
  const idle = Number.POSITIVE_INFINITY;
  const stop = Promise.withResolvers<never>();
  let operations = 0;
  let start = idle;
  let isStopped = false;
  return {
    stopped: stop.promise,
    isStopped: () => isStopped,
    count(more: number): void {
      operations += more;
      isStopped ||= operations > limits.pdfOperations || performance.now() - start > limits.pdfPageSeconds * 1_000;
      if (isStopped) stop.reject(new Refusal('document-too-complex'));
    },
    async within<T>(work: () => Promise<T>): Promise<T> {
      operations = 0;
      start = performance.now();
      try {
        return await Promise.race([work(), stop.promise]);
      } finally {
        start = idle;
      }
    },
  };
}

/** Starts PDF.js for drawing. Pictures of more pixels than `maxImageSize` are left out. */
export function startDrawing(data: Uint8Array, maxImageSize: number): Started {
  const task = getDocument({ ...own, data, disableFontFace: true, maxImageSize });
  return { task, close: () => task.destroy() };
}
