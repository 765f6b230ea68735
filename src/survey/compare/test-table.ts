import { Problem } from '../../kernel/problem.ts';
import { everybody, planEstimate } from '../estimate/plan.ts';
import { type Base, findBase, isTold } from '../estimate/row.ts';
import { scanSample } from '../estimate/scan-sample.ts';
import { linearise, totalsOf } from '../linear/linearise.ts';
import { compose } from '../linear/linearised.ts';
import { statistics } from '../linear/statistics.ts';
import { variancesOf } from '../linear/variance.ts';
import type { Dictionary, DomainValue, EstimateRequest, Scan, SurveyDesign } from '../model.ts';
import { covarianceMatrix } from './covariance.ts';
import { type RaoScott, raoScott } from './rao-scott.ts';

export type TableQuestion = {
  design: SurveyDesign;
  dictionary: Dictionary;
  /** The columns whose categories make rows and columns of the table. */
  rows: string;
  columns: string;
  only?: EstimateRequest['only'];
};

/**
 * A table of shares and its test of independence. `shares[i][j]`: of row i and column j among all in the table; null where a
 * cell stands on less than the design's minimum, since what is told of the others would tell of it.
 */
export type TestedTable = RaoScott & {
  rows: readonly DomainValue[];
  columns: readonly DomainValue[];
  shares: readonly Float64Array[] | null;
  n: number;
};

/** More categories than this a test says nothing of. */
const mostCells = 400;

/**
 * Tests whether two questions are independent of each other, by the design (Rao & Scott 1984). Who did not answer both is
 * not in the table; the design stays whole.
 *
 * @throws Problem as `estimate` does, and where a table has too many cells or only one row or column
 */
export async function testTable(question: TableQuestion, scan: Scan): Promise<TestedTable> {
  const { design, dictionary, rows, columns } = question;
  const request = { of: [], by: [[rows, columns]], ...(question.only && { only: question.only }) };
  const plan = planEstimate(design, request, dictionary);
  const counted = { statistic: { kind: 'total', of: rows } as const, variable: everybody(request, dictionary) };
  const { sample } = await scanSample(design, plan, { asked: [counted] }, scan);
  const sums = sample.cells.variables[0];
  const domains = sample.cells.groupings[0]?.domains ?? [];
  if (!sums) throw new Error('Không có tổng của bảng');
  const present = domains.filter(({ cells }) => totalsOf(sums, cells, sample.factor).n > 0);
  const [rowValues, columnValues] = [0, 1].map((at) => [
    ...new Set(present.map(({ values }) => values[at] as DomainValue)),
  ]);
  if (!rowValues || !columnValues) throw new Error('Bảng không có chiều');
  refuseSize(question, rowValues.length, columnValues.length);
  const sizes = rowValues.flatMap((row) =>
    columnValues.map((column) => {
      const cells = present.find(({ values }) => values[0] === row && values[1] === column)?.cells;
      return linearise(sample, sums, cells ?? new Int32Array(), statistics.total);
    }),
  );
  const shares = toShares(sizes.map((size) => ({ ...size, value: Number.isNaN(size.value) ? 0 : size.value })));
  const base: Base = findBase(sample, sums, Int32Array.from(present.flatMap(({ cells }) => [...cells])));
  const flat = Float64Array.from(shares, ({ value }) => value);
  const tested = raoScott({
    rows: rowValues.length,
    columns: columnValues.length,
    shares: flat,
    covariance: covarianceMatrix(variancesOf(sample.frame), shares),
    n: base.n,
    df: base.df,
  });
  const width = columnValues.length;
  return {
    ...tested,
    rows: rowValues,
    columns: columnValues,
    shares: present.every(({ cells }) => isTold(findBase(sample, sums, cells), design))
      ? rowValues.map((_, i) => flat.slice(i * width, (i + 1) * width))
      : null,
    n: base.n,
  };
}

function refuseSize({ rows, columns }: TableQuestion, height: number, width: number): void {
  if (height * width > mostCells)
    throw new Problem('survey-too-many-groups', { groups: height * width, limit: mostCells, what: 'domains' });
  if (height < 2 || width < 2)
    throw new Problem('survey-request-wrong', {
      what: `Bảng “${rows}” × “${columns}” cần ít nhất hai hàng và hai cột có người trả lời để kiểm định.`,
    });
}

/** Each size over the sum of all. */
function toShares(sizes: readonly ReturnType<typeof compose>[]) {
  const whole = sizes.reduce((sum, { value }) => sum + value, 0);
  return sizes.map((size, k) =>
    compose(
      size.value / whole,
      sizes,
      sizes.map((_, j) => ((j === k ? 1 : 0) - size.value / whole) / whole),
    ),
  );
}
