import { Problem } from '../../kernel/problem.ts';
import { isTakenWhole } from '../frame/frame.ts';
import type { Lonely } from '../model.ts';
import { type FirstStage, type Replicates, unitsByStratum } from './replicates.ts';
import { makeRoom } from './room.ts';

/**
 * The stratified bootstrap of Rao & Wu (1988): in each stratum n − 1 of its n PSUs are drawn with replacement, and a PSU
 * drawn r times is multiplied by 1 − λ + λ·r·n/(n − 1), where λ² = 1 − n/N brings in the finite population (Rao, Wu &
 * Yue 1992). Without it λ is 1, R's `subbootstrap`. Draws go replicate by replicate, strata and PSUs in their order.
 *
 * @param random uniform in [0, 1)
 */
export function bootstrap(stage: FirstStage, lonely: Lonely, count: number, random: () => number): Replicates {
  const multipliers = makeRoom(stage.units, count);
  const strata = unitsByStratum(stage).map(({ units, stratum }) => {
    const population = stage.population[stratum] as number;
    const alone = units.length === 1 && !isTakenWhole(1, population);
    // A stratum taken whole, and one left as it is, keep their weights in every replicate.
    if (alone && lonely !== 'certainty')
      throw new Problem('survey-replicates-lonely', { stratum: stage.nameOf(stratum) });
    return { units, spread: units.length === 1 ? 0 : Math.sqrt(Math.max(0, 1 - units.length / population)) };
  });
  for (let r = 0; r < count; r++)
    for (const { units, spread } of strata) {
      for (const unit of units) multipliers[unit * count + r] = 1 - spread;
      if (spread === 0) continue;
      const each = (spread * units.length) / (units.length - 1);
      for (let draw = 1; draw < units.length; draw++) {
        const place = (units[Math.floor(random() * units.length)] as number) * count + r;
        multipliers[place] = (multipliers[place] as number) + each;
      }
    }
  const rscales = new Float64Array(count).fill(1);
  return { count, units: stage.units, multipliers, scale: 1 / (count - 1), rscales, mse: false, drawn: true };
}
