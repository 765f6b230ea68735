import { isAttachedLine, type Zones } from '../prose/zones.ts';

/**
 * The year the document is for: the one its title names, else the one of its date line, which keeps the year where day
 * and month are blank. Of several in a title the year of issue, then the year after it (plans for a year are issued late
 * in the one before), then the latest; years that only end a period ("2021-2025") are no year of their own, nor are those
 * of the dates of cited papers. An appendix alone is of the year of the paper it goes with.
 */
export function findYear(title: string | null, issued: number | null, zones: Zones): number | null {
  const named = years(withoutDates((title ?? '').replace(/\d{4}\s*[-–]\s*\d{4}/gu, ' ')));
  if (named.length > 0) return choose(named, issued);
  if (issued !== null) return issued;
  const texts = [...zones.main, ...zones.appendix].map(({ text }) => text);
  const attached = texts.filter(isAttachedLine).flatMap(years).at(-1);
  const main = zones.main.map(({ text }) => text);
  return attached ?? main.flatMap((text) => years(withoutDates(text)))[0] ?? main.flatMap(years)[0] ?? null;
}

function choose(named: number[], issued: number | null): number {
  if (issued !== null && named.includes(issued)) return issued;
  if (issued !== null && named.includes(issued + 1)) return issued + 1;
  return Math.max(...named);
}

/** "ngày 22 tháng 12 năm 2024" in a title is the date of a paper it cites. */
const withoutDates = (text: string): string => text.replace(/ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s+\d{4}/giu, ' ');

function years(text: string): number[] {
  return [...text.matchAll(/năm\s+(20\d{2})/giu)].map((match) => Number(match[1]));
}
