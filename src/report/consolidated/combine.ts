import { countsTogether } from '../consolidate.ts';
import { componentKey } from '../content/model.ts';
import { evidenceKinds } from '../evidence/model.ts';
import type { EvidenceSum } from '../evidence/sum.ts';
import { combineMeasures } from '../measure/combine.ts';
import { heldTogether } from '../measure/per-unit.ts';
import type { AskedItem, Consolidation, ItemResult, Proven, Source, UnitsResult, Voice } from './model.ts';
import { distinctSources } from './say.ts';
import { gatherVoices } from './voices.ts';

/**
 * What an office consolidates itself together with what offices below it have consolidated (a district of its communes): no
 * unit may be in two of them, so nothing is counted twice.
 */
export function combine(
  items: readonly AskedItem[],
  own: Consolidation,
  below: readonly Consolidation[],
): Consolidation {
  if (below.length === 0) return own;
  const all = [own, ...below];
  const results = items.map((item) =>
    itemTogether(
      item,
      all.flatMap((one) => one.items.find(({ key }) => key === item.key) ?? []),
    ),
  );
  return {
    units: unitsTogether(all),
    counted: all.flatMap(({ counted }) => counted),
    items: results,
    components: componentsTogether(items, results, all),
    ...provenTogether(all),
    ...spokenTogether(all, ['results', 'shortcomings', 'difficulties', 'proposals', 'next'] as const),
  };
}

const listed = ['late', 'missing', 'partly', 'excused', 'excluded'] as const;

function unitsTogether(all: readonly Consolidation[]): UnitsResult {
  const sum = (of: 'expected' | 'reported') => all.reduce((total, { units }) => total + units[of], 0);
  const lists = Object.fromEntries(
    listed.map((name) => [name, all.flatMap(({ units }) => [...units[name]] as never[])]),
  );
  return { expected: sum('expected'), reported: sum('reported'), ...lists } as UnitsResult;
}

function itemTogether({ key, targets }: AskedItem, parts: readonly ItemResult[]): ItemResult {
  const of = (state: keyof ItemResult['sources']) => parts.flatMap(({ sources }): readonly Source[] => sources[state]);
  return {
    key,
    owed: parts.reduce((sum, { owed }) => sum + owed, 0),
    counts: countsTogether(parts),
    measures: targets.map((target, i) =>
      heldTogether(
        target,
        combineMeasures(
          target,
          parts.flatMap(({ measures }) => measures[i] ?? []),
        ),
      ),
    ),
    measured: targets.map((_, i) => parts.flatMap(({ measured }) => measured[i] ?? [])),
    ...provenTogether(parts),
    ...spokenTogether(parts, ['results', 'difficulties', 'proposals'] as const),
    sources: {
      done: of('done'),
      doing: of('doing'),
      'not-begun': of('not-begun'),
      none: of('none'),
      silent: of('silent'),
    },
    missing: parts.flatMap(({ missing }) => missing),
  };
}

function componentsTogether(
  items: readonly AskedItem[],
  results: readonly ItemResult[],
  all: readonly Consolidation[],
): Consolidation['components'] {
  const byKey = new Map(results.map((one) => [one.key, one]));
  return [...Map.groupBy(items, componentKey)].flatMap(([key, group]) => {
    const [first] = group;
    const parts = all.flatMap(({ components }) => components.find((one) => one.key === key) ?? []);
    if (first === undefined) return [];
    const { index, dimension, component } = first;
    const itemKeys = group.map((item) => item.key);
    return [
      {
        ...{ key, index, dimension, component, itemKeys },
        counts: countsTogether(itemKeys.flatMap((one) => byKey.get(one) ?? [])),
        ...provenTogether(parts),
        ...spokenTogether(parts, ['results', 'difficulties', 'proposals'] as const),
      },
    ];
  });
}

function provenTogether(parts: readonly Proven[]): Proven {
  const kinds = evidenceKinds.flatMap((kind): EvidenceSum[] => {
    const same = parts.flatMap((one) => one.kinds.filter((sum) => sum.kind === kind));
    if (same.length === 0) return [];
    const sums: EvidenceSum['sums'] = {};
    for (const [name, { sum, of }] of same.flatMap((one) => Object.entries(one.sums)))
      sums[name] = { sum: (sums[name]?.sum ?? 0) + sum, of: (sums[name]?.of ?? 0) + of };
    return [{ kind, pieces: same.reduce((total, { pieces }) => total + pieces, 0), sums }];
  });
  return {
    evidence: parts.reduce((sum, { evidence }) => sum + evidence, 0),
    kinds,
    proofs: distinctSources(parts.flatMap(({ proofs }) => proofs)),
  };
}

/** Words of several, the same ones once. */
export function spokenTogether<F extends string>(
  parts: readonly Readonly<Record<F, readonly Voice[]>>[],
  fields: readonly F[],
): Record<F, Voice[]> {
  const of = (field: F) =>
    gatherVoices(
      parts.flatMap((one) =>
        one[field].flatMap(({ text, sources, itemKey }) => sources.map((source) => ({ source, text, itemKey }))),
      ),
    );
  return Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<F, Voice[]>;
}
