import type { PageContent, Picture } from '../page/model.ts';
import type { PieceToRecognise, Recognise, RecognisedWord } from '../tools.ts';
import type { Area } from './area.ts';
import { cut, findPieces, type Piece, rulesOf, toPoints, withoutRules } from './find-pieces.ts';
import { findRules } from './find-rules.ts';
import { withContrast } from './ink.ts';
import { mendLabels } from './label.ts';
import { placeWords } from './place-words.ts';
import { enlarge } from './turn.ts';
import { overturn, setLevel, type Upright } from './upright.ts';

type Options = { signal?: AbortSignal | undefined };

/** With a mean confidence below this, a page may stand on its head, and lines may be cut in the wrong places. */
const poor = 0.7;

/** The words and ruled lines of a page from its picture; of a blank page none. */
export async function readScannedPage(
  number: number,
  drawn: Picture,
  recognise: Recognise,
  options: Options,
): Promise<PageContent> {
  const level = setLevel(drawn);
  const page = await readUpright(number, level, recognise, options);
  if (level.letters < 5 || meanOf(page.words) >= poor) return page;
  const other = await readUpright(number, overturn(level), recognise, options);
  return meanOf(other.words) > meanOf(page.words) ? other : page;
}

/** Mean confidence of the letters. */
function meanOf(words: { text: string; confidence: number | null }[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return 0;
  return words.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 0), 0) / letters;
}

async function readUpright(
  number: number,
  { whole, cleaned, quarters }: Upright,
  recognise: Recognise,
  options: Options,
): Promise<PageContent> {
  const { width, height, dpi } = whole;
  const found = findRules(whole);
  const bare = withoutRules(cleaned, found);
  const words = placeWords(await recognisePieces(bare, findPieces(bare, found), recognise, options));
  const size = { width: toPoints(width, dpi), height: toPoints(height, dpi) };
  const turned = quarters === 0 ? {} : { turned: quarters };
  return { number, ...size, words, rules: rulesOf(found, dpi), scanned: true, ...turned };
}

/** The lines of all pieces, in points of the page. */
async function recognisePieces(
  picture: Picture,
  pieces: Piece[],
  recognise: Recognise,
  options: Options,
): Promise<RecognisedWord[][]> {
  const dashes = pieces.filter(({ layout }) => layout === 'dash').map((piece) => [dash(piece, picture.dpi)]);
  const cuts = pieces.flatMap((piece) => cutOut(picture, piece) ?? []);
  const found = await recogniseCuts(cuts, recognise, options);
  const columns = [...Map.groupBy(cuts.keys(), (at) => (cuts[at] as Cut).column)].map(([column, members]) => ({
    column,
    lines: members.flatMap((at) => found[at] ?? []),
  }));
  const doubted = columns.filter(({ column, lines }) => {
    return meanOf(lines.flat()) < (isShort(column, picture.dpi) ? fair : poor);
  });
  const again = await recogniseCuts(
    doubted.map(({ column }) => secondLook(picture, column)),
    recognise,
    options,
  );
  for (const [at, one] of doubted.entries()) {
    const other = again[at] ?? [];
    if (meanOf(other.flat()) > meanOf(one.lines.flat())) one.lines = other;
  }
  return [...dashes, ...columns.flatMap(({ lines }) => lines)];
}

/** A part of the page on its way to recognition; `scale` times larger than the page. */
type Cut = PieceToRecognise & { left: number; top: number; scale: number; column: Area };

const cutOut = (picture: Picture, { layout, column, ...area }: Piece): Cut | undefined =>
  layout === 'dash' ? undefined : { ...cut(picture, area), layout, column, scale: 1 };

/** In inches: what is not wider or higher is a number or one short word. */
const short = 0.45;
const isShort = ({ x0, y0, x1, y1 }: Area, dpi: number): boolean =>
  x1 - x0 <= short * dpi && y1 - y0 <= (short * dpi) / 2;

/** A number has no context to be recognised by; below this it is looked at again. */
const fair = 0.9;

/**
 * A number alone in its cell is recognised better when large and taken for one word. Elsewhere dirt may have cut lines in
 * the wrong places; recognition then finds them better by itself.
 */
function secondLook(picture: Picture, column: Area): Cut {
  const one = cut(picture, column);
  const { dpi } = picture;
  if (!isShort(column, dpi)) return { ...one, layout: 'block', column, scale: 1 };
  return { ...one, picture: withContrast(enlarge(one.picture)), layout: 'word', column, scale: 2 };
}

/** The lines of each cut. */
async function recogniseCuts(cuts: Cut[], recognise: Recognise, options: Options): Promise<RecognisedWord[][][]> {
  if (cuts.length === 0) return [];
  const found = await recognise(
    cuts.map(({ picture, layout }) => ({ picture, layout })),
    options,
  );
  return found.map((words, at) => linesOf(words, cuts[at] as Cut));
}

function linesOf(words: RecognisedWord[], { picture, left, top, scale }: Cut): RecognisedWord[][] {
  const x = (value: number): number => toPoints(value / scale + left, picture.dpi / scale);
  const y = (value: number): number => toPoints(value / scale + top, picture.dpi / scale);
  const placed = mendLabels(words, picture).map((word) => ({
    ...word,
    ...{ x0: x(word.x0), y0: y(word.y0), x1: x(word.x1), y1: y(word.y1) },
  }));
  return [...Map.groupBy(placed, ({ line }) => line).values()];
}

const dash = ({ x0, y0, x1, y1 }: Piece, dpi: number): RecognisedWord => ({
  ...{ text: '-', confidence: 0.9, line: 0 },
  ...{ x0: toPoints(x0, dpi), y0: toPoints(y0, dpi), x1: toPoints(x1, dpi), y1: toPoints(y1, dpi) },
});
