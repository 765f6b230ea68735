import { jointNormal } from './joint-normal.ts';

/**
 * How ranks become groups, 1 the best. `ranks`: the last rank of each group but the last (PAPI until 2022: 16, 32, 47 of
 * 63). `quantiles`: a group holds those strictly above a quantile of all values (PAPI since 2023: the quartiles, so
 * 0.75, 0.5, 0.25), interpolated as spreadsheets do.
 */
export type GroupRule = { by: 'ranks'; last: readonly number[] } | { by: 'quantiles'; above: readonly number[] };

export type RankOptions = {
  /** How many times the estimates are drawn anew. */
  draws: number;
  /** Uniform in [0, 1). */
  random: () => number;
  /** Share of draws that a rank's interval holds (0.95 when not said). */
  level?: number;
  /** Whether the smallest value has rank 1. */
  smallestFirst?: boolean;
  groups?: GroupRule;
};

/** Where one estimate stands among all, and how surely. */
export type Ranked = {
  /** By the estimates themselves; equals share the best rank. */
  rank: number;
  /** How likely each rank is, rank 1 first. */
  chance: Float64Array;
  low: number;
  high: number;
  /** Its group by the estimates themselves, and how likely each group is. */
  group?: number;
  groupChance?: Float64Array;
};

/**
 * How sure the ranks of estimates are: the estimates are drawn again and again from their joint normal distribution and
 * ranked each time (Goldstein & Spiegelhalter 1996; Marshall & Spiegelhalter 1998). What varies together counts, so that
 * provinces in the same strata are not told apart by what moves both.
 *
 * @param values one estimate for each; @param covariance their covariances, in the same order
 */
export function rankEstimates(
  values: ArrayLike<number>,
  covariance: readonly Float64Array[],
  { draws, random, level = 0.95, smallestFirst = false, groups }: RankOptions,
): Ranked[] {
  const size = values.length;
  const sign = smallestFirst ? -1 : 1;
  const own = Float64Array.from(values, (value) => sign * value);
  const draw = jointNormal(own, covariance, random);
  const counts = Array.from(own, () => new Float64Array(size));
  const groupCounts = Array.from(own, () => new Float64Array(groupsOf(groups)));
  for (let k = 0; k < draws; k++) {
    const drawn = draw();
    const order = orderOf(drawn);
    for (const [place, one] of order.entries()) count(counts[one], place);
    if (groups) for (const [one, group] of groupAll(drawn, order, groups).entries()) count(groupCounts[one], group - 1);
  }
  const order = orderOf(own);
  const standing = groups && groupAll(own, order, groups);
  return counts.map((count, one) => ({
    rank: 1 + own.filter((value) => value > (own[one] as number)).length,
    chance: count.map((times) => times / draws),
    ...ends(count, draws, level),
    ...(standing && {
      group: standing[one] as number,
      groupChance: (groupCounts[one] as Float64Array).map((times) => times / draws),
    }),
  }));
}

function count(counts: Float64Array | undefined, place: number): void {
  if (counts) counts[place] = (counts[place] as number) + 1;
}

const groupsOf = (rule: GroupRule | undefined): number =>
  rule === undefined ? 0 : 1 + (rule.by === 'ranks' ? rule.last : rule.above).length;

/** Numbers of the values from the largest down. */
const orderOf = (values: Float64Array): Int32Array =>
  Int32Array.from(values.keys()).sort((a, b) => (values[b] as number) - (values[a] as number));

/** The group of each value, from 1. */
function groupAll(values: Float64Array, order: Int32Array, rule: GroupRule): Int32Array {
  const out = new Int32Array(values.length);
  if (rule.by === 'ranks') {
    order.forEach((one, place) => {
      out[one] = 1 + rule.last.filter((last) => place >= last).length;
    });
    return out;
  }
  const cuts = rule.above.map((at) => quantileOf(values, order, at));
  values.forEach((value, one) => {
    out[one] = 1 + cuts.filter((cut) => value <= cut).length;
  });
  return out;
}

/** The quantile of a spreadsheet's QUARTILE: between the two values around place (n − 1)·at. */
function quantileOf(values: Float64Array, order: Int32Array, at: number): number {
  const place = (values.length - 1) * (1 - at);
  const upper = values[order[Math.floor(place)] as number] as number;
  const lower = values[order[Math.ceil(place)] as number] as number;
  return upper + (place - Math.floor(place)) * (lower - upper);
}

/** The ranks that leave out no more than (1 − level)/2 of the draws at either end. */
function ends(counts: Float64Array, draws: number, level: number): { low: number; high: number } {
  const out = ((1 - level) / 2) * draws;
  const first = (list: ArrayLike<number>): number => {
    let passed = 0;
    for (let i = 0; i < list.length; i++) {
      passed += list[i] as number;
      if (passed > out) return i;
    }
    return list.length - 1;
  };
  return { low: 1 + first(counts), high: counts.length - first(Float64Array.from(counts).reverse()) };
}
