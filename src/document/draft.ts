import type { LegacyFont } from './encoding/fonts.ts';
import type { Box, Paragraph, Table } from './model.ts';

/**
 * What each format's reader hands over: blocks in reading order, before numbering, normalising and laying out, which
 * are the same for every format and happen once, in `finish`.
 */

/**
 * A stretch of characters with one look. "\n" is a soft line break. `confidence` 0–1 only where it was recognised from a
 * picture.
 */
export type Run = {
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  confidence?: number;
  /** set in a font of an old encoding: `finish` makes it Unicode */
  legacy?: LegacyFont;
};

export type DraftParagraph = {
  kind: 'paragraph';
  runs: Run[];
  /** computed from automatic numbering or a list: "1.", "a)", "-"; null where none or where it stands in the text */
  label: string | null;
  heading: number | null;
  align: Paragraph['align'];
  line: number | null;
  /** columns of white space before it in a text file; absent where none */
  indent?: number;
  boxes?: Box[];
};

export type DraftCell = {
  /** 0-based column of the grid where the format states it; null: the next free one */
  column: number | null;
  colSpan: number;
  /** 0: down to the last row, as in HTML */
  rowSpan: number;
  paragraphs: DraftParagraph[];
  line: number | null;
  boxes?: Box[];
};

export type DraftRow = { cells: DraftCell[]; line: number | null };

export type DraftTable = {
  kind: 'table';
  rows: DraftRow[];
  headerRows: number;
  grid: Table['grid'];
  line: number | null;
  cuts?: number[];
};

export type DraftBlock = DraftParagraph | DraftTable;

export const plainRun = (text: string): Run => ({ text, bold: false, italic: false, underline: false });

/** Adds characters; those that look as the ones before join their run. */
export function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const same = last?.bold === run.bold && last.italic === run.italic && last.underline === run.underline;
  if (last && same && last.legacy === run.legacy) last.text += run.text;
  else runs.push(run);
}

export const draftParagraph = (runs: Run[], more: Partial<DraftParagraph> = {}): DraftParagraph => ({
  kind: 'paragraph',
  runs,
  label: null,
  heading: null,
  align: null,
  line: null,
  ...more,
});

export const draftCell = (paragraphs: DraftParagraph[], more: Partial<DraftCell> = {}): DraftCell => ({
  column: null,
  colSpan: 1,
  rowSpan: 1,
  paragraphs,
  line: null,
  ...more,
});

/** The paragraphs of blocks, those of tables inside in reading order. */
export function flatten(blocks: DraftBlock[]): DraftParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)),
  );
}
