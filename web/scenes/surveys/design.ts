import type { Lonely, SurveyDesign } from '../../../src/survey/model.ts';
import { minimumOf } from '../../../src/survey/words.ts';

/** What the screen lets one choose of a design; a design file can say more. */
export type ChosenDesign = {
  strata: string;
  psu: string;
  weight: string;
  fpc: string;
  lonely: Lonely;
  nest: boolean;
  respondents: string;
};

export function chosenOf(design: SurveyDesign | null): ChosenDesign {
  const [first] = design?.stages ?? [];
  return {
    ...{
      strata: first?.strata?.[0] ?? '',
      psu: first?.unit ?? '',
      weight: design?.weight ?? '',
      fpc: first?.fpc ?? '',
    },
    ...{ lonely: design?.lonely ?? 'fail', nest: design?.nest ?? false },
    respondents: String(minimumOf(design?.minimum).respondents),
  };
}

/** The design that was chosen; what the screen does not show (later stages, steps of weights) stays as a file said it. */
export function designOf(chosen: ChosenDesign, before: SurveyDesign | null): SurveyDesign {
  const [first, ...later] = before?.stages ?? [];
  const strata = chosen.strata === '' ? [] : [chosen.strata, ...(first?.strata ?? []).slice(1)];
  return {
    ...before,
    stages: [{ strata, unit: chosen.psu || null, fpc: chosen.fpc || null }, ...later],
    ...{ weight: chosen.weight || null, lonely: chosen.lonely, nest: chosen.nest },
    minimum: {
      respondents: Math.max(1, Math.round(Number(chosen.respondents)) || 30),
      psus: minimumOf(before?.minimum).psus,
    },
  };
}
