import { Problem } from '../../kernel/problem.ts';
import type { Derived } from '../dictionary/expression.ts';
import { getVariable } from '../dictionary/get-variable.ts';
import { estimateJoint, type Joint, type JointFigure } from '../estimate/joint.ts';
import { compose, type Linearised } from '../linear/linearised.ts';
import type { Dictionary, EstimateRequest, Scan, SurveyDesign } from '../model.ts';
import { minimumOf } from '../words.ts';
import { leafExpression } from './leaf-expression.ts';
import type { IndexFramework, IndexMapping, IndexMethod, IndexNode, Lacking } from './model.ts';
import { type Form, formsOf, leafRule, leavesOf } from './tree.ts';

export type IndexQuestion = {
  design: SurveyDesign;
  dictionary: Dictionary;
  framework: IndexFramework;
  mapping: IndexMapping;
  request: Pick<EstimateRequest, 'by' | 'only' | 'level' | 'interval'>;
};

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
