import file from '../../../data/frameworks/par-index-inputs.json' with { type: 'json' };
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { CountedFinding, CountedInspection } from './figures.ts';

/**
 * What the inspections of a year give to the administrative reform index (PAR INDEX): for each criterion they can speak of, what was
 * counted of what, and the points its own rule makes of that. Points are the unit's own reckoning, before any appraisal.
 */

type Rule =
  | { form: 'ladder'; steps: { from: number; points: number }[] }
  | { form: 'weighted'; done: number; underWay: number };

export type ParIndexCriterion = {
  level: 'province' | 'commune';
  /** the first year it is scored by */
  from: number;
  code: string;
  name: string;
  measure: 'inspected' | 'remedied';
  max: number;
  rule: Rule;
  whenNone: number | null;
  source: string;
};

const criteria = file.criteria as readonly ParIndexCriterion[];

/** Who is scored, with the units that were to be inspected as they stood on the day of the figures. */
export type Scored = { level: ParIndexCriterion['level']; agencyId: string | null; units: readonly string[] };

/**
 * `whole`: the units, or the problems that were to be dealt with; `counted` of them were inspected, are remedied; `underWay`: dealt
 * with, not yet done. `beside`: units that were inspected, but not about administrative reform, which is not counted.
 */
export type ParIndexInput = Omit<ParIndexCriterion, 'from' | 'whenNone'> & {
  agencyId: string | null;
  whole: string[];
  counted: string[];
  underWay: string[];
  beside: string[];
  /** null where the rule says nothing of it */
  points: number | null;
};

/**
 * The inputs of a year as of a day. A unit counts once however often and by whichever team it was visited (a check folded into
 * another's visit and a re-inspection are visits as others are), and those that were merged count as the one there is. What a
 * re-inspection took over counts where it stands now. A problem counts in the year its remedy falls due, or, while nobody has given
 * it a day, in the year it was found.
 */
export function parIndexInputs(
  all: readonly CountedInspection[],
  scored: Scored,
  { year, until }: { year: number; until: PlainDate },
): ParIndexInput[] {
  const within = (day: PlainDate | null): boolean => day?.startsWith(`${year}-`) === true && day <= until;
  const standing = all.filter(({ status }) => status !== 'cancelled');
  const visits = standing.filter(({ openedOn }) => within(openedOn));
  const visited = new Set(visits.filter(isReform).map(({ agencyId }) => agencyId));
  const other = new Set(visits.map(({ agencyId }) => agencyId).filter((id) => !visited.has(id)));
  const problems = standing.flatMap((one) =>
    one.findings
      .filter((finding) => stands(finding) && isReformFinding(one, finding) && concerns(scored, finding))
      .filter(({ due }) => (due === null ? within(one.openedOn) : due.startsWith(`${year}-`))),
  );
  return criteria
    .filter(({ level, from }) => level === scored.level && year >= from)
    .map(({ from: _, whenNone, ...criterion }) => {
      const lists =
        criterion.measure === 'inspected' ? listUnits(scored.units, visited, other) : listProblems(problems, until);
      const points = pointsOf({ rule: criterion.rule, whenNone }, lists);
      return { ...criterion, agencyId: scored.agencyId, ...lists, points };
    });
}

const isReform = ({ components, findings }: CountedInspection): boolean =>
  components.some(({ index }) => index === file.index) ||
  findings.some((one) => stands(one) && one.component?.index === file.index);

/** What was found outside any component belongs to what was inspected. */
const isReformFinding = (inspection: CountedInspection, { component }: CountedFinding): boolean =>
  component === null ? inspection.components.some(({ index }) => index === file.index) : component.index === file.index;

const stands = ({ status }: CountedFinding): boolean => status !== 'withdrawn' && status !== 'carried';

/** Of a province all of them; of a commune what it or its divisions are to remedy, whoever found it. */
const concerns = ({ level, agencyId, units }: Scored, finding: CountedFinding): boolean =>
  level === 'province' ||
  (finding.agencyId !== null && (finding.agencyId === agencyId || units.includes(finding.agencyId)));

type Lists = Pick<ParIndexInput, 'whole' | 'counted' | 'underWay' | 'beside'>;

const listUnits = (units: readonly string[], visited: ReadonlySet<string>, other: ReadonlySet<string>): Lists => ({
  whole: [...units],
  counted: units.filter((id) => visited.has(id)),
  underWay: [],
  beside: units.filter((id) => other.has(id)),
});

function listProblems(problems: readonly CountedFinding[], until: PlainDate): Lists {
  const ids = (of: readonly CountedFinding[]): string[] => of.map(({ id }) => id);
  const done = problems.filter(({ closedOn }) => closedOn !== null && closedOn <= until);
  const open = problems.filter((one) => !done.includes(one));
  const underWay = open.filter(({ status }) => status === 'reported' || status === 'returned');
  return { whole: ids(problems), counted: ids(done), underWay: ids(underWay), beside: [] };
}

/** Compared without dividing, so that exactly 20% is 20%. */
function pointsOf(
  { rule, whenNone }: Pick<ParIndexCriterion, 'rule' | 'whenNone'>,
  { whole, counted, underWay }: Lists,
): number | null {
  const [a, b, c] = [whole.length, counted.length, underWay.length];
  if (a === 0) return whenNone;
  if (rule.form === 'weighted') return (b * rule.done + c * rule.underWay) / a;
  return rule.steps.find(({ from }) => 100 * b >= from * a)?.points ?? 0;
}
