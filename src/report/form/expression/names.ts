import type { Expression } from './model.ts';

/** A field a formula asks for, and where. */
export type Named = { name: string; at: number };

/** All fields a formula asks for, and whether it asks for its own answer. */
export function namesIn(expression: Expression): { fields: Named[]; self: boolean; loose: number | null } {
  const fields: Named[] = [];
  let self = false;
  // Several fields together are no value: outside sum() and the like they mean nothing.
  let loose: number | null = null;
  const visit = (one: Expression, inCall: boolean): void => {
    switch (one.kind) {
      case 'field':
        fields.push({ name: one.name, at: one.at });
        break;
      case 'fields':
        fields.push(...one.names.map((name) => ({ name, at: one.at })));
        if (!inCall) loose ??= one.at;
        break;
      case 'self':
        self = true;
        break;
      case 'negate':
        visit(one.of, false);
        break;
      case 'binary':
        visit(one.left, false);
        visit(one.right, false);
        break;
      case 'call':
        for (const arg of one.args) visit(arg, true);
        break;
      case 'literal':
        break;
    }
  };
  visit(expression, false);
  return { fields, self, loose };
}
