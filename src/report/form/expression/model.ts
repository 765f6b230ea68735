/**
 * Formulas and checks of a form: the part of XLSForm's expressions (XPath 1.0 with OpenRosa's functions) that a form of figures
 * needs. What a formula of ours says, the common tools read too.
 */

/** null: missing, which is never zero. A list: the choices that are ticked. */
export type Value = number | string | boolean | readonly string[] | null;

export const binaries = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'] as const;
export type Binary = (typeof binaries)[number];

export type Expression =
  | { kind: 'literal'; value: number | string }
  /** ${name}; `at`: where it stands, for what is said of it */
  | { kind: 'field'; name: string; at: number }
  /** the answer a constraint is about: "." */
  | { kind: 'self'; at: number }
  /** ${a} | ${b}: several fields together, for sum() and the like */
  | { kind: 'fields'; names: readonly string[]; at: number }
  | { kind: 'negate'; of: Expression }
  | { kind: 'binary'; op: Binary; left: Expression; right: Expression }
  | { kind: 'call'; name: FunctionName; args: readonly Expression[] };

/** How many arguments each function takes; `most` undefined: as many as one likes. */
export const functions = {
  if: { least: 3, most: 3 },
  not: { least: 1, most: 1 },
  true: { least: 0, most: 0 },
  false: { least: 0, most: 0 },
  selected: { least: 2, most: 2 },
  'count-selected': { least: 1, most: 1 },
  coalesce: { least: 2, most: 2 },
  sum: { least: 1, most: 1 },
  count: { least: 1, most: 1 },
  'count-non-empty': { least: 1, most: 1 },
  min: { least: 1, most: undefined },
  max: { least: 1, most: undefined },
  round: { least: 1, most: 2 },
  int: { least: 1, most: 1 },
  abs: { least: 1, most: 1 },
  number: { least: 1, most: 1 },
  'string-length': { least: 1, most: 1 },
  contains: { least: 2, most: 2 },
  'starts-with': { least: 2, most: 2 },
  concat: { least: 1, most: undefined },
  today: { least: 0, most: 0 },
} as const satisfies Record<string, { least: number; most: number | undefined }>;
export type FunctionName = keyof typeof functions;

/** What takes several fields as one argument. */
export const overFields: readonly FunctionName[] = ['sum', 'count', 'count-non-empty', 'min', 'max'];

/** Far above what anybody writes; what is longer is refused before it is read. */
export const limits = { characters: 2_000, tokens: 500, depth: 100 } as const;

/** What is wrong with a formula, where (a character from 0), and in words what to do. */
export type ExpressionFault = { at: number; message: string };
