import wording from '../../data/frameworks/wording.json' with { type: 'json' };
import { fold } from '../kernel/text.ts';

/**
 * How alike two names are when one was typed by another office, abbreviated, or read by a scanner. Names are compared by
 * runs of three letters of the folded text, so that a wrong, missing or extra letter or space costs a few runs and not a
 * word; runs that many names of the framework share count less.
 */

const abbreviations = new Map(Object.entries(wording.abbreviations).map(([short, long]) => [short, plain(long)]));
const fillers = wording.fillers.map(plain).sort((a, b) => b.length - a.length);

/** Folded, punctuation gone, abbreviations written out. */
export function words(text: string): string {
  return plain(text)
    .split(' ')
    .map((word) => abbreviations.get(word) ?? word)
    .join(' ');
}

/** Words every office puts before any name ("nâng cao", "tăng cường") say nothing about which name it is. */
function withoutFillers(text: string): string {
  let rest = ` ${text} `;
  for (const filler of fillers) rest = rest.replaceAll(` ${filler} `, ' ');
  return rest.trim() || text;
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Grams = Map<string, number>;

function grams(text: string): Grams {
  const padded = ` ${withoutFillers(words(text))} `;
  const found: Grams = new Map();
  for (let at = 0; at + 3 <= padded.length; at++) {
    const gram = padded.slice(at, at + 3);
    found.set(gram, (found.get(gram) ?? 0) + 1);
  }
  return found;
}

/** Names of one thing; several things make a lexicon. */
export type Named = { code: string; names: readonly string[] };
export type Likeness = { code: string; score: number };

/** Letters no name has weigh little: they are what an office adds around the name. */
const UNKNOWN = 0.4;

/** Where a run of letters stands: in which name, how often. */
type Place = { name: number; times: number };

/** Scores a text against every thing of the lexicon, best first, 1 where it is one of its names. */
export function makeLexicon(things: readonly Named[]): (text: string) => Likeness[] {
  const all = things.flatMap(({ code, names }) => names.map((name) => ({ code, grams: grams(name) })));
  const weights = gramWeights(things.map(({ names }) => new Set(names.flatMap((name) => [...grams(name).keys()]))));
  const weigh = (one: Grams) => [...one].reduce((sum, [gram, n]) => sum + n * (weights.get(gram) ?? UNKNOWN), 0);
  const totals = all.map((name) => weigh(name.grams));
  const places = placesOf(all.map((name) => name.grams));
  return (text) => {
    const asked = grams(text);
    const shared = new Float64Array(all.length);
    for (const [gram, n] of asked) {
      const weight = weights.get(gram) ?? UNKNOWN;
      for (const { name, times } of places.get(gram) ?? [])
        shared[name] = (shared[name] ?? 0) + Math.min(n, times) * weight;
    }
    const total = weigh(asked);
    const scores = new Map(things.map(({ code }) => [code, 0]));
    all.forEach(({ code }, name) => {
      const sum = total + (totals[name] ?? 0);
      // Dice's coefficient: twice what is shared over what both have.
      const score = sum === 0 ? 0 : (2 * (shared[name] ?? 0)) / sum;
      if (score > (scores.get(code) ?? 0)) scores.set(code, score);
    });
    return [...scores].map(([code, score]) => ({ code, score })).sort((a, b) => b.score - a.score);
  };
}

function placesOf(names: readonly Grams[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  names.forEach((one, name) => {
    for (const [gram, times] of one) {
      const known = places.get(gram);
      if (known) known.push({ name, times });
      else places.set(gram, [{ name, times }]);
    }
  });
  return places;
}

function gramWeights(documents: Set<string>[]): Grams {
  const seen: Grams = new Map();
  for (const document of documents) for (const gram of document) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  // A run that every name has still counts a little: without it a name made of common words could not be found at all.
  return new Map([...seen].map(([gram, n]) => [gram, Math.log(documents.length / n) + 0.15]));
}
