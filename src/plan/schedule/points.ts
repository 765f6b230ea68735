import { daysInMonth, findPlainDate, type PlainDate } from '../../kernel/plain-date.ts';

/** A stretch of the calendar a plan names: a day, a month, quarters, half a year, years. `gaps` when its parts do not touch. */
export type Point = {
  end: number;
  unit: 'day' | 'month' | 'months' | 'quarter' | 'half' | 'year';
  from: PlainDate;
  to: PlainDate;
  spans: readonly Span[];
  /** The year was printed, not taken from the document. */
  dated: boolean;
  /** Only the word "năm" is printed: a time after "trong" or "hết", a period elsewhere. */
  bare?: boolean;
};
export type Span = { from: PlainDate; to: PlainDate };

const sticky = (source: string): RegExp => new RegExp(source, 'y');
const romanNumeral = '(?:iv|i{1,3})(?![a-z\\d])';
const numeral = '(?:iv|i{1,3}|[1-4])(?![a-z\\d])';
const joint = '\\s*(?:,|;|-|–|/|&|\\+|va|den)\\s*';
const monthNumber = '(?:1[0-2]|0?[1-9])(?![\\d])';
// "năm 2026", "/2026", "-2026", "của năm 2026", and the wordings that count from the plan's own year.
const yearTail =
  '(?:\\s*(?:[/.,-]|cua)?\\s*(?:nam\\s*)?(20\\d\\d)(?![\\d])|\\s*(?:cua\\s*)?nam\\s*(nay|sau|truoc|ke hoach|lien ke|tiep theo|ke tiep))?';

// "Ngày 15 các tháng 3, 6, 9, 12", "ngày 15 tháng 6 và tháng 12": the number after a comma is a month unless it is a day of one.
const monthOfDay = `${monthNumber}(?!\\s*(?:/|thang))`;

const patterns = {
  isoDate: sticky('(20\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)'),
  dayOfMonths: sticky(
    `(?:cac\\s*)?(?:ngay\\s*)?(\\d{1,2})\\s*(?:cua\\s*)?(?:cac\\s*)?thang\\s*(${monthOfDay}(?:\\s*(?:,|;|&|va)\\s*(?:va\\s*)?(?:thang\\s*)?${monthOfDay})+)${yearTail}`,
  ),
  fullDate: sticky(`(?:ngay\\s*)?(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(20\\d\\d)(?!\\d)`),
  // Months joined by a dash: the days of a date are joined by one sign.
  monthsYear: sticky(`(${monthNumber})\\s*[-–]\\s*(${monthNumber})\\s*/\\s*(20\\d\\d)(?!\\d)`),
  longDate: sticky(`(?:ngay\\s*)?(\\d{1,2})\\s*thang\\s*(\\d{1,2})(?!\\d)${yearTail}`),
  dayMonth: sticky(
    `(?:ngay\\s*)?(\\d{1,2})\\s*[/]\\s*(\\d{1,2})(?![/\\d])(?:\\s*(?:cua\\s*)?nam\\s*(20\\d\\d)|\\s*(?:cua\\s*)?nam\\s*(nay|sau|truoc|lien ke|tiep theo|ke tiep))?`,
  ),
  monthYear: sticky(`(\\d{1,2})\\s*[/-]\\s*(20\\d\\d)(?!\\d)`),
  months: sticky(
    `(?:thang|t[.]?(?=\\d))\\s*(${monthNumber}(?:${joint}(?:thang\\s*)?${monthNumber}(?!\\s*[/]\\s*\\d{1,2}\\s*/))*)${yearTail}`,
  ),
  quarters: sticky(
    `q(?:u[yi]\\s*[:(]?|[.]?(?=\\s*(?:i|[1-4])))\\s*(${numeral}(?:${joint}(?:qu[yi]\\s*)?${numeral})*)${yearTail}`,
  ),
  // Each with its year: "quý IV/2025, I/2026".
  datedQuarters: sticky(
    `qu[yi]\\s*[:(]?\\s*(${numeral}\\s*/\\s*20\\d\\d(?:${joint}(?:qu[yi]\\s*${numeral}|${romanNumeral})(?:\\s*/\\s*20\\d\\d)?)+)(?!\\d)`,
  ),
  bareQuarter: sticky(`(${romanNumeral})\\s*/\\s*(20\\d\\d)(?!\\d)`),
  half: sticky(
    `(0?[369]\\s*thang|(?:sau|chin|ba)\\s*thang|(?:nua|(?:0?[1-3]|mot|hai|ba)\\s*qu[yi])(?=\\s*(?:dau|cuoi)\\s*nam))\\s*(dau|cuoi)(?:\\s*nam)?${yearTail}`,
  ),
  years: sticky(
    `(?:(?:cac|giai doan|suot|ca)\\s*)*(?:nam\\s*)?(20\\d\\d(?:\\s*(?:-|–|,|va|den)\\s*(?:nam\\s*)?20\\d\\d(?!\\d|\\s*[/.-]))*)(?!\\d)`,
  ),
  thisYear: sticky(`(?:(?:ca|suot|tron)\\s*)*nam(?:\\s*(?:nay|ke hoach))?(?![a-z]|\\s*\\d|\\s*(?:sau|truoc|hoc|tiep))`),
} as const;

