import type { Phrase } from './phrases.ts';
import { type YearDay, yearly } from './yearly.ts';

/** How many days a year tell each period. */
const daysAYear: Readonly<Record<string, number>> = { year: 1, 'half-year': 2, quarter: 4 };

/**
 * "Định kỳ 6 tháng báo cáo … trước ngày 15 tháng 6 và trước ngày 01 tháng 12": where the sentence says that it recurs, days
 * printed without a year return each year. They must be as many as the period has in a year, else they are other days.
 */
export function returning(phrases: readonly Phrase[], text: string): readonly Phrase[] {
  const [period, ...others] = phrases.filter(({ schedule }) => schedule.kind === 'recurring');
  const days = phrases.filter((phrase) => yearDayOf(phrase, text) !== undefined);
  const [first] = days;
  if (period?.schedule.kind !== 'recurring' || others.length > 0 || !first || period.start > first.start)
    return phrases;
  const { every, day } = period.schedule;
  if (day !== undefined || days.length !== daysAYear[every] || !together(period, days, text)) return phrases;
  const exclusive = days.every(({ schedule }) => schedule.kind === 'deadline' && schedule.exclusive === true);
  const named = days.flatMap((phrase) => yearDayOf(phrase, text) ?? []);
  const end = days.at(-1)?.end ?? first.end;
  const told = yearly(named, exclusive).map((schedule) => ({ ...first, start: period.start, end, schedule }));
  return [...phrases.filter((phrase) => phrase !== period && !days.includes(phrase)), ...told];
}

/** All in one sentence. */
const together = (period: Phrase, days: readonly Phrase[], text: string): boolean =>
  !/[.;](?:\s|$)/.test(text.slice(period.end, days.at(-1)?.start));

const dayAndMonth = /(?<!\d)\d{1,2}\s*(?:\/|thang)\s*\d{1,2}\s*$/;

/** The day of a deadline that prints no year. */
function yearDayOf({ schedule, start, end }: Phrase, text: string): YearDay | undefined {
  if (schedule.kind !== 'deadline' || !dayAndMonth.test(text.slice(start, end))) return undefined;
  const [, month, day] = schedule.by.split('-').map(Number);
  return month && day ? { month, day } : undefined;
}
