import { Problem } from '../../kernel/problem.ts';
import { estimateJoint, type Joint } from '../estimate/joint.ts';
import { isTold, nameOf } from '../estimate/row.ts';
import type { Dictionary, DomainValue, EstimateRequest, Scan, Statistic, SurveyDesign } from '../model.ts';
import { type Difference, differenceBetween, differenceOverlapping, differenceWithin } from './difference.ts';

/** A survey whose responses can be scanned. */
export type Surveyed = { design: SurveyDesign; dictionary: Dictionary; scan: Scan };

/** Figures that are functions of sums, of the groups of one grouping (of the whole when it is empty). */
export type ComparisonRequest = {
  of: readonly Statistic[];
  by: readonly string[];
  only?: EstimateRequest['only'];
  level?: number;
};

type Group = Readonly<Record<string, DomainValue>>;

/**
 * A figure compared: first − second. Of two groups of a survey, or of one group in two surveys (`first` and `second` are
 * then the same). Null where one of them stands on less than the design's minimum, or nothing can be told.
 */
export type Compared = {
  variable: string;
  statistic: string;
  first: Group;
  second: Group;
  difference: Difference | null;
};

/** More groups than this make more pairs than anybody reads. */
const mostGroups = 100;

/**
 * Compares a survey's groups pair by pair. With many pairs some differ by chance alone: at 5 %, one in twenty.
 *
 * @throws Problem as `estimate` does, for figures that are no function of sums (quantiles), and for too many groups
 */
export async function compareGroups({ design, dictionary, scan }: Surveyed, request: ComparisonRequest) {
  const joint = await reckon(design, dictionary, request, scan);
  const groups = groupsOf(joint, request.by);
  if (groups.length > mostGroups)
    throw new Problem('survey-too-many-groups', { groups: groups.length, limit: mostGroups, what: 'domains' });
  return request.of.flatMap((statistic, i) =>
    groups.flatMap((first, a) =>
      groups.slice(a + 1).map((second, k): Compared => {
        const b = a + 1 + k;
        const told = [a, b].every((domain) => isTold(joint.figure(i, 0, domain).base, design));
        const difference = told ? differenceWithin(joint, i, 0, [a, b], request.level) : null;
        return { ...namesOf(statistic), first, second, difference: finite(difference) };
      }),
    ),
  );
}

/**
 * Compares two surveys, such as two years, group by group: the first survey − the second. Groups that only one has are left
 * out.
 *
 * @param shared whether clusters of the same stratum and name are the same clusters; else the samples count as independent
 */
export async function compareSurveys(first: Surveyed, second: Surveyed, request: ComparisonRequest, shared: boolean) {
  const joints = [
    await reckon(first.design, first.dictionary, request, first.scan),
    await reckon(second.design, second.dictionary, request, second.scan),
  ] as const;
  const others = groupsOf(joints[1], request.by).map((group) => JSON.stringify(group));
  return request.of.flatMap((statistic, i) =>
    groupsOf(joints[0], request.by).flatMap((group, a): Compared[] => {
      const b = others.indexOf(JSON.stringify(group));
      if (b === -1) return [];
      const told =
        isTold(joints[0].figure(i, 0, a).base, first.design) && isTold(joints[1].figure(i, 0, b).base, second.design);
      const difference = told ? between(joints, i, [a, b], request.level, shared) : null;
      return [{ ...namesOf(statistic), first: group, second: group, difference: finite(difference) }];
    }),
  );
}

function between(
  [one, other]: readonly [Joint, Joint],
  figure: number,
  [a, b]: readonly [number, number],
  level: number | undefined,
  shared: boolean,
): Difference {
  const [first, second] = [one.figure(figure, 0, a), other.figure(figure, 0, b)];
  if (shared) return differenceOverlapping(one.named(first.estimate), other.named(second.estimate), level);
  return differenceBetween(
    { value: first.estimate.value, variance: one.variances.variance(first.estimate), df: first.base.df },
    { value: second.estimate.value, variance: other.variances.variance(second.estimate), df: second.base.df },
    level,
  );
}

function reckon(
  design: SurveyDesign,
  dictionary: Dictionary,
  { of, by, only, level }: ComparisonRequest,
  scan: Scan,
): Promise<Joint> {
  if (of.some(({ kind }) => kind === 'quantile' || kind === 'function'))
    throw new Problem('survey-request-wrong', {
      what: 'Chỉ so sánh được mean, total, proportion và ratio; chưa so sánh được phân vị và hàm.',
    });
  const grouping = { of, by: [[...by]], ...(only && { only }), ...(level !== undefined && { level }) };
  return estimateJoint(design, dictionary, grouping, scan);
}

const groupsOf = ({ groupings }: Joint, by: readonly string[]): Group[] =>
  (groupings[0]?.domains ?? []).map((values) => Object.fromEntries(by.map((name, i) => [name, values[i] ?? null])));

const namesOf = (statistic: Statistic) => ({ variable: statistic.of, statistic: nameOf(statistic) });

/** Nothing can be told of a difference that has no error, as with one cluster in all. */
const finite = (difference: Difference | null): Difference | null =>
  difference && Number.isFinite(difference.se) && difference.df > 0 ? difference : null;
