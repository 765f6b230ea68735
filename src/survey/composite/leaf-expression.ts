import { sayNumber } from '../../kernel/number.ts';
import { Problem } from '../../kernel/problem.ts';
import { isExpression, numericExpression } from '../dictionary/expression.ts';
import type { Variable } from '../model.ts';
import type { LeafRule, LeafSource, Rescale } from './model.ts';

/** A leaf's answers as a number, and the answers it takes, in words. */
export type LeafExpression = { sql: string; allowed: string };

/**
 * A leaf's answers as SQL: NULL where there is none, NaN where an answer is neither declared missing nor within the leaf's
 * scale, which the scan counts: a code nobody spoke of must not become a figure.
 */
export function leafExpression(column: Variable, source: LeafSource, rule: LeafRule): LeafExpression {
  const variable = withMissing(column, source.missing);
  return source.values === null ? ofNumbers(variable, rule) : ofCodes(variable, source.values, rule);
}

function withMissing(variable: Variable, codes: readonly string[]): Variable {
  const declared = new Set(variable.missing.map(({ code }) => code));
  const more = codes.filter((code) => !declared.has(code)).map((code) => ({ code, label: code }));
  return { ...variable, missing: [...variable.missing, ...more] };
}

const notANumber = `CAST('NaN' AS double precision)`;

/** An answer can't lie beyond the ends of the scale it is moved from. */
const within = (value: number, scale: Rescale | null): boolean =>
  scale === null || (value >= Math.min(scale.min, scale.max) && value <= Math.max(scale.min, scale.max));

function ofNumbers(variable: Variable, { share, rescale }: LeafRule): LeafExpression {
  if (variable.type === 'text')
    throw new Problem('survey-column-not-number', {
      column: variable.name,
      example: variable.choices[0]?.label ?? 'chữ',
    });
  const y = numericExpression(variable);
  if (share !== null)
    return {
      sql: `CASE WHEN ${y} IN (${share.join(', ')}) THEN ${one} WHEN ${y} IS NOT NULL THEN ${none} END`,
      allowed: 'các số',
    };
  if (rescale === null) return { sql: y, allowed: 'các số' };
  const [low, high] = [Math.min(rescale.min, rescale.max), Math.max(rescale.min, rescale.max)];
  return {
    sql: `CASE WHEN ${y} < ${low} OR ${y} > ${high} THEN ${notANumber} ELSE ${y} END`,
    allowed: `khoảng từ ${sayNumber(low)} đến ${sayNumber(high)}`,
  };
}

const [one, none] = [1, 0].map((value) => `CAST(${value} AS double precision)`);

function ofCodes(variable: Variable, values: Readonly<Record<string, number>>, rule: LeafRule): LeafExpression {
  const counted = (value: number): string => {
    if (rule.share !== null) return rule.share.includes(value) ? '1' : '0';
    return within(value, rule.rescale) ? String(value) : `'NaN'`;
  };
  const cases = Object.entries(values).map(
    ([code, value]) => `WHEN ${isExpression(variable, code)} = 1 THEN CAST(${counted(value)} AS double precision)`,
  );
  const answered = isExpression(variable, ...Object.keys(values));
  return {
    sql: `CASE ${cases.join(' ')} WHEN ${answered} IS NOT NULL THEN ${notANumber} END`,
    allowed: `các mã ${Object.keys(values).join(', ')}`,
  };
}
