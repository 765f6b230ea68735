/**
 * What any file becomes before anyone asks what it means: blocks in reading order, tables as grids, and for each piece
 * where it came from.
 */

/** Where a piece stands in the file. All count from 1; null where the format or the place has none. */
export type Provenance = {
  /** null where the format has no pages */
  page: number | null;
  /** number of the table in the document, in reading order; nested tables are not counted */
  table: number | null;
  /** row in that table as printed in the file */
  row: number | null;
  /** line of a text file */
  line: number | null;
};

/**
 * A place on a page, in points (1/72 inch) from the top left corner of the page as it is shown (its rotation applied).
 * Pages count from 1.
 */
export type Box = { page: number; x0: number; y0: number; x1: number; y1: number };

/**
 * A page as it is shown, in points; `scanned` where its text was recognised from its picture, `turned` the quarter turns
 * clockwise it was given, beyond the file's own rotation, so that its text stands upright.
 */
export type PageLayout = { width: number; height: number; scanned: boolean; turned?: 1 | 2 | 3 };

/**
 * What optical recognition thinks of its own work: the mean confidence of the words, 0–1, and the stretches of `text`
 * (UTF-16 offsets, end excluded) it doubts. Only these may be corrected by guesses.
 */
export type Recognition = { confidence: number; doubtful: [start: number, end: number][] };

/**
 * How a paragraph is numbered. `label` is as printed or as computed from automatic numbering ("II.", "1.", "a)", "-");
 * `depth` orders kinds from outer to inner: part 0, roman 1, decimal 2 (2.1 is 3 …), letter 5, dash 6, plus 7.
 */
export type Clause = { kind: 'part' | 'roman' | 'decimal' | 'letter' | 'dash' | 'plus'; label: string; depth: number };

export type Paragraph = {
  kind: 'paragraph';
  /** unique in the document, stable for the same bytes; the screens highlight by it */
  id: string;
  /**
   * NFC, markup removed, the clause label included at its start as "II. ", "a) ", "- " whether printed or automatic.
   * Soft line breaks inside the paragraph are "\n".
   */
  text: string;
  clause: Clause | null;
  /** 1–6 where the format marks it as a heading */
  heading: number | null;
  /** every visible character is bold */
  bold: boolean;
  /** starts with bold (or italic, or underlined) words up to this offset in `text`; 0 where it does not */
  strongTo: number;
  align: 'left' | 'center' | 'right' | 'justify' | null;
  source: Provenance;
  /** columns of white space before it in a text file, which nest the lists of Markdown; absent where none */
  indent?: number;
  /** where it stands, one box for each page it touches; absent where the format has no pages */
  boxes?: Box[];
  /** absent where the text was not recognised from a picture */
  recognised?: Recognition;
};

export type Cell = {
  id: string;
  /** 0-based place in the grid of the table; a merged cell stands once, at its top left */
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  /** paragraphs of the cell, those of nested tables included in reading order */
  paragraphs: Paragraph[];
  /** the paragraphs joined with "\n" */
  text: string;
  source: Provenance;
  /** the cell's own rectangle, one for each page it touches; absent where the format has no pages */
  boxes?: Box[];
};

export type Table = {
  kind: 'table';
  id: string;
  rows: number;
  columns: number;
  /** in reading order; every grid place is covered by exactly one cell */
  cells: Cell[];
  /** first rows marked by the format as a repeated header (w:tblHeader, thead); 0 where not marked */
  headerRows: number;
  /**
   * "dropped" where the text extraction lost the grid (one cell per line, merged cells missing), so that the columns of
   * the cells after a gap are inferred; "printed" where the format states it
   */
  grid: 'printed' | 'dropped';
  /** rows (0-based) that begin on another page and may be the rest of the row above; absent where the format has no pages */
  cuts?: number[];
  source: Provenance;
};

export type Block = Paragraph | Table;

export type DocumentFormat = 'docx' | 'html' | 'markdown' | 'text' | 'pdf' | 'doc' | 'odt' | 'xlsx';

export type DocumentWarning = { code: string; message: string; source: Provenance | null };

export type Document = {
  format: DocumentFormat;
  blocks: Block[];
  /** null where the format has no pages */
  pages: number | null;
  /** the pages as they are shown, in order; absent where the format has no pages */
  layout?: PageLayout[];
  warnings: DocumentWarning[];
};
