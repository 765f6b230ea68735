import { convert } from './convert.ts';

/** LibreOffice needs some seconds to start; what takes longer than this is no plan. */
const patience = 40_000;

/** A file in an older office format as DOCX, by LibreOffice. Undefined where it is not installed or could not. */
export const convertToDocx = (bytes: Uint8Array, from: 'doc' | 'rtf'): Promise<Uint8Array | undefined> =>
  convert(bytes, { from, to: 'docx', filter: 'MS Word 2007 XML' }, patience);
