import { Problem } from '../kernel/problem.ts';

/** Why a file cannot be read; each is a Problem of that code once `readDocument` has put the file's name to it. */
export type RefusalCode =
  | 'file-empty'
  | 'file-damaged'
  | 'file-encrypted'
  | 'file-expands-too-much'
  | 'file-declares-entities'
  | 'document-too-complex'
  | 'file-has-too-many-pages'
  | 'picture-too-large'
  | 'file-is-old-word'
  | 'file-is-pdf'
  | 'file-is-picture'
  | 'file-is-spreadsheet'
  | 'file-is-presentation'
  | 'file-is-open-document'
  | 'file-is-rich-text'
  | 'file-is-archive'
  | 'text-not-unicode'
  | 'recognition-not-there'
  | 'file-unknown';

/** Thrown deep inside a reader, which knows the trouble but not the name of the file. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** Puts the file's name to a refusal; anything else passes. */
export function nameRefusal(error: unknown, name: string): unknown {
  return error instanceof Refusal ? new Problem(error.code, { name }, { cause: error }) : error;
}
