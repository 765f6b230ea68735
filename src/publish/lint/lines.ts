import { fold, squish } from '../../kernel/text.ts';
import type { LaidParagraph, LaidRun } from './laid-out.ts';

/**
 * A printed line of the head or the foot of a document: a paragraph, or a piece of one that was broken by hand or set in
 * two columns by tabs. `words`: squished, `folded`: for comparing. `whole`: the paragraph it is of.
 */
export type Line = LaidParagraph & {
  words: string;
  folded: string;
  /** which of two columns it stands in; null where there is one */
  side: 'left' | 'right' | null;
  /** begins within its paragraph */
  continued: boolean;
};

/** No head is longer: twenty lines of two columns. */
const headReach = 60;

export function toLines(paragraphs: readonly LaidParagraph[]): Line[] {
  return paragraphs.flatMap((one, at) =>
    piecesOf(one.text, at < headReach).map(({ from, to, side }, piece, all) => {
      const text = one.text.slice(from, to);
      const cell = one.cell && (one.cell.column === 0 ? 'left' : 'right');
      return {
        ...one,
        ...{ text, words: squish(text), folded: fold(squish(text)), runs: slice(one.runs, from, to) },
        ...{ side: side ?? cell, continued: piece > 0, lines: piece === all.length - 1 ? one.lines : [] },
      };
    }),
  );
}

type Piece = { from: number; to: number; side: Line['side'] };

/** What begins the right-hand column of a head where tabs or blanks part it from the left. */
const rightHand =
  /(?<=\S)(?:\t+|\s{2,}|\s)(?=C[ỘO]NG\s+H[ÒOÀA]{2}\s+X|Độc\s+lập\s*[-–]|[^\s\d/][^,\t/\d]{1,40},\s*ngày\b)/u;

/** Who breaks a paragraph more often by hand means no lines of a head. */
const mostBreaks = 100;

function piecesOf(text: string, head: boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  if (text.split('\n', mostBreaks).length === mostBreaks) return [{ from, to: text.length, side: null }];
  for (const line of text.split('\n')) {
    const composed = line.normalize('NFC');
    const cut = head && composed === line ? rightHand.exec(line) : null;
    const left = cut ? line.slice(0, cut.index) : line;
    // What stands left of a place and day is the number, else it is a sentence.
    if (cut && (!/ngày/.test(line) || /^\s*số(?!\p{L})/iu.test(left))) {
      pieces.push({ from, to: from + cut.index, side: 'left' });
      pieces.push({ from: from + cut.index + cut[0].length, to: from + line.length, side: 'right' });
    } else pieces.push({ from, to: from + line.length, side: null });
    from += line.length + 1;
  }
  return pieces;
}

function slice(runs: readonly LaidRun[], from: number, to: number): LaidRun[] {
  let start = 0;
  return runs.flatMap((run) => {
    const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, run.text.length)];
    start += run.text.length;
    return begin < end ? [{ ...run, text: run.text.slice(begin, end) }] : [];
  });
}

/** Nothing to read in it: blank, or a line typed with dashes. */
export const isBlank = ({ words }: Line): boolean => !/[\p{L}\p{N}]/u.test(words);

/** Letters all capital. */
export const isCapital = ({ words }: Line): boolean => /\p{L}/u.test(words) && words === words.toLocaleUpperCase('vi');

const letters = /\p{L}/u;
export const isBold = ({ runs }: Line): boolean => {
  const lettered = runs.filter(({ text }) => letters.test(text));
  return lettered.length > 0 && lettered.every(({ bold }) => bold);
};
