import { describe, expect, test } from 'vitest';
import { testTable } from '../../src/survey/compare/test-table.ts';
import { estimateJoint } from '../../src/survey/estimate/joint.ts';
import { compose, type Linearised } from '../../src/survey/linear/linearised.ts';
import type { DomainValue, Statistic, SurveyDesign } from '../../src/survey/model.ts';
import { evaluateFormula } from '../../src/survey/smooth/evaluate.ts';
import { parseFormula } from '../../src/survey/smooth/parse.ts';
import { openedData, readCases } from './survey/opened.ts';

/** What R's survey package says of several figures at once (survey/joint.R): each to 1e-9 relative. */
type Part = { statistic: Statistic; by: Record<string, DomainValue> };
type Case = {
  name: string;
  data: string;
  design: SurveyDesign;
  parts: Part[];
  functions: Record<string, string>;
  estimates: number[];
  covariance: number[][];
  rows: { what: string; estimate: number; se: number }[];
};

const open = openedData();

/** Within 1e-9 of what R gives; `rounding` is what cannot be told from nothing. */
function off(name: string, got: number, wanted: number, rounding = 0): string[] {
  return Math.abs(got - wanted) <= 1e-9 * Math.abs(wanted) + rounding ? [] : [`${name} ${got} for ${wanted}`];
}

/** A figure known for sure (calibrated to its total) has only rounding for a standard error, and so have its covariances. */
function roundingOf(a: Linearised, b: Linearised, [seA, seB]: readonly [number, number]): number {
  const [digitA, digitB] = [1e-14 * Math.abs(a.value), 1e-14 * Math.abs(b.value)];
  return 1e-12 * seA * seB + digitA * seB + digitB * seA + digitA * digitB;
}

async function reckon({ data, design, parts }: Case) {
  const { scan, dictionary } = await open(data);
  const by = parts.map((part) => Object.keys(part.by));
  const joint = await estimateJoint(design, dictionary, { of: parts.map(({ statistic }) => statistic), by }, scan);
  const found = parts.map((part, i) => {
    const values = Object.values(part.by);
    const grouping = joint.groupings.findIndex((one) => `${one.by}` === `${Object.keys(part.by)}`);
    const domain = joint.groupings[grouping]?.domains.findIndex((one) => `${one}` === `${values}`) ?? -1;
    return joint.figure(i, grouping, domain).estimate;
  });
  return { found, variances: joint.variances };
}

/** A function of p1, p2 …, of which the engine's own formulas give value and slopes. */
function functionOf(text: string, found: readonly Linearised[]): Linearised {
  const { formula, figures } = parseFormula(text.replace(/p\d+/g, 'mean($&)'));
  const used = figures.map(({ of }) => found[Number(of.slice(1)) - 1] as Linearised);
  const { value, derivatives } = evaluateFormula(
    formula,
    used.map((one) => one.value),
  );
  return compose(value, used, [...derivatives]);
}

describe('figures of several domains together, as in R', () => {
  const cases = readCases<Case>('joint');
  test('there are as many cases as ever', () => expect(cases.length).toBeGreaterThanOrEqual(6));

  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const { found, variances } = await reckon(one);
    const se = found.map((part) => Math.sqrt(variances.variance(part)));
    const wrong = found.flatMap((a, i) => [
      ...off(`estimate ${i + 1}`, a.value, one.estimates[i] as number),
      ...found.flatMap((b, j) => {
        const rounding = roundingOf(a, b, [se[i] as number, se[j] as number]);
        const [got, wanted] = [variances.covariance(a, b), one.covariance[i]?.[j] as number];
        return off(`covariance ${i + 1},${j + 1}`, got, wanted, rounding);
      }),
    ]);
    for (const { what, estimate, se: error } of one.rows) {
      const composed = functionOf(one.functions[what] as string, found);
      wrong.push(...off(what, composed.value, estimate));
      wrong.push(...off(`se of ${what}`, Math.sqrt(variances.variance(composed)), error));
    }
    expect(wrong).toEqual([]);
  });
});

type TableCase = Pick<Case, 'name' | 'data' | 'design'> & {
  row: string;
  column: string;
  F: number;
  ndf: number;
  ddf: number;
  p: number;
  chisq: number;
  df: number;
  pChisq: number;
};

describe("Rao and Scott's tests of tables, as in R", () => {
  test.each(readCases<TableCase>('tables').map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const { scan, dictionary } = await open(one.data);
    const got = await testTable({ design: one.design, dictionary, rows: one.row, columns: one.column }, scan);
    expect([
      ...off('F', got.f, one.F),
      ...off('ndf', got.ndf, one.ndf),
      ...off('ddf', got.ddf, one.ddf),
      ...off('p', got.p, one.p, 1e-10),
      ...off('X²', got.x2, one.chisq),
      ...off('p of X²', got.pFirst, one.pChisq, 1e-10),
    ]).toEqual([]);
  });
});
