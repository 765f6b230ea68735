import type {
  AskedItem,
  ComponentResult,
  Consolidation,
  ConsolidationQuestion,
  CountedPiece,
  Expected,
  ItemResult,
  Proven,
  Source,
  UnitReport,
} from './consolidated/model.ts';
import { gatherVoices, voicesOf } from './consolidated/voices.ts';
import {
  componentKey,
  emptyLine,
  type LineState,
  lineStates,
  noFigure,
  type ReportContent,
  type ReportLine,
  type StateCounts,
  saysAnything,
  statedValue,
} from './content/model.ts';
import { sumEvidence } from './evidence/sum.ts';
import { measure } from './measure/measure.ts';
import { heldTogether } from './measure/per-unit.ts';

export type { AskedItem, Consolidation, Expected, ItemResult, UnitReport } from './consolidated/model.ts';

/** Many reports of a period as one: counted, measured and gathered, each figure with the reports it came from. */

/** What reports of a period come to. Who did not report is counted as missing, in no sum as zero. */
export function consolidate({ items, expected, reports }: ConsolidationQuestion): Consolidation {
  const left = new Map(expected.map((one) => [one.agencyId, one]));
  const counted = reports.filter(({ agencyId }) => {
    const one = left.get(agencyId);
    return one === undefined || (one.excluded === null && one.excused === null);
  });
  const byItem = groupByItem(counted.map((one) => ({ ...one, content: spreadComponents(one.content, items) })));
  const missing = missingByItem(expected);
  const results = items.map((item) => itemResult(item, byItem.get(item.key) ?? [], missing.get(item.key) ?? []));
  return {
    units: unitsOf(expected, counted),
    counted: counted.map(({ agencyId, reportId }) => ({ agencyId, reportId })),
    items: results,
    components: componentsOf(items, results, counted),
    ...provenBy(
      counted.map((one) => ({ source: sourceOf(one), evidence: items.flatMap(({ key }) => piecesOf(one, key)) })),
    ),
    results: voicesOf(counted, ({ whole }) => whole.results),
    shortcomings: voicesOf(counted, ({ whole }) => whole.shortcomings),
    difficulties: voicesOf(counted, ({ whole }) => whole.difficulties),
    proposals: voicesOf(counted, ({ whole }) => whole.proposals),
    next: voicesOf(counted, ({ whole }) => whole.next),
  };
}

function unitsOf(expected: readonly Expected[], counted: readonly UnitReport[]): Consolidation['units'] {
  const owing = expected.filter(({ excused }) => excused === null);
  return {
    expected: owing.length,
    reported: owing.filter(({ reported }) => reported).length,
    late: counted.flatMap(({ agencyId, late }) => (late > 0 ? [{ agencyId, days: late }] : [])),
    missing: owing.filter(({ reported }) => !reported).map(({ agencyId }) => agencyId),
    partly: [],
    excused: expected.flatMap(({ agencyId, excused }) => (excused === null ? [] : [{ agencyId, reason: excused }])),
    excluded: owing.flatMap(({ agencyId, excluded }) => (excluded === null ? [] : [{ agencyId, reason: excluded }])),
  };
}

/** What one unit says of one item. */
type Said = { source: Source; line: ReportLine; evidence: readonly CountedPiece[] };

function groupByItem(reports: readonly UnitReport[]): Map<string, Said[]> {
  const byItem = new Map<string, Said[]>();
  for (const { reportId, agencyId, content, items, evidence } of reports) {
    const source = { agencyId, reportId };
    for (const key of items) {
      const said = { source, line: content.items[key] ?? emptyLine, evidence: evidence[key] ?? [] };
      const list = byItem.get(key);
      if (list) list.push(said);
      else byItem.set(key, [said]);
    }
  }
  return byItem;
}

/** For each item, the units whose word on it is not there. */
function missingByItem(expected: readonly Expected[]): Map<string, string[]> {
  const missing = new Map<string, string[]>();
  for (const { agencyId, items, reported, excused, excluded } of expected) {
    if (excused !== null || (reported && excluded === null)) continue;
    for (const key of items) missing.set(key, [...(missing.get(key) ?? []), agencyId]);
  }
  return missing;
}