const yearOf = (printed: string | undefined, word: string | undefined, year: number | null): number | null => {
  if (printed) return Number(printed);
  if (year === null) return null;
  if (word === 'truoc') return year - 1;
  return /sau|lien|tiep/.test(word ?? '') ? year + 1 : year;
};

export const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** "II, III", "I-III", "3 đến 9": the numbers named, a range filled. */
function numbers(list: string): number[] {
  const found: number[] = [];
  const fills = /-|–|den/;
  let before = '';
  for (const match of list.replace(/va|nam|thang|qu[yi]/g, ' ').matchAll(/(iv|i{1,3}|\d+)([^\di]*)/g)) {
    const value = roman[match[1] ?? ''] ?? Number(match[1]);
    const last = found.at(-1);
    if (last !== undefined && fills.test(before)) for (let next = last + 1; next < value; next += 1) found.push(next);
    found.push(value);
    before = match[2] ?? '';
  }
  return found;
}

const monthSpan = (year: number, first: number, last: number): Span | undefined => {
  const from = findPlainDate(year, first, 1);
  const to = last <= 12 ? findPlainDate(year, last, daysInMonth(year, last)) : undefined;
  return from && to && from <= to ? { from, to } : undefined;
};

/** Numbers that follow one another become one span. */
function spansOf(values: readonly number[], year: number, length: number): Span[] {
  const spans: Span[] = [];
  let [first, last] = [values[0] ?? 0, values[0] ?? 0];
  const close = () => {
    const span = monthSpan(year, (first - 1) * length + 1, last * length);
    if (span) spans.push(span);
  };
  for (const value of values.slice(1)) {
    if (value === last + 1) last = value;
    else {
      close();
      first = value;
      last = value;
    }
  }
  close();
  return spans;
}

/** "iv/2025, i/2026": quarters with their years; where one has none, the next one's. */
function quarterSpans(list: string): Span[] {
  const named = [...list.matchAll(/(iv|i{1,3}|(?<!\d)[1-4](?!\d))(?:\s*\/\s*(20\d\d))?([^\di]*)/g)];
  const years = named.map((_, at) =>
    Number(named.slice(at).find((match) => match[2])?.[2] ?? named.findLast((m) => m[2])?.[2]),
  );
  const indices = named.map((match, at) => (years[at] ?? 0) * 4 + (roman[match[1] ?? ''] ?? Number(match[1])) - 1);
  const filled = indices.flatMap((index, at) => {
    const fills = at > 0 && /-|–|den/.test(named[at - 1]?.[3] ?? '');
    const from = fills ? (indices[at - 1] ?? index) + 1 : index;
    return Array.from({ length: Math.max(1, index - from + 1) }, (_, i) => Math.min(index, from + i));
  });
  return joinedQuarters(filled);
}

/** Quarters that follow one another become one span. */
function joinedQuarters(indices: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const [at, index] of indices.entries()) {
    const span = monthSpan(Math.floor(index / 4), (index % 4) * 3 + 1, (index % 4) * 3 + 3);
    const last = spans.at(-1);
    if (!span) continue;
    if (last && indices[at - 1] === index - 1) spans[spans.length - 1] = { from: last.from, to: span.to };
    else spans.push(span);
  }
  return spans;
}

