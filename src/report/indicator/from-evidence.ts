import type { Evidence } from '../evidence/model.ts';
import { sumEvidence } from '../evidence/sum.ts';
import type { FromEvidence } from './model.ts';

/** What pieces of evidence come to for an indicator made of them; undefined where none states it. */
export function sumFor(
  { kind, field }: FromEvidence,
  pieces: readonly Evidence[],
): { value: number; of: number } | undefined {
  const [group] = sumEvidence(pieces.filter((piece) => piece.kind === kind));
  if (group === undefined) return undefined;
  if (field === null) return { value: group.pieces, of: group.pieces };
  const summed = group.sums[field];
  return summed && { value: summed.sum, of: summed.of };
}
