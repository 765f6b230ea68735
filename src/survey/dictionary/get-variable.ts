import { Problem } from '../../kernel/problem.ts';
import { fold } from '../../kernel/text.ts';
import type { Dictionary, Variable } from '../model.ts';

/** The variable of that name; a Problem that suggests near names when the data has no such column. */
export function getVariable({ variables }: Pick<Dictionary, 'variables'>, name: string, where: string): Variable {
  const found = variables.find((one) => one.name === name);
  if (found) return found;
  const near = variables.map((one) => one.name).filter((other) => isNear(fold(name), fold(other)));
  throw new Problem('survey-column-unknown', { column: name, where, near: near.slice(0, 5) });
}

const isNear = (asked: string, there: string): boolean =>
  asked === there || there.startsWith(asked) || asked.startsWith(there) || differsByOne(asked, there);

/** Whether one letter more, less or other makes one name the other. */
function differsByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(short.length === long.length ? i + 1 : i) === long.slice(i + 1);
}
