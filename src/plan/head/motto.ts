import { fold } from '../../kernel/text.ts';

/**
 * The motto of the state and of the Party, which stands beside the issuer's name. Scans misread a letter of each word and
 * lose marks ("CỌNG HOÀ XÃ HÔI"), so each word is told by its ends.
 */
const mottoes = [
  /c[a-z]ng\s*h[a-z]{1,2}\s*x[a-z]\s*h[a-z]{1,2}\s*ch[a-z]\s*n[a-z]h[a-z]{2}\s*v[a-z]{1,2}t\s*n[a-z]m/g,
  /d[a-z]c\s*l[a-z]p\s*[-–—.~_]*\s*t[a-z]\s*d[a-z]\s*[-–—.~_]*\s*h[a-z]nh\s*ph[a-z]c/g,
  /d[a-z]ng\s*c[a-z]ng\s*s[a-z]n\s*v[a-z]{1,2}t\s*n[a-z]m/g,
];

/** The text with the mottoes left out. */
export function withoutMotto(text: string): string {
  const printed = text.normalize('NFC');
  // Folded letter by letter, a place in the one is a place in the other.
  const folded = [...printed].map((letter) => fold(letter).slice(0, 1) || ' ').join('');
  if (folded.length !== printed.length) return printed;
  const places = mottoes.flatMap((motto) => [...folded.matchAll(motto)]);
  return places.reduce((rest, { index, 0: found }) => {
    return `${rest.slice(0, index)}${' '.repeat(found.length)}${rest.slice(index + found.length)}`;
  }, printed);
}
