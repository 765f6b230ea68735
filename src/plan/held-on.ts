import type { PlainDate } from '../kernel/plain-date.ts';
import type { DocumentHead } from './model.ts';

/**
 * The day on which the agencies of a draft without a date are looked up: the first of its year, and never before the latest
 * document of that year it cites. A draft of autumn 2025 that cites a letter of July means the communes of July.
 */
export function heldOn(year: number, references: DocumentHead['references']): PlainDate {
  const cited = references.flatMap(({ date }) => (date?.startsWith(`${year}-`) ? date : []));
  return [`${year}-01-01`, ...cited].sort().at(-1) as PlainDate;
}
