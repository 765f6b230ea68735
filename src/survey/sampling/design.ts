import type { SurveyDesign } from '../model.ts';
import type { SelectedSample } from './model.ts';
import { correctedStages } from './sheet.ts';

/**
 * The design of a drawn sample, for `estimate`: its columns are those of the sample's sheet, to be carried over to every
 * respondent. Finite populations are named only where the correction holds. Strata left with one PSU are compared with
 * the whole (`adjust`), for a sample must not fail before it is interviewed.
 */
export function designOf(sample: SelectedSample): SurveyDesign {
  const { plan, units } = sample;
  const corrected = correctedStages(sample);
  const people = corrected === plan.stages.length && plan.respondents !== undefined && plan.size !== null;
  return {
    stages: [
      ...plan.stages.map(({ unit, strata }, at) => ({
        ...(strata !== undefined && strata.length > 0 && { strata }),
        unit,
        ...(at < corrected && { fpc: `fpc_${at + 1}` }),
      })),
      ...(people ? [{ unit: null, fpc: plan.size }] : []),
    ],
    weight: 'weight',
    // Where every PSU was taken, its finite population says so already.
    ...(units.some(({ certain }) => certain) &&
      !(corrected > 0 && units.every(({ certain }) => certain)) && { certainty: 'certainty' }),
    ...(countLonely(sample) > 0 && { lonely: 'adjust' as const }),
    nest: true,
  };
}

/** Strata that chance drew a single PSU in: their part of the variance can't be known from the sample. */
export function countLonely(sample: SelectedSample): number {
  return [...psusByStratum(sample).values()].filter(({ psus, drawn }) => psus.size === 1 && drawn).length;
}

/** PSUs by the stratum they count in: a certain unit of the first stage is a stratum, the units within it its PSUs. */
export function psusByStratum({ units }: Pick<SelectedSample, 'units'>) {
  const found = new Map<string, { psus: Set<string>; drawn: boolean }>();
  for (const { stratum, units: path, certain, probabilities, row } of units) {
    const [first = '', second = String(row)] = path;
    const key = JSON.stringify(certain ? [stratum, first] : [stratum]);
    const at = found.get(key) ?? { psus: new Set<string>(), drawn: false };
    at.psus.add(certain ? second : first);
    at.drawn ||= (probabilities[certain ? 1 : 0] ?? 1) < 1;
    found.set(key, at);
  }
  return found;
}
