import type { Target } from '../../plan/model.ts';
import { combine, isMet } from '../measure/measure.ts';
import type { Measure } from '../measure/model.ts';
import type { Definition, IndicatorTarget } from './model.ts';
import { periodIn, spanOf } from './period.ts';
import { type RolledUp, rollUp, type Stated } from './roll-up.ts';

/** met: đạt · not-met: chưa đạt · none: chưa có số liệu · no-target: there is nothing to hold it against */
export const standings = ['met', 'not-met', 'none', 'no-target'] as const;
export type Standing = (typeof standings)[number];

export type UnitResult = {
  agencyId: string;
  /** of the period itself */
  result: RolledUp | undefined;
  /** what is held against the target, which for what is summed is all of the year until the period */
  value: number | null;
  standing: Standing;
};

export type Summary = {
  units: readonly UnitResult[];
  /** over all units: Σ/Σ, sum, mean */
  measure: Omit<Measure, 'met'>;
  /** the same until the period, where that is what the target is about; else the same figures */
  judged: Omit<Measure, 'met'>;
  standing: Standing;
  /** units without any figure, by id */
  missing: readonly string[];
  met: number;
};

/** What units gave: by unit, each figure with its period. */
export type Given = ReadonlyMap<string, readonly Stated[]>;

/** What an indicator comes to in a period, for each unit and for all; who gave nothing is named, and in no sum. */
export function summarize(of: Definition, agencies: readonly string[], given: Given, period: string): Summary {
  const whole = cumulative(of, period);
  const rolled = agencies.map((agencyId) => {
    const stated = given.get(agencyId) ?? [];
    const result = rollUp(of, stated, period);
    return { agencyId, result, judged: whole === period ? result : rollUp(of, until(stated, period), whole) };
  });
  const units = rolled.map(({ agencyId, result, judged }): UnitResult => {
    const value = judged === undefined ? null : combine(of.kind, [judged.figure]).value;
    const own = of.targets.some((one) => one.agencyId === agencyId);
    // What all are to reach together is not asked of one of them.
    const asked = of.kind !== 'sum' || of.applies === 'each' || own;
    const target = asked ? findTarget(of, period, agencyId) : undefined;
    return { agencyId, result, value, standing: standingOf(of, target, value) };
  });
  const figures = rolled.flatMap(({ result }) => (result ? [result.figure] : []));
  const judged = combine(
    of.kind,
    rolled.flatMap((one) => (one.judged ? [one.judged.figure] : [])),
  );
  return {
    units,
    measure: combine(of.kind, figures),
    judged,
    standing: wholeStanding(of, period, units, judged.value),
    missing: rolled.filter(({ result }) => result === undefined).map(({ agencyId }) => agencyId),
    met: units.filter(({ standing }) => standing === 'met').length,
  };
}

/** A count grows towards its target all year long: March is judged by January to March. */
function cumulative({ kind, over }: Definition, period: string): string {
  return kind === 'sum' && over === 'sum' ? periodIn('year', spanOf(period).year, 1) : period;
}

const until = (stated: readonly Stated[], period: string): Stated[] => {
  const { year, to } = spanOf(period);
  return stated.filter((one) => spanOf(one.period).year === year && spanOf(one.period).to <= to);
};

/** What a unit, or all together (null), is held against in the year of a period: the latest target set until then. */
export function findTarget(
  { targets }: Definition,
  period: string,
  agencyId: string | null,
): IndicatorTarget | undefined {
  const { year } = spanOf(period);
  const latest = (of: string | null) =>
    targets.filter((one) => one.agencyId === of && one.year <= year).sort((a, b) => b.year - a.year)[0];
  return (agencyId === null ? undefined : latest(agencyId)) ?? latest(null);
}

function standingOf(
  { kind }: Definition,
  target: Pick<Target, 'op' | 'value'> | undefined,
  value: number | null,
): Standing {
  if (value === null) return 'none';
  const met = target && isMet(target, { kind, value });
  return met === undefined || met === null ? 'no-target' : met ? 'met' : 'not-met';
}

function wholeStanding(of: Definition, period: string, units: readonly UnitResult[], value: number | null): Standing {
  if (of.kind !== 'sum' || of.applies === 'whole') return standingOf(of, findTarget(of, period, null), value);
  // "Mỗi xã 02 cuộc" is met by all when each has met it; a hundred of one commune meet it for that one alone.
  const judged = units.filter(({ standing }) => standing !== 'no-target');
  if (judged.every(({ standing }) => standing === 'none'))
    return units.some(({ value }) => value !== null) ? 'no-target' : 'none';
  return judged.every(({ standing }) => standing === 'met') ? 'met' : 'not-met';
}
