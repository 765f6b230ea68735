import { AnnotationMode, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent } from '../../document/page/model.ts';
import { type Font, fontOf } from './fonts.ts';
import type { Matrix } from './matrix.ts';
import { Sheet } from './sheet.ts';
import type { Quarter } from './turn.ts';
import { type Fonts, type Operations, Walk } from './walk.ts';
import type { KeptTexts } from './words.ts';

/** Words and lines of a page, in one pass over its drawing operations. */
export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  fonts: Map<string, Font>,
  kept: KeptTexts,
): Promise<{ content: PageContent; turn: Quarter }> {
  const page = await document.getPage(number);
  try {
    const operations = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const area = { x0: 0, y0: 0, x1: width, y1: height };
    const sheet = new Sheet(area, kept);
    const found = await fontsOf(page, operations, fonts);
    const layers = await document.getOptionalContentConfig();
    const shows = (content: unknown) => layers.isVisible(content as never);
    new Walk(transform as unknown as Matrix, area, { fonts: found, shows }, sheet).run(operations);
    return sheet.finish(number);
  } finally {
    page.cleanup();
  }
}

/**
 * The fonts of a page. Those drawn as pictures (Type 3) are not among the `told` ones; PDF.js keeps them, and they come a
 * little after the operations.
 */
async function fontsOf(
  page: PDFPageProxy,
  { fnArray, argsArray }: Operations,
  told: Map<string, Font>,
): Promise<Fonts> {
  const drawn = new Map<string, Font>();
  for (let at = 0; at < fnArray.length; at++) {
    if (fnArray[at] !== OPS.setFont) continue;
    const [name] = argsArray[at] as [string];
    if (!told.has(name) && !drawn.has(name)) drawn.set(name, await drawnFont(page, name));
  }
  return (name) => told.get(name) ?? drawn.get(name);
}

const drawnFont = (page: PDFPageProxy, name: string): Promise<Font> =>
  new Promise((resolve) => {
    page.commonObjs.get(name, (font: unknown) => resolve(fontOf(font && typeof font === 'object' ? font : {})));
  });
