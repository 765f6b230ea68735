import { findPlainDate, type PlainDate } from '../../kernel/plain-date.ts';

export type DocumentNumber = { number: string | null; symbol: string | null };

const initials = 'A-ZĐÀ-ỸƯƠĂÂÊÔ';
/** "KH-UBND", "QĐ-UBND", "2024/QĐ-UBND", "UBND-NV", "CT-CTUBND"; a slip may lose the hyphen ("QĐUBND"). */
const symbolShape = `(?:\\d{4}\\s*/\\s*)?[${initials}][\\p{L}&.]*(?:\\s*[-–/]\\s*[${initials}][\\p{L}\\d&.]*)*`;
/** The digits may be missing, dotted, or a form field of the office's software ("#sovb"). */
const stated = new RegExp(`Số\\s*[:.]?\\s*(\\d{1,6}[a-zđ]?)?[\\s.…_#\\w]*?[/]\\s*(${symbolShape})`, 'u');
/** Party documents: "Số 12-KH/TU". */
const ofParty = new RegExp(`Số\\s*[:.]?\\s*(\\d{1,6})?[\\s.…_]*[-–]\\s*([${initials}]+\\s*/\\s*[${initials}]+)`, 'u');

/** What stands after "Số:" in the letterhead. The number is null where its digits were left blank. */
export function readNumber(line: string): DocumentNumber | undefined {
  const party = ofParty.exec(line);
  if (party) return numbered(party[1], '-', party[2] ?? '');
  const match = stated.exec(line);
  return match ? numbered(match[1], '/', match[2] ?? '') : undefined;
}

function numbered(digits: string | undefined, joint: string, printed: string): DocumentNumber {
  const full = printed.replace(/\s+/gu, '').replace(/–/gu, '-').replace(/\.+$/u, '');
  const symbol = full.replace(/^\d{4}\//u, '');
  return { number: digits ? `${digits}${joint}${full}` : null, symbol };
}

type PlaceAndDate = { place: string | null; date: PlainDate | null; year: number | null; start: number };

const blank = '[\\s.…_/]*';
const dateLine = new RegExp(
  `([\\p{L}][\\p{L}\\s.'’-]{1,40}?)\\s*,\\s*(?:(?:hồi|lúc)[^,;]{1,30}?)?ngày${blank}(\\d{1,2})?${blank}tháng${blank}(\\d{1,2})?${blank}năm${blank}(\\d{4})`,
  'iu',
);
const dateBySlashes = /(\p{L}[\p{L}\s.'’-]{1,40}?)\s*,\s*ngày\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu;

/** "Hòa Bình, ngày 25 tháng 5 năm 2023"; the date is null where the day or the month was left blank. */
export function readPlaceAndDate(line: string): PlaceAndDate | undefined {
  const match = dateLine.exec(line) ?? dateBySlashes.exec(line);
  if (!match) return undefined;
  const [, place, day, month, year] = match;
  const date = day && month ? findPlainDate(Number(year), Number(month), Number(day)) : undefined;
  return { place: placeName(place ?? ''), date: date ?? null, year: Number(year), start: match.index };
}

/** On one line with the number the place comes after its symbol: "Số: /KH-UBND Gia An, ngày …". */
function placeName(text: string): string | null {
  const words = text.trim().split(/\s+/u);
  const symbolAt = words.findLastIndex((word) => /^\p{Lu}+[-/]|^(?!TP|TX)\p{Lu}{2,}$/u.test(word));
  return words.slice(symbolAt + 1).join(' ') || null;
}

const day = '\\d{1,2}';
/** A date inside a sentence: "ngày 09/12/2019", "ngày 09 tháng 12 năm 2019", "ngày 09-12-2019". */
const datePattern = new RegExp(`ngày\\s+(${day})\\s*(?:[/.-]|tháng)\\s*(${day})\\s*(?:[/.-]|năm)\\s*(\\d{4})`, 'iu');

export function findDate(text: string): PlainDate | null {
  const match = datePattern.exec(text);
  return (match && findPlainDate(Number(match[3]), Number(match[2]), Number(match[1]))) ?? null;
}
