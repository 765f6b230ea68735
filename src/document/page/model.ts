/**
 * What a page of a PDF or a scan holds before anyone looks for tables: words and ruled lines with their places. All in
 * points (1/72 inch) from the top left corner of the page as it is shown, its rotation applied.
 */

/** A stretch of letters without a space inside. */
export type Word = {
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** height of the letters: the size of the font */
  size: number;
  bold: boolean;
  italic: boolean;
  /** 0–1 where the word was recognised from a picture; null where the file states it */
  confidence: number | null;
};

/** A drawn line: horizontal where y0 = y1, vertical where x0 = x1; x0 ≤ x1 and y0 ≤ y1. */
export type Rule = { x0: number; y0: number; x1: number; y1: number };

export type PageContent = {
  /** from 1 */
  number: number;
  width: number;
  height: number;
  words: Word[];
  rules: Rule[];
  /** share of the page covered by pictures, 0–1; absent where unknown */
  pictures?: number;
  /** filled shapes with curves: letters drawn as shapes, where there are hundreds and no words; absent where unknown */
  shapes?: number;
  /** its text was recognised from its picture */
  scanned: boolean;
  /** quarter turns clockwise, beyond the file's own rotation, so that its text stands upright */
  turned?: 1 | 2 | 3;
};

/** A page or a part of one as a picture: one byte a pixel, row by row from the top, 0 black to 255 white. */
export type Picture = { width: number; height: number; gray: Uint8Array /** pixels per inch */; dpi: number };

/** A cell of a ruled grid, its rectangle in points. Rows and columns count from 0; a merged cell stands once. */
export type GridCell = {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
};

/** A table as it is drawn: where its column and row lines stand, and its cells in reading order. */
export type PageGrid = {
  xs: number[];
  ys: number[];
  cells: GridCell[];
  /** a line is drawn along the top, the bottom; where none is, the table may go on over the page */
  closedTop: boolean;
  closedBottom: boolean;
};
