import { fold } from '../../kernel/text.ts';

/** Runs of three letters with how often they occur: what a text is made of, whatever its order and its slips. */
export type Grams = { times: Map<string, number>; size: number };

export function gramsOf(text: string): Grams {
  const padded = ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  const times = new Map<string, number>();
  for (let at = 0; at + 3 <= padded.length; at++) {
    const gram = padded.slice(at, at + 3);
    times.set(gram, (times.get(gram) ?? 0) + 1);
  }
  return { times, size: Math.max(0, padded.length - 2) };
}

/** Dice's coefficient of what two texts share: twice that over what both have. The same whichever comes first. */
export const dice = (shared: number, a: Grams, b: Grams): number =>
  a.size + b.size === 0 ? 1 : (2 * shared) / (a.size + b.size);

function shared(a: Grams, b: Grams): number {
  let sum = 0;
  for (const [gram, times] of a.times) sum += Math.min(times, b.times.get(gram) ?? 0);
  return sum;
}

export const likeness = (a: Grams, b: Grams): number => dice(shared(a, b), a, b);

/** The part of `inner` that is found in `outer`. */
export const containment = (inner: Grams, outer: Grams): number =>
  inner.size === 0 ? 0 : shared(inner, outer) / inner.size;

/** Counts what a text shares with each of many, from place `from` up to `to` (exclusive). */
export type CountShared = (one: Grams, from: number, to: number) => Float64Array;

/** Makes the counting over many texts cheap: each run of letters knows where it stands. */
export function indexGrams(texts: readonly Grams[]): CountShared {
  const places = new Map<string, { at: number[]; times: number[] }>();
  texts.forEach(({ times }, at) => {
    for (const [gram, count] of times) {
      const known = places.get(gram) ?? { at: [], times: [] };
      known.at.push(at);
      known.times.push(count);
      places.set(gram, known);
    }
  });
  return (one, from, to) => {
    const sums = new Float64Array(texts.length);
    for (const [gram, count] of one.times) {
      const found = places.get(gram);
      if (!found) continue;
      for (let n = firstFrom(found.at, from); n < found.at.length; n++) {
        const at = found.at[n] as number;
        if (at >= to) break;
        sums[at] = (sums[at] as number) + Math.min(count, found.times[n] as number);
      }
    }
    return sums;
  };
}

/** The first place in rising numbers that is not below `from`. */
function firstFrom(numbers: readonly number[], from: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
