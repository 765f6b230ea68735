import { fold, squish } from '../kernel/text.ts';

/**
 * Two items that ask for the same work: plans for PAPI, PAR INDEX and SIPAS repeat one another. Compared by their folded words,
 * so that marks, case and punctuation do not matter; a person decides.
 */

export type Comparable = { id: string; index: string | null; component: string | null; text: string };
export type Pair = { id: string; otherId: string; score: number };

/** Below this two items of real plans that were looked at were about different work. */
const least = 0.6;
/** What a component of the same name adds. */
const sameComponent = 0.1;

/** Pairs of an item and another, the likest first; scores 0–1, 1 for the same words. An item is not compared with itself. */
export function findPairs(items: readonly Comparable[], others: readonly Comparable[]): Pair[] {
  const prepared = others.map(prepare);
  return items
    .map(prepare)
    .flatMap((one) =>
      prepared.flatMap((other) => {
        if (one.id === other.id) return [];
        const score = likeness(one, other);
        return score >= least ? [{ id: one.id, otherId: other.id, score }] : [];
      }),
    )
    .sort((a, b) => b.score - a.score);
}

type Prepared = { id: string; component: string; words: ReadonlySet<string> };

const prepare = ({ id, component, text }: Comparable): Prepared => ({
  ...{ id, component: plain(component ?? ''), words: new Set(plain(text).split(' ').filter(Boolean)) },
});

/** Marks of lists and numbers of components ("d)", "1.4") are no part of the name. */
const plain = (text: string): string =>
  fold(squish(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(\p{L}|[\d ]+) (?=\p{L})/u, '')
    .trim();

function likeness(a: Prepared, b: Prepared): number {
  const [few, many] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
  const total = few.size + many.size;
  // Dice's coefficient can reach no more than this; most pairs end here.
  if (total === 0 || (2 * few.size) / total + sameComponent < least) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  const bonus = a.component !== '' && a.component === b.component ? sameComponent : 0;
  return Math.min(1, (2 * shared) / total + bonus);
}
