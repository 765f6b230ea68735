import { fold } from '../../kernel/text.ts';
import type { Rule } from './model.ts';
import { splitAtGaps, type TextLine, toLine } from './text-lines.ts';

/** What a page holds outside its tables, and where these stand. */
export type PageText = {
  number: number;
  width: number;
  height: number;
  lines: TextLine[];
  rules: Rule[];
  tables: { x0: number; y0: number; x1: number; y1: number }[];
};

/** The lines of each page without what only pages have: numbers, running titles, footnotes, stamps, signatures' data. */
export function withoutFurniture(pages: PageText[]): TextLine[][] {
  const told = pages.map((page) => ({ ...page, lines: withoutFootnotes(page, withoutStamps(page.lines)) }));
  const kept = told.map(({ lines }) => [...lines]);
  for (const end of ['top', 'bottom'] as const) peel(told, kept, end);
  return kept.map(withoutLineNumbers);
}

const pageNumber = /^[-–—_.\s]*(?:(?:trang|page)\s*(?:số\s*)?)?\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?[-–—_.\s]*$/iu;

/** From the rim of all pages inwards, as long as the outermost line is a page number or runs over several pages. */
function peel(pages: PageText[], kept: TextLine[][], end: 'top' | 'bottom'): void {
  for (let turn = 0; turn < 4; turn++) {
    const rims = pages.map((page, at) => rimOf(page, kept[at] ?? [], end));
    const numbers = rims.map((line) => line !== undefined && pageNumber.test(line.text));
    const running = countAlike(rims);
    let peeled = false;
    for (const [at, line] of rims.entries()) {
      if (!line || !(numbers[at] || isRunning(line, pages[at] as PageText, running, pages.length))) continue;
      kept[at] = (kept[at] ?? []).filter((one) => one !== line);
      peeled = true;
    }
    if (!peeled) return;
  }
}

/** The outermost line of a page, where no table stands further out. */
function rimOf({ tables }: PageText, lines: TextLine[], end: 'top' | 'bottom'): TextLine | undefined {
  const line = end === 'top' ? lines[0] : lines.at(-1);
  if (!line) return undefined;
  const inner = end === 'top' ? tables.some(({ y0 }) => y0 < line.y0) : tables.some(({ y1 }) => y1 > line.y1);
  return inner ? undefined : line;
}

/** Same words at the same height; figures may differ, as those of pages do. */
const keyOf = (line: TextLine): string => `${Math.round(line.y0 / 6)} ${fold(line.text).replace(/\d+/g, '0')}`;

function countAlike(rims: (TextLine | undefined)[]): Map<string, TextLine[]> {
  const alike = new Map<string, TextLine[]>();
  for (const line of rims) {
    if (!line) continue;
    const key = keyOf(line);
    alike.set(key, [...(alike.get(key) ?? []), line]);
  }
  return alike;
}

/**
 * On three pages, or on each of two in the margin. Numbers in it must be the same or count the pages: "PHỤ LỤC 1" and
 * "PHỤ LỤC 2" are titles.
 */
function isRunning(line: TextLine, page: PageText, alike: Map<string, TextLine[]>, pages: number): boolean {
  const same = alike.get(keyOf(line)) ?? [];
  const inMargin = line.y1 < page.height * 0.08 || line.y0 > page.height * 0.92;
  if (line.y1 > page.height * 0.14 && line.y0 < page.height * 0.86) return false;
  if (same.length < 3 && !(same.length === 2 && pages <= 3 && inMargin)) return false;
  const exact = same.filter((one) => one.text === line.text).length;
  return exact * 2 > same.length || same.every((one) => countsAlong(one, line));
}

/** Each number the same in both, or further on by as many as the pages are. */
function countsAlong(a: TextLine, b: TextLine): boolean {
  const [left, right] = [a, b].map(({ text }) => (text.match(/\d+/g) ?? []).map(Number)) as [number[], number[]];
  return left.every((value, at) => value === right[at] || value - (right[at] ?? Number.NaN) === a.page - b.page);
}

