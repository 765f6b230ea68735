import type { TextLine } from './text-lines.ts';

/** White space between two columns; it narrows as longer lines come. */
export type Gutter = { from: number; to: number };

/** The lines of a table without ruled lines, with the white space that parts its columns. */
export type Band = { lines: TextLine[]; spanning: Set<TextLine>; gutters: Gutter[] };

/** What a table that only aligns its columns leaves for its next page. */
export type Aligned = {
  /** the white space between its columns */
  gutters: Gutter[];
  /** its first lines, the header among them: printed again they say nothing new */
  opening: string[];
  /** goes on from the page before */
  headless: boolean;
};
