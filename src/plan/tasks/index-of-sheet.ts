import { findDimension } from '../../framework/codes.ts';
import { findIndices } from '../head/indices.ts';
import type { DocumentHead, IndexName } from '../model.ts';
import { headingText } from './facts.ts';
import { own, workFields } from './row.ts';
import type { Sheet } from './sheets.ts';

/** Which index a sheet's tasks are for: what its caption names, else the document's only one, else what its groups fit. */
export function findIndex(sheet: Sheet, head: DocumentHead): { index: IndexName | null; confidence: number } {
  for (const caption of sheet.captions.toReversed()) {
    const named = findIndices(caption);
    if (named.length === 1 && named[0]) return { index: named[0], confidence: 0.98 };
  }
  const [only, second] = head.indices;
  if (only && !second) return { index: only, confidence: 0.95 };
  return fitting(sheet, head);
}

/** Of several indices, the one whose dimensions the group rows name. */
function fitting(sheet: Sheet, head: DocumentHead): { index: IndexName | null; confidence: number } {
  const headings = sheet.rows
    .filter((row) => workFields.every((field) => own(row, field) === ''))
    .map((row) => `${own(row, 'number')}. ${headingText(row)}`);
  const scored = head.indices
    .map((index) => ({
      index,
      fits: headings.filter((text) => findDimension(index, head.year, text).confidence >= 0.7).length,
    }))
    .sort((a, b) => b.fits - a.fits);
  const [best, next] = scored;
  if (!best || best.fits === 0 || best.fits === next?.fits) return { index: null, confidence: 0.5 };
  return { index: best.index, confidence: 0.8 };
}
