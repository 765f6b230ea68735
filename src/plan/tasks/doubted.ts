import type { Cell } from '../../document/model.ts';

/** The words of a cell that recognition doubts, whole: a word with one doubtful letter is in doubt. */
export function doubtedWords(cell: Pick<Cell, 'paragraphs'>): { doubted?: string[] } {
  const words = cell.paragraphs.flatMap(({ text, recognised }) =>
    recognised === undefined || recognised.doubtful.length === 0
      ? []
      : [...text.matchAll(/\S+/g)]
          .filter(({ 0: word, index }) =>
            recognised.doubtful.some(([start, end]) => start < index + word.length && index < end),
          )
          .map(([word]) => word),
  );
  return words.length > 0 ? { doubted: [...new Set(words)] } : {};
}

type Doubts = { doubted?: string[] };

/** The doubts of slots put together. */
export function joinDoubts(...slots: (Doubts | undefined)[]): Doubts {
  const words = slots.flatMap((slot) => slot?.doubted ?? []);
  return words.length > 0 ? { doubted: [...new Set(words)] } : {};
}

/** Where doubted words stand in the text of a slot, whatever was joined or flowed since. */
export function stretchesOf(text: string, doubted: readonly string[] = []): [number, number][] {
  if (doubted.length === 0) return [];
  const words = new Set(doubted);
  return [...text.matchAll(/\S+/g)]
    .filter(([word]) => words.has(word) || words.has(word.replace(/;$/, '')))
    .map(({ 0: word, index }): [number, number] => [index, index + word.length]);
}
