import { createCanvas } from '@napi-rs/canvas';
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
      canvas: canvas as never,
      viewport,
      background: 'white',
      annotationMode: AnnotationMode.DISABLE,
    }).promise;
    return { width, height, gray: grayOf(canvas.data(), width * height), dpi: scale * 72 };
  } finally {
    page.cleanup();
  }
}

/** Luminance (ITU-R BT.601) of four bytes a pixel. */
function grayOf(pixels: Uint8Array, count: number): Uint8Array {
  const gray = new Uint8Array(count);
  for (let at = 0, from = 0; at < count; at++, from += 4) {
    gray[at] = ((pixels[from] ?? 0) * 77 + (pixels[from + 1] ?? 0) * 150 + (pixels[from + 2] ?? 0) * 29) >> 8;
  }
  return gray;
}
