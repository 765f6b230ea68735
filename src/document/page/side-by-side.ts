import { fold } from '../../kernel/text.ts';
import { type TextLine, toLine } from './text-lines.ts';

/** Lines that stand side by side in two columns: the head of an official paper, or recipients beside the signature. */
export type SideBySide = { kind: 'columns'; page: number; columns: [TextLine[], TextLine[]] };

/** White space this wide, in parts of the letter size, may be the gap between two columns. */
const gutter = 0.9;

/** What stands in the head or the foot of an official paper and nowhere else, without tones and spaces. */
const motto = /conghoaxahoichunghia|doclap[-–]?tudo|dangcongsanvietnam/;
const signing = /noinhan:?|(?:^|\|)(?:tm|kt|tl|tuq|q)\.|t\/m/;

/** What begins after the head or the foot, at whatever side of the gap a centred word happens to stand. */
const next = /^(?:phuluc|bieu|mauso|kehoach|quyetdinh|congvan|thongbao|baocao|chithi|totrinh|huongdan|ketluan|kinhgui)/;

/** Divides lines into those that stand alone and those side by side in two columns. */
export function findColumns(lines: TextLine[]): (TextLine | SideBySide)[] {
  const pieces: (TextLine | SideBySide)[] = [];
  for (let at = 0; at < lines.length; ) {
    const found = columnsFrom(lines, at);
    if (!found) {
      pieces.push(lines[at++] as TextLine);
      continue;
    }
    pieces.splice(pieces.length - found.above, found.above);
    pieces.push(found.columns);
    at = found.end;
  }
  return pieces;
}

type Gap = { from: number; to: number };
type Found = { columns: SideBySide; above: number; end: number };

/** Two columns that begin with this line, or a little above it in a head. */
function columnsFrom(lines: TextLine[], at: number): Found | undefined {
  const seed = lines[at] as TextLine;
  const gaps = gapsOf(seed);
  const kind = gaps.length > 0 ? kindOf(lines, at) : undefined;
  if (!kind) return undefined;
  for (const gap of gaps) {
    const { free, end } = reachDown(lines, at, gap);
    const chosen = lines.slice(at, end);
    if (!isKind(kind, chosen)) continue;
    const above = kind === 'head' ? reachUp(lines, at, free) : 0;
    const columns = divide(lines.slice(at - above, end), free);
    if (columns.columns.every((column) => column.length > 0)) return { columns, above, end };
  }
  return undefined;
}

/** What the next lines look like. */
function kindOf(lines: TextLine[], at: number): 'head' | 'foot' | undefined {
  const near = lines.slice(at, at + 4);
  return isKind('head', near) ? 'head' : isKind('foot', near) ? 'foot' : undefined;
}

function isKind(kind: 'head' | 'foot', lines: TextLine[]): boolean {
  const texts = lines.slice(0, 4).map(({ text }) => squeeze(text));
  if (kind === 'head') return texts.some((text) => motto.test(text));
  return signing.test(texts[0] ?? '') || texts.slice(0, 3).some((text) => /^noinhan/.test(text));
}

const squeeze = (text: string): string => fold(text).replace(/\s+/g, '');

/** Gaps between words wide enough to part columns, the widest first. */
function gapsOf({ words, size }: TextLine): Gap[] {
  const gaps = words.slice(1).map((word, at): Gap => ({ from: words[at]?.x1 ?? 0, to: word.x0 }));
  return gaps.filter(({ from, to }) => to - from > gutter * size).sort((a, b) => b.to - b.from - (a.to - a.from));
}

/** Down to the first line that runs through the gap, stands apart or begins something else. */
function reachDown(lines: TextLine[], at: number, gap: Gap): { free: Gap; end: number } {
  let free = gap;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] as TextLine;
    const narrowed = narrow(free, line);
    if (!narrowed || !belongs(lines, at, end, narrowed)) break;
    free = narrowed;
  }
  return { free, end };
}

/** What is left of the gap beside a line; nothing where the line runs through it. */
function narrow(gap: Gap, line: TextLine): Gap | undefined {
  let { from, to } = gap;
  for (const word of line.words) {
    const middle = (word.x0 + word.x1) / 2;
    if (middle < (from + to) / 2) from = Math.max(from, word.x1);
    else to = Math.min(to, word.x0);
  }
  return to - from > gutter * line.size * 0.6 ? { from, to } : undefined;
}

/**
 * A line beside nothing, still of the columns: an entry of the list of recipients, the subject under the number, the name
 * below the room for the signature. A line on both sides always is.
 */
function belongs(lines: TextLine[], start: number, at: number, { from, to }: Gap): boolean {
  const line = lines[at] as TextLine;
  const before = lines[at - 1] as TextLine;
  const middle = (from + to) / 2;
  const gap = line.y0 - before.y1;
  if (line.x0 < middle && line.x1 > middle) return gap < 4 * line.size;
  if (next.test(squeeze(line.text))) return false;
  if (line.x0 > middle) return gap < 110 && at - start < 16;
  if (gap > 2 * line.size) return false;
  return lines.slice(at + 1, at + 4).some((one) => one.x1 > middle && narrow({ from, to }, one)) || isLeftOver(line);
}

const isLeftOver = (line: TextLine): boolean => /^(?:[-–+•*]|V\/v|Về việc|Số|\p{Ll}|_|\.{3})/u.test(line.text);

/** The line of the superior agency may stand above the motto; a head begins at the top of its page. */
function reachUp(lines: TextLine[], at: number, gap: Gap): number {
  if (at > 4) return 0;
  let above = 0;
  for (; above < at; above++) {
    const line = lines[at - above - 1] as TextLine;
    const below = lines[at - above] as TextLine;
    if (line.page !== below.page || below.y0 - line.y1 > line.size * 1.2 || !narrow(gap, line)) break;
  }
  return above;
}

function divide(lines: TextLine[], { from, to }: Gap): SideBySide {
  const middle = (from + to) / 2;
  const page = lines[0]?.page ?? 0;
  const side = (left: boolean): TextLine[] =>
    lines.flatMap((line) => {
      const words = line.words.filter(({ x0, x1 }) => (x0 + x1) / 2 < middle === left);
      return words.length > 0 ? [toLine(words, page)] : [];
    });
  return { kind: 'columns', page, columns: [side(true), side(false)] };
}

/** Lines of a head or a foot are set one by one; only what plainly goes on below is one with the line above. */
export function groupColumn(lines: TextLine[]): TextLine[][] {
  const right = Math.max(...lines.map(({ x1 }) => x1));
  const widest = Math.max(...lines.map(({ x0, x1 }) => x1 - x0));
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1)?.at(-1);
    const full = last && (right - last.x1 < 2 * line.size || widest - (last.x1 - last.x0) < 2 * line.size);
    const rest = line.words.length === 1 && /^\p{Lu}{2,4}$/u.test(line.text);
    if (last && full && (rest || (/^\p{Ll}/u.test(line.text) && !/[.;:]$/u.test(last.text))))
      paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}
