import { Problem } from '../../kernel/problem.ts';
import { categoryExpression, isExpression, numericExpression, quoteColumn } from '../dictionary/expression.ts';
import { getVariable } from '../dictionary/get-variable.ts';
import { statistics } from '../linear/statistics.ts';
import type { Dictionary, EstimateRequest, Statistic, SurveyDesign, Variable, WeightStep } from '../model.ts';
import { type CellQuestion, type CellVariable, type UsedStage, usedStages } from '../scan/question.ts';
import { type Formula, parseFormula } from '../smooth/parse.ts';
import { auxiliaryColumns } from '../weights/weights.ts';

/** One figure asked for, with the numbers it is made of. */
export type Asked = {
  statistic: Statistic;
  variable: CellVariable;
  /** A code that the dictionary does not know: somebody must have given it, else it is a slip of the pen. */
  undeclared?: string;
};

/** A function of figures, with the figures it is made of. */
export type AskedFunction = { statistic: Statistic; formula: Formula; parts: readonly Asked[] };

/** A request laid against the dictionary: what to scan, and which figure is made of which numbers. */
export type Plan = {
  stages: readonly UsedStage[];
  /** Everything of the scan but the variables. */
  frameQuestion: Omit<CellQuestion, 'variables'>;
  /** The columns of each grouping, as named in the data. */
  by: readonly (readonly string[])[];
  sums: readonly Asked[];
  quantiles: readonly Asked[];
  functions: readonly AskedFunction[];
};

/** Lays a request against the design and the dictionary. Fails with a Problem on what the data does not have. */
export function planEstimate(design: SurveyDesign, request: EstimateRequest, dictionary: Dictionary): Plan {
  const stages = usedStages(design);
  const ask = (statistic: Statistic): Asked => ({
    statistic,
    variable: within(request, dictionary, variableOf(statistic, dictionary)),
    ...(request.only === undefined && findUndeclared(statistic, dictionary)),
  });
  const ofKind = (...kinds: readonly Statistic['kind'][]) => request.of.filter(({ kind }) => kinds.includes(kind));
  const by = distinctGroupings(request.by);
  return {
    stages,
    frameQuestion: {
      path: stages.flatMap(({ strata, unit }) => [
        ...strata.map((name) => designColumn(dictionary, name)),
        unit === null ? 'row_number() OVER ()' : designColumn(dictionary, unit),
      ]),
      marks: [
        ...stages.flatMap(({ fpc }) => (fpc === null ? [] : [designNumber(dictionary, fpc)])),
        ...(design.certainty ? [certaintyMark(dictionary, design.certainty)] : []),
      ],
      weight: design.weight === null ? 'CAST(1 AS double precision)' : designNumber(dictionary, design.weight),
      auxiliary: auxiliaryOf(design.weights ?? [], dictionary),
      groupings: by.map((grouping) =>
        grouping.map((name) => categoryExpression(getVariable(dictionary, name, 'phân tổ'))),
      ),
      ...(request.method?.kind === 'supplied' && { replicates: replicatesOf(design, dictionary) }),
      // R takes raking's deviations from unweighted means.
      plain: design.weights?.some(({ step }) => step === 'rake') ?? false,
    },
    by,
    sums: ofKind('mean', 'total', 'proportion', 'ratio').map(ask),
    quantiles: ofKind('quantile').map(ask),
    functions: ofKind('function').map((statistic) => {
      const { formula, figures } = parseFormula(statistic.of);
      return { statistic, formula, parts: figures.map(ask) };
    }),
  };
}

/** Replicate weights as they count: the columns themselves, or multipliers of the weight. */
function replicatesOf({ replicates, weight }: SurveyDesign, dictionary: Dictionary): string[] {
  if (replicates === undefined)
    throw new Problem('survey-request-wrong', {
      what: 'Thiết kế mẫu không khai cột quyền số lặp lại nào (“replicates”) để tính theo cách “supplied”.',
    });
  const own = weight === null || replicates.combined ? '' : `${designNumber(dictionary, weight)} * `;
  return replicates.columns.map((name) => `${own}${designNumber(dictionary, name)}`);
}

