import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { hasBegun, periodIn, periodsWithin } from '../../../src/report/indicator/period.ts';
import { findTarget, type Given, summarize } from '../../../src/report/indicator/summarize.ts';
import type { CellView, IndicatorDetailView } from '../../../src/report/indicator/views.ts';
import { lastMonth } from './months.ts';

/** The course of an indicator over a year, of one unit or of all. */

export const givenOf = (cells: readonly CellView[]): Given => Map.groupBy(cells, ({ agencyId }) => agencyId);

export type Point = { period: string; value: number | null; units: number };
export type Series = {
  points: readonly Point[];
  target: number | null;
  falling: boolean;
  baseline: { value: number; year: string } | null;
};

/** A period without any figure has no point: a line does not fall to zero where nobody told. */
export function seriesOf(
  { indicator, units, cells, year }: IndicatorDetailView,
  unit: string | undefined,
  today: string,
): Series {
  const { definition } = indicator;
  const of = unit === undefined ? units : [unit];
  const given = givenOf(cells);
  const periods = periodsWithin(String(year), definition.every);
  const points = periods.map((period) => {
    if (!hasBegun(period, today as PlainDate)) return { period, value: null, units: 0 };
    const { measure, judged, missing } = summarize(definition, of, given, period);
    // What is counted is held against its target as it has grown.
    return { period, value: measure.of === 0 ? null : judged.value, units: of.length - missing.length };
  });
  const target = findTarget(definition, periods.at(-1) ?? String(year), unit ?? null);
  const falling = target?.op === 'decrease';
  const each = definition.kind === 'sum' && unit === undefined && definition.applies === 'each';
  const together = each ? sumOfTargets(definition, of, periods.at(-1) ?? String(year)) : undefined;
  const baseline =
    definition.baselines.find(({ agencyId }) => agencyId === (unit ?? null)) ??
    definition.baselines.find(({ agencyId }) => agencyId === null);
  return {
    ...{
      points,
      falling,
      baseline: baseline && definition.kind !== 'change' ? { value: baseline.value, year: baseline.year } : null,
    },
    target: together ?? (target === undefined ? null : (falling ? -1 : 1) * target.value),
  };
}

/** What all units are to reach together where each has a target: that of each, its own or the common one. */
function sumOfTargets(
  definition: IndicatorDetailView['indicator']['definition'],
  of: readonly string[],
  period: string,
) {
  const targets = of.flatMap((agencyId) => findTarget(definition, period, agencyId)?.value ?? []);
  return targets.length === 0 ? null : targets.reduce((sum, value) => sum + value, 0);
}

/** The period a summary is of: the last one that is over, of the year looked at. */
export function periodOf({ indicator, year }: IndicatorDetailView): string {
  const month = lastMonth();
  return periodIn(indicator.definition.every, year, month.startsWith(String(year)) ? Number(month.slice(5)) : 12);
}
