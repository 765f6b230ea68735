import { squish } from '../../kernel/text.ts';
import type { Prose } from '../prose/paragraphs.ts';
import { isAttachedLine } from '../prose/zones.ts';
import { isCapitals } from './capitals.ts';
import { dispatch, findTypeLine } from './document-type.ts';

/** What stands before the first clause: letterhead, type and title, and the sentences that say on what basis. */
export type Opening = {
  letterhead: Prose[];
  type: string | null;
  title: string | null;
  addressees: string[];
  /** from the first sentence of the document on */
  body: Prose[];
};

const subjectLine = /^(?:V\/v|Về việc)\s*:?\s*/iu;
const addressLine = /^kính\s+gửi\s*:?\s*/iu;
/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:" leads to those a telegram is sent to. */
const telegramLine = /^(?:[^:.]{3,80}\s)?điện\s*:\s*/iu;
/** The words basis clauses and first sentences begin with; a title never does. */
const startsBody =
  /^(?:thực hiện|căn cứ|theo|nhằm|để|trên cơ sở|triển khai thực hiện|tiếp tục thực hiện|xét|ngày \d|năm \d{4},|trong (?:thời gian|năm|những)|qua |với mục|thời gian qua|sau khi|hiện nay|UBND|ủy ban nhân dân|uỷ ban nhân dân)(?=\s|,|\d|$)/iu;

/** Lines of a letterhead are few and short; where no type line is found, the first paragraphs are text. */
const isShort = ({ text }: Prose): boolean => text.length < 300;

/** Splits the document's own paragraphs at its type line, its subject or its address. */
export function readOpening(main: Prose[]): Opening {
  const opening = split(main);
  return { ...opening, letterhead: opening.letterhead.filter(isShort).slice(0, 30) };
}

function split(main: Prose[]): Opening {
  const top = main.slice(0, 40);
  const typeAt = top.findIndex(({ text, label }) => !label && findTypeLine(text) !== undefined);
  const addressAt = top.findIndex(({ text }) => addressLine.test(text));
  if (typeAt >= 0 && (addressAt < 0 || typeAt < addressAt)) return openingByType(main, typeAt);
  if (addressAt >= 0) return openingByAddress(main, addressAt);
  const labelAt = main.findIndex(({ label, text }) => label !== null || startsBody.test(text));
  const subjectAt = top.findIndex(({ text }) => /^V\/v\s/iu.test(text));
  // a dispatch whose address was lost still says what it is about
  if (subjectAt >= 0 && labelAt > subjectAt) return openingBySubject(main, subjectAt, labelAt, []);
  const at = labelAt < 0 ? Math.min(6, main.length) : labelAt;
  return { letterhead: main.slice(0, at), type: null, title: null, addressees: [], body: main.slice(at) };
}

function openingByType(main: Prose[], at: number): Opening {
  const found = findTypeLine(main[at]?.text ?? '');
  const first = found?.rest ?? '';
  const rest = main.slice(at + 1);
  const { title, spill, taken } = readTitle(first, rest.slice(0, 8));
  const body = rest.slice(taken);
  const host = main[at + taken];
  const spilt: Prose[] = spill && host ? [{ ...host, text: spill, body: spill, label: null }] : [];
  const address = found?.type === 'Công điện' ? telegramLine : addressLine;
  const addressAt = body.findIndex(({ text }) => address.test(text));
  const { addressees, taken: addressed } =
    addressAt >= 0 && addressAt < 3 ? readAddressees(body, addressAt, address) : noAddress;
  return {
    letterhead: main.slice(0, at),
    type: found?.type ?? null,
    title,
    addressees,
    body: [...spilt, ...body.slice(addressed)],
  };
}

const noAddress = { addressees: [] as string[], taken: 0 };

/** Title lines run on until a sentence, a clause or the line that names what it is attached to. */
function readTitle(first: string, rest: Prose[]): { title: string | null; spill: string; taken: number } {
  const lines: string[] = [];
  let spill = '';
  if (first !== '') spill = take(first, lines);
  let taken = 0;
  for (const [at, { text, label }] of rest.entries()) {
    if (spill !== '' || label || addressLine.test(text) || deciding.test(text)) break;
    if (lines.length > 0 && central.test(text) && startsBody.test(rest[at + 1]?.text ?? '')) break;
    if (isAttachedLine(text)) {
      taken++;
      break;
    }
    if (lines.length > 0 && endsTitle(lines, text)) break;
    spill = take(text, lines);
    taken++;
  }
  const title = squish(lines.join(' ')).replace(/[.:;]$/u, '');
  return { title: title || null, spill, taken };
}

