import { letterheadLeft, points } from './measures.ts';
import { paperTypes } from './model.ts';
import { capitals } from './wording.ts';

/** Of bold capitals of Times New Roman and of a space between them, in their size. */
const letter = 0.72;
const space = 0.25;

const widthOf = (words: readonly string[], size: number): number =>
  (words.join('').length * letter + (words.length - 1) * space) * size;

/** These decide together: their name has a line of its own, the place below it. */
const together = /^((?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân)\s+(?=\p{L})/iu;
/** A name may be broken before these though they begin small; "xã hội" is no commune. */
const mayOpenLine = /^(?:và|tỉnh|thành|thị|huyện|quận|xã(?! hội)|phường|đặc)(?:\s|$)/u;

/**
 * A body's name in capitals, line by line as a letterhead sets it: on one where it fits, else broken between words that
 * belong apart. Small letters tell which do not: "Nông nghiệp", "Môi trường".
 */
export function letterheadLines(name: string, size: number): string[] {
  const said = name.normalize('NFC').trim();
  const first = together.exec(said)?.[1];
  const names = first === undefined ? [said] : [first, said.slice(first.length).trim()];
  return names.flatMap((one) => broken(one.split(/\s+/u), size)).map(capitals);
}

type Way = { cost: number; lines: string[] };

/** Of all ways to break it the one with the fewest lines, alike in length, none of which tears a word. */
function broken(words: readonly string[], size: number): string[] {
  const limit = points(letterheadLeft) * edge;
  const best: Way[] = [{ cost: 0, lines: [] }];
  for (let end = 1; end <= words.length; end += 1) {
    const ways = best.map((before, from): Way => {
      const line = words.slice(from, end);
      const slack = 1 - widthOf(line, size) / limit;
      const cost = before.cost + 1 + (slack < 0 ? tooLong - slack : slack * slack) + tearing(words, end);
      return { cost, lines: [...before.lines, line.join(' ')] };
    });
    best.push(ways.reduce((one, other) => (other.cost < one.cost ? other : one)));
  }
  return best.at(-1)?.lines ?? [];
}

/** Letters differ: a line is not planned to the very edge of its column. */
const edge = 0.97;

/** Words that stay together stand over the edge only where a single one does. */
const tooLong = 100;

/** What a break after so many words spoils; a line that begins "KẾ HOẠCH" would pass for what the paper is. */
function tearing(words: readonly string[], end: number): number {
  if (end === words.length) return 0;
  const next = words.slice(end).join(' ');
  const inside = /^(?:\p{Ll}|[-–])/u.test(next) && !mayOpenLine.test(next);
  const title = paperTypes.some((type) => next.toLocaleLowerCase('vi').startsWith(type.toLocaleLowerCase('vi')));
  const hanging = /^[-–]$|^(?:và|thành|thị|đặc)$/iu.test(words[end - 1] ?? '');
  return (inside || title ? 5 : 0) + (hanging ? 1 : 0);
}
