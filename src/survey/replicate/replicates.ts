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
export type FirstStage = Pick<FrameStage, 'units' | 'strata' | 'stratumOf' | 'drawn' | 'population' | 'nameOf'> & {
  /** Units in the order they are gone through, by their names: what is drawn must not hang on the order of the data. */
  order?: Int32Array;
};

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

/** The strata in the order of their first units, each with its units in their order. */
export function unitsByStratum({ units, stratumOf, order }: FirstStage): { stratum: number; units: Int32Array }[] {
  const lists = new Map<number, number[]>();
  for (let place = 0; place < units; place++) {
    const unit = order ? (order[place] as number) : place;
    const stratum = stratumOf[unit] as number;
    const list = lists.get(stratum);
    if (list) list.push(unit);
    else lists.set(stratum, [unit]);
  }
  return Array.from(lists, ([stratum, list]) => ({ stratum, units: Int32Array.from(list) }));
}