function pointOf(end: number, unit: Point['unit'], spans: readonly Span[], dated: boolean): Point | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { end, unit, from: first.from, to: last.to, spans, dated } : undefined;
}

function day(
  end: number,
  d: string | undefined,
  m: string | undefined,
  y: number | null,
  dated: boolean,
): Point | undefined {
  const date = y === null ? undefined : findPlainDate(y, Number(m), Number(d));
  return date && pointOf(end, 'day', [{ from: date, to: date }], dated);
}

/** One day of each of several months; undefined where a month has no such day. */
function dayOfMonths(end: number, d: string | undefined, list: string, y: number | null): Point | undefined {
  if (y === null) return undefined;
  const days = numbers(list).map((month) => findPlainDate(y, month, Number(d)));
  const spans = days.flatMap((on) => (on === undefined ? [] : [{ from: on, to: on }]));
  return spans.length < days.length ? undefined : pointOf(end, 'day', spans, false);
}

const counts: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, sau: 6, chin: 9 };

/** "6 thang", "nua", "hai quy": how many months of the year. */
function monthsIn(words: string): number {
  if (words.startsWith('nua')) return 6;
  const first = /^(?:\d+|[a-z]+)/.exec(words)?.[0] ?? '';
  return (counts[first] ?? Number(first)) * (/qu[yi]/.test(words) ? 3 : 1);
}

// No plan runs longer; "2021-2199" is a slip of recognition.
const longestPlan = 40;

/** Years that follow one another become one span; undefined where they go back. */
function yearSpans(years: readonly number[]): Span[] | undefined {
  const rising = years.every((year, index) => index === 0 || year > (years[index - 1] ?? 0));
  if (!rising || years.length > longestPlan) return undefined;
  const ends = years.filter((year, index) => years[index + 1] !== year + 1);
  const starts = years.filter((year, index) => years[index - 1] !== year - 1);
  return starts.flatMap((from, index) => {
    const [first, last] = [monthSpan(from, 1, 12), monthSpan(ends[index] ?? from, 1, 12)];
    return first && last ? [{ from: first.from, to: last.to }] : [];
  });
}

type Reader = (text: string, at: number, year: number | null) => Point | undefined;

const reader =
  (pattern: RegExp, read: (match: RegExpExecArray, end: number, year: number | null) => Point | undefined): Reader =>
  (text, at, year) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match ? read(match, pattern.lastIndex, year) : undefined;
  };

// The order matters: a longer form first, so that "12/2026" inside "31/12/2026" is never read.
const readers: readonly Reader[] = [
  reader(patterns.monthsYear, (m, end) => {
    const span = Number(m[1]) < Number(m[2]) ? monthSpan(Number(m[3]), Number(m[1]), Number(m[2])) : undefined;
    return span && pointOf(end, 'months', [span], true);
  }),
  reader(patterns.fullDate, (m, end) => day(end, m[1], m[2], Number(m[3]), true)),
  reader(patterns.isoDate, (m, end) => day(end, m[3], m[2], Number(m[1]), true)),
  reader(patterns.dayOfMonths, (m, end, year) => dayOfMonths(end, m[1], m[2] ?? '', yearOf(m[3], m[4], year))),
  reader(patterns.longDate, (m, end, year) => day(end, m[1], m[2], yearOf(m[3], m[4], year), Boolean(m[3]))),
  reader(patterns.monthYear, (m, end) => pointOf(end, 'month', spansOf([Number(m[1])], Number(m[2]), 1), true)),
  reader(patterns.dayMonth, (m, end, year) => day(end, m[1], m[2], yearOf(m[3], m[4], year), Boolean(m[3]))),
  reader(patterns.half, (m, end, year) => {
    const y = yearOf(m[3], m[4], year);
    const months = monthsIn(m[1] ?? '');
    const span = y === null ? undefined : m[2] === 'dau' ? monthSpan(y, 1, months) : monthSpan(y, 13 - months, 12);
    return span && pointOf(end, 'half', [span], Boolean(m[3]));
  }),
  reader(patterns.months, (m, end, year) => {
    const y = yearOf(m[2], m[3], year);
    const values = numbers(m[1] ?? '');
    return y === null
      ? undefined
      : pointOf(end, values.length > 1 ? 'months' : 'month', spansOf(values, y, 1), Boolean(m[2]));
  }),
  reader(patterns.datedQuarters, (m, end) => pointOf(end, 'quarter', quarterSpans(m[1] ?? ''), true)),
  reader(patterns.quarters, (m, end, year) => {
    const y = yearOf(m[2], m[3], year);
    return y === null ? undefined : pointOf(end, 'quarter', spansOf(numbers(m[1] ?? ''), y, 3), Boolean(m[2]));
  }),
  reader(patterns.years, (m, end) => {
    const spans = yearSpans(numbers(m[1] ?? ''));
    return spans && pointOf(end, 'year', spans, true);
  }),
  reader(patterns.thisYear, (match, end, year) => {
    const span = year === null ? undefined : monthSpan(year, 1, 12);
    const point = span && pointOf(end, 'year', [span], false);
    return point && { ...point, bare: match[0] === 'nam' };
  }),
];

