import { isTakenWhole } from '../frame/frame.ts';
import { interval } from '../interval.ts';
import type { Sample } from '../linear/linearise.ts';
import type { DomainValue, EstimateRequest, EstimateRow, Statistic, SurveyDesign } from '../model.ts';
import type { Sums } from '../scan/cells.ts';
import { minimumOf } from '../words.ts';

/** Where a domain's base lies: respondents with an answer, their PSUs and strata, and strata where one unit stands alone. */
export type Base = { n: number; psus: number; df: number; lonely: boolean };

/** Finds the base of a variable in a domain. Degrees of freedom are PSUs − strata that hold anybody of it. */
export function findBase({ frame, leafOf }: Sample, sums: Pick<Sums, 'n'>, cells: Int32Array): Base {
  const stage = frame.stages[0];
  const unitOf = frame.unitOf[0];
  const psus = new Set<number>();
  const strata = new Set<number>();
  let n = 0;
  let lonely = false;
  for (const cell of cells) {
    const here = sums.n[cell] ?? 0;
    if (here === 0 || !stage) continue;
    n += here;
    const unit = unitOf?.[leafOf[cell] ?? 0] ?? 0;
    if (psus.has(unit)) continue;
    psus.add(unit);
    const stratum = stage.stratumOf[unit] ?? 0;
    strata.add(stratum);
    lonely ||= stage.drawn[stratum] === 1 && !isTakenWhole(1, stage.population[stratum] ?? 1);
  }
  return { n, psus: psus.size, df: psus.size - strata.size, lonely };
}

/** The base of a function of figures: of the least of them, since a function is no surer than its weakest part. */
export function leastBase(bases: readonly Base[]): Base {
  const least = (of: (base: Base) => number): number => Math.min(...bases.map(of));
  return {
    n: least(({ n }) => n),
    psus: least(({ psus }) => psus),
    df: least(({ df }) => df),
    lonely: bases.some(({ lonely }) => lonely),
  };
}

/** Whether as many stand behind a figure as the design asks of one that is told. */
export function isTold({ n, psus }: Base, { minimum }: SurveyDesign): boolean {
  const least = minimumOf(minimum);
  return n >= least.respondents && psus >= least.psus;
}

/** A figure as reckoned, before anybody asks whether it may be shown. */
export type Reckoned = {
  statistic: Statistic;
  estimate: number;
  se: number;
  /** Variance under simple random sampling of as many; NaN where that has no meaning. */
  simple: number;
  df: number;
  base: Base;
  /** Ends where the statistic has its own interval (quantiles). */
  ends?: { low: number | null; high: number | null };
};

/** The row of an estimate: its interval, design effect and warnings, without the figures where too few stand behind it. */
export function makeRow(
  design: SurveyDesign,
  request: EstimateRequest,
  by: readonly string[],
  values: readonly DomainValue[],
  found: Reckoned,
): EstimateRow {
  const { statistic, base, df } = found;
  const { low, high } = found.ends ?? intervalOf(request, found);
  const deff = finite(found.se ** 2 / found.simple);
  const row: EstimateRow = {
    variable: statistic.of,
    statistic: nameOf(statistic),
    by: Object.fromEntries(by.map((name, i) => [name, values[i] ?? null])),
    estimate: finite(found.estimate),
    se: finite(found.se),
    df,
    low,
    high,
    deff,
    effective: deff === null || deff === 0 ? null : base.n / deff,
    n: base.n,
    psus: base.psus,
    hidden: null,
    warnings: [],
  };
  const minimum = minimumOf(design.minimum);
  const hidden = base.n < minimum.respondents ? 'respondents' : base.psus < minimum.psus ? 'psus' : null;
  return hidden === null
    ? { ...row, warnings: warn(row, base) }
    : { ...row, ...withheld, hidden, warnings: base.n === 0 ? ['empty'] : [] };
}

const withheld = { estimate: null, se: null, low: null, high: null, deff: null, effective: null } as const;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A figure's name as it is asked for: `mean`, `proportion=2`, `ratio/b`, `quantile@0.5`. */
export function nameOf(statistic: Statistic): string {
  switch (statistic.kind) {
    case 'ratio':
      return `ratio/${statistic.to}`;
    case 'quantile':
      return `quantile@${statistic.at}`;
    case 'proportion':
      return statistic.is === undefined ? 'proportion' : `proportion=${statistic.is}`;
    default:
      return statistic.kind;
  }
}

function intervalOf({ interval: kind = 'logit', level = 0.95 }: EstimateRequest, found: Reckoned) {
  const own = found.statistic.kind === 'proportion' ? kind : 'mean';
  return interval({ estimate: found.estimate, se: found.se, df: found.df, n: found.base.n, level, kind: own });
}

/** Few: below these an interval is right on average but says little. Wide: half of it passes this share. */
export const few = { psus: 8, respondents: 60, proportion: 0.1, relative: 0.15 };

function warn(row: EstimateRow, base: Base): EstimateRow['warnings'] {
  if (row.n === 0) return ['empty'];
  const half = row.low === null || row.high === null ? 0 : (row.high - row.low) / 2;
  const most = row.statistic.startsWith('proportion') ? few.proportion : few.relative * Math.abs(row.estimate ?? 0);
  const found: [EstimateRow['warnings'][number], boolean][] = [
    ['few-clusters', row.psus < few.psus],
    ['few-respondents', row.n < few.respondents],
    ['wide', half > most],
    ['lonely', base.lonely],
    ['no-variance', row.se === null],
    ['no-df', row.df !== null && row.df <= 0],
    ['all-alike', row.se === 0 && row.statistic !== 'total'],
  ];
  return found.flatMap(([code, holds]) => (holds ? [code] : []));
}
