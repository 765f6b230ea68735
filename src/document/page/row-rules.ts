import type { Rule, Word } from './model.ts';

/** Rows of a table are parted by lines of one width; ends of two may differ by this much. */
const sameEnd = 6;

/** White space two words may have between them and still be of one column, in parts of the letter size. */
const apart = 0.5;

/** Strips this wide are looked at, one after the other, for a column's end. */
const step = 2;

type Band = { top: number; bottom: number; blocks: { x0: number; x1: number }[] };

/**
 * A table that only draws lines between its rows has column lines too: where nearly all rows leave white space. Gives
 * those lines, row by row, left out where a cell runs over them. Three rows and three columns at least, or it is text
 * between lines.
 */
export function columnRules(rules: Rule[], words: Word[]): Rule[] {
  const flat = rules.filter(({ x0, x1, y0, y1 }) => y1 - y0 < 1 && x1 - x0 > 120);
  const steep = rules.filter(({ x0, x1, y0, y1 }) => x1 - x0 < 1 && y1 - y0 > 6);
  if (flat.length < 4) return [];
  return stacks(flat)
    .filter((stack) => !steep.some((rule) => crosses(rule, stack)))
    .flatMap((stack) => rulesOf(stack, words));
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
  return found.filter((stack) => stack.length >= 4);
}

const crosses = (steep: Rule, stack: Rule[]): boolean =>
  stack.some(({ x0, x1, y0 }) => steep.x0 > x0 + sameEnd && steep.x0 < x1 - sameEnd && steep.y0 < y0 + 2 && steep.y1 > y0 - 2);

function rulesOf(stack: Rule[], words: Word[]): Rule[] {
  const [left, right] = [stack[0]?.x0 ?? 0, stack[0]?.x1 ?? 0];
  const bands = stack.slice(1).map((rule, at) => toBand((stack[at] as Rule).y0, rule.y0, words, left, right));
  const ends = columnEnds(
    bands.filter(({ blocks }) => blocks.length > 1),
    left,
    right,
  );
  if (ends.length < 2) return [];
  const free = ({ blocks }: Band, x: number): boolean => blocks.every(({ x0, x1 }) => x < x0 || x > x1);
  return bands.flatMap((band) =>
    [left, ...ends.filter((x) => free(band, x)), right].map((x) => ({ x0: x, x1: x, y0: band.top, y1: band.bottom })),
  );
}

/** What stands between two lines: words so near each other that no column ends between them are one block. */
function toBand(top: number, bottom: number, words: Word[], left: number, right: number): Band {
  const inside = words.filter(
    ({ x0, x1, y0, y1 }) => (y0 + y1) / 2 > top && (y0 + y1) / 2 < bottom && x1 > left - 2 && x0 < right + 2,
  );
  const blocks: Band['blocks'] = [];
  for (const { x0, x1, size } of inside.sort((a, b) => a.x0 - b.x0)) {
    const last = blocks.at(-1);
    if (last && x0 - last.x1 < apart * size) last.x1 = Math.max(last.x1, x1);
    else blocks.push({ x0, x1 });
  }
  return { top, bottom, blocks };
}

/** The middle of each strip that nearly all rows leave free, with text on both sides. */
function columnEnds(bands: Band[], left: number, right: number): number[] {
  const ends: number[] = [];
  let start: number | undefined;
  const [from, to] = [
    Math.min(...bands.map(({ blocks }) => blocks[0]?.x0 ?? right)),
    Math.max(...bands.map(({ blocks }) => blocks.at(-1)?.x1 ?? left)),
  ];
  for (let x = from; x <= to; x += step) {
    const free = bands.filter(({ blocks }) => blocks.every(({ x0, x1 }) => x < x0 || x > x1)).length;
    if (bands.length > 1 && free >= 0.75 * bands.length) start ??= x;
    else if (start !== undefined) {
      ends.push((start + x - step) / 2);
      start = undefined;
    }
  }
  return ends;
}
