import { Problem } from '../../kernel/problem.ts';

/** A stratum: its people, and (for Neyman) the guessed standard deviation of what is measured. */
export type Stratum = { name: string; people: number; spread?: number };

/**
 * How a sample is shared out: alike to all; by people; by people × spread, which makes the variance of the whole
 * smallest (Neyman 1934); or by a power of people between the two, for small strata to be seen (Bankier 1988).
 */
export type Allocation = { rule: 'equal' | 'proportional' | 'neyman' } | { rule: 'power'; power: number };

/**
 * Shares `total` out to strata, at least `minimum` (or the whole stratum) and at most all people in each, the sum exact:
 * n_h ∝ rule within those bounds, fractions by largest remainder.
 *
 * @returns people to draw per stratum, in their order
 * @throws Problem `sampling-allocation-impossible` where the bounds allow no such total
 */
export function allocate(total: number, strata: readonly Stratum[], how: Allocation, minimum = 2): number[] {
  strata.forEach(checkStratum(how));
  const high = strata.map(({ people }) => people);
  const low = high.map((people) => Math.min(minimum, people));
  const bounds = { lowest: sum(low), highest: sum(high) };
  if (!Number.isInteger(total) || total < bounds.lowest || total > bounds.highest)
    throw new Problem('sampling-allocation-impossible', { total, ...bounds });
  const weights = strata.map(weightOf(how));
  if (sum(weights) === 0) throw wrong('Mọi độ lệch chuẩn', '0', 'số lớn hơn 0 ở ít nhất một tầng');
  return roundTo(total, level(total, weights, low, high));
}

const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);

const weightOf =
  (how: Allocation) =>
  ({ people, spread = 0 }: Stratum): number => {
    if (how.rule === 'equal') return 1;
    if (how.rule === 'neyman') return people * spread;
    return how.rule === 'power' ? people ** how.power : people;
  };

/** The real shares clamp(λ·weight) whose sum is the total: their sum grows with λ, so halving finds it. */
function level(total: number, weights: readonly number[], low: readonly number[], high: readonly number[]): number[] {
  const at = (lambda: number) =>
    weights.map((weight, h) => Math.min(high[h] ?? 0, Math.max(low[h] ?? 0, lambda * weight)));
  const positive = weights.filter((weight) => weight > 0);
  let [below, above] = [0, Math.max(...high) / Math.min(...positive)];
  for (let step = 0; step < 200 && below < above; step++) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (sum(at(middle)) < total) below = middle;
    else above = middle;
  }
  return at(above);
}

/** Whole numbers that sum to the total: what is missing goes to the largest fractions, ties to who is first. */
function roundTo(total: number, shares: readonly number[]): number[] {
  const whole = shares.map((share) => Math.floor(share + 1e-9));
  const byFraction = shares
    .map((share, h) => ({ h, fraction: share - (whole[h] ?? 0) }))
    .sort((a, b) => b.fraction - a.fraction || a.h - b.h);
  for (const { h } of byFraction.slice(0, total - sum(whole))) whole[h] = (whole[h] ?? 0) + 1;
  return whole;
}

const checkStratum =
  ({ rule, ...how }: Allocation) =>
  ({ name, people, spread }: Stratum): void => {
    if (!Number.isInteger(people) || people < 1) throw wrong(`Số người ở “${name}”`, `${people}`, 'số nguyên từ 1');
    if (rule === 'neyman' && !(spread !== undefined && spread >= 0 && Number.isFinite(spread)))
      throw wrong(`Độ lệch chuẩn ở “${name}”`, `${spread ?? ''}`, 'số từ 0 trở lên');
    if ('power' in how && !(how.power >= 0 && how.power <= 1)) throw wrong('Số mũ', `${how.power}`, 'số từ 0 đến 1');
  };

const wrong = (what: string, given: string, needed: string) =>
  new Problem('sampling-number-wrong', { what, given, needed });
