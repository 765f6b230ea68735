import type { DocumentTools } from '../../document/tools.ts';
import { convertToDocx } from '../office/convert-to-docx.ts';
import { extractDoc } from '../office/extract-doc.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { recognise } from '../recognition/recognise.ts';

/** The machine's part in reading documents, for the reading process. */
export const readingTools: DocumentTools = { openPdf, recognise, convertToDocx, extractDoc };
