import { fold } from '../../kernel/text.ts';

/** At most three known names that somebody may have meant, nearest first; none is said where none is near. */
export function nearNames(name: string, known: readonly string[]): string[] {
  const wanted = plain(name).slice(0, 60);
  return known
    .map((one) => ({ one, far: distance(wanted, plain(one).slice(0, 60)) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ one }) => one);
}

const plain = (name: string): string => fold(name).replace(/[\s_.-]+/g, '');

/** Letters to add, drop or change until one is the other (Levenshtein 1965). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
