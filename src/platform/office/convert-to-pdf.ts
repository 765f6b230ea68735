import { convert } from './convert.ts';

/** Of our own making, and perhaps hundreds of pages long. */
const patience = 180_000;

/** A Word file as PDF, by LibreOffice. Undefined where it is not installed or could not. */
export const convertToPdf = (docx: Uint8Array): Promise<Uint8Array | undefined> =>
  convert(docx, { from: 'docx', to: 'pdf', filter: 'writer_pdf_Export' }, patience);
