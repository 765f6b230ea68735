import { type DraftParagraph, draftParagraph, type Run } from '../draft.ts';
import type { Box, Paragraph } from '../model.ts';
import type { Frame } from './group-lines.ts';
import type { Word } from './model.ts';
import type { TextLine } from './text-lines.ts';

/** The lines of one paragraph as a draft of it: its words with their looks, where it stands, how it is set. */
export function draftText(lines: TextLine[], frame: Frame): DraftParagraph {
  const runs: Run[] = [];
  let before: Word | undefined;
  for (const line of lines)
    for (const [at, word] of line.words.entries()) {
      const text = before ? joint(before, word, at === 0) + word.text : word.text;
      append(runs, text, word);
      before = word;
    }
  return draftParagraph(runs, { align: alignOf(lines, frame), boxes: boxesOf(lines) });
}

/** Words as runs: as long as the look stays, one; a recognised word is a run of its own, with what is thought of it. */
function append(runs: Run[], text: string, { bold, italic, confidence }: Word): void {
  const last = runs.at(-1);
  if (last && confidence === null && last.bold === bold && last.italic === italic) last.text += text;
  else runs.push({ text, bold, italic, underline: false, ...(confidence === null ? {} : { confidence }) });
}

/** What stands between two words: nothing where a word was only broken, or where its letters change their look. */
function joint(before: Word, word: Word, onNextLine: boolean): string {
  if (onNextLine) return isBroken(before.text, word.text) ? '' : ' ';
  return word.confidence === null && word.x0 - before.x1 < 0.1 * word.size ? '' : ' ';
}

/**
 * "413/UBND-" / "NV", "6 tháng/" / "năm", an address: broken after a mark inside a word. Who sets spaces round the dash of
 * a name sets one before it too, and then it is a word of its own.
 */
function isBroken(above: string, below: string): boolean {
  if (/^https?:|^www\./.test(above) && !/^\p{Lu}/u.test(below)) return true;
  // A narrow column breaks a date in the middle of its year: "01/10/202" / "6".
  if (/\/\d{1,2}\/(?:2|20|20\d)$/.test(above) && /^\d{1,3}(?!\d)/.test(below))
    return /\/(?:20\d\d)(?!\d)/.test(above + below);
  return /[\p{L}\d][/-]$/u.test(above) && /^[\p{L}\d]/u.test(below);
}

/** One box for each page the lines stand on. */
export function boxesOf(lines: TextLine[]): Box[] {
  const boxes: Box[] = [];
  for (const { page, x0, y0, x1, y1 } of lines) {
    const box = boxes.find((one) => one.page === page);
    if (!box) boxes.push({ page, x0, y0, x1, y1 });
    else {
      box.x0 = Math.min(box.x0, x0);
      box.y0 = Math.min(box.y0, y0);
      box.x1 = Math.max(box.x1, x1);
      box.y1 = Math.max(box.y1, y1);
    }
  }
  return boxes;
}

/** Centred where the margins of each line are alike and wide, right where only the left one is wide. */
function alignOf(lines: TextLine[], { left, right }: Frame): Paragraph['align'] {
  const size = lines[0]?.size ?? 10;
  const margins = lines.map(({ x0, x1 }) => [x0 - left, right - x1] as [number, number]);
  const wide = (margin: number): boolean => margin > 1.5 * size;
  if (margins.some(([before]) => wide(before)) && margins.every(([before, after]) => Math.abs(before - after) < size))
    return 'center';
  if (margins.every(([before, after]) => before > 4 * size && after < size)) return 'right';
  const full = margins.slice(0, -1);
  return full.length > 0 && full.every(([, after]) => Math.abs(after) < 1) ? 'justify' : 'left';
}

export const plainText = (lines: TextLine[]): string => lines.map(({ text }) => text).join(' ');
