import type { FrameStage } from '../frame/frame.ts';

/**
 * Replicates of a sample: for each PSU and replicate a multiplier of its weights. Variance = scale · Σ rscales·(θᵣ − θ̄)²
 * with θ̄ the mean of the replicates, or the estimate itself with `mse` (Wolter 2007; conventions of R's `svrVar`).
 */
export type Replicates = ReplicateScales & {
  units: number;
  /** `multipliers[unit * count + r]`, r from 0. */
  multipliers: Float64Array;
};

/** How replicates come together to a variance. */
export type ReplicateScales = {
  count: number;
  scale: number;
  rscales: Float64Array;
  mse: boolean;
  /** Whether replicates were drawn by chance: then one in which a domain is empty may be left out. */
  drawn: boolean;
};

/** The stage that replicates are made of: PSUs in strata, how many were drawn and how many there are. */
export type FirstStage = Pick<FrameStage, 'units' | 'strata' | 'stratumOf' | 'drawn' | 'population' | 'nameOf'>;

/** An estimate, and the same estimate under each replicate's weights. */
export type Replicated = { value: number; replicates: Float64Array };

/** A smooth function of estimates, taken in the sample and in each replicate. */
export function replicateFunction(parts: readonly Replicated[], of: (values: readonly number[]) => number): Replicated {
  const [first] = parts;
  return {
    value: of(parts.map(({ value }) => value)),
    replicates: Float64Array.from(first?.replicates ?? [], (_, r) => of(parts.map((part) => part.replicates[r] ?? 0))),
  };
}

/** Units of each stratum in ascending order. */
export function unitsByStratum({ units, strata, stratumOf }: FirstStage): Int32Array[] {
  const lists: number[][] = Array.from({ length: strata }, () => []);
  for (let unit = 0; unit < units; unit++) lists[stratumOf[unit] as number]?.push(unit);
  return lists.map((list) => Int32Array.from(list));
}
