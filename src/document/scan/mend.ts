import { isSyllable } from '../encoding/syllable.ts';
import type { PageContent, Word } from '../page/model.ts';
import { distance } from './label.ts';

/** Below this recognition doubts a word, and it may be corrected. */
const doubt = 0.8;

/**
 * Corrects what recognition doubts by what the same document says elsewhere without doubt; everything else stays as
 * printed. Figures are never guessed.
 */
export function mendWords(pages: PageContent[]): PageContent[] {
  const known = knownWords(pages);
  return pages.map((page) => {
    const words = page.words.filter((word, at) => !isDirt(word, page.words[at - 1]));
    const mended = words.map((word, at) => withoutStop(mendWord(word, words[at - 1], known), words[at + 1]));
    return { ...page, words: mended.flatMap((word) => splitWord(word, known)) };
  });
}

type Known = Map<string, number>;

/** Words read without doubt, without the signs around them, and how often. */
function knownWords(pages: PageContent[]): Known {
  const known: Known = new Map();
  for (const { text, confidence } of pages.flatMap(({ words }) => words)) {
    const { core } = partsOf(text);
    if (core === '' || (confidence ?? 1) < 0.9) continue;
    known.set(core, (known.get(core) ?? 0) + 1);
  }
  return known;
}

const partsOf = (text: string): { before: string; core: string; after: string } => {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\d]*)(.*?)([^\p{L}\d]*)$/u.exec(text) ?? [];
  return { before, core, after };
};

/** What is left of lines and specks: signs no sentence has, or few has in doubt. A dash that begins a line may be a bullet. */
function isDirt({ text, confidence, x0, y0 }: Word, before: Word | undefined): boolean {
  if (/^[|¦_^~`´]+$/.test(text)) return true;
  const begins = before === undefined || y0 > before.y0 + 1 || x0 < before.x0;
  if (begins && /^[-–—]$/.test(text)) return false;
  return (confidence ?? 1) < 0.5 && /^[^\p{L}\d%&+]+$/u.test(text);
}

function mendWord(word: Word, before: Word | undefined, known: Known): Word {
  // The head of the column of numbers is an abbreviation without a stop.
  const text = word.text.replaceAll('—', '–').replace(/^(S?TT)\.$/i, (_, head: string) => head.toUpperCase());
  const begins = before === undefined || word.y0 > before.y0 + 1 || word.x0 < before.x0;
  if (begins && /^[~_•·«=]$/.test(text)) return { ...word, text: '-' };
  const { before: opening, core, after } = partsOf(text);
  const confidence = isStrange(core, known) ? Math.min(word.confidence ?? 1, strange) : word.confidence;
  const better = startsWithY(core, known) ?? ((confidence ?? 1) < doubt ? betterFor(core, known) : undefined);
  return { ...word, text: better === undefined ? text : opening + better + after, confidence };
}

/** A doubted full stop before a small letter is a speck. */
function withoutStop(word: Word, next: Word | undefined): Word {
  const core = word.text.slice(0, -1);
  const isSpeck = /[^.]\.$/.test(word.text) && (word.confidence ?? 1) < doubt && /^\p{Ll}/u.test(next?.text ?? '');
  return isSpeck && isSyllable(core) ? { ...word, text: core } : word;
}

/** The most a word is trusted that is no syllable and stands nowhere else. */
const strange = 0.75;

const isStrange = (core: string, known: Known): boolean =>
  core.length > 1 && /^\p{L}+$/u.test(core) && !isSyllable(core) && (known.get(core) ?? 0) < 2;

/** Capital V and Y differ by hardly more than a stem; small ones do not, so the document tells: "yêu" it has, "vêu" not. */
function startsWithY(core: string, known: Known): string | undefined {
  const [small, other] = [`y${core.slice(1)}`, `v${core.slice(1)}`];
  const isMistaken = /^V\p{Ll}+$/u.test(core) && known.has(small) && !known.has(other);
  return isMistaken ? `Y${core.slice(1)}` : undefined;
}

/** Letters recognition takes for each other in abbreviations, where no sense helps it. */
const alike = (text: string): string => text.replace(/[OGQ]/g, 'C').replace(/[IT]/g, 'I');

/** The one known word nearest to a doubted one that is no word: a letter more, less or another. */
function betterFor(core: string, known: Known): string | undefined {
  if (core.length < 3 || !/^\p{L}+$/u.test(core) || (known.get(core) ?? 0) > 1 || isSyllable(core)) return undefined;
  const capitals = isCapitals(core);
  const near = [...known]
    .filter(([one]) => one !== core && Math.abs(one.length - core.length) <= 1 && isCapitals(one) === capitals)
    // An abbreviation is no word; one that is mistaken for another must be all but the same.
    .filter(([one]) => /^\p{L}+$/u.test(one) && (capitals ? one.length > 2 && !isSyllable(one) : one[0] === core[0]))
    .map(([one, count]) => ({ one, count, far: capitals ? distance(alike(one), alike(core)) : distance(one, core) }))
    .filter(({ one, far }) => far <= (one.length > 3 ? 1 : 0))
    .sort((a, b) => a.far - b.far || b.count - a.count);
  const [best, next] = near;
  if (!best || (next && next.far === best.far && next.count * 3 > best.count)) return undefined;
  return best.one;
}

const isCapitals = (text: string): boolean => /^\p{Lu}{2,}$/u.test(text);

/** Two syllables whose space was lost ("Xãhội"): together they are none, and the document knows both. */
function splitWord(word: Word, known: Known): Word[] {
  const { before, core, after } = partsOf(word.text);
  if (!/^\p{L}[\p{Ll}\p{M}]{3,}$/u.test(core) || isSyllable(core) || (known.has(core) && (known.get(core) ?? 0) > 1))
    return [word];
  const cuts = Array.from({ length: core.length - 3 }, (_, at) => at + 2).filter((at) => {
    const [left, right] = [core.slice(0, at), core.slice(at)];
    return known.has(left) && known.has(right) && isSyllable(left) && isSyllable(right);
  });
  if (cuts.length !== 1 || !/[^\0-\x7f]/.test(core)) return [word];
  const at = cuts[0] as number;
  const middle = word.x0 + ((word.x1 - word.x0) * (before.length + at)) / word.text.length;
  const gap = Math.min(1, (word.x1 - word.x0) / 20);
  return [
    { ...word, text: before + core.slice(0, at), x1: middle - gap },
    { ...word, text: core.slice(at) + after, x0: middle + gap },
  ];
}
