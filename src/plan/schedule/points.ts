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
const numeral = '(?:iv|i{1,3}|[1-4])(?![a-z\\d])';
const joint = '\\s*(?:,|;|-|–|/|&|\\+|va|den)\\s*';
const monthNumber = '(?:1[0-2]|0?[1-9])(?![\\d])';
// "năm 2026", "/2026", "-2026", "của năm 2026", and the wordings that count from the plan's own year.
const yearTail =
  '(?:\\s*(?:[/.,-]|cua)?\\s*(?:nam\\s*)?(20\\d\\d)(?![\\d])|\\s*(?:cua\\s*)?nam\\s*(nay|sau|truoc|ke hoach))?';

const patterns = {
  fullDate: sticky(`(?:ngay\\s*)?(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(20\\d\\d)(?!\\d)`),
  longDate: sticky(`(?:ngay\\s*)?(\\d{1,2})\\s*thang\\s*(\\d{1,2})(?!\\d)${yearTail}`),
  dayMonth: sticky(
    `(?:ngay\\s*)?(\\d{1,2})\\s*[/]\\s*(\\d{1,2})(?![/\\d])(?:\\s*nam\\s*(20\\d\\d)|\\s*nam\\s*(nay|sau|truoc))?`,
  ),
  monthYear: sticky(`(\\d{1,2})\\s*[/-]\\s*(20\\d\\d)(?!\\d)`),
  months: sticky(
    `(?:thang|t[.]?(?=\\d))\\s*(${monthNumber}(?:${joint}(?:thang\\s*)?${monthNumber}(?!\\s*[/]\\s*\\d{1,2}\\s*/))*)${yearTail}`,
  ),
  quarters: sticky(
    `q(?:u[yi]|[.]?(?=\\s*(?:i|[1-4])))\\s*(${numeral}(?:${joint}(?:qu[yi]\\s*)?${numeral})*)${yearTail}`,
  ),
  half: sticky(`(?:0?6|sau|9|chin|3|ba)\\s*thang\\s*(dau|cuoi)(?:\\s*nam)?${yearTail}`),
  years: sticky(
    `(?:(?:cac\\s*|giai doan\\s*)?(?:nam\\s*)?)(20\\d\\d)(?:\\s*(-|–|,|va|den|den nam)\\s*(?:nam\\s*)?(20\\d\\d))?(?!\\d)`,
  ),
  thisYear: sticky(`(?:ca\\s*)?nam(?:\\s*(?:nay|ke hoach))?(?![a-z]|\\s*\\d|\\s*(?:sau|truoc|hoc|tiep))`),
} as const;

const yearOf = (printed: string | undefined, word: string | undefined, year: number | null): number | null => {
  if (printed) return Number(printed);
  if (year === null) return null;
  return word === 'sau' ? year + 1 : word === 'truoc' ? year - 1 : year;
};

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** "II, III", "I-III", "3 đến 9": the numbers named, a range filled. */
function numbers(list: string): number[] {
  const found: number[] = [];
  const fills = /-|–|den/;
  let before = '';
  for (const match of list.matchAll(/(iv|i{1,3}|\d+)([^\diIvV]*)/g)) {
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
  reader(patterns.fullDate, (m, end) => day(end, m[1], m[2], Number(m[3]), true)),
  reader(patterns.longDate, (m, end, year) => day(end, m[1], m[2], yearOf(m[3], m[4], year), Boolean(m[3]))),
  reader(patterns.monthYear, (m, end) => pointOf(end, 'month', spansOf([Number(m[1])], Number(m[2]), 1), true)),
  reader(patterns.dayMonth, (m, end, year) => day(end, m[1], m[2], yearOf(m[3], m[4], year), Boolean(m[3]))),
  reader(patterns.half, (m, end, year) => {
    const y = yearOf(m[2], m[3], year);
    const months = /^0?6|^sau/.test(m[0]) ? 6 : /^9|^chin/.test(m[0]) ? 9 : 3;
    const span = y === null ? undefined : m[1] === 'dau' ? monthSpan(y, 1, months) : monthSpan(y, 13 - months, 12);
    return span && pointOf(end, 'half', [span], Boolean(m[2]));
  }),
  reader(patterns.months, (m, end, year) => {
    const y = yearOf(m[2], m[3], year);
    const values = numbers(m[1] ?? '');
    return y === null
      ? undefined
      : pointOf(end, values.length > 1 ? 'months' : 'month', spansOf(values, y, 1), Boolean(m[2]));
  }),
  reader(patterns.quarters, (m, end, year) => {
    const y = yearOf(m[2], m[3], year);
    return y === null ? undefined : pointOf(end, 'quarter', spansOf(numbers(m[1] ?? ''), y, 3), Boolean(m[2]));
  }),
  reader(patterns.years, (m, end) => {
    const first = monthSpan(Number(m[1]), 1, 12);
    const last = m[3] ? monthSpan(Number(m[3]), 1, 12) : first;
    return first && last && first.from <= last.from
      ? pointOf(end, 'year', [{ from: first.from, to: last.to }], true)
      : undefined;
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
  return undefined;
}

const printedYear = /20\d\d/g;

/** "Từ tháng 3 đến tháng 9 năm 2025": the second point's year serves the first where that has none. */
export function readRange(text: string, at: number, year: number | null): Point | undefined {
  const start = /(?:tu\s+|trong khoang\s+)?/y;
  start.lastIndex = at;
  const prefix = start.exec(text)?.[0].length ?? 0;
  const bridge = /\s*(?:den het|den|-|–|toi)\s*(?:het\s+)?(?:cuoi\s+)?/y;
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
