import type { PageContent } from '../page/model.ts';

/** Whether a page's text layer is missing or useless, so that its picture must be recognised. */
export const needsRecognition = (page: PageContent): boolean => page.words.length === 0;
