import { Problem } from '../../kernel/problem.ts';
import type { Derived } from '../dictionary/expression.ts';
import { getVariable } from '../dictionary/get-variable.ts';
import { estimateJoint, type Joint, type JointFigure } from '../estimate/joint.ts';
import { interval } from '../interval.ts';
import { compose, type Linearised } from '../linear/linearised.ts';
import type { Dictionary, EstimateRequest, Scan, SurveyDesign } from '../model.ts';
import { minimumOf } from '../words.ts';
import { leafExpression } from './leaf-expression.ts';
import type {
  IndexEstimates,
  IndexFramework,
  IndexMapping,
  IndexMethod,
  IndexNode,
  IndexRow,
  Lacking,
} from './model.ts';
import { type Form, formsOf, leafRule, leavesOf } from './tree.ts';

export type IndexQuestion = {
  design: SurveyDesign;
  dictionary: Dictionary;
  framework: IndexFramework;
  mapping: IndexMapping;
  request: Pick<EstimateRequest, 'by' | 'only' | 'level' | 'interval'>;
};

/**
 * An index with an interval at every node, by any groups, from one scan. A node's score is the weighted sum of its leaves'
 * linearised scores, so what varies together (answers of the same people, of the same villages) is counted as such.
 * Rows come by method, grouping, group and node, the whole before its parts.
 *
 * @throws Problem for a column that is not there, an answer outside the scale, a design that does not fit the data
 * @see Binder (1983); Demnati & Rao (2004)
 */
export async function estimateIndex(question: IndexQuestion, scan: Scan): Promise<IndexEstimates> {
  const { framework, request } = question;
  const rows: IndexRow[] = [];
  let found: ReckonedIndex | undefined;
  for (const method of framework.methods) {
    found = await reckonIndex(question, method, scan);
    for (const [g, { by, domains }] of found.joint.groupings.entries())
      for (const [d, values] of domains.entries())
        for (const node of found.nodesOf(g, d))
          rows.push({
            method: method.id,
            ...{ code: node.form.node.code, name: node.form.node.name, depth: node.form.depth },
            leaf: node.form.node.parts.length === 0,
            by: Object.fromEntries(by.map((name, i) => [name, values[i] ?? null])),
            ...figures(node, method, found.joint, request),
          });
  }
  if (!found) throw new Error('Bộ chỉ số không có cách tính nào');
  return {
    ...{ index: framework.index, version: framework.version, source: framework.source },
    methods: framework.methods.map(({ id, name, unit }) => ({ id, name, unit })),
    design: found.joint.summary,
    rows,
  };
}

/** A node of a group: what it is made of, or why it is not. `parts`: the leaves it stands on. */
export type ReckonedNode = {
  form: Form;
  estimate: Linearised | null;
  parts: readonly JointFigure[];
  lacking: readonly Lacking[];
};

export type ReckonedIndex = {
  joint: Joint;
  nodesOf: (grouping: number, domain: number) => ReckonedNode[];
};

/** An index under one method, linearised, to be compared or ranked: variances come from `joint.variances`. */
export async function reckonIndex(question: IndexQuestion, method: IndexMethod, scan: Scan): Promise<ReckonedIndex> {
  const { design, dictionary, framework, mapping, request } = question;
  const derived = leavesOf(framework.root).flatMap((node) => {
    const source = mapping.leaves[node.code];
    if (source === undefined) return [];
    const column = getVariable(dictionary, source.column, `tệp ghép cột, chỉ tiêu ${node.code}`);
    return [{ node, source, column, ...leafExpression(column, source, leafRule(node, method)) }];
  });
  if (derived.length === 0)
    throw new Problem('survey-index-wrong', { name: framework.index, what: 'Chưa ghép cột nào.' });
  const variables: Derived[] = derived.map(({ node, column, sql }) => ({
    ...column,
    ...{ name: nameOf(node), type: 'number', choices: [], missing: [], expression: sql },
  }));
  const joint = await estimateJoint(
    design,
    { ...dictionary, variables: [...variables, ...dictionary.variables] },
    { ...request, of: derived.map(({ node }) => ({ kind: 'mean', of: nameOf(node) })) },
    scan,
  ).catch((error: unknown) => {
    throw withPlace(error, derived);
  });
  const places = new Map(derived.map(({ node }, i) => [node, i]));
  const forms = formsOf(framework, method);
  return { joint, nodesOf: (g, d) => reckonNodes(forms, places, joint, minimumOf(design.minimum), g, d) };
}

