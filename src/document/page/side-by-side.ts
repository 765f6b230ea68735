import { fold } from '../../kernel/text.ts';
import { type TextLine, textOf, toLine } from './text-lines.ts';

/** Lines that stand side by side in two columns: the head of an official paper, or recipients beside the signature. */
export type SideBySide = { kind: 'columns'; page: number; columns: [TextLine[], TextLine[]] };

/** White space this wide, in parts of the letter size, may be the gap between two columns. */
const gutter = 0.9;

/** What stands in the head or the foot of an official paper and nowhere else, without tones and spaces. */
const official =
  /conghoaxahoichunghia|doclap[-–]?tudo|dangcongsanvietnam|noinhan:?|^so:|(?:^|\|)(?:tm|kt|tl|tuq|q)\.|t\/m/;

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

function columnsFrom(lines: TextLine[], at: number): Found | undefined {
  const seed = lines[at] as TextLine;
  for (const gap of gapsOf(seed)) {
    let free = gap;
    let end = at + 1;
    for (; end < lines.length; end++) {
      const narrowed = narrow(free, lines[end] as TextLine);
      if (!narrowed || isFar(lines, end, free)) break;
      free = narrowed;
    }
    const above = reachUp(lines, at, free);
    const chosen = lines.slice(at - above, end);
    if (isOfficial(chosen, free)) return { columns: divide(chosen, free), above, end };
  }
  return undefined;
}

/** Gaps between words wide enough to part columns, the widest first. */
function gapsOf({ words, size }: TextLine): Gap[] {
  const gaps = words.slice(1).map((word, at): Gap => ({ from: words[at]?.x1 ?? 0, to: word.x0 }));
  return gaps.filter(({ from, to }) => to - from > gutter * size).sort((a, b) => b.to - b.from - (a.to - a.from));
}

/** What is left of the gap beside a line; nothing where the line runs through it. */
function narrow(gap: Gap, line: TextLine): Gap | undefined {
  let { from, to } = gap;
  for (const word of line.words) {
    const middle = (word.x0 + word.x1) / 2;
    if (middle < (from + to) / 2) from = Math.max(from, word.x1);
    else to = Math.min(to, word.x0);
  }
  return to - from > gutter * line.size * 0.7 ? { from, to } : undefined;
}

/** Far below what stands above it on its own side: it belongs to what comes next. A signature leaves room for the name. */
function isFar(lines: TextLine[], at: number, { from, to }: Gap): boolean {
  const line = lines[at] as TextLine;
  const before = lines[at - 1] as TextLine;
  const toRight = line.x0 > (from + to) / 2;
  const reach = toRight ? 110 : line.size * 2.6;
  return line.y0 - before.y1 > reach;
}

function reachUp(lines: TextLine[], at: number, gap: Gap): number {
  let above = 0;
  for (; above < 4; above++) {
    const line = lines[at - above - 1];
    const below = lines[at - above] as TextLine;
    if (!line || line.page !== below.page || below.y0 - line.y1 > line.size * 1.2 || !narrow(gap, line)) break;
    const wide = line.x1 - line.x0;
    if (wide > 300) break;
  }
  return above;
}

function isOfficial(lines: TextLine[], gap: Gap): boolean {
  const { columns } = divide(lines, gap);
  if (columns.some((column) => column.length === 0)) return false;
  return columns.flat().some((line) => official.test(fold(textOf(line)).replace(/\s+/g, '')));
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
