import type { Joint, JointFigure } from '../estimate/joint.ts';
import { interval } from '../interval.ts';
import type { Scan } from '../model.ts';
import { suppressComplements } from '../privacy/suppress.ts';
import type { IndexEstimates, IndexMethod, IndexRank, IndexRow } from './model.ts';
import { type Ranking, rankIndex } from './rank-index.ts';
import { type IndexQuestion, type ReckonedIndex, type ReckonedNode, reckonIndex } from './reckon-index.ts';
import { leafRule } from './tree.ts';

/**
 * An index with an interval at every node, by any groups, from one scan for each method. A node's score is the weighted sum
 * of its leaves' linearised scores, so what varies together (answers of the same people, of the same villages) is counted
 * as such. Rows come by method, grouping, group and node, the whole before its parts.
 *
 * @param ranking how ranks and groups are drawn, for each grouping but the whole; none where it is not given
 * @throws Problem for a column that is not there, an answer outside the scale, a design that does not fit the data
 * @see Binder (1983); Demnati & Rao (2004); Goldstein & Spiegelhalter (1996) for ranks
 */
export async function estimateIndex(question: IndexQuestion, scan: Scan, ranking?: Ranking): Promise<IndexEstimates> {
  const { framework, request } = question;
  const rows: IndexRow[] = [];
  const ranks: IndexRank[] = [];
  let design: IndexEstimates['design'] | undefined;
  for (const method of framework.methods) {
    const found = await reckonIndex(question, method, scan);
    const told = keepBackComplements(tellAll(found, method, request));
    design = found.joint.summary;
    rows.push(...told);
    if (ranking)
      ranks.push(...rankIndex(found, method.id, framework.groups, told, { ...ranking, level: request.level }));
  }
  if (!design) throw new Error('Bộ chỉ số không có cách tính nào');
  return {
    ...{ index: framework.index, version: framework.version, source: framework.source },
    methods: framework.methods.map(({ id, name, unit }) => ({ id, name, unit })),
    ...{ level: request.level ?? 0.95, design, rows, ranks },
  };
}

/** A row with the respondents behind it, told or not. */
type Told = { row: IndexRow; behind: number };

function tellAll(found: ReckonedIndex, method: IndexMethod, request: IndexQuestion['request']): Told[] {
  return found.joint.groupings.flatMap(({ by, domains }, g) =>
    domains.flatMap((values, d) => {
      const group = Object.fromEntries(by.map((name, i) => [name, values[i] ?? null]));
      return found.nodesOf(g, d).map((node) => ({
        row: {
          method: method.id,
          ...{ code: node.form.node.code, name: node.form.node.name, depth: node.form.depth },
          ...{ leaf: node.form.node.parts.length === 0, by: group },
          ...figuresOf(node, method, found.joint, request),
        },
        behind: node.parts.length === 0 ? 0 : least(node.parts, ({ base }) => base.n),
      }));
    }),
  );
}

const least = (parts: readonly JointFigure[], of: (part: JointFigure) => number): number => Math.min(...parts.map(of));

const nothing = { estimate: null, se: null, df: null, low: null, high: null, n: null, psus: null } as const;

/** Each node is a table of its groups; with their totals they may give a small group away. */
function keepBackComplements(told: readonly Told[]): IndexRow[] {
  const rows = told.map(({ row }) => row);
  for (const code of new Set(rows.map((row) => row.code))) {
    const places = rows.flatMap((row, i) => (row.code === code ? [i] : []));
    const cells = places.map((place) => {
      const { row, behind } = told[place] as Told;
      return { by: row.by, n: behind, hidden: row.lacking.some(({ why }) => why === 'respondents' || why === 'psus') };
    });
    for (const cell of suppressComplements(cells)) {
      const place = places[cell] as number;
      const row = rows[place] as IndexRow;
      rows[place] = { ...row, ...nothing, lacking: [...row.lacking, { code, why: 'complement' }] };
    }
  }
  return rows;
}

type Figures = Pick<IndexRow, 'estimate' | 'se' | 'df' | 'low' | 'high' | 'n' | 'psus' | 'lacking'>;

function figuresOf(
  { form, estimate, parts, lacking }: ReckonedNode,
  method: IndexMethod,
  { variances }: Joint,
  { level = 0.95, interval: kind = 'logit' }: IndexQuestion['request'],
): Figures {
  if (estimate === null) return { ...nothing, lacking };
  const [n, psus, df] = [
    least(parts, ({ base }) => base.n),
    least(parts, ({ base }) => base.psus),
    least(parts, ({ base }) => base.df),
  ];
  const se = Math.sqrt(variances.variance(estimate));
  const [slope = 1] = form.coefficients.values();
  const [single] = parts;
  // A share alone has the interval of a proportion, on the scale of the index.
  const isShare = form.node.parts.length === 0 && leafRule(form.node, method).share !== null && single !== undefined;
  const about = isShare
    ? { estimate: single.estimate.value, se: se / Math.abs(slope), kind }
    : { estimate: estimate.value, se, kind: 'mean' as const };
  const { low, high } = interval({ ...about, df, n, level });
  const ends = [low, high].map((end) => (end === null || !isShare ? end : form.constant + slope * end));
  if (slope < 0 && isShare) ends.reverse();
  return {
    ...{ estimate: estimate.value, se: Number.isFinite(se) ? se : null, df },
    ...{ low: ends[0] ?? null, high: ends[1] ?? null, n, psus, lacking },
  };
}
