import { isBlank, type Line } from './lines.ts';

/** An appendix: its heading, its name where it has one, and what says whose it is. */
export type Appendix = { head: Line; title: Line[]; note: Line[] };

/** A line with nothing but the word and its number. */
export const isAppendixHead = ({ folded, cell }: Line): boolean =>
  cell === null && /^phu luc(?:\s+(?:so\s+)?(?:[ivx]+|\d+|[a-d]))?\s*[.:]?$/.test(folded);

const reach = 8;

export function findAppendices(lines: readonly Line[]): Appendix[] {
  return lines.flatMap((head, at) => {
    if (!isAppendixHead(head)) return [];
    const below = lines.slice(at + 1, at + 1 + reach).filter((line) => !isBlank(line));
    const end = below.findIndex((line) => isNote(line) || line.cell !== null || isAppendixHead(line));
    const title = below.slice(0, end < 0 ? 1 : end);
    return [{ head, title: title.slice(0, 3), note: below.slice(title.length, title.length + 1).filter(isNote) }];
  });
}

const isNote = ({ folded }: Line): boolean => /^\(?\s*(?:ban hanh )?kem theo\b/.test(folded);