/** Decisions and directives name who decides, in capitals, between the title and the grounds. */
const deciding =
  /^(?:(?:PHÓ )?CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|TRƯỞNG BAN)(?![\p{Ll}])|^(?:(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN|UBND)\s(?=\p{Lu}{2})/u;

/** "CHÍNH PHỦ" alone before its grounds decides; elsewhere it may be the last line of a title. */
const central = /^(?:CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|BAN CHẤP HÀNH TRUNG ƯƠNG|BỘ CHÍNH TRỊ)$/u;

function endsTitle(lines: string[], text: string): boolean {
  if (startsBody.test(text) || lines.length >= 6) return true;
  // A title in capitals ends where capitals end; one in mixed case where a line is a sentence of its own.
  // "CHƯƠNG TRÌNH HÀNH ĐỘNG" leaves two words in capitals before the title itself.
  if (lines.every(isCapitals) && lines.join(' ').length > 25) return !isCapitals(text);
  return /[.;:,]$/u.test(text) || text.length > 200;
}

/** Keeps the title part of a line; a title in capitals glued to the first sentence is cut where small letters begin. */
function take(text: string, lines: string[]): string {
  const words = text.split(' ');
  const small = words.findIndex((word) => /\p{Ll}/u.test(word));
  const mixed = small < 0 || small < 4 || !isCapitals(words.slice(0, small).join(' '));
  if (mixed) {
    lines.push(text);
    return '';
  }
  lines.push(words.slice(0, small).join(' '));
  return words.slice(small).join(' ');
}

function openingByAddress(main: Prose[], at: number): Opening {
  const subjectAt = main.slice(0, at).findIndex(({ text }) => subjectLine.test(text));
  const { addressees, taken } = readAddressees(main, at);
  if (subjectAt >= 0) return { ...openingBySubject(main, subjectAt, at, addressees), body: main.slice(taken) };
  return { letterhead: main.slice(0, at), type: null, title: null, addressees, body: main.slice(taken) };
}

/** The subject of a dispatch runs on to its address; lines of the letterhead's other column may stand between. */
function openingBySubject(main: Prose[], from: number, to: number, addressees: string[]): Opening {
  const between = main.slice(from, to);
  const title = squish(
    between
      .filter(isSubject)
      .map(({ text }) => text)
      .join(' '),
  );
  const letterhead = [...main.slice(0, from), ...between.filter((line) => !isSubject(line))];
  return { letterhead, type: dispatch, title, addressees, body: main.slice(to) };
}

/** In a table of two columns the subject stands left, so the motto and the date may follow it. */
const letterheadLine = /^CỘNG\s+H|^độc\s+lập\s*[-–]|,\s*ngày.*năm\s*\d{4}|^số\s*[:.]/iu;
const isSubject = ({ text }: Prose): boolean => !letterheadLine.test(text);
/** "Kính gửi:" with the names on the line, or below it one to a bullet. */
function readAddressees(prose: Prose[], at: number, line = addressLine): { addressees: string[]; taken: number } {
  const inline = (prose[at]?.text ?? '').replace(line, '');
  const named = inline === '' ? [] : inline.split(';').map(trimName).filter(Boolean);
  let taken = at + 1;
  const open = () => named.length === 0 || /;$/u.test(prose[taken - 1]?.text ?? '');
  while (taken < prose.length) {
    const { label, body, text } = prose[taken] as Prose;
    const bullet = label?.kind === 'dash' || label?.kind === 'plus';
    if (!bullet && !(open() && !startsBody.test(text) && text.length < 120 && !label)) break;
    named.push(...body.split(';').map(trimName).filter(Boolean));
    taken++;
  }
  return { addressees: named, taken };
}

const trimName = (text: string): string =>
  text
    .replace(/^[-–+]\s*/u, '')
    .replace(/[;.,]+$/u, '')
    .trim();
