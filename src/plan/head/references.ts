import type { Static } from 'typebox';
import { squish } from '../../kernel/text.ts';
import type { Reference } from '../model.ts';
import type { Prose } from '../prose/paragraphs.ts';
import { splitSentences } from '../prose/sentences.ts';
import { typeAlternatives } from './document-type.ts';
import { findDate } from './number-and-date.ts';

type Citation = { number: string; at: number; end: number };

/** "1976/QĐ-UBND", "59/2019/NĐ-CP", "04-NQ/TU", "77/2015/QH13", and the slip "633/QĐUBND". */
const numberShape =
  /(?<![\p{L}\d/])\d{1,5}[a-zđ]?\s?(?:\/\d{4})?\s?[-/]\s?[A-ZĐ][\p{L}\d&]*(?:\s?[-/]\s?[\p{L}\d&]+)*/gu;

/** Verbs with which a document says on what it stands. */
const basis =
  /^(?:thực hiện|tiếp tục thực hiện|căn cứ|theo|trên cơ sở|triển khai|xét|để (?:thực hiện|triển khai)|nhằm (?:thực hiện|triển khai)|cụ thể hóa|cụ thể hoá)(?=\s)/iu;
/** Before a citation inside a purpose: the purpose carries that document out or is set by it. */
const carriesOut = /(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|căn cứ|theo)\s[^;.()]{0,80}$|^\s*theo\s/iu;
/** What leads from the name of a citation's kind to its number. */
const kindBefore = new RegExp(
  `(?:${typeAlternatives}|Luật|Bộ luật|Pháp lệnh|Thông tư|Nghị định|Thông tư liên tịch|Kết luận|Văn bản)[^;,.()]{0,90}?(?:số\\s*:?\\s*)?$`,
  'u',
);

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
    .filter(({ at }) => carriesOut.test(sentence.slice(0, at).replace(/^.*[;]/u, '')))
    .slice(0, 1)
    .map((one) => complete(sentence, one));
}

function findCitations(sentence: string): Citation[] {
  return [...sentence.matchAll(numberShape)]
    .map(({ 0: text, index }) => ({ number: text.replace(/\s+/gu, ''), at: index, end: index + text.length }))
    .filter(({ at }) => kindBefore.test(sentence.slice(0, at)) || /số\s*:?\s*$/iu.test(sentence.slice(0, at)));
}

/** A further document is cited in its own right when it is listed, not when it stands in the title of the one before. */
function isListed(sentence: string, { at }: Citation): boolean {
  const before = sentence.slice(0, at);
  const kind = kindBefore.exec(before);
  return (
    /(?:[;,]|\svà|căn cứ|thực hiện)\s*(?:các\s+)?$/iu.test(before.slice(0, kind?.index ?? at)) &&
    !/(?:về việc|ban hành|hoạch|đề án)\s+(?:\S+\s+){0,3}thực hiện\s*$/iu.test(before.slice(0, kind?.index ?? at))
  );
}

function complete(sentence: string, { number, at, end }: Citation): Static<typeof Reference> {
  const after = sentence.slice(end, end + 160);
  const dated = /^\s*,?\s*ngày/iu.test(after);
  const issuer = issuedBy(after) ?? askedBy(sentence.slice(0, at));
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
