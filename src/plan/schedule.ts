import { fold, normalize, squish } from '../kernel/text.ts';
import type { Schedule, SimpleSchedule } from './model.ts';
import { bounding } from './schedule/bounding.ts';
import { combine, mergeRecurring, sharingPeriod, withoutExplaining } from './schedule/combine.ts';
import { excepting } from './schedule/excepting.ts';
import { findPhrases, type Phrase } from './schedule/phrases.ts';
import { returning } from './schedule/returning.ts';

export type ScheduleReading = { schedule: Schedule | null; confidence: number };

// No wording of time is longer; a whole document in one cell must not cost more than its head.
const longest = 1000;

/** Folded character by character, so that places in the folded text are places in the printed one. */
const foldInPlace = (text: string): string =>
  [...text].map((char) => (char.length === 1 ? fold(char).slice(0, 1) || ' ' : '  ')).join('');

const months = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
// "Tháng Giêng", "tháng Chạp" are of the lunar year. In small letters "năm" is the year: "hằng tháng, năm".
const monthInWords =
  /(?<=tháng\s+)(?:mười một|mười hai|mười|hai|ba|tư|sáu|bảy|tám|chín|(?-i:Năm))(?!\s*(?:lần|[\p{L}\p{M}]*\s*lần))(?![\p{L}\p{M}])/giu;

/** "Tháng Sáu năm 2026" as "Tháng 6   năm 2026": what follows keeps its place. */
const numberMonths = (text: string): string =>
  text.replace(monthInWords, (word) => String(months.indexOf(word.toLowerCase()) + 2).padEnd(word.length));

// "Mùng 5" is the fifth.
const firstDays = /(?<![a-z])m[uo]ng(?=\s*\d)/g;

// Words beside a time that change nothing of it.
const clock = /(?:(?:truoc|cham nhat|luc)\s*)?(?<![a-z\d])\d{1,2}\s*(?:gio|h|g)(?:\s*\d{1,2})?(?:\s*phut)?(?![a-z\d])/g;
const fillers =
  /(?<![a-z])(?:thoi gian(?: thuc hien| hoan thanh)?|thoi han|thuc hien|hoan thanh|bao cao|xong|trong|vao|va|hoac|ca|cua|la|den|khi|cac|nam|tu|moi|kip thoi|va dot xuat)(?![a-z])/g;
// The time depends on something that happens: no day can be told, whatever numbers the wording holds.
const time =
  '(?:\\s|het|cuoi|dau|suot)*(?:(?:cac\\s*)?(?:ngay(?!\\s*sau)|thang|tuan|qu[yi](?![a-z]|\\s*(?:dinh|che|trinh))|nam(?! hoc))|nua|giai doan|ca nam|\\d|hang|thu (?:hai|ba|tu|nam|sau|bay|\\d)|ky bao cao)';
const fromHappening = 'ke tu (?:khi|ngay(?!\\s*\\d))|(?<!thang )sau khi';
const happening = new RegExp(
  `^(?:(?:thuc hien|hoan thanh|xong)\\s*)?(?:(?:theo|truoc|trong)(?!${time}|\\s*dinh k)|khi|tu khi|ngay (?:sau|khi|tu khi)|sau(?!\\s*(?:thang|ngay))|sau ngay\\s*\\d|trong \\d+ ngay(?! dau)|tuy|dot xuat$|kip thoi$|ngay$|dung (?:tien do|thoi gian|thoi han|ke hoach|quy dinh)|dip|${fromHappening}|nam hoc)(?![a-z])`,
);
// "Chậm nhất 05 ngày làm việc kể từ ngày …": days counted from a happening.
const counted = new RegExp(
  `^(?:[a-z]+ ){0,6}\\d+\\s*(?:\\([a-z ]+\\)\\s*)?(?:ngay|gio|tuan|thang)(?: lam viec)?[ ,]*(?:${fromHappening})`,
);
// A part of a stretch, or a session: a time without a day.
const vague = /(?<![a-z])(?:dau|giua|nhiem ky|ky hop)(?![a-z])/;
// What no calendar has, and only a slip can print.
const impossible =
  /(?<![a-z])(?:ngay\s*(?:3[2-9]|[4-9]\d)|thang\s*(?:1[3-9]|[2-9]\d)|qu[yi]\s*(?:v|vi|[5-9]))(?![a-z\d])/;
const andAfter = /(?:va|,)?\s*(?:cac|nhung)\s*(?:nam|thang|quy)\s*(?:tiep theo|sau|ke tiep)/;

const followUp = /(?:^|va|,|;|dong thoi)\s*(?:to chuc|trien khai)(?:\s*(?:trien khai|thuc hien|to chuc))*/;

const remainder = (folded: string, phrases: readonly Phrase[]): string => {
  let rest = folded;
  for (const { start, end } of phrases) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
};

const event = (text: string): SimpleSchedule => ({ kind: 'event', event: text.replace(/^[\s\-–+•*]+|[\s.;,]+$/g, '') });

type Parts = { parts: SimpleSchedule[]; confidence: number };

/** How much of the wording no rule has read. */
function confidenceOf(rest: string): number {
  const unread = rest
    .replace(/dot xuat/, ' ')
    .replace(clock, ' ')
    .replace(fillers, ' ')
    .replace(/[^a-z\d]/g, '');
  return unread === '' ? 0.98 : unread.length <= 12 ? 0.85 : 0.7;
}

