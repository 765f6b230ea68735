import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';
import type { Box, PageLayout } from '../../../../src/document/model.ts';
import { fitScale } from './fit.ts';

/**
 * The plan's own pages, drawn in the browser. The library is fetched only when a plan with pages is opened; it runs no
 * script of the file and opens nothing the file points to.
 */
export type Pdf = {
  /** draws a page `width` device pixels wide; `stop` ends it halfway */
  drawPage: (canvas: HTMLCanvasElement, number: number, width: number) => Drawing;
  /** draws one box of a page, `scale` device pixels a point */
  drawBox: (canvas: HTMLCanvasElement, box: Box, scale: number) => Drawing;
};
export type Drawing = { done: Promise<void>; stop: () => void };

export type PdfState = { state: 'opening' } | { state: 'open'; pdf: Pdf } | { state: 'failed' };

/** Pages and the crops beside the fields are drawn from one open file. */
const opened = new Map<string, { users: number; pdf: Promise<PDFDocumentProxy> }>();

export function usePdf(url: string | null, layout: readonly PageLayout[]): PdfState {
  const [state, setState] = useState<PdfState>({ state: 'opening' });
  useEffect(() => {
    if (url === null) return;
    let gone = false;
    const file = borrow(url);
    file.then(
      (pdf) => gone || setState({ state: 'open', pdf: drawerOf(pdf, layout) }),
      () => gone || setState({ state: 'failed' }),
    );
    return () => {
      gone = true;
      giveBack(url);
    };
  }, [url, layout]);
  return state;
}

function borrow(url: string): Promise<PDFDocumentProxy> {
  const known = opened.get(url) ?? { users: 0, pdf: open(url) };
  known.users += 1;
  opened.set(url, known);
  return known.pdf;
}

function giveBack(url: string): void {
  const known = opened.get(url);
  if (!known) return;
  known.users -= 1;
  if (known.users > 0) return;
  opened.delete(url);
  known.pdf.then(
    (pdf) => pdf.loadingTask.destroy(),
    () => {},
  );
}

async function open(url: string): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  // The content policy allows no compiled code, and old office computers need none: pictures are decoded in JavaScript.
  const tables = { cMapUrl: '/pdf/cmaps/', standardFontDataUrl: '/pdf/fonts/', wasmUrl: '/pdf/wasm/', useWasm: false };
  return await pdfjs.getDocument({ url, ...tables, enableXfa: false, disableRange: true, maxImageSize: 120_000_000 })
    .promise;
}

const drawerOf = (pdf: PDFDocumentProxy, layout: readonly PageLayout[]): Pdf => ({
  drawPage: (canvas, number, width) => {
    const shown = layout[number - 1];
    return draw(pdf, canvas, number, (page) => {
      const rotation = rotationOf(page, shown);
      const { width: points, height } = page.getViewport({ scale: 1, rotation });
      return page.getViewport({ scale: fitScale(width / points, points, height), rotation });
    });
  },
  drawBox: (canvas, box, asked) => {
    const shown = layout[box.page - 1];
    const scale = fitScale(asked, box.x1 - box.x0, box.y1 - box.y0);
    const size = { width: (box.x1 - box.x0) * scale, height: (box.y1 - box.y0) * scale };
    return draw(
      pdf,
      canvas,
      box.page,
      (page) => {
        const rotation = rotationOf(page, shown);
        return page.getViewport({ scale, rotation, offsetX: -box.x0 * scale, offsetY: -box.y0 * scale });
      },
      size,
    );
  },
});

/** A page that lies on its side in the file was turned when it was read; it is shown as it was read. */
const rotationOf = (page: PDFPageProxy, shown: PageLayout | undefined): number =>
  (page.rotate + 90 * (shown?.turned ?? 0)) % 360;

type Viewport = ReturnType<PDFPageProxy['getViewport']>;

function draw(
  pdf: PDFDocumentProxy,
  canvas: HTMLCanvasElement,
  number: number,
  viewportOf: (page: PDFPageProxy) => Viewport,
  size?: { width: number; height: number },
): Drawing {
  let task: RenderTask | undefined;
  let stopped = false;
  const done = (async () => {
    const page = await pdf.getPage(number);
    if (stopped) return;
    const viewport = viewportOf(page);
    canvas.width = Math.ceil(size?.width ?? viewport.width);
    canvas.height = Math.ceil(size?.height ?? viewport.height);
    task = page.render({ canvas, viewport, annotationMode: 0 });
    await task.promise.catch((error: unknown) => {
      if (!stopped) throw error;
    });
  })();
  const stop = () => {
    stopped = true;
    task?.cancel();
  };
  return { done, stop };
}
