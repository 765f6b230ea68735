import type { Zones } from '../prose/zones.ts';

/**
 * The year the document is for: the one its title names, else the one of its date line, which keeps the year where day
 * and month are blank. Of several in a title the year of issue, then the year after it (plans for a year are issued late
 * in the one before), then the latest; years that only end a period ("2021-2025") are no year of their own.
 */
export function findYear(title: string | null, issued: number | null, zones: Zones): number | null {
  const named = years((title ?? '').replace(/\d{4}\s*[-–]\s*\d{4}/gu, ' '));
  if (named.length > 0) return choose(named, issued);
  if (issued !== null) return issued;
  const first = zones.main.flatMap(({ text }) => years(text))[0];
  return first ?? null;
}

function choose(named: number[], issued: number | null): number {
  if (issued !== null && named.includes(issued)) return issued;
  if (issued !== null && named.includes(issued + 1)) return issued + 1;
  return Math.max(...named);
}

function years(text: string): number[] {
  return [...text.matchAll(/năm\s+(20\d{2})/giu)].map((match) => Number(match[1]));
}
