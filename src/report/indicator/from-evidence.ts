import { type Figure, noFigure } from '../content/model.ts';
import type { Evidence, EvidenceKind } from '../evidence/model.ts';
import { sumEvidence } from '../evidence/sum.ts';
import type { Definition, FromEvidence } from './model.ts';

/** Numbers that are so many of so many: of those to be trained, of the opinions raised, of the findings. */
const wholes: Partial<Record<EvidenceKind, Readonly<Record<string, string>>>> = {
  training: { participants: 'of' },
  meeting: { answered: 'asked' },
  inspection: { remedied: 'findings' },
};

/** What pieces of evidence come to for an indicator made of them, and of how many pieces; undefined where none states it. */
export function sumFor(
  { kind, field }: FromEvidence,
  how: Definition['kind'],
  pieces: readonly Evidence[],
): { figure: Figure; of: number } | undefined {
  const own = pieces.filter((piece) => piece.kind === kind);
  const whole = field === null || how !== 'share' ? undefined : wholes[kind]?.[field];
  if (field !== null && whole !== undefined) return shareFor(own, field, whole);
  const [group] = sumEvidence(own);
  if (group === undefined) return undefined;
  if (field === null) return { figure: { ...noFigure, value: group.pieces }, of: group.pieces };
  const summed = group.sums[field];
  return summed && { figure: { ...noFigure, value: summed.sum }, of: summed.of };
}

/** Σ/Σ over the pieces that state both: a part without its whole would make the share too large. */
function shareFor(pieces: readonly Evidence[], part: string, whole: string) {
  const both = pieces.filter((piece) => [part, whole].every((name) => typeof numberIn(piece, name) === 'number'));
  if (both.length === 0) return undefined;
  const sum = (name: string): number => both.reduce((total, piece) => total + (numberIn(piece, name) ?? 0), 0);
  return { figure: { value: null, part: sum(part), whole: sum(whole) }, of: both.length };
}

const numberIn = (piece: Evidence, name: string): number | null => {
  const value = (piece as Record<string, unknown>)[name];
  return typeof value === 'number' ? value : null;
};
