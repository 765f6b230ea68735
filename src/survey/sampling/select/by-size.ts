/** One unit hit by systematic selection: its stretch of the cumulated sizes and the point that fell into it. */
export type Hit = { unit: number; low: number; high: number; point: number };

/** A drawing proportional to size. `certain` units are as large as the interval or larger and are out of the list. */
export type BySize = {
  certain: number[];
  hits: Hit[];
  /** Σ sizes of the units left in the list / how many are drawn of them; 0 where all are certain. */
  interval: number;
  start: number;
};

/**
 * Units taken for certain when `take` are drawn proportional to `sizes`: whoever is as large as the interval Σ/n or
 * larger, then again among the rest with what is left to take, until none is (Särndal, Swensson & Wretman 1992, 3.6.2).
 */
export function findCertain(sizes: ArrayLike<number>, take: number): { certain: number[]; rest: number[] } {
  const certain: number[] = [];
  let rest = Array.from({ length: sizes.length }, (_, unit) => unit);
  for (;;) {
    const left = take - certain.length;
    const sum = rest.reduce((total, unit) => total + (sizes[unit] ?? 0), 0);
    const large = left > 0 ? rest.filter((unit) => left * (sizes[unit] ?? 0) >= sum) : [];
    if (large.length === 0) return { certain: certain.sort((a, b) => a - b), rest };
    certain.push(...large);
    const taken = new Set(large);
    rest = rest.filter((unit) => !taken.has(unit));
  }
}

/**
 * Draws `take` units by systematic selection with probability proportional to size, in the order of the list: points at
 * start, start + interval, …, each hitting the unit whose cumulated sizes hold it. Every unit of the rest has the
 * probability n·size/Σ exactly; the number drawn is fixed.
 *
 * @param sizes all above 0; @param take at most as many as units; @param u a random number in [0, 1)
 */
export function drawBySize(sizes: ArrayLike<number>, take: number, u: number): BySize {
  const { certain, rest } = findCertain(sizes, take);
  const left = take - certain.length;
  if (left === 0) return { certain, hits: [], interval: 0, start: 0 };
  const interval = rest.reduce((total, unit) => total + (sizes[unit] ?? 0), 0) / left;
  const start = u * interval;
  const hits: Hit[] = [];
  let low = 0;
  for (const [at, unit] of rest.entries()) {
    const high = low + (sizes[unit] ?? 0);
    const point = start + hits.length * interval;
    // Rounding may leave the last point at the very end of the list: it belongs to the last unit that can still be hit.
    const mustHit = rest.length - at <= left - hits.length;
    if (hits.length < left && (point < high || mustHit)) hits.push({ unit, low, high, point });
    low = high;
  }
  return { certain, hits, interval, start };
}

/** The probability of every unit to be drawn by `drawBySize`. */
export function probabilitiesBySize(sizes: ArrayLike<number>, take: number): Float64Array {
  const { certain, rest } = findCertain(sizes, take);
  const probability = new Float64Array(sizes.length);
  for (const unit of certain) probability[unit] = 1;
  const left = take - certain.length;
  const sum = rest.reduce((total, unit) => total + (sizes[unit] ?? 0), 0);
  for (const unit of rest) probability[unit] = left === 0 ? 0 : (left * (sizes[unit] ?? 0)) / sum;
  return probability;
}
