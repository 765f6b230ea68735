import { type Appendix, findAppendices, isAppendixHead } from './find-appendices.ts';
import { type Closing, findClosing } from './find-closing.ts';
import { findHead, type Head } from './find-head.ts';
import { findTitle, type Title } from './find-title.ts';
import type { LaidParagraph } from './laid-out.ts';
import { isBlank, isBold, type Line, toLines } from './lines.ts';

/** The components of an official document, found by their words and places. Each list may be empty. */
export type Parts = {
  head: Head;
  title: Title;
  closing: Closing;
  appendices: Appendix[];
  addressee: Line[];
  bases: Line[];
  body: Line[];
  /** whether it is a letter (công văn), which has no name of its kind */
  letter: boolean;
  lines: Line[];
  /** where the document itself ends and its appendices begin */
  mainEnd: number;
};

export function findParts(paragraphs: readonly LaidParagraph[]): Parts {
  const lines = toLines(paragraphs);
  const head = findHead(lines);
  const appendix = lines.findIndex((line, i) => i >= head.end && i > 3 && isAppendixHead(line));
  const mainEnd = appendix < 0 ? lines.length : appendix;
  const main = lines.slice(0, mainEnd);
  const title = findTitle(main.slice(head.end));
  const closing = findClosing(main, head.end + title.end);
  const text = main.slice(head.end + title.end, closing.start);
  const before = main.slice(head.end, head.end + title.end);
  const addressee = findAddressee([...before, ...text]);
  const bases = findBases(
    text.filter((line) => !addressee.includes(line)),
    title.name,
  );
  const known = new Set([...addressee, ...bases]);
  return {
    ...{ head, title, closing, addressee, bases, lines, mainEnd },
    appendices: findAppendices(lines.slice(mainEnd)),
    body: text.filter((line) => !known.has(line) && isProse(line)),
    letter: title.type.length === 0 && (head.letterSubject.length > 0 || addressee.length > 0),
  };
}

/** "Kính gửi:" and the names below it, each behind a dash. */
function findAddressee(text: readonly Line[]): Line[] {
  const near = text.slice(0, 16);
  const at = near.findIndex(({ folded }) => /^kinh gui\b/.test(folded));
  if (at < 0) return [];
  const names = text.slice(at + 1).filter((line) => !isBlank(line));
  const end = names.findIndex((line) => !/^[-–+•]/.test(line.words) && !(line.listed && line.words.length < 90));
  return [near[at] as Line, ...names.slice(0, end < 0 ? names.length : end)];
}

const ground = /^[-–\s]*(?:can cu|theo de nghi|xet)\b/;
/** What may stand among grounds, but begins no list of them. */
const further = /^[-–\s]*(?:thuc hien|theo)\b/;
const decided = new Set(['Quyết định', 'Nghị quyết']);

/**
 * The grounds stand together at the beginning and end with semicolons, the last with a full stop. One sentence that begins
 * "Căn cứ …" and goes on to say what is issued is text.
 */
function findBases(text: readonly Line[], type: string | null): Line[] {
  const all = text.filter((line) => !isBlank(line) && !line.continued);
  const first = all.findIndex(({ folded }) => ground.test(folded));
  if (first < 0 || first > 3) return [];
  const found: Line[] = [];
  for (const line of all.slice(first)) {
    const sure = decided.has(type ?? '') || line.words.endsWith(';') || found.length > 0;
    const fits = ground.test(line.folded) || (found.length > 0 && further.test(line.folded));
    if (!fits || !sure || line.words.endsWith(':')) break;
    found.push(line);
    if (!line.words.endsWith(';') && !decided.has(type ?? '')) break;
  }
  return found;
}

const shortest = 60;

/** Running text: not a heading, not in a table, long enough to be set as the decree says. */
const isProse = (line: Line): boolean =>
  !isBlank(line) &&
  !line.continued &&
  line.cell === null &&
  line.align !== 'center' &&
  !isBold(line) &&
  line.words.length > shortest;
