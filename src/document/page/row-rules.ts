import type { PageContent, Rule, Word } from './model.ts';
import { splitAtGaps, type TextLine, toLines } from './text-lines.ts';

/** Rows of a table are parted by lines of one width; ends of two may differ by this much. */
const sameEnd = 6;

/** White space two words may have between them and still be of one column, in parts of the letter size. */
const apart = 0.5;

/** Strips this wide are looked at, one after the other, for a column's end; wider ones where a page is as wide as a field. */
const finest = 2;
const mostSteps = 2_000;

/** More lines in one direction, or more tables of rows, than any page of a document has: a drawing. */
const mostLines = 2_000;
const mostStacks = 20;

type Stretch = { x0: number; x1: number };
type Band = { page: number; top: number; bottom: number; words: Stretch[]; blocks: Stretch[]; lines: number };
type Ruled = Pick<PageContent, 'number' | 'rules' | 'words'>;

/**
 * A table that only draws lines between its rows has column lines too: where nearly all rows, on whatever page, leave white
 * space. Gives those lines by page, row by row, left out where a cell runs over them. Three rows and three columns at
 * least, or it is text between lines.
 */
export function columnRules(pages: Ruled[]): Map<number, Rule[]> {
  const found = pages.flatMap(({ number, rules, words }) =>
    stacksOf(rules).map((stack) => ({
      left: stack[0]?.x0 ?? 0,
      right: stack[0]?.x1 ?? 0,
      bands: bandsOf(stack, words, number),
    })),
  );
  const rules = new Map<number, Rule[]>();
  while (found.length > 0) {
    const { left, right } = found[0] as (typeof found)[number];
    const alike = found.filter((one) => Math.abs(one.left - left) < sameEnd && Math.abs(one.right - right) < sameEnd);
    for (const one of alike) found.splice(found.indexOf(one), 1);
    const bands = alike.flatMap((one) => one.bands);
    const ends = columnEnds(bands, left, right);
    if (ends.length < 2 || bands.length < 3) continue;
    for (const band of bands)
      rules.set(band.page, [...(rules.get(band.page) ?? []), ...wallsOf(band, [left, ...ends, right])]);
  }
  return rules;
}

function stacksOf(rules: Rule[]): Rule[][] {
  const flat = rules.filter(({ x0, x1, y0, y1 }) => y1 - y0 < 1 && x1 - x0 > 120);
  const steep = rules.filter(({ x0, x1, y0, y1 }) => x1 - x0 < 1 && y1 - y0 > 6);
  if (flat.length < 3 || flat.length > mostLines || steep.length > mostLines) return [];
  const found = stacks(flat);
  return found.length > mostStacks ? [] : found.filter((stack) => !steep.some((rule) => crosses(rule, stack)));
}

/** Lines of the same width below each other, from top to bottom. */
function stacks(flat: Rule[]): Rule[][] {
  const found: Rule[][] = [];
  for (const rule of [...flat].sort((a, b) => a.y0 - b.y0)) {
    const stack = found.find(
      ([first]) => first && Math.abs(first.x0 - rule.x0) < sameEnd && Math.abs(first.x1 - rule.x1) < sameEnd,
    );
    if (!stack) found.push([rule]);
    else if (rule.y0 - (stack.at(-1) as Rule).y0 > 6) stack.push(rule);
  }
  return found.filter((stack) => stack.length >= 3);
}

const crosses = (steep: Rule, stack: Rule[]): boolean =>
  stack.some(
    ({ x0, x1, y0 }) => steep.x0 > x0 + sameEnd && steep.x0 < x1 - sameEnd && steep.y0 < y0 + 2 && steep.y1 > y0 - 2,
  );

const bandsOf = (stack: Rule[], words: Word[], page: number): Band[] =>
  [...headerOf(stack, words), ...stack].flatMap((rule, at, all) =>
    at === 0 ? [] : [toBand(page, all[at - 1] as Rule, rule, words)],
  );

