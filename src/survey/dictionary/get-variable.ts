import { Problem } from '../../kernel/problem.ts';
import type { Dictionary, Variable } from '../model.ts';
import { nearNames } from './near.ts';

/** The variable of that name; a Problem that suggests near names when the data has no such column. */
export function getVariable({ variables }: Pick<Dictionary, 'variables'>, name: string, where: string): Variable {
  const found = variables.find((one) => one.name === name);
  if (found) return found;
  const near = nearNames(
    name,
    variables.map((one) => one.name),
  );
  throw new Problem('survey-column-unknown', { column: name, where, near });
}
