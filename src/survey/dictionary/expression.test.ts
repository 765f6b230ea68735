import { describe, expect, it } from 'vitest';
import type { Variable } from '../model.ts';
import { categoryExpression, isExpression, numericExpression, quoteColumn, quoteText } from './expression.ts';

const variable = (said: Partial<Variable>): Variable => ({
  ...{ name: 'q1', label: null, type: 'integer', choices: [], missing: [] },
  ...said,
});
const missing = [
  { code: '88', label: 'Không biết' },
  { code: 'KB', label: 'Từ chối' },
];

describe('a column as SQL', () => {
  it('keeps names and texts within their quotes', () => {
    expect(quoteColumn('a"b; --')).toBe('"a""b; --"');
    expect(quoteText("Hà'; DROP")).toBe("'Hà''; DROP'");
  });

  it('is NULL where a declared code stands; a code its type cannot hold is in no row', () => {
    expect(numericExpression(variable({ missing }))).toBe(
      'CASE WHEN "q1" IN (88) THEN NULL ELSE CAST("q1" AS double precision) END',
    );
    expect(numericExpression(variable({ type: 'text', missing }))).toBe(
      `CASE WHEN "q1" IN ('88', 'KB') THEN NULL ELSE CAST("q1" AS double precision) END`,
    );
    expect(numericExpression(variable({}))).toBe('CAST("q1" AS double precision)');
    expect(categoryExpression(variable({ missing }))).toBe('CASE WHEN "q1" IN (88) THEN NULL ELSE "q1" END');
  });

  it('counts a code against the other answers only', () => {
    expect(isExpression(variable({ missing }), '2', '3')).toBe(
      'CAST(CASE WHEN "q1" IN (88) THEN NULL ELSE CASE WHEN "q1" IN (2, 3) THEN 1 WHEN "q1" IS NOT NULL THEN 0 END END AS double precision)',
    );
    expect(isExpression(variable({ type: 'boolean' }), 'true')).toContain('IN (TRUE)');
  });

  it('refuses what is no number, and a code that the column cannot hold', () => {
    expect(() => numericExpression(variable({ type: 'date' }))).toThrow(/không phải là số/);
    expect(() => isExpression(variable({ choices: [{ code: '1', label: 'Có' }] }), 'có')).toThrow(/1 \(Có\)/);
  });
});