/** What weight steps look at: numbers where a total of the column itself is given, else its values as they stand. */
function auxiliaryOf(steps: readonly WeightStep[], dictionary: Dictionary): string[] {
  const summed = new Set(steps.flatMap((step) => (step.step === 'calibrate' ? Object.keys(step.totals) : [])));
  return auxiliaryColumns(steps).map((name) => {
    const variable = getVariable(dictionary, name, 'hiệu chỉnh quyền số');
    return summed.has(name) ? numberOf(variable) : categoryExpression(variable);
  });
}

/** How a statistic that is a function of sums is reckoned. */
export const statisticOf = ({ kind }: Statistic) => statistics[kind as keyof typeof statistics];

function variableOf(statistic: Statistic, dictionary: Dictionary): CellVariable {
  const of = getVariable(dictionary, statistic.of, 'chỉ tiêu cần tính');
  if (statistic.kind === 'proportion' && statistic.is !== undefined) return { y: isExpression(of, statistic.is) };
  const y = number(dictionary, statistic.of);
  return statistic.kind === 'ratio' ? { y, x: number(dictionary, statistic.to) } : { y };
}

const number = (dictionary: Dictionary, name: string): string =>
  numberOf(getVariable(dictionary, name, 'chỉ tiêu cần tính'));

function numberOf(variable: Variable): string {
  if (variable.type !== 'text') return numericExpression(variable);
  throw new Problem('survey-column-not-number', {
    column: variable.name,
    example: variable.choices[0]?.label ?? 'chữ',
  });
}

function findUndeclared(statistic: Statistic, dictionary: Dictionary): { undeclared: string } | undefined {
  if (statistic.kind !== 'proportion' || statistic.is === undefined) return undefined;
  const { is } = statistic;
  const { type, choices } = getVariable(dictionary, statistic.of, 'chỉ tiêu cần tính');
  return type === 'boolean' || choices.some(({ code }) => code === is) ? undefined : { undeclared: is };
}

/** Those outside `only` have no answer: a domain, so the design stays whole. */
function within({ only }: EstimateRequest, dictionary: Dictionary, { y, x }: CellVariable): CellVariable {
  const conditions = Object.entries(only ?? {}).map(
    ([name, values]) => `${isExpression(getVariable(dictionary, name, 'điều kiện lọc'), ...values.map(String))} = 1`,
  );
  const inside = (expression: string): string =>
    conditions.length === 0 ? expression : `CASE WHEN ${conditions.join(' AND ')} THEN ${expression} END`;
  return x === undefined ? { y: inside(y) } : { y: inside(y), x: inside(x) };
}

/** 1 of everybody the request is about: what people are counted with. */
export const everybody = (request: EstimateRequest, dictionary: Dictionary): CellVariable =>
  within(request, dictionary, { y: 'CAST(1 AS double precision)' });

/**
 * `[]` asks for the whole; a grouping asked for twice is answered once, in whatever order it names its columns: scanned
 * twice it would count everybody twice.
 */
function distinctGroupings(by: EstimateRequest['by']): string[][] {
  const all = by.length === 0 ? [[]] : by.map((grouping) => [...new Set(grouping)]);
  const known = new Map<string, string[]>();
  for (const grouping of all) {
    const key = JSON.stringify([...grouping].sort());
    if (!known.has(key)) known.set(key, grouping);
  }
  return [...known.values()];
}

function designColumn(dictionary: Dictionary, name: string): string {
  return quoteColumn(getVariable(dictionary, name, 'thiết kế mẫu').name);
}

function designNumber(dictionary: Dictionary, name: string): string {
  const { type } = getVariable(dictionary, name, 'thiết kế mẫu');
  if (type === 'text' || type === 'date')
    throw new Problem('survey-column-not-number', { column: name, example: 'chữ' });
  return `CAST(${quoteColumn(name)} AS double precision)`;
}

function certaintyMark(dictionary: Dictionary, name: string): string {
  const variable = getVariable(dictionary, name, 'thiết kế mẫu');
  const yes = variable.type === 'boolean' ? quoteColumn(name) : isExpression(variable, '1').concat(' = 1');
  return `CAST(CASE WHEN ${yes} THEN 1 ELSE 0 END AS double precision)`;
}
