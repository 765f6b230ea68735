import { findClause } from '../clause.ts';
import type { TextLine } from './text-lines.ts';

/** Where text is set: its margins, and how far lines of one paragraph stand apart in parts of the letter size. */
export type Frame = {
  left: number;
  right: number;
  pitch: number;
  /** the right margin is only where the longest line ends */
  ragged?: boolean;
  /** paragraphs stand apart from each other, so that lines which do not are of one */
  spaced?: boolean;
  /** words with which entries of a list in this column begin */
  openers?: Set<string>;
};

/** The space between two words, in parts of the letter size. */
const space = 0.25;

/** Lines further apart than this many times the usual are two paragraphs. */
const wider = 1.25;

/** Lines as paragraphs: each is the lines of one. */
export function groupLines(lines: TextLine[], frameOf: (line: TextLine) => Frame): TextLine[][] {
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    if (before && !begins(before, line, frameOf(before.at(-1) as TextLine))) before.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function begins(before: TextLine[], line: TextLine, frame: Frame): boolean {
  const last = before.at(-1) as TextLine;
  if (isApart(last, line, frame) || isBelowTitle(last, line, frame)) return true;
  const [above, text] = [last.text, line.text];
  const goesOn = /^[\p{Ll}]/u.test(text) && findClause(text) === null && !/[.;:!?]$/u.test(above);
  if (goesOn && last.page !== line.page) return false;
  const room = roomAfter(last, line, frame);
  if (room < 8 * line.size && isOpen(above, text)) return false;
  if (room > line.size * (goesOn ? 1 : 0.12) || isSetElsewhere(before, line)) return true;
  if (frame.spaced && last.page === line.page) return false;
  if (frame.ragged && before.length === 1 && /[.;:]$/u.test(above) && /^\p{Lu}/u.test(text)) return true;
  if (frame.openers && opensEntry(above, line, frame.openers)) return true;
  return isItem((before[0] as TextLine).text, above, text) || isIndented(before, line, above);
}

/** At the left margin below a centred line: "Nơi nhận:" below a title. */
function isBelowTitle(last: TextLine, line: TextLine, { left, right }: Frame): boolean {
  const [before, after] = [last.x0 - left, right - last.x1];
  const centred = Math.min(before, after) > 2 * line.size && Math.abs(before - after) < line.size;
  const aside = line.x0 - left < line.size && right - line.x1 > 4 * line.size;
  return centred && aside && /^[\p{Lu}\d]/u.test(line.text);
}

/** Far right of where the lines above begin, and not in the middle below them: a centred title, a date. */
function isSetElsewhere(before: TextLine[], line: TextLine): boolean {
  const last = before.at(-1) as TextLine;
  const middle = Math.abs(last.x0 + last.x1 - line.x0 - line.x1) < 4 * line.size;
  return line.x0 - last.x0 > 3 * line.size && !middle && (before.length > 1 || findClause(last.text) === null);
}

/**
 * No paragraph ends like this, though there was room: a no-break space may hold the next words together ("số" /
 * "633/QĐ-UBND", "Tài chính -" / "Kế hoạch").
 */
function isOpen(above: string, text: string): boolean {
  if (/(?:^|\s)(?:số|ngày|tháng|năm|quý)$/iu.test(above)) return /^\d/.test(text);
  return openEnd.test(above) && findClause(text) === null;
}

const openEnd =
  /(?:^|\s)(?:và|của|tại|các|những|với|về|theo|bởi|hoặc|cho|thuộc|trên|là|[-–&(]|\p{L}*[(/]|\S*[\p{L}\d]-)$/iu;

/** In a column of lists: a word that begins entries, below a line that ends as entries do. */
const opensEntry = (above: string, line: TextLine, openers: Set<string>): boolean =>
  openers.has(line.words[0]?.text ?? '') && /[\p{L}\d)]$/u.test(above) && !openEnd.test(above);

/**
 * The words with which entries begin in a column whose cells list one entry a line: those set on a new line though there
 * was room on the one above. Undefined where the column holds no lists.
 */
export function openersOf(cells: { lines: TextLine[]; frame: Frame }[]): Set<string> | undefined {
  const openers = new Set<string>();
  let lists = 0;
  for (const { lines, frame } of cells) {
    const broken = lines.filter((line, at) => at > 0 && breaksEarly(lines[at - 1] as TextLine, line, frame));
    if (broken.length > 0) lists++;
    for (const line of broken) openers.add(line.words[0]?.text ?? '');
  }
  return lists > 1 ? openers : undefined;
}

/** An entry without a mark at its end, broken off before the margin; the next begins with a capital. */
const breaksEarly = (last: TextLine, line: TextLine, frame: Frame): boolean =>
  roomAfter(last, line, frame) > 0.5 * line.size &&
  /[\p{L}\d)]$/u.test(last.text) &&
  /^\p{Lu}/u.test(line.text) &&
  !openEnd.test(last.text);

/** A wider gap than lines of a paragraph have, or letters of another size. */
function isApart(last: TextLine, line: TextLine, { pitch }: Frame): boolean {
  const size = Math.max(last.size, line.size);
  if (Math.min(last.size, line.size) < 0.8 * size) return true;
  return last.page === line.page && line.y1 - last.y1 > pitch * size * wider;
}

/** What would be left of the line above had the first word of this one been set there: above 0, it was broken on purpose. */
function roomAfter(last: TextLine, line: TextLine, { left, right }: Frame): number {
  const first = line.words[0];
  if (!first) return 0;
  const hyphen = first.text.indexOf('-');
  const share = hyphen > 0 && hyphen + 1 < first.text.length ? (hyphen + 1) / first.text.length : 1;
  const glued = /[-/]$/.test(last.words.at(-1)?.text ?? '') ? 0 : space * line.size;
  const needed = glued + (first.x1 - first.x0) * share;
  const centred = last.x0 - left > line.size && Math.abs(last.x0 - left - (right - last.x1)) < line.size;
  return (centred ? right - left - (last.x1 - last.x0) : right - last.x1) - needed;
}

/** An item of a list after a finished one. "- Kế hoạch" below "Phòng Tài chính" is the rest of a name. */
function isItem(first: string, above: string, text: string): boolean {
  const clause = findClause(text);
  if (!clause) return false;
  const ended = clause.kind === 'dash' || clause.kind === 'plus' ? /[.;:,!?…]["”»)]?$/u : /[.;:!?…]["”»)]?$/u;
  if (ended.test(above)) return true;
  if ((clause.kind === 'roman' || clause.kind === 'part') && isCapitals(text)) return true;
  // Headings end without a mark: "1. Mục đích" below "I. MỤC ĐÍCH, YÊU CẦU".
  const over = findClause(first);
  return over !== null && over.kind !== clause.kind && clause.kind !== 'dash' && clause.kind !== 'letter';
}

