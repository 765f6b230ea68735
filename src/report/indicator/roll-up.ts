import { type Figure, statedValue } from '../content/model.ts';
import { combine } from '../measure/measure.ts';
import type { Definition } from './model.ts';
import { comparePeriods, covers, periodsWithin, spanOf } from './period.ts';

/** What a unit stated for a period. */
export type Stated = { period: string; figure: Figure };

/**
 * A figure of a longer time: made of `parts`, while `missing` periods have none. Stated as it is, it is made of itself alone.
 */
export type RolledUp = { figure: Figure; parts: readonly string[]; missing: readonly string[] };

type How = Pick<Definition, 'kind' | 'over' | 'every'>;

/**
 * What one unit's figures come to in a period, by how the indicator goes over time; undefined where nothing was stated for any part of
 * it. What is missing is told of, never counted as zero.
 */
export function rollUp({ kind, over, every }: How, stated: readonly Stated[], period: string): RolledUp | undefined {
  const there = stated.filter(({ figure }) => statedValue(figure) !== null);
  const exact = there.find((one) => one.period === period);
  if (exact) return { figure: exact.figure, parts: [period], missing: [] };
  const inside = there.filter((one) => covers(period, one.period)).sort((a, b) => comparePeriods(a.period, b.period));
  const last = inside.at(-1);
  if (last === undefined) return undefined;
  const expected = periodsWithin(period, every).filter((part) => !inside.some((one) => covers(one.period, part)));
  if (over === 'last') {
    // A stock stands as it was told last: what came before it is no gap.
    const later = expected.filter((part) => spanOf(part).from > spanOf(last.period).to);
    return { figure: last.figure, parts: [last.period], missing: later };
  }
  const figure = add(kind, over, inside);
  return figure && { figure, parts: inside.map((one) => one.period), missing: expected };
}

function add(kind: How['kind'], over: How['over'], inside: readonly Stated[]): Figure | undefined {
  const figures = inside.map(({ figure }) => figure);
  if (kind === 'share' || kind === 'change') {
    const { value, part, whole, bare } = combine(kind, figures);
    // Shares without what they are of cannot be added up: better no figure than one of some months only.
    if (value === null || bare > 0) return undefined;
    return part === null ? { value, part: null, whole: null } : { value: null, part, whole };
  }
  const { value } = combine(over === 'mean' ? 'mean' : 'sum', figures);
  return value === null ? undefined : { value, part: null, whole: null };
}
