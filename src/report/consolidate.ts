import { fold, squish } from '../kernel/text.ts';
import type { Target } from '../plan/model.ts';
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
} from './content/model.ts';
import { measure } from './measure/measure.ts';
import type { Measure } from './measure/model.ts';

/** Many reports of a period as one: counted, measured and gathered, each figure with the reports it came from. */

/** What a period asks about: an item of the plan, by its key in the reports. */
export type AskedItem = {
  key: string;
  index: string | null;
  dimension: string | null;
  component: string | null;
  text: string;
  targets: readonly Target[];
};

/** A report as it was received: `items` are the keys of what the unit owes, `evidence` counts pieces by item. */
export type UnitReport = {
  reportId: string;
  agencyId: string;
  late: number;
  content: ReportContent;
  items: readonly string[];
  evidence: Readonly<Record<string, number>>;
};

/**
 * Who is to report. `reported` false: nothing came, `items` is what is missing; `excluded`: it came, but whoever consolidates
 * leaves it out, with a reason that is printed; `excused`: it need not report.
 */
export type Expected = {
  agencyId: string;
  items: readonly string[];
  reported: boolean;
  excused: string | null;
  excluded: string | null;
};

export type Source = { agencyId: string; reportId: string };

/** The same words from several units once, with all who said them. */
export type Voice = { text: string; sources: readonly Source[]; itemKey: string | null };

export type ItemResult = {
  key: string;
  owed: number;
  counts: StateCounts;
  measures: readonly Measure[];
  evidence: number;
  results: readonly Voice[];
  difficulties: readonly Voice[];
  proposals: readonly Voice[];
  /** the reports it is made of, by state: every figure opens to them */
  sources: Readonly<Record<LineState | 'silent', readonly Source[]>>;
  missing: readonly string[];
};

export type ComponentResult = {
  key: string;
  index: string | null;
  dimension: string | null;
  component: string | null;
  itemKeys: readonly string[];
  counts: StateCounts;
  evidence: number;
  /** what units wrote of the component as a whole, where they answer by component */
  results: readonly Voice[];
  difficulties: readonly Voice[];
  proposals: readonly Voice[];
};

export type Consolidation = {
  units: {
    expected: number;
    reported: number;
    late: readonly { agencyId: string; days: number }[];
    missing: readonly string[];
    excused: readonly { agencyId: string; reason: string }[];
    excluded: readonly { agencyId: string; reason: string }[];
  };
  items: readonly ItemResult[];
  components: readonly ComponentResult[];
  /** of the whole of a report, no single task */
  difficulties: readonly Voice[];
  proposals: readonly Voice[];
};

export type ConsolidationQuestion = {
  items: readonly AskedItem[];
  expected: readonly Expected[];
  reports: readonly UnitReport[];
};

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
    items: results,
    components: componentsOf(items, results, counted),
    difficulties: voicesOf(counted, (content) => content.whole.difficulties),
    proposals: voicesOf(counted, (content) => content.whole.proposals),
  };
}

function unitsOf(expected: readonly Expected[], counted: readonly UnitReport[]): Consolidation['units'] {
  const owing = expected.filter(({ excused }) => excused === null);
  return {
    expected: owing.length,
    reported: owing.filter(({ reported }) => reported).length,
    late: counted.flatMap(({ agencyId, late }) => (late > 0 ? [{ agencyId, days: late }] : [])),
    missing: owing.filter(({ reported }) => !reported).map(({ agencyId }) => agencyId),
    excused: expected.flatMap(({ agencyId, excused }) => (excused === null ? [] : [{ agencyId, reason: excused }])),
    excluded: owing.flatMap(({ agencyId, excluded }) => (excluded === null ? [] : [{ agencyId, reason: excluded }])),
  };
}

/** What one unit says of one item. */
type Said = { source: Source; line: ReportLine; evidence: number };

function groupByItem(reports: readonly UnitReport[]): Map<string, Said[]> {
  const byItem = new Map<string, Said[]>();
  for (const { reportId, agencyId, content, items, evidence } of reports) {
    const source = { agencyId, reportId };
    for (const key of items) {
      const said = { source, line: content.items[key] ?? emptyLine, evidence: evidence[key] ?? 0 };
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
    gather(said.map(({ source, line }) => ({ source, text: of(line), itemKey: key })));
  // A task that did not come up in a unit has no figure there to be waited for.
  const measured = said.filter(({ line }) => line.state !== 'none');
  return {
    key,
    owed: said.length + missing.length,
    counts: { ...countsOf(sources), missing: missing.length },
    measures: targets.map((target, i) =>
      measure(
        target,
        measured.map(({ line }) => line.figures[i] ?? noFigure),
      ),
    ),
    evidence: said.reduce((sum, { evidence }) => sum + evidence, 0),
    results: words(({ result }) => result),
    difficulties: words(({ difficulty }) => difficulty),
    proposals: words(({ proposal }) => proposal),
    sources,
    missing,
  };
}

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
    const own = group.flatMap((item) => byKey.get(item.key) ?? []);
    const counts = Object.fromEntries(
      ([...lineStates, 'silent', 'missing'] as const).map((state) => [
        state,
        own.reduce((sum, result) => sum + result.counts[state], 0),
      ]),
    ) as StateCounts;
    const words = (of: (line: ReportLine) => string) =>
      voicesOf(reports, ({ components }) => of(components[key] ?? emptyLine));
    return {
      ...{ key, index, dimension, component, itemKeys: group.map((item) => item.key), counts },
      evidence: own.reduce((sum, result) => sum + result.evidence, 0),
      results: words(({ result }) => result),
      difficulties: words(({ difficulty }) => difficulty),
      proposals: words(({ proposal }) => proposal),
    };
  });
}

function voicesOf(reports: readonly UnitReport[], of: (content: ReportContent) => string): Voice[] {
  return gather(
    reports.map(({ agencyId, reportId, content }) => ({
      ...{ source: { agencyId, reportId }, text: of(content), itemKey: null },
    })),
  );
}

type Spoken = { source: Source; text: string; itemKey: string | null };

/** What several said in the same words stands once; the first wording is kept. Those that most said come first. */
function gather(spoken: readonly Spoken[]): Voice[] {
  const groups = new Map<string, { text: string; itemKey: string | null; sources: Source[] }>();
  for (const { source, text, itemKey } of spoken) {
    const words = text.trim();
    if (words === '') continue;
    const key = plain(words);
    const group = groups.get(key);
    if (group) group.sources.push(source);
    else groups.set(key, { text: words, itemKey, sources: [source] });
  }
  return [...groups.values()].sort((a, b) => b.sources.length - a.sources.length);
}

const plain = (text: string): string =>
  fold(squish(text))
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

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
