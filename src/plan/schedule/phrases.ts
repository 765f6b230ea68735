import type { Every, SimpleSchedule } from '../model.ts';
import { type Point, readPoint, readRange, type Span } from './points.ts';

/** A schedule phrase of a folded text. `strong` when it can only be meant as a time: enough even inside a sentence. */
export type Phrase = { start: number; end: number; schedule: SimpleSchedule; strong: boolean };

const order: readonly Every[] = ['as-prescribed', 'year', 'half-year', 'quarter', 'month', 'week'];

/** The finer of two: a quarterly report covers the half-year and the year, as periods that end on one day are one report. */
export const finer = (a: Every, b: Every): Every => (order.indexOf(a) >= order.indexOf(b) ? a : b);

const period =
  '(?:(?:0?6|sau)\\s*thang|nua nam|(?:0?3|ba)\\s*thang|tuan|thang(?!\\s*\\d)|qu[yi](?!\\s*(?:[1-4]\\b|i+v?\\b|dinh|che|trinh|hoach|mo|uoc|tac|pham|thanh))|nam(?!\\s*\\d))(?![a-z])';
const each = '(?:hang|moi|tung|theo|cac|mot)\\s*';
const list = `${period}(?:\\s*(?:,|/|;|-|–|va)?\\s*(?:va\\s*)?(?:bao cao\\s*)?(?:dinh ky\\s*)?(?:${each})?${period})*`;
const lastMonth =
  'thang cuoi(?:\\s*(?:cung))?(?:\\s*cua)?(?:\\s*(?:hang|moi|tung))?\\s*(qu[yi]|ky bao cao|ky(?:\\s*6 thang)?|nam)?';
const nextMonth =
  '(?:thang|quy|ky)\\s*(?:lien ke|sau|tiep theo|ke tiep|lien sau|dau (?:tien )?(?:cua )?quy\\s*(?:sau|tiep theo|lien ke|ke tiep))(?:\\s*(?:lien ke|ke tiep))?';
const before = '(?:(truoc)|cham nhat(?:\\s*la)?(?:\\s*vao)?|muon nhat(?:\\s*la)?|vao|den|la)?\\s*';

const everyOf = (word: string): Every =>
  /tuan/.test(word)
    ? 'week'
    : /6|sau|nua/.test(word)
      ? 'half-year'
      : /3|ba/.test(word)
        ? 'quarter'
        : /qu[yi]/.test(word)
          ? 'quarter'
          : /thang/.test(word)
            ? 'month'
            : 'year';

const finest = (text: string): Every =>
  [...text.matchAll(new RegExp(period, 'g'))].map((match) => everyOf(match[0])).reduce(finer, 'as-prescribed' as Every);

const timesAYear: Record<number, Every> = { 1: 'year', 2: 'half-year', 4: 'quarter', 12: 'month', 52: 'week' };
const count = (text: string | undefined): number =>
  ({ mot: 1, hai: 2, ba: 3, bon: 4 })[text ?? ''] ?? Number(text ?? 1);

type Rule = { pattern: RegExp; strong: boolean; read: (match: RegExpExecArray) => SimpleSchedule | undefined };
const rule = (source: string, strong: boolean, read: Rule['read']): Rule => ({
  pattern: new RegExp(`(?<![a-z\\d])(?:${source})`, 'y'),
  strong,
  read,
});

const recurring = (every: Every): SimpleSchedule => ({ kind: 'recurring', every });

function onDay(
  every: Every,
  day: string | undefined,
  extra: { last?: boolean; next?: boolean; exclusive: boolean },
): SimpleSchedule | undefined {
  const number = Number(day);
  if (!(number >= 1 && number <= 31)) return undefined;
  return {
    kind: 'recurring',
    every,
    day: number,
    ...(extra.last ? { inLastMonth: true } : {}),
    ...(extra.next ? { inNextMonth: true } : {}),
    ...(extra.exclusive ? { exclusive: true } : {}),
  };
}

const number = '(\\d{1,2}|mot|hai|ba|bon)';

