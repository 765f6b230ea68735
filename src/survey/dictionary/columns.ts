import { Problem } from '../../kernel/problem.ts';
import type { Variable } from '../model.ts';

/** Wider data are no survey: a questionnaire of two hours asks some hundred questions. */
export const mostColumns = 3_000;
const longestName = 200;

/** Refuses names of columns by which a column could not be told from another. */
export function checkNames(names: readonly string[]): void {
  if (names.length > mostColumns)
    throw new Problem('survey-too-many-columns', { columns: names.length, limit: mostColumns });
  const known = new Map<string, string>();
  for (const [i, name] of names.entries()) {
    if (name === '' || name.length > longestName) throw new Problem('survey-column-nameless', { position: i + 1 });
    // Both databases may take names that differ in capitals for one.
    const first = known.get(name.toLowerCase());
    if (first !== undefined) throw new Problem('survey-columns-alike', { first, second: name });
    known.set(name.toLowerCase(), name);
  }
}

/** A variable of each column of a Parquet file; what holds several values in a cell is refused. */
export function variablesOf(columns: readonly { name: string; type: string }[]): Variable[] {
  checkNames(columns.map(({ name }) => name));
  return columns.map(({ name, type }) => {
    const found = typeOf(type);
    if (found === undefined) throw new Problem('survey-column-nested', { column: name, type });
    return { name, label: null, type: found, choices: [], missing: [] };
  });
}

const types: readonly [RegExp, Variable['type']][] = [
  // A decimal without a fraction is as likely a code; as a double it could become another's.
  [/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\s*0\))$/, 'integer'],
  [/^(DOUBLE|FLOAT|DECIMAL\(\d+,\s*\d+\))$/, 'number'],
  [/^(VARCHAR|UUID|ENUM\(.*\))$/s, 'text'],
  [/^BOOLEAN$/, 'boolean'],
  [/^DATE$/, 'date'],
  // A moment is no number and no day: it is kept as it is written.
  [/^(TIMESTAMP|TIME)\b[^[\]]*$/, 'text'],
];

const typeOf = (type: string): Variable['type'] | undefined =>
  /\[\d*\]$/.test(type) ? undefined : types.find(([like]) => like.test(type))?.[1];
