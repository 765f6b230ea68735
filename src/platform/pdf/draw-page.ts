import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Picture } from '../../document/page/model.ts';
import type { Quarter } from './turn.ts';

/** Most pixels of a drawn page: A3 at 300 dpi has 17 million. */
const MOST_PIXELS = 24_000_000;

/** A page as it is shown, in grey, turned as its text was. A huge page is drawn at fewer dots per inch. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  dpi: number,
  turn: Quarter,
): Promise<Picture> {
  const page = await document.getPage(number);
  try {
    const rotation = (page.rotate + 360 - turn * 90) % 360;
    const size = page.getViewport({ scale: 1, rotation });
    const scale = Math.min(dpi / 72, Math.sqrt(MOST_PIXELS / (size.width * size.height || 1)));
    const viewport = page.getViewport({ scale, rotation });
    const width = Math.max(1, Math.round(viewport.width));
    const height = Math.max(1, Math.round(viewport.height));
    const canvas = createCanvas(width, height);
    await page.render({
      canvas: null,
      canvasContext: canvas.getContext('2d') as never,
      viewport,
      background: 'white',
      annotationMode: AnnotationMode.DISABLE,
    }).promise;
    const gray = grayOf(canvas);
    // What the canvas held outside the heap is given back between turns of the event loop, which promises alone never end.
    await nextTurn();
    canvas.width = 0;
    canvas.height = 0;
    return { width, height, gray, dpi: scale * 72 };
  } finally {
    page.cleanup();
  }
}

/** Rows taken from the canvas at a time. */
const ROWS = 256;

/**
 * Mostly the red of each pixel: a red stamp fades, what is printed or signed below it in black or blue stays. In bands, for a whole page of
 * colours takes four times the memory of its grey.
 */
function grayOf(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  const gray = new Uint8Array(width * height);
  let at = 0;
  for (let top = 0; top < height; top += ROWS) {
    const { data } = context.getImageData(0, top, width, Math.min(ROWS, height - top));
    for (let from = 0; from < data.length; from += 4) {
      gray[at++] = ((data[from] ?? 0) * 180 + (data[from + 1] ?? 0) * 60 + (data[from + 2] ?? 0) * 16) >> 8;
    }
  }
  return gray;
}
