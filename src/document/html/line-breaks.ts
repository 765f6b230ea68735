import { findClause } from '../clause.ts';
import { type DraftBlock, type DraftParagraph, draftParagraph, plainRun, type Run } from '../draft.ts';
import type { Line } from '../text/lines.ts';
import { findWrapping, groupLines } from '../text/paragraphs.ts';

/**
 * Pages that part their paragraphs by line breaks: an empty line always parts them; single breaks do where a line begins
 * with a label of a clause, or where there are too many for a title or an address.
 */
export function splitAtBreaks(blocks: DraftBlock[]): DraftBlock[] {
  return blocks.flatMap((block): DraftBlock[] => {
    if (block.kind !== 'paragraph' || !block.runs.some(({ text }) => text === '\n')) return [block];
    return splitParagraph(block);
  });
}

/**
 * Pages made from print have a paragraph for each printed line: where lines go on in the middle of a sentence again and
 * again, they are joined as those of a wrapped text are.
 */
export function joinPrintedLines(blocks: DraftBlock[]): DraftBlock[] {
  const lines = blocks.map((block, at): PrintedLine => {
    const lone = block.kind === 'table' || block.label !== null || block.heading !== null;
    return { block, text: lone ? '' : textOf(block.runs), number: at + 1 };
  });
  const wrapping = findWrapping(lines);
  if (!wrapping.wrapped) return blocks;
  const stretches = partAt(lines, ({ text }) => text === '');
  return stretches.flatMap((stretch) => groupLines(stretch, wrapping).map(joinBlocks));
}

type PrintedLine = Line & { block: DraftBlock };

/** Stretches of lines; those that stand alone are stretches of their own. */
function partAt(lines: PrintedLine[], alone: (line: PrintedLine) => boolean): PrintedLine[][] {
  const stretches: PrintedLine[][] = [];
  let open = false;
  for (const line of lines) {
    if (open && !alone(line)) stretches.at(-1)?.push(line);
    else stretches.push([line]);
    open = !alone(line);
  }
  return stretches;
}

function joinBlocks(group: PrintedLine[]): DraftBlock {
  const [first, ...rest] = group.map(({ block }) => block) as [DraftBlock, ...DraftBlock[]];
  if (first.kind === 'table') return first;
  const more = rest.flatMap((block) => (block.kind === 'table' ? [] : [plainRun(' '), ...block.runs]));
  return { ...first, runs: [...first.runs, ...more] };
}

/** More lines than a title or an address has. */
const many = 8;

function splitParagraph(paragraph: DraftParagraph): DraftParagraph[] {
  const groups = splitLines(paragraph.runs);
  const lines = groups.flat();
  const parted = lines.length > many || lines.slice(1).some((line) => findClause(textOf(line)) !== null);
  const parts = parted ? lines : groups.map(joinLines);
  const { label, heading, align } = paragraph;
  return parts.map((runs, at) => draftParagraph(runs, { label: at === 0 ? label : null, heading, align }));
}

const textOf = (line: Run[]): string =>
  line
    .map(({ text }) => text)
    .join('')
    .trim();

const joinLines = (lines: Run[][]): Run[] =>
  lines.flatMap((line, at) =>
    at === 0 ? line : [{ text: '\n', bold: false, italic: false, underline: false }, ...line],
  );

/** Lines in groups that empty lines part. */
function splitLines(runs: Run[]): Run[][][] {
  const groups: Run[][][] = [[[]]];
  for (const run of runs) {
    const group = groups.at(-1) as Run[][];
    if (run.text !== '\n') group.at(-1)?.push(run);
    else if (textOf(group.at(-1) ?? []) !== '') group.push([]);
    else if (group.length > 1) groups.push([[]]);
  }
  return groups.map((group) => group.filter((line) => textOf(line) !== '')).filter((group) => group.length > 0);
}
