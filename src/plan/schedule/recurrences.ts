import { findPlainDate } from '../../kernel/plain-date.ts';
import type { Every, SimpleSchedule } from '../model.ts';
import { roman } from './points.ts';
import { before, type Read, type Rule, rule } from './rule.ts';
import { weeklyRules } from './weekly.ts';
import { listedDays, yearly } from './yearly.ts';

const order: readonly Every[] = ['as-prescribed', 'year', 'half-year', 'quarter', 'month', 'week'];

/** The finer of two: a quarterly report covers the half-year and the year, as periods that end on one day are one report. */
export const finer = (a: Every, b: Every): Every => (order.indexOf(a) >= order.indexOf(b) ? a : b);

const nextOfList = '\\s*(?:,|;|va)\\s*(?:bao cao\\s*)?';
// "Quý I, 6 tháng đầu năm, 9 tháng, cả năm": sums up to a day of the year, one each quarter.
const sumUp = `qu[yi]\\s*(?:i|1)(?=${nextOfList}(?:0?6|sau)\\s*thang)|(?<=(?:6|sau)\\s*thang(?: dau nam)?${nextOfList})qu[yi]\\s*(?:iii|3)(?=${nextOfList}(?:ca\\s*)?nam)|(?:0?[69]|sau|chin)\\s*thang dau nam(?=${nextOfList}(?:(?:0?9|chin)\\s*thang|qu[yi]\\s*(?:iii|3)|(?:ca\\s*)?nam))`;
const period = `(?:${sumUp}|(?:0?6|sau)\\s*thang|nua nam|(?:0?[39]|ba|chin)\\s*thang|tuan|thang(?!\\s*\\d)|qu[yi](?!\\s*(?:[1-4]\\b|i+v?\\b|dinh|che|trinh|hoach|mo|uoc|tac|pham|thanh))|nam(?!\\s*\\d))(?![a-z])`;
const each = '(?:hang|moi|tung|theo|cac|mot)\\s*';
// What may stand before the next period of a list: "sơ kết 6 tháng, tổng kết năm", "6 tháng và cả năm".
const said = '(?:(?:bao cao|so ket|tong ket)\\s*(?:cuoi\\s*)?)?(?:dinh ky\\s*)?(?:(?:ca|0?1)\\s*)?';
const thisYear = `${nextOfList}(?:ca\\s*)?nam\\s*20\\d\\d(?!\\d)`;
const list = `${period}(?:\\s*(?:,|/|;|-|–|va)?\\s*(?:va\\s*)?${said}(?:${each})?${period})*(?:(?<=(?:[69]|sau|chin)\\s*thang(?: dau nam)?)${thisYear})?`;
const quarterNumeral = '(?:iv|i{1,3}|[1-4])(?![a-z\\d])';
const lastMonth = `thang cuoi(?:\\s*(?:cung))?(?:\\s*cua)?(?:\\s*(?:hang|moi|tung|cac))?\\s*(qu[yi](?:\\s*${quarterNumeral}(?:\\s*(?:,|;|&|va)\\s*(?:qu[yi]\\s*)?${quarterNumeral})*)?|ky bao cao|ky(?:\\s*6 thang)?|nam)?(?:(?<=${quarterNumeral})\\s*(?:/|nam)\\s*(20\\d\\d))?`;
const nextMonth =
  '(?:thang|quy|ky)\\s*(?:lien ke|sau|tiep theo|ke tiep|lien sau|dau (?:tien )?(?:cua )?quy\\s*(?:sau|tiep theo|lien ke|ke tiep))(?:\\s*(?:lien ke|ke tiep))?(?:\\s*(?:khi (?:ket thuc|het)\\s*)?(?:cua\\s*)?(?:qu[yi]|ky)\\s*bao cao)?';

const everyOf = (word: string): Every =>
  /tuan/.test(word)
    ? 'week'
    : /6|sau|nua/.test(word)
      ? 'half-year'
      : /[39]|ba|chin/.test(word)
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

