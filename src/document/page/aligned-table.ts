import { fold } from '../../kernel/text.ts';
import { buildAligned } from './aligned-rows.ts';
import type { Aligned, Band, Gutter } from './band.ts';
import type { PageTable } from './fill-grid.ts';
import { splitAtGaps, type TextLine } from './text-lines.ts';

/** Words of a line further apart than this, in parts of the letter size, may stand in two columns. */
const apart = 0.45;

const headings =
  /^(?:s?tt|so tt|so thu tu|noi dung|nhiem vu|ten nhiem vu|cong viec|co quan|don vi|chu tri|phoi hop|nguoi|thoi gian|thoi han|tien do|han |ket qua|san pham|ghi chu|chi tieu|muc tieu|tieu chi|giai phap|linh vuc|nhom|thanh phan|trach nhiem|lo trinh|phan cong)/;

/**
 * A table that only aligns its columns, beginning with this line: a header of three columns or more by its words, or the
 * columns of such a table at the foot of the page before. Prose in two columns never is one.
 */
export function findAligned(lines: TextLine[], at: number, before: PageTable | undefined): Found | undefined {
  const open = at === 0 ? before?.aligned : undefined;
  return (open && goOn(lines, open)) ?? begin(lines, at);
}

type Found = { table: PageTable; end: number };

function begin(lines: TextLine[], at: number): Found | undefined {
  const seed = headerGutters(lines, at);
  if (!seed) return undefined;
  const { band, end } = extend(lines, at, seed);
  if (filled(band) < 2) return undefined;
  const table = buildAligned(band, undefined);
  return table && { table, end };
}

/** At the top of a page, below the header where it is printed again. */
function goOn(lines: TextLine[], open: Aligned): Found | undefined {
  const differs = lines.findIndex(({ text }, at) => text !== open.opening[at]);
  const from = differs < 0 ? lines.length : differs;
  if (from === lines.length || (from === 0 && headerGutters(lines, 0))) return undefined;
  const { band, end } = extend(lines, from, open.gutters);
  if (filled(band) < 1) return undefined;
  const table = buildAligned(band, open);
  return table && { table, end };
}

const filled = ({ lines, spanning, gutters }: Band): number =>
  lines.filter((line) => !spanning.has(line) && columnsOn(line, gutters) > 1).length;

/** The gaps of a header line: three parts or more, of which two say what columns say. */
function headerGutters(lines: TextLine[], at: number): Gutter[] | undefined {
  const top = lines[at] as TextLine;
  const first = splitAtGaps(top, apart * top.size);
  if (first.length < 2 || first.filter(({ text }) => headings.test(fold(text))).length < 2) return undefined;
  const near = lines
    .slice(at, at + 4)
    .filter((line, n, all) => n === 0 || line.y0 - (all[n - 1] as TextLine).y1 < line.size);
  const parts = near.map((line) => splitAtGaps(line, apart * line.size));
  const widest = parts.reduce((best, one) => (one.length > best.length ? one : best), first);
  const width = Math.max(...near.map(({ x1 }) => x1)) - top.x0;
  if (widest.length < 3 || widest.some((part) => part.x1 - part.x0 > 0.6 * width)) return undefined;
  return widest.slice(1).map((part, n): Gutter => ({ from: (widest[n] as TextLine).x1, to: part.x0 }));
}

/** Down as long as lines keep to the columns; a line across them is a group row only where more of the table follows. */
function extend(lines: TextLine[], at: number, seed: Gutter[]): { band: Band; end: number } {
  const band: Band = { lines: [], spanning: new Set(), gutters: seed };
  let end = at;
  let pending: TextLine[] = [];
  const own = (lines[at] as TextLine).text;
  for (const [n, line] of lines.slice(at).entries()) {
    const again = lines.slice(at + Math.max(0, n - 3), at + n + 1).some((one) => one.text === own);
    if (!again && headerGutters(lines, at + n)) break;
    const last = pending.at(-1) ?? band.lines.at(-1);
    if (last && line.y0 - last.y1 > 3 * line.size) break;
    const narrowed = narrowAll(band.gutters, line);
    if (narrowed && (pending.length === 0 || columnsOn(line, narrowed) > 1)) {
      for (const one of pending) band.spanning.add(one);
      band.lines.push(...pending, line);
      band.gutters = narrowed;
      pending = [];
      end = at + n + 1;
    } else {
      pending.push(line);
      if (pending.length > 3 || !isAcross(line, band)) break;
    }
  }
  const aside = findAside(band);
  return { band: { ...band, lines: band.lines.slice(0, aside) }, end: end - (band.lines.length - aside) };
}

/** Where a heading below the table begins, and all that follows it short enough to stand in the first column alone. */
function findAside({ lines, gutters }: Band): number {
  const alone = lines.findLastIndex((line) => line.x1 > (gutters[0]?.from ?? 0) + 1) + 1;
  const at = lines.findIndex((line, n) => n >= Math.max(1, alone) && isTitle(line));
  return at < 0 ? lines.length : at;
}

const isTitle = ({ words, text }: TextLine): boolean =>
  /^Nơi nhận/u.test(text) || (words.length > 2 && /^(?:[IVX\d]+[.)]|\p{Lu}+(?:\s|$))/u.test(text));

/** What is left of each gap beside a line; nothing where it runs through one. */
function narrowAll(gutters: Gutter[], line: TextLine): Gutter[] | undefined {
  const narrowed: Gutter[] = [];
  for (let { from, to } of gutters) {
    for (const word of line.words) {
      if (word.x1 <= from || word.x0 >= to) continue;
      if ((word.x0 + word.x1) / 2 < (from + to) / 2) from = Math.max(from, word.x1);
      else to = Math.min(to, word.x0);
    }
    if (to - from < 0.4 * line.size) return undefined;
    narrowed.push({ from, to });
  }
  return narrowed;
}

/** A group row: one stretch of words, but for its number. Columns of a header may share a heading above them. */
function isAcross(line: TextLine, { lines }: Band): boolean {
  const parts = splitAtGaps(line, 1.2 * line.size);
  return parts.length <= 2 || lines.length < 4;
}

const columnsOn = (line: TextLine, gutters: Gutter[]): number =>
  new Set(line.words.map((word) => gutters.filter(({ from }) => word.x0 > from).length)).size;
