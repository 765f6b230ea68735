import type { Joint } from '../estimate/joint.ts';
import { covarianceMatrix } from './covariance.ts';
import { type Ranked, type RankOptions, rankEstimates } from './ranks.ts';

/**
 * Ranks the domains of a grouping by a figure, with how likely each rank and group is. In the order of
 * `joint.groupings[grouping].domains`.
 *
 * @param figure number of the figure asked of `joint`
 */
export function rankDomains(joint: Joint, figure: number, grouping: number, options: RankOptions): Ranked[] {
  const domains = joint.groupings[grouping]?.domains ?? [];
  const estimates = domains.map((_, domain) => joint.figure(figure, grouping, domain).estimate);
  const values = estimates.map(({ value }) => value);
  return rankEstimates(values, covarianceMatrix(joint.variances, estimates), options);
}
