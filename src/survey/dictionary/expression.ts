import { Problem } from '../../kernel/problem.ts';
import type { Choice, Variable } from '../model.ts';

/**
 * Columns of the responses as SQL that DuckDB and PostgreSQL both understand. What the dictionary declares to be no answer is
 * NULL in all of them, so every figure has its own base.
 */

/** The name of a column, whatever stands in it. */
export const quoteColumn = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text value, whatever stands in it. */
export const quoteText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A number reckoned of answers, which stands among the variables like a column: an answer on the scale of an index. */
export type Derived = Variable & { expression: string };

/**
 * The answers to a question as doubles: NULL where there is none or a missing code stands. Texts are read as numbers, so they
 * are to be checked before (`checkNumbers`): the database refuses the whole statement at the first that is none.
 */
export function numericExpression(variable: Variable | Derived): string {
  if ('expression' in variable) return variable.expression;
  const { name, type } = variable;
  const column = quoteColumn(name);
  if (type === 'date') throw new Problem('survey-column-not-number', { column: name, example: '2026-01-31' });
  if (type === 'boolean') return `CAST(CASE WHEN ${column} THEN 1 WHEN NOT ${column} THEN 0 END AS double precision)`;
  return withoutMissing(variable, `CAST(${column} AS double precision)`);
}

/** The answers as they stand, to group by: NULL where there is none or a missing code stands. */
export const categoryExpression = (variable: Variable): string => withoutMissing(variable, quoteColumn(variable.name));

/** 1 of those who gave one of the codes, 0 of those who gave another answer, NULL of those who gave none. */
export function isExpression(variable: Variable, ...codes: readonly string[]): string {
  const literals = codes.map((code) => getLiteral(variable, code));
  const column = quoteColumn(variable.name);
  const is = `CASE WHEN ${column} IN (${literals.join(', ')}) THEN 1 WHEN ${column} IS NOT NULL THEN 0 END`;
  return `CAST(${withoutMissing(variable, is)} AS double precision)`;
}

function withoutMissing(variable: Variable, answered: string): string {
  const codes = variable.missing.flatMap(({ code }) => findLiteral(variable, code) ?? []);
  return codes.length === 0
    ? answered
    : `CASE WHEN ${quoteColumn(variable.name)} IN (${codes.join(', ')}) THEN NULL ELSE ${answered} END`;
}

function getLiteral(variable: Variable, code: string): string {
  const literal = findLiteral(variable, code);
  if (literal !== undefined) return literal;
  const codes = variable.choices.slice(0, 10).map(sayChoice);
  const known = codes.length > 0 ? ` Các mã của cột: ${codes.join(', ')}.` : '';
  throw new Problem('survey-request-wrong', {
    what: `Cột “${variable.name}” không thể mang mã “${code}” vì không cùng kiểu dữ liệu.${known}`,
  });
}

const sayChoice = ({ code, label }: Choice): string => (label === '' || label === code ? code : `${code} (${label})`);

/** A code as a value of the column's own type; undefined where the column can't hold it, so no row has it. */
function findLiteral({ type }: Variable, code: string): string | undefined {
  if (type === 'text') return quoteText(code);
  if (type === 'boolean') return { true: 'TRUE', '1': 'TRUE', false: 'FALSE', '0': 'FALSE' }[code.toLowerCase()];
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(code) ? `CAST(${quoteText(code)} AS date)` : undefined;
  // As written: a long name of a thing is another as a double.
  if (type === 'integer' && /^-?\d{16,18}$/.test(code)) return code;
  const number = code.trim() === '' ? Number.NaN : Number(code);
  return Number.isFinite(number) ? String(number) : undefined;
}