const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);

/** A first line set in, after a sentence that filled its last line. Text hanging under its label is no first line. */
function isIndented(before: TextLine[], line: TextLine, above: string): boolean {
  const last = before.at(-1) as TextLine;
  const inset = line.x0 - last.x0;
  if (inset < line.size * 0.7 || !/[.;:!?…]["”»)]?$/u.test(above)) return false;
  return before.length > 1 || findClause(above) === null;
}

/** Whether nearly all paragraphs that end early are followed by white space. */
export function isSpaced(columns: { lines: TextLine[]; frame: Frame }[]): boolean {
  let [ended, apart] = [0, 0];
  for (const { lines, frame } of columns)
    for (const [at, line] of lines.entries()) {
      const last = lines[at - 1];
      if (!last || last.page !== line.page || roomAfter(last, line, frame) < 2 * line.size) continue;
      ended++;
      if (isApart(last, line, frame)) apart++;
    }
  return ended >= 5 && apart >= 0.9 * ended;
}

/** How far apart lines of one paragraph stand, in parts of the letter size: the middle one of what is usual. */
export function usualPitch(columns: { lines: TextLine[]; frame: Frame }[]): number {
  const pitches: number[] = [];
  for (const { lines, frame } of columns)
    for (const [at, line] of lines.entries()) {
      const last = lines[at - 1];
      if (!last || last.page !== line.page || roomAfter(last, line, frame) > 0) continue;
      const pitch = (line.y1 - last.y1) / Math.max(last.size, line.size);
      if (pitch > 0.8 && pitch < 3) pitches.push(pitch);
    }
  pitches.sort((a, b) => a - b);
  return pitches[pitches.length >> 1] ?? 1.3;
}