const rules: readonly Rule[] = [
  // "trước ngày 15 tháng cuối quý", "ngày 20 của tháng cuối hằng quý"
  rule(`${before}(?:cac\\s*)?ngay\\s*(\\d{1,2})\\s*(?:cua\\s*)?${lastMonth}(?:\\s*(?:${each})${list})?`, true, (m) =>
    onDay(/nam/.test(m[3] ?? '') ? 'year' : /ky/.test(m[3] ?? '') ? 'as-prescribed' : 'quarter', m[2], {
      last: true,
      exclusive: Boolean(m[1]),
    }),
  ),
  // "Trước ngày 05 của tháng liền kề", "trước ngày 05 tháng đầu quý sau"
  rule(`${before}(?:cac\\s*)?ngay\\s*(\\d{1,2})\\s*(?:cua\\s*)?${nextMonth}`, true, (m) =>
    onDay(/qu[yi]\s*(?:sau|tiep|lien|ke)/.test(m[0]) ? 'quarter' : 'month', m[2], {
      next: true,
      exclusive: Boolean(m[1]),
    }),
  ),
  // "ngày 15 hằng quý, 6 tháng và năm"
  rule(
    `${before}(?:cac\\s*)?ngay\\s*(\\d{1,2})(?![/.\\d])\\s*,?\\s*(?:cua\\s*)?(?:dinh ky\\s*)?(?:${each})${list}`,
    true,
    (m) => onDay(finest(m[0].replace(/ngay\s*\d+/, '')), m[2], { exclusive: Boolean(m[1]) }),
  ),
  // "Hằng năm, trước ngày 15/12"
  rule(
    `(?:dinh ky\\s*)?(?:hang|moi) nam\\s*,?\\s*\\(?${before}(?:ngay\\s*)?(\\d{1,2})\\s*(?:/|thang)\\s*(\\d{1,2})(?!\\s*(?:/|nam)?\\s*\\d)`,
    true,
    (m) => (Number(m[3]) === 12 ? onDay('year', m[2], { last: true, exclusive: Boolean(m[1]) }) : recurring('year')),
  ),
  // "trước ngày 15/12 hằng năm", "15/6 và 15/12 hằng năm": the last month of the half-year or the year
  rule(
    `${before}(?:cac\\s*)?(?:ngay\\s*)?(\\d{1,2})\\s*(?:/|thang)\\s*(\\d{1,2})(?:\\s*(?:,|va)\\s*(?:truoc\\s*)?(?:ngay\\s*)?(\\d{1,2})\\s*(?:/|thang)\\s*(\\d{1,2}))?\\s*(?:cua\\s*)?(?:hang|moi) nam`,
    true,
    (m) => {
      const twice = Number(m[3]) === 6 && Number(m[5]) === 12 && m[2] === m[4];
      const last = twice || (Number(m[3]) === 12 && !m[4]);
      return last
        ? onDay(twice ? 'half-year' : 'year', m[2], { last: true, exclusive: Boolean(m[1]) })
        : recurring('year');
    },
  ),
  rule(
    `(?:hang|moi) nam\\s*[(,]?\\s*(?:vao |trong )?(?:thang\\s*\\d{1,2}|qu[yi]\\s*(?:iv|i{1,3}|[1-4]))(?![\\d/a-z])`,
    true,
    () => recurring('year'),
  ),
  rule(`(?:trong\\s*)?(?:thang\\s*\\d{1,2}|qu[yi]\\s*(?:iv|i{1,3}|[1-4]))\\s*(?:cua\\s*)?(?:hang|moi) nam`, true, () =>
    recurring('year'),
  ),
  // "2 lần/năm", "6 tháng/lần", "mỗi năm 01 lần"
  rule(`(?:it nhat |toi thieu )?${number}\\s*lan\\s*(?:/|trong|mot|moi)\\s*(?:mot |1 |01 )?(${period})`, true, (m) => {
    const every = everyOf(m[2] ?? '');
    return recurring(every === 'year' ? (timesAYear[count(m[1])] ?? 'year') : every);
  }),
  rule(`${number}?\\s*(${period})\\s*(?:/\\s*(?:mot |1 |01 )?|mot |1 |01 )lan`, true, (m) => {
    const months = /thang/.test(m[2] ?? '') ? count(m[1] ?? '1') : 0;
    return recurring(timesAYear[months ? 12 / months : 0] ?? everyOf(m[0]));
  }),
  rule(`(?:hang|moi|mot)\\s*nam\\s*(?:it nhat\\s*|toi thieu\\s*)?${number}\\s*lan`, true, (m) =>
    recurring(timesAYear[count(m[1])] ?? 'year'),
  ),
  rule(
    `(?:bao cao\\s*)?dinh k[yi]\\s*,?\\s*(?:${each})?${list}(?:\\s*/\\s*(?:1 |01 )?lan)?(?:\\s*20\\d\\d)?`,
    true,
    (m) => recurring(finest(m[0])),
  ),
  // "Thường xuyên hằng năm" goes on all the time.
  rule(
    'thuong\\s*xuyen(?:\\s*,?\\s*(?:va\\s*)?lien tuc)?(?:\\s*(?:trong|ca|hang)(?:\\s*ca)?\\s*nam(?:\\s*20\\d\\d)?|\\s*,?\\s*nam\\s*20\\d\\d|\\s*qua cac nam)?',
    false,
    () => ({ kind: 'continuous' }),
  ),
  rule('(?:lien tuc|hang ngay)(?:\\s*(?:trong|ca)\\s*nam(?:\\s*20\\d\\d)?)?', false, () => ({ kind: 'continuous' })),
  rule(`(?:hang|moi|tung)\\s*${list}`, false, (m) => recurring(finest(m[0]))),
  rule(`theo\\s*${list}`, false, (m) => recurring(finest(m[0]))),
  rule(`${period}(?:\\s*(?:,|/|;|-|–|va)\\s*(?:va\\s*)?${period})+`, false, (m) => recurring(finest(m[0]))),
  rule('(?:theo\\s*)?dinh k[yi](?:\\s*theo\\s*(?:quy dinh|yeu cau|ke hoach))?(?:\\s*bao cao)?', false, () =>
    recurring('as-prescribed'),
  ),
  // A day alone belongs to the period named beside it: "Hằng tháng, trước ngày 25".
  rule(`${before}ngay\\s*(\\d{1,2})(?!\\d|\\s*[/.-]|\\s*(?:thang|lam viec|ke tu|sau|truoc|qu[yi]))`, false, (m) =>
    onDay('as-prescribed', m[2], { exclusive: Boolean(m[1]) }),
  ),
  rule(
    '(?:trong\\s*)?(?:nam\\s*)?20\\d\\d\\s*(?:va\\s*)?(?:cac|nhung)\\s*nam\\s*(?:tiep theo|sau|ke tiep)(?: do)?',
    false,
    () => ({ kind: 'continuous' }),
  ),
];

