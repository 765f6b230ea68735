import { Problem } from '../../kernel/problem.ts';

/** Multipliers of PSUs × replicates that are kept at once: 320 MB. */
const mostMultipliers = 40_000_000;

export function makeRoom(units: number, count: number): Float64Array {
  if (units * count > mostMultipliers)
    throw new Problem('survey-replicates-many', {
      units,
      replicates: count,
      most: Math.floor(mostMultipliers / units),
    });
  return new Float64Array(units * count);
}
