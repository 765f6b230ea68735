import type { Column, Table } from './model.ts';

/** The counting column's share, in percent of the table. */
const countingShare = 5;

/** The columns as printed: a counted table has one more, first. */
export function withCounting({ columns, counted }: Table): Column[] {
  if (counted === null) return columns;
  const sum = columns.reduce((all, { share }) => all + share, 0);
  return [{ header: 'TT', share: (sum * countingShare) / (100 - countingShare), align: 'center' }, ...columns];
}
