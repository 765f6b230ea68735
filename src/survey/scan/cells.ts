import { Problem } from '../../kernel/problem.ts';
import type { DomainValue, ScanAnswer } from '../model.ts';
import { groupingBits } from './cells-sql.ts';
import { encode } from './encode.ts';
import type { CellQuestion } from './question.ts';

/** Sums of one variable, per cell. `x…` only for ratios, `y` and `x` only where unweighted sums were asked for. */
export type Sums = {
  n: Float64Array;
  w: Float64Array;
  wy: Float64Array;
  wyy: Float64Array;
  y?: Float64Array;
  wx?: Float64Array;
  wxy?: Float64Array;
  wxx?: Float64Array;
  x?: Float64Array;
  /** Under each replicate weight that came with the data. */
  replicates?: readonly ReplicateSums[];
};

/** Σr over those with an answer, Σry and, for ratios, Σrx under one replicate weight, per cell. */
export type ReplicateSums = { w: Float64Array; y: Float64Array; x?: Float64Array };

/** One domain: the values that make it and its cells. */
export type Domain = { values: readonly DomainValue[]; cells: Int32Array };

/** The domains of one grouping; together they hold each cell of that grouping whose values are all there. */
export type Grouping = { by: readonly string[]; domains: readonly Domain[]; cells: Int32Array };

/** What the scan answered: cells with their keys still as values, and sums as arrays over cells. */
export type Cells = {
  count: number;
  answer: ScanAnswer;
  n: Float64Array;
  w: Float64Array;
  ww: Float64Array;
  least: Float64Array;
  most: Float64Array;
  groupings: readonly Grouping[];
  variables: readonly Sums[];
  /** Σ of each replicate weight, where weight steps are carried out anew in each. */
  replicates?: readonly Float64Array[];
};

/** More domains than any table of estimates can hold: a column of personal numbers was taken for a domain. */
const mostDomains = 20_000;

/** Reads the answer of `cellsSql`. Fails with a Problem when there is nobody, or domains are too many. */
export function readCells(question: CellQuestion, answer: ScanAnswer): Cells {
  const n = numbers(answer, 'n');
  if (answer.rows === 0 || total(n) === 0) throw new Problem('survey-no-rows', {});
  return {
    count: answer.rows,
    answer,
    n,
    w: numbers(answer, 'w'),
    ww: numbers(answer, 'ww'),
    least: numbers(answer, 'w_least'),
    most: numbers(answer, 'w_most'),
    groupings: readGroupings(question, answer),
    variables: question.variables.map(({ x }, i) => ({
      ...readSums(question.plain, x !== undefined, answer, i),
      ...(question.replicates && {
        replicates: question.replicates.map((_, k) => readReplicate(x !== undefined, answer, i, k)),
      }),
    })),
    ...(question.replicates &&
      question.auxiliary.length > 0 && { replicates: question.replicates.map((_, k) => numbers(answer, `r${k}`)) }),
  };
}

/** A column of sums; nothing summed is zero, since a cell without answers has n = 0. */
function numbers(answer: ScanAnswer, name: string): Float64Array {
  const column = answer.column(name);
  const out = column instanceof Float64Array ? column : Float64Array.from(column as ArrayLike<number>);
  for (let i = 0; i < out.length; i++) if (Number.isNaN(out[i])) out[i] = 0;
  return out;
}

const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

function readSums(plain: boolean, ratio: boolean, answer: ScanAnswer, i: number): Sums {
  const take = (name: string): Float64Array => numbers(answer, `${name}${i}`);
  return {
    n: take('n'),
    w: take('w'),
    wy: take('wy'),
    wyy: take('wyy'),
    ...(plain ? { y: take('y') } : {}),
    ...(ratio ? { wx: take('wx'), wxy: take('wxy'), wxx: take('wxx'), ...(plain ? { x: take('x') } : {}) } : {}),
  };
}

function readReplicate(ratio: boolean, answer: ScanAnswer, i: number, k: number): ReplicateSums {
  const take = (name: string): Float64Array => numbers(answer, `${name}${i}_${k}`);
  return { w: take('rw'), y: take('ry'), ...(ratio ? { x: take('rx') } : {}) };
}

function readGroupings(question: CellQuestion, answer: ScanAnswer): Grouping[] {
  const domains = [...new Set(question.groupings.flat())];
  const bits =
    question.groupings.length > 1 && domains.length > 0 ? (answer.column('g') as ArrayLike<number>) : undefined;
  return question.groupings.map((by) => {
    const wanted = groupingBits(by, domains);
    const cells: number[] = [];
    for (let cell = 0; cell < answer.rows; cell++) if (bits === undefined || bits[cell] === wanted) cells.push(cell);
    const own = Int32Array.from(cells);
    return { by, cells: own, domains: splitDomains(by, own, domains, answer) };
  });
}

/** Splits a grouping's cells into its domains. Who has no value in a column is in no domain of it, as in R's `svyby`. */
function splitDomains(
  by: readonly string[],
  cells: Int32Array,
  domains: readonly string[],
  answer: ScanAnswer,
): Domain[] {
  const columns = by.map((expression) => {
    const whole = answer.column(`d${domains.indexOf(expression)}`);
    return Array.from(cells, (cell) => orNull(whole[cell] as DomainValue));
  });
  const { ids, first } = encode(cells.length, columns);
  if (first.length > mostDomains)
    throw new Problem('survey-too-many-groups', { groups: first.length, limit: mostDomains, what: 'domains' });
  const lists: number[][] = first.map(() => []);
  for (let i = 0; i < cells.length; i++) lists[ids[i] ?? 0]?.push(cells[i] ?? 0);
  return first
    .map((row, id) => ({
      values: columns.map((column) => column[row] ?? null),
      cells: Int32Array.from(lists[id] ?? []),
    }))
    .filter(({ values }) => values.every((value) => value !== null))
    .sort((a, b) => compareValues(a.values, b.values));
}

const orNull = (value: DomainValue): DomainValue => (typeof value === 'number' && Number.isNaN(value) ? null : value);

/** Numbers by size, texts in Vietnamese order, the first column first. */
function compareValues(a: readonly DomainValue[], b: readonly DomainValue[]): number {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i], b[i]];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'vi', { numeric: true });
    if (order !== 0) return order;
  }
  return 0;
}
