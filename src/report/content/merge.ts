import { diff3Merge } from 'node-diff3';

/** `clean`: the two changed different words. Otherwise both wordings stand after each other where they met. */
export type Merged = { text: string; clean: boolean };

/**
 * One text from two that were made of the same: what either wrote is in it. Words are the unit, since reports are long
 * paragraphs of one line. Where both changed the same words, theirs stands first, then ours.
 */
export function mergeTexts(base: string, theirs: string, ours: string): Merged {
  if (ours === base || ours === theirs) return { text: theirs, clean: true };
  if (theirs === base) return { text: ours, clean: true };
  const regions = diff3Merge(wordsOf(theirs), wordsOf(base), wordsOf(ours));
  const clean = regions.every(({ conflict }) => conflict === undefined);
  return { text: regions.map((region) => (region.ok ?? keepBoth(region.conflict)).join('')).join(''), clean };
}

/** Words and the spaces between them, so that joining them gives the text again. */
const wordsOf = (text: string): string[] => text.match(/\S+|\s+/gu) ?? [];

type Conflict = { a: string[]; b: string[] } | undefined;

function keepBoth(conflict: Conflict): string[] {
  const [a, b] = [conflict?.a ?? [], conflict?.b ?? []];
  const [last, first] = [a.at(-1) ?? '', b[0] ?? ''];
  const apart = a.length > 0 && b.length > 0 && /\S$/u.test(last) && /^\S/u.test(first);
  return [...a, ...(apart ? [' '] : []), ...b];
}
