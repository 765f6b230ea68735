/** A paper before it is a file: paragraphs and tables that every format can write. */
export type GridCell = {
  text: string;
  colSpan?: number;
  rowSpan?: number;
  bold?: boolean;
  /** the word processor counts it: the level of its list */
  counted?: number;
};

export type TablePiece = { kind: 'table'; rows: GridCell[][]; headerRows: number; landscape: boolean };
export type ParagraphPiece = { kind: 'paragraph'; text: string; bold?: boolean; centred?: boolean };
export type Piece = ParagraphPiece | TablePiece;

export const line = (text: string, options: Omit<ParagraphPiece, 'kind' | 'text'> = {}): Piece => ({
  kind: 'paragraph',
  text,
  ...options,
});

export const title = (text: string): Piece => line(text, { bold: true, centred: true });
