import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { fold, squish } from '../kernel/text.ts';

/** What is searched, as it is kept in a `search` column: folded, so that marks and case do not matter. */
export const searchable = (...parts: (string | null)[]): string =>
  fold(squish(parts.filter((part) => part !== null).join(' \n ')));

/** Every word of the query stands somewhere in the column; an empty query finds everything. */
export function matches<DB, TB extends keyof DB>(
  eb: ExpressionBuilder<DB, TB>,
  column: Parameters<ExpressionBuilder<DB, TB>['ref']>[0],
  query: string,
) {
  const words = searchable(query).split(' ').filter(Boolean);
  return eb.and(words.map((word) => sql<SqlBool>`${eb.ref(column)} like ${contains(word)}`));
}

/** A LIKE pattern in which what the user typed means only itself. */
export const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
