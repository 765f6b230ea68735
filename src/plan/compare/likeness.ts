import { fold } from '../../kernel/text.ts';

/** Runs of three letters with how often they occur: what a text is made of, whatever its order and its slips. */
export type Grams = Map<string, number>;

export function gramsOf(text: string): Grams {
  const padded = ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  const grams: Grams = new Map();
  for (let at = 0; at + 3 <= padded.length; at++) {
    const gram = padded.slice(at, at + 3);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

const size = (grams: Grams): number => [...grams.values()].reduce((sum, times) => sum + times, 0);

function shared(a: Grams, b: Grams): number {
  let sum = 0;
  for (const [gram, times] of a) sum += Math.min(times, b.get(gram) ?? 0);
  return sum;
}

/** Dice's coefficient: twice what is shared over what both have. The same whichever comes first. */
export function likeness(a: Grams, b: Grams): number {
  const both = size(a) + size(b);
  return both === 0 ? 1 : (2 * shared(a, b)) / both;
}

/** The part of `inner` that is found in `outer`. */
export function containment(inner: Grams, outer: Grams): number {
  const all = size(inner);
  return all === 0 ? 0 : shared(inner, outer) / all;
}