const nameOf = ({ code }: IndexNode): string => `chỉ tiêu ${code}`;

/** Says an answer outside the scale of a leaf with the leaf's name and its column. */
function withPlace(
  error: unknown,
  leaves: readonly { node: IndexNode; source: { column: string }; allowed: string }[],
): unknown {
  if (!(error instanceof Problem) || error.code !== 'survey-value-not-finite') return error;
  const { column: name, rows } = error.details as { column: string; rows: number };
  const leaf = leaves.find(({ node }) => nameOf(node) === name);
  if (!leaf) return error;
  const { node, source, allowed } = leaf;
  return new Problem('survey-index-answer-wrong', { leaf: node.code, column: source.column, rows, allowed });
}

function reckonNodes(
  forms: readonly Form[],
  places: ReadonlyMap<IndexNode, number>,
  joint: Joint,
  minimum: { respondents: number; psus: number },
  grouping: number,
  domain: number,
): ReckonedNode[] {
  const figures = new Map([...places].map(([leaf, i]) => [leaf, joint.figure(i, grouping, domain)]));
  const why = (leaf: IndexNode): Lacking['why'] | null => {
    const base = figures.get(leaf)?.base;
    if (base === undefined) return 'no-column';
    if (base.n === 0) return 'nobody';
    return base.n < minimum.respondents ? 'respondents' : base.psus < minimum.psus ? 'psus' : null;
  };
  return forms.map((form) => {
    const leaves = [...form.coefficients.keys()];
    const lacking = leaves.flatMap((leaf) => {
      const reason = why(leaf);
      return reason === null ? [] : [{ code: leaf.code, why: reason }];
    });
    const parts = leaves.flatMap((leaf) => figures.get(leaf) ?? []);
    return { form, parts, lacking, estimate: lacking.length > 0 ? null : joinLeaves(form, parts) };
  });
}

function joinLeaves({ constant, coefficients }: Form, parts: readonly JointFigure[]): Linearised {
  const slopes = [...coefficients.values()];
  const value = parts.reduce((sum, { estimate }, i) => sum + (slopes[i] ?? 0) * estimate.value, constant);
  return compose(
    value,
    parts.map(({ estimate }) => estimate),
    slopes,
  );
}

type Figures = Pick<IndexRow, 'estimate' | 'se' | 'df' | 'low' | 'high' | 'n' | 'psus' | 'lacking'>;

function figures(
  { form, estimate, parts, lacking }: ReckonedNode,
  method: IndexMethod,
  { variances }: Joint,
  { level = 0.95, interval: kind = 'logit' }: IndexQuestion['request'],
): Figures {
  if (estimate === null)
    return { ...{ estimate: null, se: null, df: null, low: null, high: null, n: null, psus: null }, lacking };
  const least = (of: (part: JointFigure) => number): number => Math.min(...parts.map(of));
  const [n, psus, df] = [least(({ base }) => base.n), least(({ base }) => base.psus), least(({ base }) => base.df)];
  const se = Math.sqrt(variances.variance(estimate));
  const [slope = 1] = form.coefficients.values();
  const [single] = parts;
  // A share alone has the interval of a proportion, on the scale of the index.
  const isShare = form.node.parts.length === 0 && leafRule(form.node, method).share !== null && single !== undefined;
  const about = isShare
    ? { estimate: single.estimate.value, se: se / Math.abs(slope), kind }
    : { estimate: estimate.value, se, kind: 'mean' as const };
  const { low, high } = interval({ ...about, df, n, level });
  const placed = [low, high].map((end) => (end === null || !isShare ? end : form.constant + slope * end));
  if (slope < 0 && isShare) placed.reverse();
  return {
    ...{ estimate: estimate.value, se: Number.isFinite(se) ? se : null, df },
    ...{ low: placed[0] ?? null, high: placed[1] ?? null, n, psus, lacking },
  };
}
