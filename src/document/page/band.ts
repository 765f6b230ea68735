import type { TextLine } from './text-lines.ts';

/** White space between two columns; it narrows as longer lines come. */
export type Gutter = { from: number; to: number };

/** The lines of a table without ruled lines, with the white space that parts its columns. */
export type Band = { lines: TextLine[]; spanning: Set<TextLine>; gutters: Gutter[] };