const monthsOf: Readonly<Partial<Record<Every, number>>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** "6 tháng/lần", "2 quý một lần": the period that has as many months; null where there is none ("5 năm một lần"). */
function onceIn(howMany: string | undefined, unit: string): Read {
  const every = everyOf(unit);
  if (every === 'week') return count(howMany) === 1 ? recurring('week') : null;
  const months = count(howMany) * (monthsOf[every] ?? 0);
  const found = (Object.keys(monthsOf) as Every[]).find((one) => monthsOf[one] === months);
  return found ? recurring(found) : null;
}
// A day, a month or a quarter named without its year, and several of them, up to the words "hằng năm".
const yearless = `(?:(?:ngay\\s*)?\\d{1,2}\\s*(?:/|thang)\\s*\\d{1,2}|thang\\s*\\d{1,2}|qu[yi]\\s*${quarterNumeral})(?!\\s*/?\\s*\\d)`;
const yearlessList = `${yearless}(?:\\s*(,|;|va|den|-|–)\\s*(?:va\\s*)?(?:truoc\\s*)?(?:${yearless}|${quarterNumeral}|\\d{1,2}(?![\\d/])))*`;

/** "Ngày 15 tháng cuối quý", "tháng cuối quý II và quý IV", "tháng cuối kỳ": a day of the month that closes a period. */
function inClosingMonth(
  place: string,
  day: string | undefined,
  { exclusive, year }: { exclusive: boolean; year: string | undefined },
): Read {
  const months = numeralsOf(place).map((quarter) => 3 * quarter);
  const bound = exclusive ? { exclusive } : {};
  if (months.length > 0 && year !== undefined) {
    const days = months.map((month) => findPlainDate(Number(year), month, Number(day)));
    return days.some((one) => one === undefined)
      ? null
      : days.flatMap((by) => (by === undefined ? [] : [{ kind: 'deadline' as const, by, ...bound }]));
  }
  if (months.length > 0)
    return yearly(
      months.map((month) => ({ day: Number(day), month })),
      exclusive,
    );
  const every = /nam/.test(place) ? 'year' : /ky/.test(place) ? 'as-prescribed' : 'quarter';
  return onDay(every, day, { last: true, exclusive });
}

/** The quarters named: "quy ii va quy iv". */
const numeralsOf = (words: string): number[] =>
  (words.match(/(?<![a-z\d])(?:iv|i{1,3}|[1-4])(?![a-z\d])/g) ?? []).map(
    (numeral) => roman[numeral] ?? Number(numeral),
  );

