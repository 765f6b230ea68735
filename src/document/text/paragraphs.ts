import { findClause } from '../clause.ts';
import type { DraftParagraph } from '../draft.ts';
import { readInline } from './inline.ts';
import { isBlank, type Line } from './lines.ts';

/**
 * How a file breaks its lines: at paragraphs only, or also wherever they became as long as `width`. `first` is the
 * longest a paragraph's first line is where markup taken out after breaking left first lines short; null elsewhere.
 */
export type Wrapping = { wrapped: boolean; width: number; first: number | null };

/**
 * Lines are wrapped where many go on in lower case after a line that ended nowhere. Tables are left out of the count, as
 * are lines after a blank one, which a page break may have torn.
 */
export function findWrapping(lines: Line[]): Wrapping {
  const texts = lines.filter((line) => !line.text.includes('\t') && !line.text.trim().startsWith('|'));
  const lengths = texts
    .map(({ text }) => text.trim().length)
    .filter((length) => length > 30)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.75)] ?? 80;
  let [goOn, pairs] = [0, 0];
  for (const [at, line] of texts.entries()) {
    const before = texts[at - 1];
    if (!before || isBlank(before) || isBlank(line)) continue;
    // A short line is broken by nobody: a table with a cell to a line is full of them.
    if (before.text.trim().length < Math.min(30, width * 0.4)) continue;
    pairs++;
    if (/^\p{Ll}/u.test(line.text.trim()) && !findClause(line.text.trim()) && !/[.:;!?]$/.test(before.text)) goOn++;
  }
  return { wrapped: goOn >= 3 && goOn * 10 >= pairs, width, first: findFirst(texts, width) };
}

/** Labelled lines that go on in lower case are surely first lines of a paragraph. */
function findFirst(texts: Line[], width: number): number | null {
  const lengths = texts
    .filter(({ text }, at) => findClause(text.trim()) !== null && /^\p{Ll}/u.test(texts[at + 1]?.text.trim() ?? ''))
    .map(({ text }) => text.trim().length)
    .sort((a, b) => a - b);
  const longest = lengths[Math.floor(lengths.length * 0.95)] ?? width;
  return lengths.length >= 8 && longest < width * 0.6 ? longest : null;
}

/** The paragraphs of lines that stand together without a blank one. */
export function readParagraphs(block: Line[], wrapping: Wrapping, inCell = false): DraftParagraph[] {
  return groupLines(carryEmphasis(block), wrapping, inCell).flatMap(readGroup);
}

/** The lines of each paragraph. */
export function groupLines<L extends Line>(lines: L[], wrapping: Wrapping, inCell = false): L[][] {
  const groups: L[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && wrapping.wrapped && goesOn(group, line.text.trim(), wrapping, inCell)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function readGroup(group: Line[]): DraftParagraph[] {
  const joined = group.map(({ text }) => text.trim()).join(' ');
  const [, hashes, rest] = /^(#{1,6})\s+(.*?)\s*#*$/.exec(joined) ?? [];
  const indent = indentOf(group[0]?.text ?? '');
  const more = indent > 0 ? { indent } : {};
  return readInline(rest ?? joined, { heading: hashes?.length ?? null, line: group[0]?.number ?? null, ...more });
}

const indentOf = (text: string): number => (/^[ \t]*/.exec(text)?.[0] ?? '').replaceAll('\t', '    ').length;

/** Whether a wrapped paragraph goes on in the next line. */
function goesOn(group: Line[], next: string, { width, first }: Wrapping, inCell: boolean): boolean {
  const last = group.at(-1)?.text.trim() ?? '';
  if (findClause(next) || isRule(last) || isRule(next) || /^#{1,6}\s/.test(next)) return false;
  if (/^\p{Ll}/u.test(next) || findClause(last)?.label === last) return true;
  if (/^\d/.test(next)) return !/[.:;!?…]$/.test(last);
  if (isSigning(last) || isSigning(next)) return /^\p{L}{2,3}\.$/u.test(last);
  if (isCapitals(last) !== isCapitals(next)) return isCapitals(next) && openEnd.test(last);
  if (isCapitals(last)) return true;
  if (openEnd.test(last)) return true;
  const ended = /[.:;!?…]$/.test(last);
  if (!ended && sentenceStart.test(next)) return false;
  // Longer than any first line is: it stands inside a paragraph, whatever the line before ends with.
  if (!inCell && first !== null && next.length > first * 1.4) return true;
  const full = last.length + 1 + (next.split(/\s/)[0]?.length ?? 0) > width * 0.9;
  if (ended) return full && !/[:;]$/.test(last);
  if (inCell) return full || !agencyStart.test(next);
  // The first line is often shorter than the others: its markup was taken out after the lines were broken.
  return full || (group.length === 1 && last.length >= width * 0.4);
}

/** A line that cannot end here: a comma, a conjunction, the first word of an agency's name. */
const openEnd =
  /(?:[,(–-]|(?<![\p{L}])(?:và|với|của|các|những|về|theo|tại|do|cho|trong|từ|đến|số|ngày|năm|thuộc|ủy ban|uỷ ban|hội đồng|mặt trận|sở|bộ|ban|phòng|chi cục|trung tâm|liên đoàn|hội))$/iu;

/** Capitals inside a sentence are names; these words are none, so a line that starts with one starts a sentence. */
const sentenceStart =
  /^(?:Căn cứ|Chỉ đạo|Chủ động|Chủ trì|Đẩy mạnh|Đề nghị|Để|Định kỳ|Giao|Hướng dẫn|Làm đầu mối|Nâng cao|Phối hợp|Rà soát|Tăng cường|Tham mưu|Theo dõi|Thực hiện|Tiếp tục|Tổ chức|Triển khai|Trên cơ sở|Trên đây|Trong|Xây dựng|Yêu cầu)\s/u;

/** In a narrow cell every line is short; only the name of another agency is sure to begin something. */
const agencyStart =
  /^(?:Sở|Bộ|Ban|Phòng|UBND|HĐND|MTTQ|UBMTTQ|Ủy ban|Uỷ ban|Hội|Đoàn|Văn phòng|Thanh tra|Công an|Chi cục|Trung tâm)\s/u;

const isRule = (text: string): boolean => /^[-_=*.~]{3,}$/.test(text);

/** "TM.", "KT. CHỦ TỊCH", "Nơi nhận:": lines of a signature stand alone. */
const isSigning = (text: string): boolean => /^(?:TM|KT|TL|TUQ|Q)\./.test(text) || /^Nơi nhận/.test(text);

const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** "**KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH**": bold over several lines becomes bold on each. A lone ** is text. */
function carryEmphasis(block: Line[]): Line[] {
  const marks = block.reduce((sum, { text }) => sum + countMarks(text), 0);
  if (marks === 0 || marks % 2 === 1) return block;
  let open = false;
  return block.map(({ text, number }) => {
    const start = open ? '**' : '';
    if (countMarks(text) % 2 === 1) open = !open;
    return { text: `${/^\s*/.exec(text)?.[0]}${start}${text.trim()}${open ? '**' : ''}`, number };
  });
}

const countMarks = (text: string): number => text.split('**').length - 1;
