import type { DocumentTools } from '../../document/tools.ts';

/** The machine's part in reading documents, for the reading process. */
export const readingTools: DocumentTools = {};
