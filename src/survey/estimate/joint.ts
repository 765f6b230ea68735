import { linearise, totalsOf } from '../linear/linearise.ts';
import type { Linearised } from '../linear/linearised.ts';
import { type Variances, variancesOf } from '../linear/variance.ts';
import type {
  DesignSummary,
  Dictionary,
  DomainValue,
  EstimateRequest,
  Scan,
  Statistic,
  SurveyDesign,
} from '../model.ts';
import { type NamedScores, nameScores, psuNames } from './named-scores.ts';
import { planEstimate, statisticOf } from './plan.ts';
import { type Base, findBase } from './row.ts';
import { summarizeDesign } from './sample.ts';
import { scanSample } from './scan-sample.ts';

/** A figure of a domain with all that it hangs on. `simple`: its variance under simple random sampling. */
export type JointFigure = { estimate: Linearised; base: Base; simple: number };

/**
 * Figures reckoned together from one scan, so that any function of them, of any domains, has a variance: composites,
 * differences, ranks (`compose` in ../linear/linearised.ts joins them, `variances` gives what varies with what).
 */
export type Joint = {
  summary: DesignSummary;
  variances: Variances;
  groupings: readonly { by: readonly string[]; domains: readonly (readonly DomainValue[])[] }[];
  /** Figure number `i` of the list asked for, in a domain of a grouping. NaN where the domain has no base. */
  figure: (i: number, grouping: number, domain: number) => JointFigure;
  /** The base of a figure in several domains of a grouping taken together. */
  union: (i: number, grouping: number, domains: readonly number[]) => Base;
  /** The scores of an estimate by the names of strata and PSUs, to lay two samples beside each other. */
  named: (estimate: Linearised) => NamedScores;
};

/**
 * Scans the responses once for figures that are to be combined (means, proportions, totals, ratios; no quantiles).
 * @throws Problem as `estimate` does
 */
export async function estimateJoint(
  design: SurveyDesign,
  dictionary: Dictionary,
  request: Pick<EstimateRequest, 'by' | 'only' | 'level'> & { of: readonly Statistic[] },
  scan: Scan,
): Promise<Joint> {
  const plan = planEstimate(design, { ...request, of: [...request.of] }, dictionary);
  const { sample, placeOf } = await scanSample(design, plan, { asked: plan.sums }, scan);
  const sumsOf = (i: number) => {
    const asked = plan.sums[i];
    const sums = asked && sample.cells.variables[placeOf(asked)];
    if (!asked || !sums) throw new Error(`Không có chỉ tiêu ${i}`);
    return { asked, sums };
  };
  return {
    summary: summarizeDesign(sample, 'taylor', request.level ?? 0.95),
    variances: variancesOf(sample.frame),
    groupings: sample.cells.groupings.map(({ domains }, g) => ({
      by: plan.by[g] ?? [],
      domains: domains.map(({ values }) => values),
    })),
    union: (i, grouping, domains) => {
      const cells = domains.flatMap((domain) => [...(sample.cells.groupings[grouping]?.domains[domain]?.cells ?? [])]);
      return findBase(sample, sumsOf(i).sums, Int32Array.from(cells));
    },
    named: (estimate) => nameScores(sample.frame, psuNames(sample, plan.stages), estimate),
    figure: (i, grouping, domain) => {
      const cells = sample.cells.groupings[grouping]?.domains[domain]?.cells;
      if (!cells) throw new Error(`Không có nhóm ${grouping}.${domain}`);
      const { asked, sums } = sumsOf(i);
      const kind = statisticOf(asked.statistic);
      return {
        estimate: linearise(sample, sums, cells, kind),
        base: findBase(sample, sums, cells),
        simple: kind.simpleVariance(totalsOf(sums, cells, sample.factor)),
      };
    },
  };
}
