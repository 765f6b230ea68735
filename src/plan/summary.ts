import type { DocumentHead } from './model.ts';
import { type Draft, doubtfulFields } from './review.ts';

/** What a list says of a plan under review: its head as corrected, how many tasks, how many still wait for an eye. */
export type DraftSummary = Pick<
  DocumentHead,
  'type' | 'number' | 'symbol' | 'title' | 'issuer' | 'date' | 'year' | 'indices'
> & { tasks: number; doubtful: number };

export function summarizeDraft({ head, tasks }: Draft): DraftSummary {
  const { type, number, symbol, title, issuer, date, year, indices } = head;
  const doubtful = tasks.filter((task) => doubtfulFields(task).length > 0).length;
  return { type, number, symbol, title, issuer, date, year, indices, tasks: tasks.length, doubtful };
}
