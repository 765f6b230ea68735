import type { Static } from 'typebox';
import { squish } from '../../kernel/text.ts';
import type { Reference } from '../model.ts';
import type { Prose } from '../prose/paragraphs.ts';
import { splitSentences } from '../prose/sentences.ts';
import { typeAlternatives } from './document-type.ts';
import { findDate } from './number-and-date.ts';

/** What a citation is led by stands close before it; the whole sentence may be long. */
const before = (sentence: string, at: number): string => sentence.slice(Math.max(0, at - 200), at);

type Citation = { number: string; at: number; end: number };

/** "1976/QĐ-UBND", "59/2019/NĐ-CP", "04-NQ/TU", "77/2015/QH13", and the slip "633/QĐUBND". */
const numberShape =
  /(?<![\p{L}\d/])\d{1,5}[a-zđ]?\s?(?:\/\d{4})?\s?[-/]\s?[A-ZĐ][\p{L}\d&]*(?:\s?[-/]\s?[\p{L}\d&]+)*/gu;

/** Verbs with which a document says on what it stands. */
const basis =
  /^(?:thực hiện|tiếp tục thực hiện|căn cứ|theo|trên cơ sở|triển khai|xét|để (?:thực hiện|triển khai)|nhằm (?:thực hiện|triển khai)|cụ thể hóa|cụ thể hoá)(?=\s)/iu;
/** Before a citation inside a purpose: the purpose carries that document out or is set by it. */
const carriesOut = /(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|căn cứ|theo)\s[^;.()]{0,80}$|^\s*theo\s/iu;
/** The kinds of documents a citation names before its number. */
const kinds = new RegExp(
  `(?<![\\p{L}])(?:${typeAlternatives}|Bộ luật|Luật|Pháp lệnh|Nghị định|Thông tư|Kết luận|Văn bản)(?![\\p{L}])`,
  'gu',
);
const upToNumber = /^[^;,.()]{0,90}$/u;

/**
 * Documents cited as basis or instruction: those the opening sentences rest on, and those the purpose is set by. A law
 * named inside a duty, and a document that is only part of another's title, are none.
 */
export function readReferences(opening: Prose[], purpose: Prose[], own: string | null): Static<typeof Reference>[] {
  const found = [
    ...opening.flatMap(({ body }) => splitSentences(body)).flatMap(basisCitations),
    ...purpose.flatMap(({ body }) => splitSentences(body)).flatMap(purposeCitations),
  ];
  const seen = new Set<string>(own ? [own] : []);
  return found.filter(({ number }) => !seen.has(number) && seen.add(number));
}

function basisCitations(sentence: string): Static<typeof Reference>[] {
  if (!basis.test(sentence)) return [];
  const citations = findCitations(sentence);
  return citations.filter((one, index) => index === 0 || isListed(sentence, one)).map((one) => complete(sentence, one));
}

function purposeCitations(sentence: string): Static<typeof Reference>[] {
  return findCitations(sentence)
    .filter(({ at }) => carriesOut.test(before(sentence, at).replace(/^.*[;]/u, '')))
    .slice(0, 1)
    .map((one) => complete(sentence, one));
}

function findCitations(sentence: string): Citation[] {
  return [...sentence.matchAll(numberShape)]
    .map(({ 0: text, index }) => ({ number: text.replace(/\s+/gu, ''), at: index, end: index + text.length }))
    .filter(({ at }) => findKind(before(sentence, at)) >= 0 || /số\s*:?\s*$/iu.test(before(sentence, at)));
}

/** Where the name of the cited document's kind stands, the last one before the number; -1 where none leads to it. */
function findKind(lead: string): number {
  const last = [...lead.matchAll(kinds)].at(-1);
  return last && upToNumber.test(lead.slice(last.index + last[0].length)) ? last.index : -1;
}

/** A further document is cited in its own right when it is listed, not when it stands in the title of the one before. */
function isListed(sentence: string, { at }: Citation): boolean {
  const lead = before(sentence, at);
  const kind = findKind(lead);
  const led = kind < 0 ? lead : lead.slice(0, kind);
  return /(?:^|[;,]|\svà)\s*(?:(?:căn cứ|thực hiện|theo)\s+)?(?:các\s+)?$/iu.test(led);
}

function complete(sentence: string, { number, at, end }: Citation): Static<typeof Reference> {
  const after = sentence.slice(end, end + 160);
  const dated = /^\s*,?\s*ngày/iu.test(after);
  const issuer = issuedBy(after) ?? askedBy(before(sentence, at));
  return { number, date: dated ? findDate(after.slice(0, 40)) : null, issuer };
}

/** "… ngày 09/12/2019 của Chủ tịch UBND tỉnh về việc …". */
function issuedBy(after: string): string | null {
  const issuer =
    /^[^;()]{0,40}?\scủa\s+((?:(?!\s(?:về|ban hành|phê duyệt|quy định|sửa đổi|v\/v|triển khai|thực hiện)\s)[^;().])+)/iu.exec(
      after,
    );
  const name = issuer?.[1]?.replace(/,\s.*$|\s+và\s+(?:kế hoạch|quyết định|công văn|chỉ thị|nghị quyết)\s.*$/iu, '');
  return name ? squish(name) : null;
}

/** "chỉ đạo của UBND tỉnh tại Công văn số …": who issued it stands before. */
function askedBy(before: string): string | null {
  const issuer = /(?:của|theo)\s+((?:(?!\scủa\s)[^,;()])+?)\s+tại\s+[^,;()]{0,40}$/iu.exec(before)?.[1];
  return issuer ? squish(issuer) : null;
}
