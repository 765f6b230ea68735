import Type from 'typebox';
import { isId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';

export const IdParams = Type.Object({ id: Type.String({ maxLength: 100 }) });

/** The id of an address. What is no id at all names nothing, like an id nobody has. */
export function getId({ params }: { params: { id: string } }, what: string): string {
  if (!isId(params.id)) throw new Problem('not-found', { what });
  return params.id;
}
