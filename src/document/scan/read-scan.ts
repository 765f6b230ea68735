import type { PageContent, Picture } from '../page/model.ts';
import { Refusal } from '../refuse.ts';
import type { DocumentTools, PdfFile, PieceToRecognise, Recognise } from '../tools.ts';
import { clean, type Sheet } from './clean.ts';
import { cut, findPieces, rulesOf, toPoints, withoutRules } from './find-pieces.ts';
import { findRules } from './find-rules.ts';
import { toFaintInk, whiten } from './ink.ts';
import { placeWords, type RecognisedLine } from './place-words.ts';
import { findSlope, straighten, turnPicture } from './turn.ts';

/** Dots per inch at which pages are drawn for recognition. */
const dpi = 200;

/** Pages in work at the same time: while one is recognised, the next is drawn. */
const atOnce = 2;

/** Recognises the pictures of pages: their words and ruled lines. */
export async function readScannedPages(file: PdfFile, numbers: number[], tools: DocumentTools): Promise<PageContent[]> {
  const { recognise, signal, progress } = tools;
  if (!recognise) throw new Refusal('file-is-pdf');
  const pages: PageContent[] = [];
  const rest = [...numbers];
  const work = async (): Promise<void> => {
    for (let number = rest.shift(); number !== undefined; number = rest.shift()) {
      signal?.throwIfAborted();
      pages.push(await readScannedPage(number, await file.drawPage(number, dpi), recognise, signal));
      progress?.({ step: 'recognise', done: pages.length, of: numbers.length });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return pages.sort((a, b) => a.number - b.number);
}

async function readScannedPage(
  number: number,
  drawn: Picture,
  recognise: Recognise,
  signal: AbortSignal | undefined,
): Promise<PageContent> {
  const { sheet, turned } = setUpright(drawn);
  const { picture } = sheet;
  const size = { width: toPoints(picture.width, picture.dpi), height: toPoints(picture.height, picture.dpi) };
  const found = findRules(toFaintInk(picture));
  const bare = withoutRules(picture, found);
  const words = placeWords(await recognisePieces(bare, findPieces(bare, found), recognise, signal));
  return { number, ...size, words, rules: rulesOf(found, picture.dpi), scanned: true, ...(turned ? { turned } : {}) };
}

/** Letters stand on lines this much more sharply than side by side, or the page lies on its side. */
const sharper = 1.2;

/** The page cleaned, its lines of text level. */
function setUpright(drawn: Picture): { sheet: Sheet; turned: 0 | 1 | 2 | 3 } {
  let sheet = clean(whiten(drawn));
  let slope = findSlope(sheet.letters, drawn.dpi);
  const lying = findSlope(sheet.letters, drawn.dpi, false);
  const turned = lying.sharpness > slope.sharpness * sharper ? 1 : 0;
  if (turned === 1) {
    sheet = clean(turnPicture(sheet.picture, turned));
    slope = findSlope(sheet.letters, drawn.dpi);
  }
  const straight = straighten(sheet.picture, slope.degrees);
  return { sheet: straight === sheet.picture ? sheet : clean(straight), turned };
}

async function recognisePieces(
  picture: Picture,
  areas: ReturnType<typeof findPieces>,
  recognise: Recognise,
  signal: AbortSignal | undefined,
): Promise<RecognisedLine[]> {
  const cuts = areas.map((area) => cut(picture, area));
  const pieces = cuts.map(({ picture }): PieceToRecognise => ({ picture, layout: layoutOf(picture) }));
  const found = pieces.length === 0 ? [] : await recognise(pieces, { signal });
  return found.flatMap((words, at) => {
    const { left, top } = cuts[at] as (typeof cuts)[number];
    const x = (value: number): number => toPoints(value + left, picture.dpi);
    const y = (value: number): number => toPoints(value + top, picture.dpi);
    const placed = words.map((word) => ({ ...word, x0: x(word.x0), y0: y(word.y0), x1: x(word.x1), y1: y(word.y1) }));
    return [...Map.groupBy(placed, ({ line }) => line).values()];
  });
}

/** Lower than this, in inches and with its margins, a piece is one line: a mode that never looks for a second. */
const layoutOf = ({ height, dpi }: Picture): 'line' | 'block' => (height < 0.4 * dpi ? 'line' : 'block');