// Looked for beside the rule, not in it: a list of periods must be read in one way alone, or long ones cost too much.
const bareDay =
  /^\s*[,:(]*\s*(?:truoc|cham nhat(?:\s*la)?(?:\s*vao)?|vao|den)?\s*(?:cac\s*)?ngay\s*\d{1,2}(?!\d|\s*[/.-]\s*\d|\s*thang\s*\d)/;

/** Days, months or quarters of each year; a stretch of it is told as the year alone. */
function eachYear(words: string, exclusive: boolean): Read {
  if (/(?<![a-z])(?:tu|den)(?![a-z])|-|–/.test(words.replace(/^\s*den/, ''))) return recurring('year');
  if (!/qu[yi]/.test(words)) {
    const days = listedDays(words);
    return days ? yearly(days, exclusive) : null;
  }
  const quarters = numeralsOf(words);
  const [one] = quarters;
  // A single quarter of each year ends with its last month.
  if (one !== undefined && quarters.length === 1) return yearly([{ month: 3 * one }], exclusive);
  return recurring(timesAYear[quarters.length] ?? 'year');
}

const rules: readonly Rule[] = [
  // "trước ngày 15 tháng cuối quý", "ngày 20 của tháng cuối hằng quý"
  rule(`${before}(?:cac\\s*)?ngay\\s*(\\d{1,2})\\s*(?:cua\\s*)?${lastMonth}(?:\\s*(?:${each})${list})?`, true, (m) =>
    inClosingMonth(m[3] ?? '', m[2], { exclusive: Boolean(m[1]), year: m[4] }),
  ),
  // "Trước ngày 05 của tháng liền kề", "trước ngày 05 tháng đầu quý sau"
  rule(`${before}(?:cac\\s*)?ngay\\s*(\\d{1,2})\\s*(?:cua\\s*)?${nextMonth}`, true, (m) =>
    onDay(/qu[yi]\s*(?:sau|tiep|lien|ke|bao cao)/.test(m[0]) ? 'quarter' : 'month', m[2], {
      next: true,
      exclusive: Boolean(m[1]),
    }),
  ),
  // "ngày 15 hằng quý, 6 tháng và năm"
  rule(
    `(?:tu\\s*ngay\\s*\\d{1,2}\\s*(?=den))?${before}(?:cac\\s*)?(?:ngay\\s*)?(?<=ngay\\s*|den\\s*)(\\d{1,2})(?![/.\\d])\\s*,?\\s*(?:cua\\s*)?(?:dinh ky\\s*)?(?:${each})${list}`,
    true,
    (m) =>
      onDay(
        finest(
          m[0].replace(/\d+/g, (digits, at: number) => (/(?:ngay|den)\s*$/.test(m[0].slice(0, at)) ? '' : digits)),
        ),
        m[2],
        { exclusive: Boolean(m[1]) },
      ),
  ),
  // "Hằng năm, trước ngày 15/12", "hằng năm (quý IV)"
  rule(`(?:dinh ky\\s*)?(?:hang|moi) nam\\s*[,(]?\\s*(?:tu\\s*)?(?:trong\\s*)?${before}(${yearlessList})`, true, (m) =>
    eachYear(m[0].replace(/^.*? nam/, ''), Boolean(m[1])),
  ),
  // "trước ngày 15/12 hằng năm", "15/6 và 15/12 hằng năm", "tháng 11 hằng năm"
  rule(`(?:tu\\s*)?(?:trong\\s*)?${before}(?:cac\\s*)?(${yearlessList})\\s*(?:cua\\s*)?(?:hang|moi) nam`, true, (m) =>
    eachYear(m[0], Boolean(m[1])),
  ),
  ...weeklyRules,
  // "Báo cáo tháng trước ngày 20, quý trước ngày 15 tháng cuối quý": a period right before its day.
  rule(`(?:bao cao\\s*|(?<=(?:^|[,;(:]|va)\\s*))(?:dinh ky\\s*)?(?:${each})?${list}`, false, (m) =>
    bareDay.test(m.input.slice(m.index + m[0].length, m.index + m[0].length + 60))
      ? recurring(finest(m[0]))
      : undefined,
  ),
  // "ngày làm việc cuối cùng của quý"
  rule(
    `(?:cham nhat(?:\\s*la)?(?:\\s*vao)?\\s*)?ngay\\s*(?:lam viec\\s*)?cuoi\\s*(?:cung\\s*)?(?:cua\\s*)?(?:${each})?(thang|qu[yi]|nam)(?![a-z]|\\s*(?:\\d|${quarterNumeral}))`,
    true,
    (m) => ({ ...recurring(everyOf(m[1] ?? '')), inLastMonth: true }),
  ),
  // "trong 5 ngày đầu của tháng tiếp theo"
  rule(`(?:trong\\s*)?(?:vong\\s*)?(\\d{1,2})\\s*ngay dau(?:\\s*tien)?\\s*(?:cua\\s*)?${nextMonth}`, true, (m) =>
    onDay(/qu[yi]/.test(m[0]) ? 'quarter' : 'month', m[1], { next: true, exclusive: false }),
  ),
  // "trước ngày 25 của tháng báo cáo"
  rule(`${before}(?:cac\\s*)?ngay\\s*(\\d{1,2})\\s*(?:cua\\s*)?thang bao cao`, true, (m) =>
    onDay('month', m[2], { exclusive: Boolean(m[1]) }),
  ),
  // "2 lần/năm", "6 tháng/lần", "mỗi năm 01 lần"
  rule(`(?:it nhat |toi thieu )?${number}\\s*lan\\s*(?:/|trong|mot|moi)\\s*(?:mot |1 |01 )?(${period})`, true, (m) => {
    const every = everyOf(m[2] ?? '');
    return recurring(every === 'year' ? (timesAYear[count(m[1])] ?? 'year') : every);
  }),
  rule(`(?:${number}\\s*)?(${period})\\s*(?:/\\s*(?:mot |1 |01 )?|mot |1 |01 )lan`, true, (m) =>
    onceIn(m[1], m[2] ?? ''),
  ),
  rule(`${number}\\s*(tuan|thang|qu[yi]|nam)\\s*(?:/\\s*(?:mot |0?1 )?|mot |0?1 )lan`, true, (m) =>
    onceIn(m[1], m[2] ?? ''),
  ),
  rule(`(?:hang|moi|mot)\\s*(tuan|thang|qu[yi]|nam)\\s*(?:it nhat\\s*|toi thieu\\s*)?${number}\\s*lan`, true, (m) => {
    const every = everyOf(m[1] ?? '');
    return recurring(every === 'year' ? (timesAYear[count(m[2])] ?? 'year') : every);
  }),
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
  rule('(?:lien tuc|hang ngay|quanh nam)(?:\\s*(?:trong|ca)\\s*nam(?:\\s*20\\d\\d)?)?', false, () => ({
    kind: 'continuous',
  })),
  rule(`(?:hang|moi|tung)\\s*${list}`, false, (m) => recurring(finest(m[0]))),
  rule(`theo\\s*${list}`, false, (m) => recurring(finest(m[0]))),
  rule(
    `(?:so ket\\s*)?${period}(?:(?:\\s*(?:,|/|;|-|–|va)\\s*(?:va\\s*)?${said}${period})+(?:(?<=thang(?: dau nam)?)${thisYear})?|(?<=(?:6|9|sau|chin)\\s*thang(?: dau nam)?)${thisYear})`,
    false,
    (m) => recurring(finest(m[0])),
  ),
  rule('(?:theo\\s*)?dinh k[yi](?:\\s*theo\\s*(?:quy dinh|yeu cau|ke hoach))?(?:\\s*bao cao)?', false, () =>
    recurring('as-prescribed'),
  ),
  rule('(?:theo|hang|moi|tung)\\s*ky(?:\\s*bao cao)?(?![a-z])(?!\\s*(?:hop|thi|nghi))', false, () =>
    recurring('as-prescribed'),
  ),
  // A day alone belongs to the period named beside it: "Hằng tháng, trước ngày 25".
  rule(
    `${before}ngay\\s*(\\d{1,2})(?!\\d|\\s*[/.-]\\s*\\d|\\s*(?:thang|lam viec|ke tu|sau|truoc|qu[yi]))`,
    false,
    (m) => onDay('as-prescribed', m[2], { exclusive: Boolean(m[1]) }),
  ),
  rule(
    '(?:trong\\s*)?(?:nam\\s*)?20\\d\\d\\s*(?:va\\s*)?(?:cac|nhung)\\s*nam\\s*(?:tiep theo|sau|ke tiep)(?: do)?',
    false,
    () => ({ kind: 'continuous' }),
  ),
];

export type Recurrence = { end: number; schedules: readonly SimpleSchedule[]; strong: boolean };

const listOf = (read: SimpleSchedule | readonly SimpleSchedule[] | null): readonly SimpleSchedule[] =>
  read === null ? [] : 'kind' in read ? [read] : read;

/** The longest wording of a recurrence that begins at `at` of a folded text; no schedules where none can tell it. */
export function readRecurrence(text: string, at: number): Recurrence | undefined {
  let best: Recurrence | undefined;
  for (const { pattern, strong, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '' || (best && pattern.lastIndex <= best.end)) continue;
    const end = pattern.lastIndex;
    const schedules = read(match);
    if (schedules !== undefined) best = { end, schedules: listOf(schedules), strong };
  }
  return best;
}
