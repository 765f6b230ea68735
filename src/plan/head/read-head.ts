import type { Document } from '../../document/model.ts';
import type { DocumentHead, IndexName } from '../model.ts';
import { type Prose, readParagraphs } from '../prose/paragraphs.ts';
import { isAppendixHead, splitZones, type Zones } from '../prose/zones.ts';
import { isCapitals } from './capitals.ts';
import { findTypeLine, typeOfSymbol } from './document-type.ts';
import { readGoals } from './goals.ts';
import { findIndices } from './indices.ts';
import { findIssuer } from './issuer.ts';
import { type DocumentNumber, readNumber, readPlaceAndDate } from './number-and-date.ts';
import { type Opening, readOpening } from './opening.ts';
import { readReferences } from './references.ts';
import { readResults } from './results.ts';
import { readSignature } from './signature.ts';
import { findYear } from './year.ts';

/** Reads everything a document says about itself: who issued it, when, on what basis, and what it sets out to reach. */
export function readHead(document: Document): DocumentHead {
  const zones = splitZones(readParagraphs(document));
  const opening = readOpening(zones.main);
  const { number, symbol } = findNumber(opening);
  const dated = findDated(opening);
  const year = findYear(opening.title, dated?.year ?? null, zones);
  const indices = findOwnIndices(opening, zones);
  const { before, purpose, stated, all } = splitBody(opening.body);
  const { signer, recipients } = readSignature(zones.closing);
  return {
    type: opening.type ?? (symbol ? typeOfSymbol(symbol) : null),
    number,
    symbol,
    date: dated?.date ?? null,
    year,
    place: dated?.place ?? null,
    issuer: findIssuer(zones, opening.letterhead, before),
    title: opening.title,
    signer,
    indices,
    references: readReferences(before, purpose, number),
    addressees: opening.addressees,
    recipients,
    results: readResults(stated, year, indices),
    goals: readGoals([...all, ...zones.appendix], indices),
  };
}

/** The number stands above the title; one inside an appendix heading belongs to that or to another document. */
function findNumber({ letterhead }: Opening): DocumentNumber {
  for (const { text } of letterhead) {
    const found = readNumber(text);
    if (found) return found;
  }
  return { number: null, symbol: null };
}

function findDated({ letterhead }: Opening) {
  for (const { text } of letterhead) {
    const found = readPlaceAndDate(text);
    if (found) return found;
  }
  return undefined;
}

/** The title, the subject and the headings of appendices say which indices it is for; a passing mention does not. */
function findOwnIndices({ title, body }: Opening, { appendix }: Zones): IndexName[] {
  const named = new Set([title ?? '', ...appendixHeadings(appendix)].flatMap(findIndices));
  if (named.size > 0) return [...named];
  const promise = body.find(
    ({ text }) => /ban hành|xây dựng|yêu cầu/iu.test(text) && /kế hoạch|chương trình|nâng cao|cải thiện/iu.test(text),
  );
  return promise ? findIndices(promise.text) : [];
}

/** "PHỤ LỤC 1" and the lines of its title; what is said below, in notes or in an attached plan, is no heading. */
function appendixHeadings(appendix: Prose[]): string[] {
  let left = 0;
  return appendix.flatMap(({ text, label, display }) => {
    if (isAppendixHead(text) || findTypeLine(text)) left = 3;
    const heading = label === null && text.length < 400 && (left > 0 || display || isCapitals(text));
    left--;
    return heading ? [text.replace(/\(\s*(?:ban hành\s+)?kèm.*$/iu, '')] : [];
  });
}

/** The sentences before the first clause, the first part where it states purposes, and the whole. */
function splitBody(body: Prose[]): { before: Prose[]; purpose: Prose[]; stated: Prose[]; all: Prose[] } {
  const first = body.findIndex(({ label }) => label !== null && label.depth <= 2);
  const end = first < 0 ? body.length : first;
  const rest = body.slice(end);
  const next = rest.findIndex(
    ({ label, text }, index) => index > 0 && isPart(label) && !/mục (?:đích|tiêu)|yêu cầu|quan điểm/iu.test(text),
  );
  const purposeful = /mục (?:đích|tiêu)|yêu cầu/iu.test(rest[0]?.text ?? '');
  const purpose = purposeful ? rest.slice(0, next < 0 ? rest.length : next) : [];
  const before = body.slice(0, end);
  return { before, purpose, stated: [...before, ...lookingBack(rest)], all: body };
}

/** Parts that look back ("I. KẾT QUẢ …", "I. ĐÁNH GIÁ TÌNH HÌNH …") state results too. */
function lookingBack(rest: Prose[]): Prose[] {
  const at = rest.findIndex(
    ({ label, text }) => isPart(label) && /kết quả|thực trạng|tình hình|đánh giá/iu.test(text) && text.length < 160,
  );
  if (at < 0) return [];
  const next = rest.findIndex(({ label }, index) => index > at && isPart(label));
  return rest.slice(at + 1, next < 0 ? rest.length : next);
}

const isPart = (label: Prose['label']): boolean => label !== null && label.depth <= 1;