const limit =
  '((?:(?:phai\\s*)?(?:hoan thanh|xong|ket thuc|ban hanh)\\s*)?(?:truoc|cham nhat(?: la)?(?: vao| den| trong| truoc)?|muon nhat(?: la)?(?: vao)?|tre nhat(?: la)?|khong qua|khong muon hon|den het|den cuoi|den truoc|den|het|cuoi|trong|vao|xong(?: trong| truoc| vao)?|hoan thanh(?: trong| truoc| vao)?)?)\\s*';
const limitPattern = new RegExp(`(?<![a-z\\d])${limit}`, 'y');

/** What a printed stretch means with the words before it. */
function scheduleOf(point: Point, words: string): SimpleSchedule[] {
  if (/truoc/.test(words)) return [{ kind: 'deadline', by: point.from, exclusive: true }];
  const due = /cham nhat|muon|tre nhat|khong qua|den|het|cuoi|xong|hoan thanh|ket thuc|ban hanh/.test(words);
  // A single month is when the work is due, as in "6/2025"; longer stretches are windows.
  if (due || point.unit === 'day') return [{ kind: 'deadline', by: point.to }];
  // Months that do not touch ("tháng 6 và tháng 12") are days due, too.
  const single = (span: Span) => span.from.slice(0, 7) === span.to.slice(0, 7);
  if (point.unit === 'month' || (point.spans.length > 1 && point.spans.every(single)))
    return point.spans.map((span) => ({ kind: 'deadline', by: span.to }));
  return point.spans.map((span) => ({ kind: 'window', ...span }));
}

