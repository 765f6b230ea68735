import { getVariable } from '../dictionary/get-variable.ts';
import type { Dictionary, Margin, SurveyDesign, WeightStep } from '../model.ts';

type Columns = Pick<Dictionary, 'variables'>;

/** Refuses a design that names a column the data do not have, and says which they may have meant. */
export function checkDesign(design: SurveyDesign, { variables }: Columns): void {
  for (const column of columnsOfDesign(design)) getVariable({ variables }, column, 'thiết kế mẫu');
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
