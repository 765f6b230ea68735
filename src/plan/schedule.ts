import { fold, normalize, squish } from '../kernel/text.ts';
import type { Schedule, SimpleSchedule } from './model.ts';
import { findPhrases, finer, type Phrase } from './schedule/phrases.ts';

export type ScheduleReading = { schedule: Schedule | null; confidence: number };

// No wording of time is longer; a whole document in one cell must not cost more than its head.
const longest = 1000;

/** Folded character by character, so that places in the folded text are places in the printed one. */
const foldInPlace = (text: string): string =>
  [...text].map((char) => (char.length === 1 ? fold(char).slice(0, 1) || ' ' : '  ')).join('');

// Words beside a time that change nothing of it.
const fillers =
  /(?<![a-z])(?:thoi gian(?: thuc hien| hoan thanh)?|thoi han|thuc hien|hoan thanh|bao cao|xong|trong|vao|va|hoac|ca|cua|la|den|khi|cac|nam|tu|moi|kip thoi|va dot xuat)(?![a-z])/g;
// The time depends on something that happens: no day can be told, whatever numbers the wording holds.
const time =
  '(?:\\s|het|cuoi|dau)*(?:(?:cac\\s*)?(?:ngay(?!\\s*sau)|thang|tuan|qu[yi](?!\\s*(?:dinh|che|trinh))|nam(?! hoc))|giai doan|ca nam|\\d|hang)';
const happening = new RegExp(
  `^(?:(?:thuc hien|hoan thanh|xong)\\s*)?(?:(?:theo|truoc|trong)(?!${time}|\\s*dinh k)|khi|ngay (?:sau|khi|tu khi)|sau(?!\\s*(?:thang|ngay))|trong \\d+ ngay|tuy|dot xuat$|dip|ke tu khi|nam hoc)(?![a-z])`,
);
const andAfter = /(?:va|,)?\s*(?:cac|nhung)\s*(?:nam|thang|quy)\s*(?:tiep theo|sau|ke tiep)/;

const followUp = /(?:^|va|,|;|dong thoi)\s*(?:to chuc|trien khai)(?:\s*(?:trien khai|thuc hien|to chuc))*/;

const sameDay = (a: SimpleSchedule, b: SimpleSchedule): boolean => JSON.stringify(a) === JSON.stringify(b);

type Recurring = Extract<SimpleSchedule, { kind: 'recurring' }>;

/** "Hằng quý, trước ngày 05 của tháng liền kề": the month next to the quarter; else the finer period counts. */
const periodOf = (last: Recurring, part: Recurring): Recurring['every'] =>
  part.inNextMonth && last.day === undefined && last.every !== 'as-prescribed'
    ? last.every
    : finer(last.every, part.every);

/** "Định kỳ hằng quý … trước ngày 15 tháng cuối quý" is one recurrence: the finer period, and the day where one is told. */
function mergeRecurring(parts: readonly SimpleSchedule[]): SimpleSchedule[] {
  const merged: SimpleSchedule[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (
      last?.kind === 'recurring' &&
      part.kind === 'recurring' &&
      (last.day === undefined || part.day === undefined || last.day === part.day)
    ) {
      merged[merged.length - 1] = { ...last, ...part, every: periodOf(last, part) };
    } else if (!merged.some((known) => sameDay(known, part))) merged.push(part);
  }
  return merged;
}

const combine = (parts: readonly SimpleSchedule[]): Schedule | null => {
  const [first, ...rest] = parts;
  return first === undefined ? null : rest.length === 0 ? first : { kind: 'several', parts: [...parts] };
};

const remainder = (folded: string, phrases: readonly Phrase[]): string => {
  let rest = folded;
  for (const { start, end } of phrases) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
};

const event = (text: string): SimpleSchedule => ({ kind: 'event', event: text.replace(/^[\s\-–+•*]+|[\s.;,]+$/g, '') });

/** One wording without bullets. */
function readWording(text: string, year: number | null): { parts: SimpleSchedule[]; confidence: number } {
  const folded = foldInPlace(text);
  const due = /[,;]\s*(?:xong|hoan thanh|cham nhat|truoc ngay)/.test(folded);
  if (!due && happening.test(folded.replace(/^[\s\-–+•*]+/, ''))) return { parts: [event(text)], confidence: 0.95 };
  const phrases = findPhrases(folded.slice(0, longest), year);
  if (phrases.length === 0) return { parts: [event(text)], confidence: 0.4 };
  const rest = remainder(folded, phrases);
  if (andAfter.test(rest)) return { parts: [{ kind: 'continuous' }], confidence: 0.9 };
  const parts = mergeRecurring(phrases.map((phrase) => phrase.schedule));
  if (/(?<![a-z])dot xuat/.test(rest))
    parts.push({ kind: 'event', event: text.slice(rest.indexOf('dot xuat'), rest.indexOf('dot xuat') + 8) });
  const goesOn = parts.some((part) => part.kind === 'deadline') && followUp.test(rest.trim());
  if (goesOn) return { parts: [...parts, { kind: 'continuous' }], confidence: 0.9 };
  const unread = rest
    .replace(/dot xuat/, ' ')
    .replace(fillers, ' ')
    .replace(/[^a-z\d]/g, '');
  if (/(?<![a-z])(?:dau|giua)(?![a-z])/.test(rest)) return { parts: [event(text)], confidence: 0.7 };
  return { parts, confidence: unread === '' ? 0.98 : unread.length <= 12 ? 0.85 : 0.7 };
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
    .replace(/<\/?[a-z][^>]*>/gi, ' ');
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
  const all = findPhrases(folded.slice(0, 3 * longest), year);
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
  const schedule = combine(mergeRecurring(phrases.map((phrase) => phrase.schedule)));
  const [first, last] = [phrases[0], phrases.at(-1)];
  return schedule && first && last ? { schedule, quote: text.slice(first.start, last.end) } : null;
}
