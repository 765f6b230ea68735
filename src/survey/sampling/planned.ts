import type { SurveyDesign } from '../model.ts';
import type { SamplingFrame } from './model.ts';
import type { PlannedDomain, PlannedPeople } from './precision.ts';
import { columnOf, isMarked, sizesOf } from './read-frame.ts';

/**
 * The groups of a drawn sample before the field work: its sheet and its design say which PSUs, strata and weights each
 * group will have, and its column `respondents` how many people; without that column each row is one.
 */
export function plannedDomains(sheet: SamplingFrame, design: SurveyDesign, by: string | null): PlannedDomain[] {
  const column = (name: string) => columnOf(sheet, name, 'thiết kế mẫu');
  const certain = design.certainty ? column(design.certainty).map(isMarked) : [];
  const [first, second] = design.stages.map(({ strata = [], unit }) => ({
    strata: strata.map(column),
    unit: unit === null ? null : column(unit),
  }));
  const weights = design.weight === null ? null : sizesOf(sheet, design.weight, 'thiết kế mẫu', true);
  const people = sheet.columns.includes('respondents') ? sizesOf(sheet, 'respondents', 'mẫu đã chọn') : null;
  const groups = by === null ? null : column(by);
  const unitOf = (stage: typeof first, row: number) => stage?.unit?.[row] ?? `${row}`;
  const found = new Map<string, { strata: Set<string>; psus: Map<string, PlannedPeople[]> }>();
  for (const row of sheet.rows.keys()) {
    const group = groups?.[row] ?? '';
    const domain = found.get(group) ?? { strata: new Set<string>(), psus: new Map<string, PlannedPeople[]>() };
    found.set(group, domain);
    const above = [...(first?.strata ?? []).map((one) => one[row] ?? '')];
    const stratum = certain[row]
      ? [...above, unitOf(first, row), ...(second?.strata ?? []).map((one) => one[row])]
      : above;
    const psu = JSON.stringify([stratum, certain[row] ? unitOf(second, row) : unitOf(first, row)]);
    domain.strata.add(JSON.stringify(stratum));
    domain.psus.set(psu, [
      ...(domain.psus.get(psu) ?? []),
      { people: people?.[row] ?? 1, weight: weights?.[row] ?? 1 },
    ]);
  }
  return [...found].map(([name, { strata, psus }]) => ({ name, strata: strata.size, psus: [...psus.values()] }));
}
