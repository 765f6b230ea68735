import { type Evidence, type EvidenceKind, evidenceKinds } from './model.ts';
import { fieldsOf } from './words.ts';

/** Pieces of one kind together: how many, and each number of theirs summed with how many pieces state it. */
export type EvidenceSum = {
  kind: EvidenceKind;
  pieces: number;
  /** a field no piece states has no sum: missing is never zero */
  sums: Record<string, { sum: number; of: number }>;
};

/** What pieces of evidence come to, kind by kind; numbers are summed only within a kind, for only there they mean the same. */
export function sumEvidence(pieces: readonly Evidence[]): EvidenceSum[] {
  const groups = Map.groupBy(pieces, ({ kind }) => kind);
  return evidenceKinds.flatMap((kind) => {
    const group = groups.get(kind) ?? [];
    return group.length === 0 ? [] : [{ kind, pieces: group.length, sums: sumsOf(kind, group) }];
  });
}

function sumsOf(kind: EvidenceKind, group: readonly Evidence[]): EvidenceSum['sums'] {
  const counts = fieldsOf(kind).flatMap(([name, { type }]) => (type === 'count' ? [name] : []));
  return Object.fromEntries(
    counts.flatMap((name) => {
      const stated = group
        .map((one) => (one as Record<string, unknown>)[name])
        .filter((value) => typeof value === 'number');
      return stated.length === 0 ? [] : [[name, { sum: stated.reduce((a, b) => a + b, 0), of: stated.length }]];
    }),
  );
}
