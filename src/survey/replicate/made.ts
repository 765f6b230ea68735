import type { MovedWeights, Sample } from '../linear/linearise.ts';
import type { Sums } from '../scan/cells.ts';
import { degreesOfFreedom, isCountable, rankOf } from './degrees.ts';
import type { FirstStage, Replicates } from './replicates.ts';
import { addScaled, type ReplicateTotals, type ReplicateWeights } from './weights.ts';

/**
 * Replicate weights made of multipliers of PSUs. Weight steps are carried out anew in each replicate, so that its
 * estimates vary as the sample's would (Valliant 1993).
 */
export function madeWeights(sample: Sample, stage: FirstStage, replicates: Replicates): ReplicateWeights {
  const { count, multipliers } = replicates;
  const psuOf = psusOfCells(sample);
  const base = sample.steps?.base ?? sample.factor;
  const moved = sample.steps ? movedFactors(sample, sample.steps, psuOf, replicates) : undefined;
  /** The weights of a cell's respondents in each replicate, per unit of scanned weight. */
  const weightOf = (cell: number): { weight: Float64Array; from: number } => {
    const from = (psuOf[cell] as number) * count;
    if (moved === undefined || sample.steps === undefined) return { weight: multipliers, from };
    return { weight: moved(psuOf[cell] as number, sample.steps.auxiliaryOf[cell] as number), from: 0 };
  };
  const totals = (sums: Sums, cells: Int32Array): ReplicateTotals => {
    const out = { w: new Float64Array(count), y: new Float64Array(count), x: new Float64Array(count) };
    for (const cell of cells) {
      if (sums.n[cell] === 0) continue;
      const own = base[cell] as number;
      const { weight, from } = weightOf(cell);
      addScaled(out.w, weight, from, own * (sums.w[cell] as number));
      addScaled(out.y, weight, from, own * (sums.wy[cell] as number));
      if (sums.wx) addScaled(out.x, weight, from, own * (sums.wx[cell] as number));
    }
    return out;
  };
  const known = new Map<string, number>();
  const degrees = (sums: Sums, cells: Int32Array): number => {
    const present = Array.from(cells).filter((cell) => (sums.n[cell] as number) > 0);
    const places = new Map(present.map((cell) => [keyOf(sample, psuOf, cell), cell]));
    const key = [...places.keys()].sort((a, b) => a - b).join();
    const found = known.get(key) ?? rank(places);
    known.set(key, found);
    return found;
  };
  const rank = (places: ReadonlyMap<number, number>): number => {
    const cells = [...places.values()];
    if (moved === undefined || replicates.drawn || !isCountable(cells.length, count))
      return degreesOfFreedom(
        replicates,
        stage,
        cells.map((cell) => psuOf[cell] as number),
      );
    return rankOf(cells.map((cell) => weightOf(cell).weight)) - 1;
  };
  return { scales: replicates, totals, degrees };
}

/** The PSU of each cell. */
function psusOfCells({ frame, leafOf }: Sample): Int32Array {
  const unitOf = frame.unitOf[0] as Int32Array;
  return leafOf.map((leaf) => unitOf[leaf] as number);
}

/** Respondents of one PSU with the same auxiliary values have the same replicate weights. */
const keyOf = ({ steps }: Sample, psuOf: Int32Array, cell: number): number =>
  (psuOf[cell] as number) * (steps?.size ?? 1) + (steps?.auxiliaryOf[cell] ?? 0);

/** Multiplier × what the weight steps come to in each replicate, for the respondents of a PSU with some auxiliary values. */
function movedFactors(
  sample: Sample,
  { laid, auxiliaryOf, size, base }: MovedWeights,
  psuOf: Int32Array,
  { count, multipliers }: Replicates,
): (psu: number, auxiliary: number) => Float64Array {
  const weights = Array.from({ length: size }, () => new Float64Array(count));
  for (const cell of sample.cells.groupings[0]?.cells ?? []) {
    const all = (base[cell] as number) * (sample.cells.w[cell] as number);
    addScaled(weights[auxiliaryOf[cell] as number] as Float64Array, multipliers, (psuOf[cell] as number) * count, all);
  }
  const factors = factorsOf(laid.factor, weights, count);
  const known = new Map<number, Float64Array>();
  return (psu, auxiliary) => {
    const key = psu * size + auxiliary;
    const found =
      known.get(key) ??
      (factors[auxiliary] as Float64Array).map((factor, r) => factor * (multipliers[psu * count + r] as number));
    known.set(key, found);
    return found;
  };
}

/** What weight steps come to per auxiliary cell and replicate, from Σ of replicate weights. */
export function factorsOf(
  factor: (weight: Float64Array) => Float64Array,
  weights: readonly Float64Array[],
  count: number,
): Float64Array[] {
  const factors = weights.map(() => new Float64Array(count));
  for (let r = 0; r < count; r++) {
    const one = factor(Float64Array.from(weights, (sums) => sums[r] as number));
    factors.forEach((own, auxiliary) => {
      own[r] = one[auxiliary] as number;
    });
  }
  return factors;
}
