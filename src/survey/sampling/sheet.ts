import { Problem } from '../../kernel/problem.ts';
import type { SampledUnit, SamplingFrame, SelectedSample } from './model.ts';

/** The columns added to a list's own: what every respondent's row needs to be weighted. */
type Added = { name: string; of: (unit: SampledUnit) => string };

/** The stages whose finite populations may correct the variance: as long as chance alone decided at every one before. */
export function correctedStages({ plan, units }: SelectedSample): number {
  const broken = plan.stages.findIndex((_, stage) => units.some(({ populations }) => populations[stage] === null));
  return broken === -1 ? plan.stages.length : broken;
}

/** The sample as rows under headings: the list's own columns, then class, probabilities, people to interview, weight. */
export function sampleSheet(frame: SamplingFrame, sample: SelectedSample): string[][] {
  const added = addedColumns(sample);
  const taken = added.find(({ name }) => frame.columns.includes(name));
  if (taken) throw new Problem('sampling-column-taken', { column: taken.name });
  const rows = sample.units.map((unit) => [
    ...frame.columns.map((_, at) => frame.rows[unit.row]?.[at] ?? ''),
    ...added.map(({ of }) => of(unit)),
  ]);
  return [[...frame.columns, ...added.map(({ name }) => name)], ...rows];
}

function addedColumns(sample: SelectedSample): Added[] {
  const { plan } = sample;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const corrected = correctedStages(sample);
  return [
    ...(plan.classes ? [{ name: 'class', of: (unit: SampledUnit) => unit.class ?? '' }] : []),
    ...plan.stages.map((_, at) => ({
      name: `probability_${at + 1}`,
      of: (unit: SampledUnit) => number(unit.probabilities[at]),
    })),
    { name: 'probability', of: ({ probability }) => number(probability) },
    { name: 'certainty', of: ({ certain }) => (certain ? '1' : '0') },
    ...plan.stages.slice(0, corrected).map((_, at) => ({
      name: `fpc_${at + 1}`,
      of: (unit: SampledUnit) => number(unit.populations[at]),
    })),
    ...(plan.respondents
      ? [
          { name: 'respondents', of: (unit: SampledUnit) => number(unit.respondents) },
          ...(plan.respondents.reserve ? [{ name: 'reserve', of: (unit: SampledUnit) => number(unit.reserve) }] : []),
        ]
      : []),
    { name: 'weight', of: ({ weight }) => number(weight) },
  ];
}