/** A header with a line below it alone: the lines right above the first one, in three parts or more, have a top too. */
function headerOf([first]: Rule[], words: Word[]): Rule[] {
  if (!first) return [];
  const { x0, x1, y0 } = first;
  const over = words.filter((word) => word.y1 <= y0 + 2 && word.x1 > x0 - 2 && word.x0 < x1 + 2);
  const lines: TextLine[] = [];
  for (const line of toLines(over, 0).reverse()) {
    const below = lines.at(-1)?.y0 ?? y0;
    if (below - line.y1 > (lines.length === 0 ? 1.6 : 0.5) * line.size || lines.length === 4) break;
    lines.push(line);
  }
  const top = lines.findLast((line) => splitAtGaps(line, apart * line.size).length >= 3);
  return top ? [{ x0, x1, y0: top.y0 - 1, y1: top.y0 - 1 }] : [];
}

/** The column lines a row has: none where a word runs over, none right of a group row's name. */
function wallsOf(band: Band, ends: number[]): Rule[] {
  const [last] = band.blocks.slice(-1);
  const [left, right] = [ends[0] as number, ends.at(-1) as number];
  const group = band.lines < 2 && band.blocks.length < 3 && (last?.x1 ?? 0) < (ends.at(-2) ?? 0);
  const free = (x: number): boolean =>
    x === left || x === right || (isFree(x, band) && !(group && x > (last?.x0 ?? 0)));
  return ends.filter(free).map((x) => ({ x0: x, x1: x, y0: band.top, y1: band.bottom }));
}

/** In a row of several columns words may stand near each other, but over the end of one only where cells are merged. */
const isFree = (x: number, { blocks, words }: Band): boolean =>
  (blocks.length > 2 ? words : blocks).every(({ x0, x1 }) => x < x0 || x > x1);

/** What stands between two lines: words so near each other that no column ends between them are one block. */
function toBand(page: number, { x0: left, x1: right, y0: top }: Rule, { y0: bottom }: Rule, words: Word[]): Band {
  const inside = words.filter(
    ({ x0, x1, y0, y1 }) => (y0 + y1) / 2 > top && (y0 + y1) / 2 < bottom && x1 > left - 2 && x0 < right + 2,
  );
  const blocks: Band['blocks'] = [];
  for (const { x0, x1, size } of inside.sort((a, b) => a.x0 - b.x0)) {
    const last = blocks.at(-1);
    if (last && x0 - last.x1 < apart * size) last.x1 = Math.max(last.x1, x1);
    else blocks.push({ x0, x1 });
  }
  const [first] = inside;
  const high = Math.max(0, ...inside.map(({ y1 }) => y1)) - Math.min(bottom, ...inside.map(({ y0 }) => y0));
  return { page, top, bottom, words: inside, blocks, lines: first ? Math.round(high / (first.size * 1.2)) : 0 };
}

/** The middle of each strip that nearly all rows leave free, with text on both sides. */
function columnEnds(all: Band[], left: number, right: number): number[] {
  const bands = all.filter(({ blocks }) => blocks.length > 1);
  const ends: number[] = [];
  let start: number | undefined;
  const from = bands.reduce((least, { blocks }) => Math.min(least, blocks[0]?.x0 ?? right), right);
  const to = bands.reduce((most, { blocks }) => Math.max(most, blocks.at(-1)?.x1 ?? left), left);
  const step = Math.max(finest, (to - from) / mostSteps);
  for (let x = from; x <= to; x += step) {
    const free = bands.filter(({ blocks }) => blocks.every(({ x0, x1 }) => x < x0 || x > x1)).length;
    if (bands.length > 1 && free >= 0.75 * bands.length) start ??= x;
    else if (start !== undefined) {
      ends.push(freest(start, x - step, step, bands));
      start = undefined;
    }
  }
  return ends;
}

/** The middle of where the fewest words stand in the way. */
function freest(from: number, to: number, step: number, bands: Band[]): number {
  const places = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
  const free = places.map((x) => bands.filter(({ words }) => words.every(({ x0, x1 }) => x < x0 || x > x1)).length);
  const most = Math.max(...free);
  const best = places.filter((_, at) => free[at] === most);
  return ((best[0] ?? from) + (best.at(-1) ?? to)) / 2;
}
