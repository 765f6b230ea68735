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
    const [one] = named;
    // The document says which indices it is about; what stands above the table may mention another in passing.
    if (one && named.length === 1 && (head.indices.length === 0 || head.indices.includes(one)))
      return { index: one, confidence: 0.98 };
  }
  const [only, second] = head.indices;
  if (!only) return { index: null, confidence: 0.95 };
  if (only && !second) return { index: only, confidence: 0.95 };
  return fitting(sheet, head);
}

/** Of several indices, the one whose dimensions the group rows name. */
function fitting(sheet: Sheet, head: DocumentHead): { index: IndexName | null; confidence: number } {
  const headings = sheet.rows
    .filter((row) => workFields.every((field) => own(row, field) === ''))
    .map((row) => `${own(row, 'number')}. ${headingText(row)}`);
  const scored = head.indices
    .map((index) => ({ index, fit: fits(headings, index, head.year) }))
    .sort((a, b) => b.fit - a.fit);
  const [best, next] = scored;
  if (!best || best.fit === 0 || best.fit === next?.fit) return { index: null, confidence: 0.5 };
  return { index: best.index, confidence: best.fit > 1.2 * (next?.fit ?? 0) ? 0.85 : 0.6 };
}

function fits(headings: string[], index: IndexName, year: number | null): number {
  return headings.reduce((sum, text) => {
    const { dimension, confidence } = findDimension(index, year, text);
    return sum + (dimension !== null && confidence >= 0.6 ? confidence : 0);
  }, 0);
}