function itemResult({ key, targets }: AskedItem, said: readonly Said[], missing: readonly string[]): ItemResult {
  const of = (state: LineState | null) => said.filter(({ line }) => line.state === state).map(({ source }) => source);
  const sources = {
    ...{ done: of('done'), doing: of('doing'), 'not-begun': of('not-begun'), none: of('none'), silent: of(null) },
  };
  const words = (of: (line: ReportLine) => string) =>
    gatherVoices(said.map(({ source, line }) => ({ source, text: of(line), itemKey: key })));
  // A task that did not come up in a unit has no figure there to be waited for.
  const measured = said.filter(({ line }) => line.state !== 'none');
  const figure = (line: ReportLine, i: number) => line.figures[i] ?? noFigure;
  return {
    key,
    owed: said.length + missing.length,
    counts: { ...countsOf(sources), missing: missing.length },
    measures: targets.map((target, i) =>
      heldTogether(
        target,
        measure(
          target,
          measured.map(({ line }) => figure(line, i)),
        ),
      ),
    ),
    measured: targets.map((_, i) =>
      measured.filter(({ line }) => statedValue(figure(line, i)) !== null).map(({ source }) => source),
    ),
    ...provenBy(said),
    results: words(({ result }) => result),
    difficulties: words(({ difficulty }) => difficulty),
    proposals: words(({ proposal }) => proposal),
    sources,
    missing,
  };
}

/** A piece that proves several tasks is one piece of what they are together. */
function provenBy(said: readonly Pick<Said, 'source' | 'evidence'>[]): Proven {
  const own = said.filter(({ evidence }) => evidence.length > 0);
  const each = [...new Map(own.flatMap(({ evidence }) => evidence.map((one) => [one.id, one] as const))).values()];
  const kinds = sumEvidence(each.flatMap(({ piece }) => piece ?? []));
  return { evidence: each.length, kinds, proofs: own.map(({ source }) => source) };
}

const sourceOf = ({ agencyId, reportId }: UnitReport): Source => ({ agencyId, reportId });

const countsOf = (sources: ItemResult['sources']) =>
  Object.fromEntries(Object.entries(sources).map(([state, list]) => [state, list.length])) as Omit<
    StateCounts,
    'missing'
  >;

function componentsOf(
  items: readonly AskedItem[],
  results: readonly ItemResult[],
  reports: readonly UnitReport[],
): ComponentResult[] {
  const byKey = new Map(results.map((result) => [result.key, result]));
  return [...Map.groupBy(items, componentKey)].map(([key, group]) => {
    const [{ index, dimension, component } = { index: null, dimension: null, component: null }] = group;
    const itemKeys = group.map((item) => item.key);
    const words = (of: (line: ReportLine) => string) =>
      voicesOf(reports, ({ components }) => of(components[key] ?? emptyLine));
    return {
      ...{ key, index, dimension, component, itemKeys },
      counts: countsTogether(itemKeys.flatMap((one) => byKey.get(one) ?? [])),
      ...provenBy(
        reports.map((one) => ({ source: sourceOf(one), evidence: itemKeys.flatMap((item) => piecesOf(one, item)) })),
      ),
      results: words(({ result }) => result),
      difficulties: words(({ difficulty }) => difficulty),
      proposals: words(({ proposal }) => proposal),
    };
  });
}

const piecesOf = ({ items, evidence }: UnitReport, key: string): readonly CountedPiece[] => {
  const pieces = evidence[key] ?? [];
  return pieces.length > 0 && items.includes(key) ? pieces : [];
};

/** The counts of several items together. */
export const countsTogether = (results: readonly Pick<ItemResult, 'counts'>[]): StateCounts =>
  Object.fromEntries(
    ([...lineStates, 'silent', 'missing'] as const).map((state) => [
      state,
      results.reduce((sum, { counts }) => sum + counts[state], 0),
    ]),
  ) as StateCounts;

/** A report's lines with what was answered by component put to each task of it that says nothing of its own. */
export function spreadComponents(content: ReportContent, items: readonly AskedItem[]): ReportContent {
  const spread: Record<string, ReportLine> = {};
  for (const item of items) {
    const own = content.items[item.key];
    const common = content.components[componentKey(item)];
    if (own !== undefined && saysAnything(own))
      spread[item.key] = { ...own, state: own.state ?? common?.state ?? null };
    else if (common !== undefined)
      spread[item.key] = { ...common, result: '', difficulty: '', proposal: '', figures: [] };
  }
  return { ...content, items: spread };
}
