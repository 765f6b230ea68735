import { Problem } from '../../kernel/problem.ts';
import { hadamard } from './hadamard.ts';
import { type FirstStage, type Replicates, unitsByStratum } from './replicates.ts';
import { makeRoom } from './room.ts';

/**
 * Balanced repeated replication (McCarthy 1969): each replicate doubles one PSU of every pair, as the rows of a Hadamard
 * matrix say, so that pairs are balanced against each other. Only for designs with two PSUs in each stratum. A finite
 * population is not allowed for, as in R: errors come out somewhat too large.
 */
export function brr(stage: FirstStage): Replicates {
  const pairs = unitsByStratum(stage);
  pairs.forEach(({ units, stratum }) => {
    if (units.length !== 2)
      throw new Problem('survey-brr-pairs', { stratum: stage.nameOf(stratum), units: units.length });
  });
  const rows = hadamard(pairs.length + 1);
  const count = rows.length;
  const multipliers = makeRoom(stage.units, count);
  pairs.forEach(({ units: [one, other] }, pair) => {
    rows[pair + 1]?.forEach((sign, r) => {
      multipliers[(sign === 1 ? (one as number) : (other as number)) * count + r] = 2;
    });
  });
  const rscales = new Float64Array(count).fill(1);
  return { count, units: stage.units, multipliers, scale: 1 / count, rscales, mse: false, drawn: false };
}
