import { fold } from '../../kernel/text.ts';
import type { Day, Listed } from './day.ts';
import type { Candidate } from './model.ts';

const pairsOf = (text: string): Set<string> => {
  const padded = ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
};

/** How alike two names are, 0–1: the share of three-letter pieces they have in common. */
function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const piece of a) if (b.has(piece)) common += 1;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

// What a person is shown to choose from: more would be a list to search, not an answer to pick.
const shown = 5;
const worthShowing = 0.4;

/** Agencies of the day whose names are most like the printed one; those of the issuer's own unit before equals. */
export function rank(day: Day, printed: string, issuerId: string): Candidate[] {
  const wanted = pairsOf(printed);
  const scored = day.all.map((one: Listed) => {
    const best = Math.max(...[one.span.name, one.span.shortName ?? ''].map((name) => likeness(wanted, pairsOf(name))));
    return { one, score: best * 0.8 + (one.owner?.id === issuerId ? 0.08 : 0) };
  });
  return scored
    .filter(({ score }) => score >= worthShowing)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ one, score }) => ({ agencyId: one.agency.id, name: one.span.name, score: Math.round(score * 100) / 100 }));
}