type Dated = { end: number; schedules: SimpleSchedule[]; strong: boolean };

const onwards = /(?:bat dau\s+)?(?:ke\s+)?tu\s+(?=[a-z\d])/y;

/** "Từ năm 2026", "từ ngày 01/7/2025 trở đi": no end is printed, so the work goes on. */
function readOnwards(text: string, at: number, year: number | null): Dated | undefined {
  onwards.lastIndex = at;
  if (!onwards.test(text)) return undefined;
  const point = readPoint(text, onwards.lastIndex, year);
  if (!point || point.bare) return undefined;
  // "từ tháng 3 đến tháng 9": the list of months is already a stretch with an end.
  const ended = /den|-|–/.test(text.slice(onwards.lastIndex, point.end).replace(/20\d\d/g, '')) && point.unit !== 'day';
  if (ended) return { end: point.end, schedules: [{ kind: 'window', from: point.from, to: point.to }], strong: true };
  const end = point.end + (/^\s*tro di/.exec(text.slice(point.end))?.[0].length ?? 0);
  return { end, schedules: [{ kind: 'continuous' }], strong: false };
}

function readDated(text: string, at: number, year: number | null): Dated | undefined {
  const range = readRange(text, at, year);
  if (range) {
    const strong = text.startsWith('tu', at) && range.unit !== 'year';
    return { end: range.end, schedules: [{ kind: 'window', from: range.from, to: range.to }], strong };
  }
  limitPattern.lastIndex = at;
  const words = limitPattern.exec(text)?.[0] ?? '';
  const point =
    (words ? readRange(text, at + words.length, year) : undefined) ?? readPoint(text, at + words.length, year);
  if (!point || (point.bare && words === '')) return readOnwards(text, at, year);
  return { end: point.end, schedules: scheduleOf(point, words), strong: isFirm(text, at, words, point) };
}

/** Words that bind whoever the sentence speaks to; "định hướng đến năm 2030" and "tính đến ngày" bind nobody. */
function isFirm(text: string, at: number, words: string, point: Point): boolean {
  // Without tones "UBND tỉnh trước ngày" ends alike: only "đến" follows "tính".
  if (words.startsWith('den') && /(?<!(?:ubnd|hdnd|nhan dan|cap|uy|nganh) )tinh\s*$/.test(text.slice(0, at)))
    return false;
  if (/truoc|cham|muon|tre|het|xong|hoan thanh|khong qua/.test(words)) return true;
  return /den|trong|vao|cuoi/.test(words) && point.unit !== 'year';
}

function readRule(text: string, at: number): Phrase | undefined {
  let best: Phrase | undefined;
  for (const { pattern, strong, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const schedule = match && match[0] !== '' ? read(match) : undefined;
    if (schedule && (!best || pattern.lastIndex > best.end))
      best = { start: at, end: pattern.lastIndex, schedule, strong };
  }
  return best;
}

/** "Trước ngày 15/6, 15/12": the second day is too late as well. */
const continuesList = (text: string, last: Phrase | undefined, at: number): boolean =>
  last?.schedule.kind === 'deadline' &&
  last.schedule.exclusive === true &&
  /^\s*(?:,|;|va)\s*$/.test(text.slice(last.end, at));

/** Every schedule phrase of a folded text from left to right; where two begin together the longer counts. */
export function findPhrases(text: string, year: number | null): Phrase[] {
  const found: Phrase[] = [];
  for (let at = 0; at < text.length; ) {
    if (/[a-z\d]/.test(text[at - 1] ?? '') || !/[a-z\d]/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const ruled = readRule(text, at);
    const dated = readDated(text, at, year);
    if (dated && (!ruled || dated.end >= ruled.end)) {
      const listed = continuesList(text, found.at(-1), at);
      for (const schedule of dated.schedules)
        found.push({
          start: at,
          end: dated.end,
          schedule: listed && schedule.kind === 'deadline' ? { ...schedule, exclusive: true } : schedule,
          strong: dated.strong || listed,
        });
      at = dated.end;
    } else if (ruled) {
      found.push(ruled);
      at = ruled.end;
    } else at += 1;
  }
  return found;
}
