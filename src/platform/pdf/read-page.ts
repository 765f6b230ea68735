import { AnnotationMode, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent } from '../../document/page/model.ts';
import type { Matrix } from './matrix.ts';
import { Sheet } from './sheet.ts';
import { type Font, type Fonts, type Operations, Walk } from './walk.ts';
import type { Quarter } from './words.ts';

/** Words and lines of a page, in one pass over its drawing operations. */
export async function readPage(
  document: PDFDocumentProxy,
  number: number,
): Promise<{ content: PageContent; turn: Quarter }> {
  const page = await document.getPage(number);
  try {
    const operations = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const area = { x0: 0, y0: 0, x1: width, y1: height };
    const sheet = new Sheet(area);
    const fonts = await fontsOf(page, operations);
    new Walk(transform as unknown as Matrix, area, fonts, sheet).run(operations);
    return sheet.finish(number);
  } finally {
    page.cleanup();
  }
}

/** The fonts of a page; they arrive a little after the operations. */
async function fontsOf(page: PDFPageProxy, { fnArray, argsArray }: Operations): Promise<Fonts> {
  const names = new Set<string>();
  fnArray.forEach((operation, at) => {
    if (operation === OPS.dependency) for (const name of argsArray[at] as string[]) names.add(name);
  });
  const fonts = new Map<string, Font>();
  await Promise.all(
    [...names]
      .filter((name) => /^g_d\d+_f/.test(name))
      .map(
        (name) =>
          new Promise<void>((resolve) => {
            page.commonObjs.get(name, (font: unknown) => {
              if (font && typeof font === 'object') fonts.set(name, font as Font);
              resolve();
            });
          }),
      ),
  );
  return (name) => fonts.get(name);
}
