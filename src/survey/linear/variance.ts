import { type Frame, type FrameStage, isTakenWhole } from '../frame/frame.ts';
import type { Linearised } from './linearised.ts';

/** Variances and covariances under one design. It keeps scratch space: for one computation at a time. */
export type Variances = {
  variance: (estimate: Linearised) => number;
  covariance: (a: Linearised, b: Linearised) => number;
};

/**
 * The variance of a total of scores in a multistage design, by the ultimate clusters of each stage (Särndal, Swensson &
 * Wretman 1992, 4.3): per stratum (1 − n/N)·n/(n − 1)·Σ(zᵢ − z̄)² over all n units drawn, those without anybody in the
 * domain counting as zero; later stages weigh by n/N of the units above. Equal to R's `svyrecvar`.
 */
export function variancesOf(frame: Frame): Variances {
  const scratch = frame.stages.map(({ units }) => ({
    a: new Float64Array(units),
    b: new Float64Array(units),
    touched: new Uint8Array(units),
    all: Int32Array.from({ length: units }, (_, unit) => unit),
  }));
  const covariance = (a: Linearised, b: Linearised): number =>
    frame.stages.reduce((sum, stage, k) => {
      if (stage.share.every((share) => share === 0)) return sum;
      const units = gather(scratch[k] as Scratch, frame.unitOf[k] as Int32Array, a, b);
      return sum + sumStrata(stage, frame, units);
    }, 0);
  return { variance: (estimate) => covariance(estimate, estimate), covariance };
}

type Scratch = { a: Float64Array; b: Float64Array; touched: Uint8Array; all: Int32Array };

/** Totals of two estimates by unit, for the units that anybody is in, ascending. */
type Totals = { units: Int32Array; a: Float64Array; b: Float64Array };

function gather(scratch: Scratch, unitOf: Int32Array, a: Linearised, b: Linearised): Totals {
  const list: number[] = [];
  const add = (part: Linearised, into: Float64Array): void => {
    for (let i = 0; i < part.leaves.length; i++) {
      const unit = unitOf[part.leaves[i] ?? 0] ?? 0;
      if (scratch.touched[unit] === 0) {
        scratch.touched[unit] = 1;
        list.push(unit);
      }
      into[unit] = (into[unit] ?? 0) + (part.scores[i] ?? 0);
    }
  };
  add(a, scratch.a);
  if (a !== b) add(b, scratch.b);
  if (list.length === scratch.all.length) return takeAll(scratch, a === b);
  const units = Int32Array.from(list).sort();
  const ofA = Float64Array.from(units, (unit) => scratch.a[unit] ?? 0);
  const ofB = a === b ? ofA : Float64Array.from(units, (unit) => scratch.b[unit] ?? 0);
  for (const unit of units) scratch.a[unit] = scratch.b[unit] = scratch.touched[unit] = 0;
  return { units, a: ofA, b: ofB };
}

/** After weight steps everybody counts in every figure, and nothing is to be sorted. */
function takeAll(scratch: Scratch, alike: boolean): Totals {
  const a = scratch.a.slice();
  const b = alike ? a : scratch.b.slice();
  for (const space of [scratch.a, scratch.b, scratch.touched]) space.fill(0);
  return { units: scratch.all, a, b };
}

function sumStrata(stage: FrameStage, frame: Frame, totals: Totals): number {
  const { units } = totals;
  let sum = 0;
  let kept = 0;
  let strata = 0;
  for (let from = 0, to = 0; from < units.length; from = to) {
    const stratum = stage.stratumOf[units[from] ?? 0] ?? 0;
    while (to < units.length && stage.stratumOf[units[to] ?? 0] === stratum) to++;
    const part = ofStratum(stage, stratum, frame, totals, from, to);
    strata++;
    if (Number.isNaN(part)) continue;
    kept++;
    sum += part;
  }
  // "average": a stratum with one unit counts as the mean of the others (NaN when there is no other).
  return kept === strata ? sum : (sum * strata) / kept;
}

function ofStratum(
  stage: FrameStage,
  stratum: number,
  { lonely }: Frame,
  { a, b }: Totals,
  from: number,
  to: number,
): number {
  const drawn = stage.drawn[stratum] ?? 0;
  const population = stage.population[stratum] ?? 1;
  const share = stage.share[stratum] ?? 0;
  if (share === 0 || isTakenWhole(drawn, population)) return 0;
  const open = share * (1 - drawn / population);
  if (drawn === 1) return ofLonely(lonely, open * (a[from] ?? 0) * (b[from] ?? 0));
  let meanA = 0;
  let meanB = 0;
  for (let i = from; i < to; i++) {
    meanA += (a[i] ?? 0) / drawn;
    meanB += (b[i] ?? 0) / drawn;
  }
  let products = (drawn - (to - from)) * meanA * meanB;
  for (let i = from; i < to; i++) products += ((a[i] ?? 0) - meanA) * ((b[i] ?? 0) - meanB);
  return open * (drawn / (drawn - 1)) * products;
}

/** What one unit alone says: against the whole's centre (`adjust`), nothing (`certainty`), or as the others (`average`). */
function ofLonely(lonely: Frame['lonely'], aboutCentre: number): number {
  if (lonely === 'adjust') return aboutCentre;
  return lonely === 'average' ? Number.NaN : 0;
}
