import { estimate, type Question } from '../estimate.ts';
import type { Estimates, Scan } from '../model.ts';
import type { TableCell } from './lines.ts';
import { crossings } from './protect.ts';

/**
 * Which groups of two groupings hold anybody together, where both were asked for but not their crossing: so that what is
 * kept back of a district does not follow from its province. One scan more, and only where something is kept back.
 */
export async function findCrossed(question: Question, estimates: Estimates, scan: Scan): Promise<TableCell['by'][]> {
  const { request } = question;
  const by = crossings(request.by);
  const [first] = request.of;
  if (by.length === 0 || first === undefined || estimates.rows.every(({ hidden }) => hidden === null)) return [];
  const { method: _, ...rest } = request;
  const { rows } = await estimate({ ...question, request: { ...rest, of: [first], by } }, scan);
  return rows.map((row) => row.by);
}