/** Small print below a short line at the foot of a page. */
function withoutFootnotes({ lines, rules, height }: PageText, kept: TextLine[]): TextLine[] {
  const usual = middle(lines.map(({ size }) => size));
  const short = rules.filter(({ x0, x1, y0, y1 }) => y0 === y1 && y0 > height * 0.4 && x1 - x0 > 40 && x1 - x0 < 260);
  for (const { y0 } of short) {
    const below = kept.filter((line) => line.y0 > y0 - 2);
    const notes = below.filter((line) => !pageNumber.test(line.text));
    const small = notes.every(({ size }) => size < usual * 0.93);
    const marked = /^(?:\d{1,2}|\*|\(\d{1,2}\)|\[\d{1,2}\])/.test(notes[0] ? notes[0].text : '');
    if (notes.length > 0 && small && marked) return kept.filter((line) => !notes.includes(line));
  }
  return kept;
}

const middle = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const signed =
  /^(?:người ký|ký bởi|ký ngày|thời gian ký|ngày ký|được ký bởi|signature (?:not )?v|digitally signed|signed by|email\s*:|cơ quan\s*:|tổ chức\s*:|chức vụ\s*:)/iu;
const surelySigned =
  /^(?:người ký\s*:|ký bởi\s*:|thời gian ký\s*:|được ký bởi|digitally signed|signature (?:not )?v)/iu;
const arrival = /^(?:(?:công văn|văn bản)\s+)?đến$|^đến\s+(?:số|giờ|ngày)\s*:/iu;
const arrived = /^(?:số|giờ|ngày|chuyển|lưu hồ sơ số)\s*(?:[:.…]|$)/iu;

/** The data of a digital signature and the stamp of arrival, which stand beside and over the text. */
function withoutStamps(lines: TextLine[]): TextLine[] {
  const parts = lines.map((line) => splitAtGaps(line, line.size));
  const all = parts.flat();
  const signatures = all.filter((part) => surelySigned.test(part.text));
  const stamps = all.filter((part) => arrival.test(part.text));
  if (signatures.length + stamps.length === 0) return lines;
  const goes = (part: TextLine): boolean =>
    signatures.includes(part) ||
    stamps.includes(part) ||
    (signed.test(part.text) && signatures.some((one) => isNear(one, part))) ||
    (arrived.test(part.text) && stamps.some((one) => isNear(one, part) && part.y0 >= one.y0));
  return parts.flatMap((one, at) => {
    const left = one.filter((part) => !goes(part));
    if (left.length === one.length) return [lines[at] as TextLine];
    return left.length === 0 ? [] : [merge(left)];
  });
}

const merge = (parts: TextLine[]): TextLine =>
  toLine(
    parts.flatMap(({ words }) => words),
    parts[0]?.page ?? 0,
  );

const isNear = (a: TextLine, b: TextLine): boolean =>
  a.page === b.page && Math.abs(a.y0 - b.y0) < 60 && Math.min(a.x1, b.x1) > Math.max(a.x0, b.x0) - 10;

/** Numbers counting the lines of a page, in the margin left of all text. */
function withoutLineNumbers(lines: TextLine[]): TextLine[] {
  const numbered = lines.filter(
    ({ words: [first, second] }) => first && second && isMarginal(first.text, second.x0 - first.x1),
  );
  const counts = numbered.map(({ words }) => Number(words[0]?.text));
  const counting = counts.filter((count, at) => at > 0 && [1, 5].includes(count - (counts[at - 1] ?? 0))).length;
  if (numbered.length < 6 || numbered.length < lines.length * 0.6 || counting < numbered.length - 2) return lines;
  return lines.map((line) => {
    if (!numbered.includes(line)) return line;
    const words = line.words.slice(1);
    return { ...line, words, x0: words[0]?.x0 ?? line.x0 };
  });
}

const isMarginal = (text: string, gap: number): boolean => /^\d{1,4}$/.test(text) && gap > 8;
