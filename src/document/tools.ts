import type { PageContent, Picture } from './page/model.ts';

/**
 * What the domain cannot do itself, for it touches the machine: handed in by the platform. Each may be absent; the files
 * that need it are then refused by name.
 */
export type DocumentTools = {
  /** Refuses (`Refusal`) what is damaged, encrypted or too large. Never runs scripts, never opens attachments. */
  openPdf?: (bytes: Uint8Array) => Promise<PdfFile>;
  recognise?: Recognise;
  /** a file in another office format as DOCX; undefined where no converter is installed or it could not */
  convertToDocx?: (bytes: Uint8Array, from: 'doc' | 'rtf') => Promise<Uint8Array | undefined>;
  /** the text of a Word 97–2003 file, cells apart by tabs */
  extractDoc?: (bytes: Uint8Array) => Promise<string>;
  /** told how far a long reading has come */
  progress?: (progress: ReadingProgress) => void;
  /** gives up at the next page when aborted */
  signal?: AbortSignal;
};

/** `step` "pages": pages read from the file; "recognise": pages whose picture was recognised. `done` of `of`. */
export type ReadingProgress = { step: 'pages' | 'recognise'; done: number; of: number };

/** An open PDF. Pages count from 1. */
export type PdfFile = {
  pages: number;
  /** words and ruled lines; `words` is empty for a page that is a picture */
  readPage: (number: number) => Promise<PageContent>;
  /** the page as it is shown, in grey */
  drawPage: (number: number, dpi: number) => Promise<Picture>;
  close: () => Promise<void>;
};

/** One recognised word, its place in pixels of the picture it was in, confidence 0–1. */
export type RecognisedWord = {
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  confidence: number;
  /** words with the same number stand on one line */
  line: number;
};

/** What to recognise. `layout`: a page with columns, one block of lines, one line, one word. */
export type PieceToRecognise = { picture: Picture; layout: 'page' | 'block' | 'line' | 'word' };

/** The words of each piece, in reading order. */
export type Recognise = (
  pieces: PieceToRecognise[],
  options: { signal?: AbortSignal | undefined },
) => Promise<RecognisedWord[][]>;
