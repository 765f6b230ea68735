import { covarianceMatrix } from '../compare/covariance.ts';
import { type GroupRule, type RankOptions, rankEstimates } from '../compare/ranks.ts';
import type { Linearised } from '../linear/linearised.ts';
import type { IndexRank, IndexRow } from './model.ts';
import type { ReckonedIndex } from './reckon-index.ts';

export type Ranking = Pick<RankOptions, 'draws' | 'random'>;

/**
 * Ranks of the groups of each grouping by the whole of the index, and how likely each rank and group is. Groups without a
 * figure that may be told are not ranked.
 */
export function rankIndex(
  found: ReckonedIndex,
  method: string,
  groups: GroupRule | null,
  told: readonly IndexRow[],
  { level, ...drawing }: Ranking & { level: number | undefined },
): IndexRank[] {
  const isTold = new Set(
    told.flatMap(({ depth, by, estimate }) => (depth === 0 && estimate !== null ? [keyOf(by)] : [])),
  );
  return found.joint.groupings.flatMap(({ by: columns, domains }, g) => {
    if (columns.length === 0) return [];
    const standing = domains.flatMap((values, d): { by: IndexRow['by']; estimate: Linearised }[] => {
      const by = Object.fromEntries(columns.map((name, i) => [name, values[i] ?? null]));
      const estimate = found.nodesOf(g, d)[0]?.estimate;
      return estimate && isTold.has(keyOf(by)) ? [{ by, estimate }] : [];
    });
    if (standing.length < 2) return [];
    const estimates = standing.map(({ estimate }) => estimate);
    const ranked = rankEstimates(
      estimates.map(({ value }) => value),
      covarianceMatrix(found.joint.variances, estimates),
      { ...drawing, ...(level !== undefined && { level }), ...(groups && { groups }) },
    );
    return ranked.map(({ rank, low, high, group, groupChance }, i) => ({
      ...{ method, by: standing[i]?.by ?? {}, of: standing.length, rank, low, high },
      ...{ group: group ?? null, groupChance: groupChance ? [...groupChance] : [] },
    }));
  });
}

const keyOf = (by: IndexRow['by']): string => JSON.stringify(by);
