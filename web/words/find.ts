import { fold } from '../../src/kernel/text.ts';

/** Whether what is typed into a filter is found in these texts, word by word and without diacritics. */
export function findsWords(typed: string | undefined): (...texts: readonly (string | null | undefined)[]) => boolean {
  const words = fold(typed ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (...texts) => {
    const text = fold(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
}
