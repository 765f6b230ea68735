import type { DocumentTools } from '../../document/tools.ts';
import { openPdf } from '../pdf/open-pdf.ts';

/** The machine's part in reading documents, for the reading process. */
export const readingTools: DocumentTools = { openPdf };
