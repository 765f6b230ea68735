import { allFrameworks } from './catalogue.ts';
import { type Likeness, makeLexicon, words } from './likeness.ts';
import type { Framework, FrameworkNode } from './model.ts';

/** ` words of a phrase ` with a space on either side, so that only whole words are found. */
type Phrase = { code: string; padded: string; letters: number; words: number };

/** A set of nodes among which a name is looked for. */
export type Place = {
  has(code: string): boolean;
  nodes: readonly FrameworkNode[];
  /** the phrases that name a node, ready to be looked for */
  phrases: readonly Phrase[];
  /** by likeness to the whole text, best first */
  of(text: string): Likeness[];
  /** by likeness of the text's first words to each name */
  startingWith(text: string): Likeness[];
};

type Places = {
  dimensions: Place;
  parts(dimension: string | null): Place;
  /** the dimensions, each also under the names of what it is made of */
  criteria: Place;
};
const places = new Map<Framework, Places>();

/** The names of one framework, prepared once. */
export function lexiconOf(framework: Framework): Places {
  const known = places.get(framework);
  if (known) return known;
  const nodes = withDropped(framework);
  const dimensions = makePlace(nodes.filter((node) => node.parent === null));
  const parts = new Map<string | null, Place>();
  const made: Places = {
    dimensions,
    criteria: makePlace(dimensions.nodes.map((node) => ({ ...node, also: [...node.also, ...node.keywords] }))),
    parts(dimension) {
      const place = parts.get(dimension) ?? makePlace(nodes.filter((node) => isIn(node, dimension)));
      parts.set(dimension, place);
      return place;
    },
  };
  places.set(framework, made);
  return made;
}

/** A dimension's own name competes with its parts, so that a row about the whole dimension gets no part. */
function isIn(node: FrameworkNode, dimension: string | null): boolean {
  return dimension === null || node.parent === dimension || node.code === dimension;
}

/** Plans go on naming a part after the index dropped it (building permits after 2020), under its old number. */
function withDropped(framework: Framework): FrameworkNode[] {
  if (framework.index !== 'PAPI') return framework.nodes;
  const nodes = allFrameworks()
    .filter(({ index }) => index === 'PAPI')
    .flatMap((version) => version.nodes);
  return [...new Map(nodes.map((node) => [node.code, node])).values()].sort((a, b) => a.code.localeCompare(b.code));
}

function makePlace(nodes: readonly FrameworkNode[]): Place {
  const codes = new Set(nodes.map((node) => node.code));
  const like = makeLexicon(nodes.map(({ code, name, also }) => ({ code, names: [name, ...also] })));
  const needs = new Map(nodes.map(({ code, needs }) => [code, needs?.map(words)]));
  const of = (text: string) =>
    like(text).map(({ code, score }) => ({ code, score: score * share(needs.get(code), text) }));
  const lengths = [...new Set(nodes.flatMap(({ name, also }) => [name, ...also]).map((name) => count(name)))];
  const startingWith = (text: string) => {
    const all = words(text).split(' ');
    const starts = [...new Set(lengths.map((length) => all.slice(0, length).join(' ')))];
    return best([...starts, all.slice(0, 12).join(' ')].flatMap((start) => of(start)));
  };
  return { has: (code) => codes.has(code), nodes, phrases: nodes.flatMap(phrasesOf), of, startingWith };
}

function phrasesOf({ code, keywords }: FrameworkNode): Phrase[] {
  return keywords.map(words).map((phrase) => {
    return { code, padded: ` ${phrase} `, letters: phrase.length, words: phrase.split(' ').length };
  });
}

/** A missing needed word may be a slip of the scanner, so it counts against the name but does not rule it out. */
function share(needs: string[] | undefined, text: string): number {
  if (needs === undefined) return 1;
  const padded = ` ${words(text)} `;
  return needs.some((word) => padded.includes(` ${word} `)) ? 1 : 0.75;
}

function count(name: string): number {
  return words(name).split(' ').length;
}

function best(found: Likeness[]): Likeness[] {
  const byCode = new Map<string, number>();
  for (const { code, score } of found) byCode.set(code, Math.max(score, byCode.get(code) ?? 0));
  return [...byCode].map(([code, score]) => ({ code, score })).sort((a, b) => b.score - a.score);
}

/** By likeness, lifted where the text has a phrase that names the node; longer phrases say more. */
export function findBest(text: string, place: Place): Likeness[] {
  const padded = ` ${words(text)} `;
  const named = place.phrases
    .filter((phrase) => padded.includes(phrase.padded))
    .map(({ code, letters }) => ({ code, score: 0.55 + 0.25 * Math.min(1, letters / padded.trim().length) }));
  return best([...place.of(text), ...named]);
}

/** Shorter phrases ("y tế", "đất đai") say something only under their own dimension. */
const TELLING = 3;

/** The parts a text mentions by their phrases; none where it runs through most of them, for then it is about the whole. */
export function mentions(text: string, place: Place, inDimension: boolean): string[] {
  const padded = ` ${words(text)} `;
  const telling = place.phrases.filter(
    (phrase) => phrase.code.includes('.') && (inDimension || phrase.words >= TELLING),
  );
  const found = [...new Set(telling.filter((phrase) => padded.includes(phrase.padded)).map(({ code }) => code))];
  return found.length > 2 ? [] : found;
}