/** The stretch of time named at `at` of a folded text; `year` is the plan's own. */
export function readPoint(text: string, at: number, year: number | null): Point | undefined {
  for (const read of readers) {
    const point = read(text, at, year);
    if (point) return point;
  }
  return readBareQuarter(text, at, year);
}

// "Quy định", "quy chế" are no quarters.
const quarterBefore = /(?<![a-z])qu[yi](?![a-z]|\s*(?:dinh|che|trinh|hoach|mo|uoc|tac|pham|thanh))[^.;]*$/;
const readRomanQuarter = reader(patterns.bareQuarter, (m, end) =>
  pointOf(end, 'quarter', quarterSpans(`${m[1]}/${m[2]}`), true),
);

/** "Quý II/2026 đến III/2026": a quarter where the words before it speak of quarters. */
const readBareQuarter: Reader = (text, at, year) => {
  const point = readRomanQuarter(text, at, year);
  return point && quarterBefore.test(text.slice(0, at)) ? point : undefined;
};

const printedYear = /20\d\d/g;

const dayAlone = /(?:ngay\s*)?(\d{1,2})\s*(?:-|–|den(?:\s*het)?)\s*(?=ngay|\d{1,2}\s*(?:\/|thang))/y;

/** "15 - 20/3/2026", "ngày 15 đến ngày 20/3": the first day takes the month of the second. */
function readDays(text: string, at: number, year: number | null): Point | undefined {
  dayAlone.lastIndex = at;
  const first = dayAlone.exec(text);
  const last = first ? readPoint(text, dayAlone.lastIndex, year) : undefined;
  if (!first || last?.unit !== 'day') return undefined;
  const [y, m] = last.to.split('-');
  const from = findPlainDate(Number(y), Number(m), Number(first[1]));
  return from && from < last.to ? { ...last, from, spans: [{ from, to: last.to }] } : undefined;
}

/** "Từ tháng 3 đến tháng 9 năm 2025": the second point's year serves the first where that has none. */
export function readRange(text: string, at: number, year: number | null): Point | undefined {
  const start = /(?:tu\s+|trong khoang\s+)?/y;
  start.lastIndex = at;
  const prefix = start.exec(text)?.[0].length ?? 0;
  const bridge = /\s*(?:den het|den|-|–|toi)\s*(?:het\s+)?(?:cuoi\s+)?/y;
  const days = readDays(text, at + prefix, year);
  if (days) return days;
  const guess = readPoint(text, at + prefix, year ?? 2000);
  if (!guess) return undefined;
  bridge.lastIndex = guess.end;
  if (!bridge.test(text)) return undefined;
  const last = readPoint(text, bridge.lastIndex, year);
  if (!last || last.bare || guess.bare) return undefined;
  const years = text.slice(bridge.lastIndex, last.end).match(printedYear);
  const first = guess.dated ? guess : readPoint(text, at + prefix, years ? Number(years.at(-1)) : year);
  if (!first || first.from > last.to) return undefined;
  return { ...last, from: first.from, spans: [{ from: first.from, to: last.to }], unit: guess.unit };
}