function readParts(text: string, folded: string, phrases: readonly Phrase[]): Parts {
  const rest = remainder(folded, phrases);
  if (andAfter.test(rest)) return { parts: [{ kind: 'continuous' }], confidence: 0.9 };
  const telling = withoutExplaining(returning(phrases, folded), folded);
  const parts = mergeRecurring(telling.map((phrase) => phrase.schedule));
  if (/(?<![a-z])dot xuat/.test(rest))
    parts.push({ kind: 'event', event: text.slice(rest.indexOf('dot xuat'), rest.indexOf('dot xuat') + 8) });
  // "Ban hành kế hoạch trong tháng 01 và tổ chức thực hiện": no end is printed for what follows.
  const ends = parts.every((part) => part.kind === 'deadline' || part.kind === 'event');
  if (ends && followUp.test(rest.trim())) return { parts: [...parts, { kind: 'continuous' }], confidence: 0.9 };
  return { parts, confidence: telling.length < phrases.length ? 0.95 : confidenceOf(rest) };
}

/** The times of a folded text, with the starts and ends that bind what returns. */
const timesOf = (folded: string, year: number | null): Phrase[] =>
  bounding(sharingPeriod(findPhrases(folded, year), folded), folded, year);

/** One wording without bullets. */
function readWording(text: string, year: number | null): Parts {
  const folded = foldInPlace(numberMonths(text.slice(0, longest))).replace(firstDays, '    ');
  const bare = folded.replace(/^[\s\-–+•*]+/, '');
  const due = /[,;(]\s*(?:xong|hoan thanh|cham nhat|truoc ngay)/.test(folded);
  if (!due && (happening.test(bare) || counted.test(bare))) return { parts: [event(text)], confidence: 0.95 };
  if (impossible.test(folded)) return { parts: [event(text)], confidence: 0.3 };
  const phrases = excepting(timesOf(folded, year), folded);
  if (vague.test(remainder(folded, phrases))) return { parts: [event(text)], confidence: 0.85 };
  return phrases.length === 0 ? { parts: [event(text)], confidence: 0.4 } : readParts(text, folded, phrases);
}

/** The bullets of a cell, where it has at least two: each answers a bullet of the task. */
function bullets(text: string): string[] {
  const pieces = text
    .split(/(?:^|\n|\s)[-–+•*](?=\s+\p{L})/u)
    .map((piece) => piece.trim())
    .filter(Boolean);
  return /^\s*[-–+•*]\s/.test(text) && pieces.length > 1 ? pieces : [];
}

/** A bullet is one part: where it says both "định kỳ" and "thường xuyên", the work never stops. */
const widest = (parts: readonly SimpleSchedule[]): SimpleSchedule =>
  parts.find((part) => part.kind === 'continuous') ?? parts[0] ?? { kind: 'continuous' };

/**
 * The schedule of a cell of time. `year` is the document's, for wordings that print none. Nothing printed gives null;
 * wording no rule knows is an event as printed, with low confidence.
 */
export function readSchedule(text: string, year: number | null): ScheduleReading {
  const whole = normalize(text)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ');
  if (!/[\p{L}\p{N}]/u.test(whole)) return { schedule: null, confidence: 1 };
  const pieces = bullets(whole);
  if (pieces.length > 1) {
    const readings = pieces.map((piece) => readWording(squish(piece), year));
    return {
      schedule: { kind: 'several', parts: readings.map((reading) => widest(reading.parts)) },
      confidence: Math.min(0.95, ...readings.map((reading) => reading.confidence)),
    };
  }
  const { parts, confidence } = readWording(squish(whole), year);
  return { schedule: combine(parts), confidence };
}

/**
 * The schedule phrase inside a sentence, with the words it was read from: only wordings that can be nothing but a time
 * ("trước ngày 31/12/2023", "định kỳ trước ngày 20 hằng quý, 06 tháng, năm"), never the date of a cited document.
 */
export function findSchedule(sentence: string, year: number | null): { schedule: Schedule; quote: string } | null {
  const text = squish(sentence);
  const folded = foldInPlace(text);
  const opens = (phrase: Phrase) =>
    /^\W*$/.test(folded.slice(0, phrase.start)) &&
    (phrase.schedule.kind === 'recurring' || phrase.schedule.kind === 'continuous');
  const all = timesOf(folded.slice(0, 3 * longest), year);
  // "định kỳ" right before the day or period it belongs to.
  const leads = (phrase: Phrase, next: Phrase | undefined) =>
    next?.strong === true &&
    phrase.schedule.kind === 'recurring' &&
    /^[\s,]*$/.test(folded.slice(phrase.end, next.start));
  // A day alone, after the period it belongs to.
  const follows = (phrase: Phrase, index: number) =>
    phrase.schedule.kind === 'recurring' &&
    phrase.schedule.day !== undefined &&
    all.slice(0, index).some((other) => other.strong && other.schedule.kind === 'recurring');
  // "Báo cáo quý, 6 tháng, năm … trước ngày 20 của tháng cuối kỳ": the day wants a period, and finds it before itself.
  const unperiodic = ({ schedule }: Phrase) =>
    schedule.kind === 'recurring' && schedule.every === 'as-prescribed' && schedule.day !== undefined;
  const period = ({ schedule }: Phrase) => schedule.kind === 'recurring' && schedule.every !== 'as-prescribed';
  const lends = (phrase: Phrase, index: number) =>
    period(phrase) &&
    all.slice(index + 1).some((later) => later.strong && unperiodic(later)) &&
    !all.some((other) => other.strong && period(other));
  const phrases = all.filter(
    (phrase, index) =>
      phrase.strong || opens(phrase) || leads(phrase, all[index + 1]) || follows(phrase, index) || lends(phrase, index),
  );
  const telling = withoutExplaining(returning(phrases, folded), folded);
  const schedule = combine(mergeRecurring(telling.map((phrase) => phrase.schedule)));
  const [first, last] = [phrases[0], phrases.at(-1)];
  return schedule && first && last ? { schedule, quote: text.slice(first.start, last.end) } : null;
}
