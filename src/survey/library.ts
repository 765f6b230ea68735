/**
 * Survey estimation as a library: `import { estimate } from 'thang/survey'`. Nothing here opens a file, a database or a clock.
 *
 * The responses are whatever answers SQL: a `Scan` takes one SELECT over a relation named `responses` and gives
 * `{ rows, column(name) }`, each column an array of `rows` values (numbers as doubles, null where there is none). DuckDB on
 * Parquet, PostgreSQL, or anything else that knows GROUP BY; several groupings at once need GROUPING SETS. What is read is one
 * row per (design path × group), not per respondent.
 *
 *     const design = parseDesign('strata: region\npsu: village\nweight: w', 'design.yaml');
 *     const request = { of: [{ kind: 'mean', of: 'wait' }], by: [['region']] };
 *     const { rows } = await estimate({ design, request, dictionary }, scan);
 *     // rows[0]: { variable, statistic, by: { region: … }, estimate, se, df, low, high, deff, effective, n, psus, … }
 *
 * Units: `estimate`, `se`, `low`, `high` in the unit of the column (a proportion is 0–1, a total in people or their sum);
 * `df` degrees of freedom; `deff` has none. Level 0.95 where none is said. Figures on fewer than 30 respondents or 2 PSUs are
 * null with `hidden` unless the design's `minimum` says otherwise.
 *
 * Errors: a `Problem` with a stable `code` (`survey-…`), typed `details` and a Vietnamese sentence: a column that is not there, a
 * PSU in two strata, a weight that is not above 0, a stratum with one PSU, totals that can't be met, a value that is no
 * number. Never a figure in their place.
 *
 * Conventions are those of R's `survey` (Lumley 2010, Complex Surveys); differences are listed in docs/phuong-phap-uoc-luong.md.
 */

/** Whatever goes wrong in front of a user, and the words of the engine: all plain data, described in model.ts. */
export { Problem } from '../kernel/problem.ts';
/**
 * Before the field work: sizes (Cochran 1977), allocation (Neyman 1934), systematic selection by size (Madow 1949) with the
 * sheet, the design and the protocol of what was drawn; `seededRandom` for drawings that anybody can repeat.
 */
export { seededRandom } from '../kernel/seeded.ts';
/** Differences within a sample, between independent ones and between overlapping ones. */
export { differenceBetween, differenceOverlapping, differenceWithin } from './compare/difference.ts';
/** Tests of tables (Rao & Scott 1984) and how sure ranks are (Goldstein & Spiegelhalter 1996). */
export { rankDomains } from './compare/rank-domains.ts';
export { rankEstimates } from './compare/ranks.ts';
export { testTable } from './compare/test-table.ts';
/** Indices on microdata: a tree of rules, which column is which leaf, an interval at every node. */
export { estimateIndex } from './composite/estimate-index.ts';
export type { IndexEstimates, IndexFramework, IndexMapping, IndexRow } from './composite/model.ts';
export { parseIndexFramework } from './composite/parse-framework.ts';
export { parseIndexMapping } from './composite/parse-mapping.ts';
export { scoreIndex } from './composite/tree.ts';
/** Lays a design against the responses before anything is asked: strata, PSUs, weights as found. */
export { describeDesign } from './describe.ts';
/** Design and dictionary from the YAML people write; both may also be made as objects. */
export { parseDesign } from './design/parse.ts';
export { declare, parseDictionary } from './dictionary/declared.ts';
/**
 * Figures of one scan with their scores, for any function of them: `compose(value, parts, derivatives)` joins them (Demnati & Rao
 * 2004), `joint.variances` gives variances and covariances in squares of their units.
 */
export { estimateJoint, type Joint, type JointFigure } from './estimate/joint.ts';
/**
 * Means, totals, proportions, ratios, quantiles, functions of them, by any groups: linearised (Binder 1983), by jackknife, BRR
 * or bootstrap (Rao & Wu 1988), or by replicate weights that came with the data; quantiles with Woodruff's (1952) interval.
 */
export { type EstimateOptions, estimate, type Question } from './estimate.ts';
/** The interval alone: t, logit, Korn & Graubard's (1998) beta, Wilson (1927). */
export { type Estimated, type Interval, interval } from './interval.ts';
export { compose, type Linearised } from './linear/linearised.ts';
export type {
  DesignSummary,
  Dictionary,
  DomainValue,
  EstimateRequest,
  EstimateRow,
  Estimates,
  Method,
  Scan,
  ScanAnswer,
  Statistic,
  SurveyDesign,
  Variable,
} from './model.ts';
/** What may be told: minimum sizes and complementary suppression (Hundepool et al. 2012). */
export { findCrossed } from './privacy/find-crossed.ts';
export { protect } from './privacy/protect.ts';
export { publishable } from './publishable.ts';
export { allocate } from './sampling/allocate.ts';
export { designOf } from './sampling/design.ts';
export { expectPrecision } from './sampling/precision.ts';
export { writeProtocol } from './sampling/protocol.ts';
export { readFrame } from './sampling/read-frame.ts';
export { parsePlan } from './sampling/read-plan.ts';
export { selectSample } from './sampling/select/select.ts';
export { sampleSheet } from './sampling/sheet.ts';
export { marginFor, sipasSize, sizeFor } from './sampling/size.ts';
