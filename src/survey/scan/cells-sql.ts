import type { CellQuestion, CellVariable } from './question.ts';

/**
 * The one scan: respondents summed to cells of (domain × design path × auxiliary values). Only what both DuckDB and
 * PostgreSQL understand, so that the same text runs beside the Parquet file or on a distributed engine.
 *
 * Answered columns: `p0…` path, `k0…`/`l0…` smallest and largest of each mark, `a0…` auxiliary values, `g` the grouping,
 * `d0…` the domain; `n` respondents, `w` Σw, `ww` Σw², `w_least`, `w_most`, `w_given`; per variable `n0` answers,
 * `w0` Σw, `wy0` Σwy, `wyy0` Σwy², with x `wx0`, `wxy0`, `wxx0`; `y0`, `x0` Σy, Σx where asked; with
 * replicate weights r `r_given`, `r_least`, `r_sum`, `r0…` Σr, and per variable and replicate `rw0_0`, `ry0_0`, `rx0_0`.
 */
export function cellsSql(question: CellQuestion): string {
  const { path, marks, weight, auxiliary, groupings, variables, replicates = [] } = question;
  const domains = [...new Set(groupings.flat())];
  const inner = [
    ...path.map((expression, i) => `${expression} AS p${i}`),
    ...marks.map((expression, i) => `${expression} AS k${i}`),
    `${weight} AS w`,
    ...auxiliary.map((expression, i) => `${expression} AS a${i}`),
    ...domains.map((expression, i) => `${expression} AS d${i}`),
    ...replicates.map((expression, k) => `${expression} AS r${k}`),
    ...variables.flatMap(valuesOf),
  ];
  const keys = [...path.map((_, i) => `p${i}`), ...auxiliary.map((_, i) => `a${i}`)];
  const names = domains.map((_, i) => `d${i}`);
  const outer = [
    ...keys,
    ...(groupings.length > 1 && names.length > 0 ? [`GROUPING(${names.join(', ')}) AS g`] : []),
    ...names,
    ...marks.flatMap((_, i) => [`min(k${i}) AS k${i}`, `max(k${i}) AS l${i}`]),
    'count(*) AS n',
    'sum(w) AS w',
    'sum(w * w) AS ww',
    'min(w) AS w_least',
    'max(w) AS w_most',
    'count(w) AS w_given',
    ...wholeReplicates(replicates.length, auxiliary.length > 0),
    ...variables.flatMap((variable, i) => sumsOf(variable, i, question.plain)),
    ...variables.flatMap((variable, i) => replicates.flatMap((_, k) => replicateSumsOf(variable, i, k))),
  ];
  return `SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM responses) AS r${groupBy(keys, groupings, domains)}`;
}

/** Whether a domain column is summed over (1) or not (0) in a grouping, as the bits of SQL's GROUPING(). */
export function groupingBits(grouping: readonly string[], domains: readonly string[]): number {
  return domains.reduce((bits, domain) => bits * 2 + (grouping.includes(domain) ? 0 : 1), 0);
}

function valuesOf({ y, x }: CellVariable, i: number): string[] {
  if (x === undefined) return [`${y} AS y${i}`];
  // A ratio's base: those with both numbers.
  return [`CASE WHEN (${x}) IS NOT NULL THEN ${y} END AS y${i}`, `CASE WHEN (${y}) IS NOT NULL THEN ${x} END AS x${i}`];
}

function sumsOf({ x }: CellVariable, i: number, plain: boolean): string[] {
  return [
    `count(y${i}) AS n${i}`,
    // CASE, not FILTER: the column store is four times slower at hundreds of filtered sums.
    `sum(CASE WHEN y${i} IS NOT NULL THEN w END) AS w${i}`,
    `sum(w * y${i}) AS wy${i}`,
    `sum(w * y${i} * y${i}) AS wyy${i}`,
    ...(plain ? [`sum(y${i}) AS y${i}`] : []),
    ...(x === undefined
      ? []
      : [
          `sum(w * x${i}) AS wx${i}`,
          `sum(w * x${i} * y${i}) AS wxy${i}`,
          `sum(w * x${i} * x${i}) AS wxx${i}`,
          ...(plain ? [`sum(x${i}) AS x${i}`] : []),
        ]),
  ];
}

/** What betrays a faulty replicate weight; and, where weight steps are carried out anew in each, their sums. */
function wholeReplicates(count: number, moved: boolean): string[] {
  if (count === 0) return [];
  const all = Array.from({ length: count }, (_, k) => `r${k}`);
  const sum = all.join(' + ');
  return [
    `count(${sum}) AS r_given`,
    `min(LEAST(${all.join(', ')})) AS r_least`,
    `sum(${sum}) AS r_sum`,
    ...(moved ? all.map((name) => `sum(${name}) AS ${name}`) : []),
  ];
}

function replicateSumsOf({ x }: CellVariable, i: number, k: number): string[] {
  return [
    `sum(CASE WHEN y${i} IS NOT NULL THEN r${k} END) AS rw${i}_${k}`,
    `sum(r${k} * y${i}) AS ry${i}_${k}`,
    ...(x === undefined ? [] : [`sum(r${k} * x${i}) AS rx${i}_${k}`]),
  ];
}

/** One set of keys per grouping; a scan without keys at all still answers one row. */
function groupBy(
  keys: readonly string[],
  groupings: readonly (readonly string[])[],
  domains: readonly string[],
): string {
  const sets = groupings.map((grouping) => [...keys, ...grouping.map((domain) => `d${domains.indexOf(domain)}`)]);
  if (sets.length === 1) return sets[0]?.length ? ` GROUP BY ${sets[0].join(', ')}` : '';
  if (domains.length === 0) return keys.length ? ` GROUP BY ${keys.join(', ')}` : '';
  return ` GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(', ')})`).join(', ')})`;
}
