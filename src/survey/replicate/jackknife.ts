import { isTakenWhole } from '../frame/frame.ts';
import type { Lonely } from '../model.ts';
import { type FirstStage, type Replicates, unitsByStratum } from './replicates.ts';
import { makeRoom } from './room.ts';

/**
 * The delete-one jackknife, stratum by stratum (JKn; JK1 with one stratum): each replicate leaves out a PSU and lets the
 * others of its stratum stand for it, n/(n − 1). Its square counts (1 − n/N)·(n − 1)/n. Strata taken whole vary no more
 * and make no replicates.
 */
export function jackknife(stage: FirstStage, lonely: Lonely): Replicates {
  const plans = unitsByStratum(stage).map(({ units, stratum }) => {
    const population = stage.population[stratum] as number;
    const whole = isTakenWhole(units.length, population);
    const alone = units.length === 1 && !whole;
    return { units, open: 1 - units.length / population, skip: whole || (alone && lonely !== 'adjust'), alone };
  });
  const made = plans.filter(({ skip }) => !skip);
  const count = made.reduce((sum, { units }) => sum + units.length, 0);
  const multipliers = makeRoom(stage.units, count);
  multipliers.fill(1);
  const rscales = new Float64Array(count);
  let at = 0;
  for (const { units, open, alone } of made) {
    if (alone) leaveStratum(multipliers, stage, count, units[0] as number, at);
    else leaveEach(multipliers, units, count, at);
    rscales.fill(
      alone ? (stage.strata - 1) / stage.strata : (open * (units.length - 1)) / units.length,
      at,
      at + units.length,
    );
    at += units.length;
  }
  // As in R, "average" raises all replicates by the PSUs that could make none.
  const scale = lonely === 'average' && count > 0 ? stage.units / count : 1;
  return { count, units: stage.units, multipliers, scale, rscales, mse: false, drawn: false };
}

function leaveEach(multipliers: Float64Array, units: Int32Array, count: number, at: number): void {
  const raised = units.length / (units.length - 1);
  units.forEach((unit, own) => {
    multipliers.fill(raised, unit * count + at, unit * count + at + units.length);
    multipliers[unit * count + at + own] = 0;
  });
}

/** "adjust": a PSU alone in its stratum is left out with its stratum, and the other strata stand for it. */
function leaveStratum(
  multipliers: Float64Array,
  { units, strata }: FirstStage,
  count: number,
  alone: number,
  at: number,
): void {
  for (let unit = 0; unit < units; unit++) multipliers[unit * count + at] = unit === alone ? 0 : strata / (strata - 1);
}
