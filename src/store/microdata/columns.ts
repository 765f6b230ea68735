import { Problem } from '../../kernel/problem.ts';
import { readAnswer } from './answer.ts';
import type { DuckDb } from './duckdb.ts';

export type Column = { name: string; type: string };

/** The columns of a relation, in their order, with the type each has in the column store. */
export async function describeColumns({ run }: DuckDb, from: string): Promise<Column[]> {
  const answer = await readAnswer(await run(`describe select * from ${from}`));
  const [names, types] = [answer.column('column_name'), answer.column('column_type')];
  return Array.from({ length: answer.rows }, (_, i) => ({ name: String(names[i]), type: String(types[i]) }));
}

/** Refuses a part of a survey without the columns of the first: they would be taken for answers that nobody gave. */
export function requireSameColumns(
  first: readonly Pick<Column, 'name'>[],
  part: readonly Pick<Column, 'name'>[],
  name: string,
): void {
  const [known, own] = [first, part].map((list) => new Set(list.map((one) => one.name)));
  const odd = [...(own ?? [])].find((one) => !known?.has(one)) ?? [...(known ?? [])].find((one) => !own?.has(one));
  if (odd !== undefined) throw new Problem('survey-parts-differ', { name, column: odd });
}
