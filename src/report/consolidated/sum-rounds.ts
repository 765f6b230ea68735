import type { Target } from '../../plan/model.ts';
import { consolidate, spreadComponents } from '../consolidate.ts';
import { emptyLine, type Figure, type LineState, noFigure, type ReportLine, statedValue } from '../content/model.ts';
import { measure } from '../measure/measure.ts';
import { spokenTogether } from './combine.ts';
import type { AskedItem, Consolidation, Expected, UnitReport } from './model.ts';

/** What was asked of and came from units in one of the periods that are put together. */
export type RoundReports = { label: string; expected: readonly Expected[]; reports: readonly UnitReport[] };

/**
 * Several periods as one: 6 months of two quarters. Each unit counts once: its state is the latest it told, counts are summed,
 * shares are Σ/Σ, levels are averaged. Who reported for some of the periods only is told of, with those that are missing.
 */
export function sumRounds(items: readonly AskedItem[], rounds: readonly RoundReports[]): Consolidation {
  const valid = rounds.map(({ label, expected, reports }) => {
    const out = new Set(expected.flatMap((one) => (one.excluded === null ? [] : [one.agencyId])));
    return { label, expected, reports: reports.filter(({ agencyId }) => !out.has(agencyId)) };
  });
  const each = valid.flatMap(({ reports }) => reports);
  const merged = mergeUnits(items, each);
  const figures = consolidate({ items, expected: expectedOver(valid), reports: merged });
  // Words are those of all periods, each with the very report it stands in.
  const words = consolidate({ items, expected: [], reports: each });
  const spoken = ['results', 'difficulties', 'proposals'] as const;
  return {
    ...figures,
    ...spokenTogether([words], [...spoken, 'shortcomings', 'next']),
    units: { ...figures.units, partly: partlyOf(valid) },
    counted: words.counted,
    items: figures.items.map((one, i) => ({
      ...one,
      ...spokenTogether([words.items[i] ?? one], spoken),
      measured: words.items[i]?.measured ?? one.measured,
    })),
    components: figures.components.map((one, i) => ({
      ...one,
      ...spokenTogether([words.components[i] ?? one], spoken),
    })),
  };
}

/** The reports of several periods, the earliest first, as one of each unit. */
export const mergeUnits = (items: readonly AskedItem[], reports: readonly UnitReport[]): UnitReport[] =>
  [...Map.groupBy(reports, ({ agencyId }) => agencyId).values()].map((list) => mergeReports(items, list));

/** Of a unit that is expected in several periods: it reported where it did for any of them. */
function expectedOver(rounds: readonly RoundReports[]): Expected[] {
  const all = Map.groupBy(
    rounds.flatMap(({ expected }) => expected),
    ({ agencyId }) => agencyId,
  );
  const came = new Set(rounds.flatMap(({ reports }) => reports.map(({ agencyId }) => agencyId)));
  return [...all].map(([agencyId, list]) => {
    const owing = list.filter(({ excused }) => excused === null);
    const reported = came.has(agencyId);
    return {
      ...{ agencyId, items: [...new Set(list.flatMap(({ items }) => items))] },
      reported: reported || owing.some((one) => one.reported),
      excused: owing.length === 0 ? (list[0]?.excused ?? '') : null,
      excluded: reported ? null : (owing.find(({ excluded }) => excluded !== null)?.excluded ?? null),
    };
  });
}

function partlyOf(rounds: readonly RoundReports[]): Consolidation['units']['partly'] {
  const came = new Set(rounds.flatMap(({ reports }) => reports.map(({ agencyId }) => agencyId)));
  const missing = rounds.flatMap(({ label, expected, reports }) => {
    const there = new Set(reports.map(({ agencyId }) => agencyId));
    return expected
      .filter(({ agencyId, excused }) => excused === null && came.has(agencyId) && !there.has(agencyId))
      .map(({ agencyId }) => ({ agencyId, label }));
  });
  return [...Map.groupBy(missing, ({ agencyId }) => agencyId)].map(([agencyId, list]) => ({
    ...{ agencyId, rounds: list.map(({ label }) => label) },
  }));
}

/** The reports of one unit, the earliest first, as one with the id of the last. */
function mergeReports(items: readonly AskedItem[], list: readonly UnitReport[]): UnitReport {
  const last = list.at(-1) as UnitReport;
  const keys = [...new Set(list.flatMap((one) => one.items))];
  const spread = list.map(({ content }) => spreadComponents(content, items).items);
  const targets = new Map(items.map((item) => [item.key, item.targets]));
  const lines = keys.map(
    (key) =>
      [
        key,
        mergeLines(
          targets.get(key) ?? [],
          spread.map((one) => one[key]),
        ),
      ] as const,
  );
  return {
    ...last,
    late: list.reduce((sum, { late }) => sum + late, 0),
    ...{ items: keys, content: { ...last.content, items: Object.fromEntries(lines), components: {} } },
    evidence: Object.fromEntries(
      keys.map((key) => [
        key,
        [...new Map(list.flatMap(({ evidence }) => (evidence[key] ?? []).map((one) => [one.id, one]))).values()],
      ]),
    ),
  };
}

function mergeLines(targets: readonly Target[], list: readonly (ReportLine | undefined)[]): ReportLine {
  const lines = list.map((line) => line ?? emptyLine);
  return {
    ...emptyLine,
    state: latestState(lines),
    figures: targets.map((target, i) => mergeFigures(target, lines, i)),
  };
}

/** What did not come up again in the last period is as it was told before. */
function latestState(lines: readonly ReportLine[]): LineState | null {
  const told = lines.flatMap(({ state }) => (state === null ? [] : [state]));
  return told.findLast((state) => state !== 'none') ?? told.at(-1) ?? null;
}

function mergeFigures(target: Target, lines: readonly ReportLine[], at: number): Figure {
  const stated = lines
    .filter(({ state }) => state !== 'none')
    .map(({ figures }) => figures[at] ?? noFigure)
    .filter((figure) => statedValue(figure) !== null);
  const { value, part, whole } = measure(target, stated);
  if (part !== null) return { value: null, part, whole };
  return value === null ? (stated.at(-1) ?? noFigure) : { value, part: null, whole: null };
}
