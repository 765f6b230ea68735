import { Problem } from '../../kernel/problem.ts';
import { nearNames } from '../dictionary/near.ts';
import type { Dictionary, EstimateRequest, Margin, SurveyDesign, WeightStep } from '../model.ts';

type Columns = Pick<Dictionary, 'variables'>;

/** Refuses a design that names a column the data do not have, and says which they may have meant. */
export function checkDesign(design: SurveyDesign, { variables }: Columns): void {
  requireColumns(columnsOfDesign(design), variables, 'thiết kế mẫu');
}

/** The same of what is asked. */
export function checkRequest({ of, by, only }: EstimateRequest, { variables }: Columns): void {
  const asked = of.flatMap((one) => (one.kind === 'ratio' ? [one.of, one.to] : [one.of]));
  requireColumns(asked, variables, 'biến cần tính');
  requireColumns(by.flat(), variables, 'cách phân tổ');
  requireColumns(Object.keys(only ?? {}), variables, 'nhóm được chọn');
}

/** Every column a design looks at. */
export function columnsOfDesign({ stages, weight, certainty, weights, replicates }: SurveyDesign): string[] {
  const named = [
    ...stages.flatMap(({ strata, unit, fpc }) => [...(strata ?? []), unit, fpc]),
    ...[weight, certainty],
    ...(weights ?? []).flatMap(columnsOfStep),
    ...(replicates?.columns ?? []),
  ];
  return [...new Set(named.filter((name) => name !== null && name !== undefined))];
}

function columnsOfStep(step: WeightStep): string[] {
  const ofMargins = (margins: readonly Margin[]) => margins.flatMap(({ columns }) => columns);
  switch (step.step) {
    case 'respond':
      return [step.responded, ...step.classes];
    case 'poststratify':
      return step.margin.columns;
    case 'rake':
      return ofMargins(step.margins);
    case 'calibrate':
      return [...Object.keys(step.totals).filter((name) => name !== '(intercept)'), ...ofMargins(step.margins ?? [])];
  }
}

function requireColumns(names: readonly string[], variables: Columns['variables'], where: string): void {
  const known = new Set(variables.map(({ name }) => name));
  for (const column of names)
    if (!known.has(column))
      throw new Problem('survey-column-unknown', { column, where, near: nearNames(column, [...known]) });
}
