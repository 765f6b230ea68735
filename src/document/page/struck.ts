import type { PageContent, Rule, Word } from './model.ts';

/** A line through the letters stands between these parts of their height, from below: under them is an underline. */
const lowest = 0.25;
const highest = 0.65;

/** A page with more lines, or more pairs of a line and a word, is a drawing. */
const most = 5_000;
const mostPairs = 50_000_000;

/** Ends of the line and of the words it strikes out may differ by this much. */
const sameEnd = 3;

/**
 * The page without words a line is drawn through from their beginning to their end, and without that line: whoever struck
 * them out took them back. A line that runs on is a table's. Lines found in the picture of a page are too rough for this.
 */
export function withoutStruck(page: PageContent): PageContent {
  const { rules, words } = page;
  if (page.scanned || rules.length > most || rules.length * words.length > mostPairs) return page;
  const gone = new Set<Word>();
  const lines = new Set<Rule>();
  for (const rule of page.rules) {
    if (rule.y1 - rule.y0 > 1 || rule.x1 - rule.x0 < 4) continue;
    const struck = struckBy(rule, page.words);
    if (struck.length === 0) continue;
    lines.add(rule);
    for (const word of struck) gone.add(word);
  }
  if (gone.size === 0) return page;
  return {
    ...page,
    words: page.words.filter((word) => !gone.has(word)),
    rules: page.rules.filter((rule) => !lines.has(rule)),
  };
}

/** The words it runs through; none where it begins before or ends after them, or in the middle of a word. */
function struckBy({ x0, x1, y0 }: Rule, words: Word[]): Word[] {
  const through = words.filter((word) => {
    const height = (word.y1 - y0) / (word.y1 - word.y0);
    return height > lowest && height < highest && word.x1 > x0 + sameEnd && word.x0 < x1 - sameEnd;
  });
  const [from, to] = [Math.min(...through.map((word) => word.x0)), Math.max(...through.map((word) => word.x1))];
  return Math.abs(from - x0) <= sameEnd && Math.abs(to - x1) <= sameEnd ? through : [];
}
