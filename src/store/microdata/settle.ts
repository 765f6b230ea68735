import { Problem } from '../../kernel/problem.ts';
import { variablesOf } from '../../survey/dictionary/columns.ts';
import type { Declared, DeclaredDictionary } from '../../survey/dictionary/declared.ts';
import { quoteColumn } from '../../survey/dictionary/expression.ts';
import { inferTypes, lookSql, typedSql, type Understood } from '../../survey/dictionary/infer.ts';
import type { Variable } from '../../survey/model.ts';
import { readAnswer } from './answer.ts';
import { describeColumns, requireSameColumns } from './columns.ts';
import type { DuckDb } from './duckdb.ts';

/** A part on its way: a relation whose columns are texts (to be understood) or have types of their own. */
export type Staged = { from: string; name: string; texts: boolean; said?: DeclaredDictionary };

/** The columns of all parts as one relation: what they are, and the SQL that writes each. */
type Settled = {
  declared: DeclaredDictionary | undefined;
  variables: Variable[];
  columns: string[];
  from: string;
};

const relation = (staged: readonly Staged[]): string =>
  `(${staged.map(({ from }) => `select * from ${from}`).join(' union all by name ')})`;

/** The variables of all parts together, with what the files and the caller say of them. */
export async function settle(
  duck: DuckDb,
  staged: readonly Staged[],
  said: DeclaredDictionary | undefined,
): Promise<Settled> {
  const [first] = staged;
  if (first === undefined) throw new Problem('survey-no-rows', {});
  const other = staged.find(({ texts }) => texts !== first.texts);
  if (other) throw new Problem('survey-file-unsupported', { name: other.name, what: mixed });
  const declared = over(first.said, said);
  const parts: Variable[][] = [];
  for (const part of staged) parts.push(variablesOf(await describeColumns(duck, relation([part]))));
  for (const [i, part] of parts.entries()) requireSameColumns(parts[0] ?? [], part, staged[i]?.name ?? '');
  const from = relation(staged);
  // Of parts with whole and with broken numbers the column store makes one column of numbers.
  const found = variablesOf(await describeColumns(duck, from));
  if (!first.texts) return { declared, variables: found, columns: found.map(castSql), from };
  const by = new Map(declared?.variables.map((one) => [one.name, one]));
  const understood = await infer(duck, found, by, from);
  return {
    declared,
    variables: understood.map(({ unclean: _, ...variable }) => variable),
    columns: understood.map((one) => typedSql(one, by.get(one.name))),
    from,
  };
}

const mixed =
  'không cùng dạng với tệp đầu tiên; mọi phần của một khảo sát phải cùng một dạng (đều CSV hoặc đều Parquet)';

/** More columns in one question take longer than their share. */
const lookedAtOnce = 50;

async function infer(
  duck: DuckDb,
  found: readonly Variable[],
  declared: ReadonlyMap<string, Declared>,
  from: string,
): Promise<Understood[]> {
  const names = found.map(({ name }) => name);
  const understood: Understood[] = [];
  for (let at = 0; at < names.length; at += lookedAtOnce) {
    const some = names.slice(at, at + lookedAtOnce);
    const looked = await readAnswer(await duck.run(lookSql(some, declared, from)));
    understood.push(...inferTypes(some, declared, looked));
  }
  return understood;
}

/** What the caller says goes over what the file says; a file of questions may speak of more than the data have. */
function over(
  file: DeclaredDictionary | undefined,
  said: DeclaredDictionary | undefined,
): DeclaredDictionary | undefined {
  if (file === undefined || said === undefined) return said ?? file;
  const own = new Map(file.variables.map((one) => [one.name, one]));
  for (const one of said.variables) own.set(one.name, { ...own.get(one.name), ...one });
  return { title: said.title ?? file.title, variables: [...own.values()], loose: said.loose };
}

const whole = { integer: 'BIGINT', number: 'DOUBLE', text: 'VARCHAR', boolean: 'BOOLEAN', date: 'DATE' } as const;

function castSql({ name, type }: Variable): string {
  return `CAST(${quoteColumn(name)} AS ${whole[type]}) AS ${quoteColumn(name)}`;
}
