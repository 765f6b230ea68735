/**
 * A Word document as it is laid out on paper: what a clerk sees and measures, and what the decree on clerical work speaks
 * of. Lengths of pages are millimetres, of letters, gaps and drawn lines points, of indents centimetres.
 */
export type LaidOut = { sections: Section[]; paragraphs: LaidParagraph[] };

/** Pages laid out alike. */
export type Section = {
  width: number;
  height: number;
  margins: { top: number; bottom: number; left: number; right: number };
  /** what stands in the top margin of the first page, and of those after it */
  first: LaidParagraph[];
  others: LaidParagraph[];
  footers: LaidParagraph[];
  /** the number its first page is given; null: goes on counting */
  start: number | null;
  /** "decimal" where pages are counted 1, 2, 3 */
  format: string;
};

/** Where a paragraph stands in a table: which table, row and column, counted from 0. */
export type Cell = { table: number; row: number; column: number };

export type Align = 'left' | 'center' | 'right' | 'justify';

/** A line drawn in or under a paragraph, not by underlining; its length is unknown where it goes as far as its room. */
export type DrawnLine = { length: number | null };

/** The number of a page, set by a field. `later`: it is made not to show on the first page. */
export type PageField = { size: number; italic: boolean; later: boolean };

/** A paragraph as printed, with the look of its letters. White space alone is a paragraph too. */
export type LaidParagraph = {
  /** which of the file, counted from 1 */
  number: number;
  text: string;
  runs: LaidRun[];
  align: Align;
  /** where its first line begins, centimetres from the margin; null where a list or a tab says so */
  indent: number | null;
  /** points above and below; `contextual`: none to a neighbour of the same style */
  before: number;
  after: number;
  contextual: boolean;
  style: string | undefined;
  line: Spacing;
  /** numbered or marked with a dash by the word processor */
  listed: boolean;
  lines: DrawnLine[];
  page: PageField | null;
  cell: Cell | null;
  section: number;
};

/** In lines of text, or in points exactly or at least. */
export type Spacing = { lines: number } | { points: number; least: boolean };

/** Letters of one look. `font` null: the word processor's own, Times New Roman. `colour` RRGGBB, null: black. */
export type LaidRun = {
  text: string;
  font: string | null;
  size: number;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  colour: string | null;
  /** set in a font of an old encoding, though the text here is Unicode */
  old: boolean;
};
