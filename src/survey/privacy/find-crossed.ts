import { estimateJoint } from '../estimate/joint.ts';
import type { Question } from '../estimate.ts';
import type { Estimates, Scan } from '../model.ts';
import type { TableCell } from './lines.ts';
import { crossings } from './protect.ts';

/**
 * Which groups of two groupings hold anybody together, where both were asked for but not their crossing: so that what is
 * kept back of a district does not follow from its province. One scan more, and only where something is kept back.
 */
export async function findCrossed(
  { design, dictionary, request }: Question,
  estimates: Pick<Estimates, 'rows'>,
  scan: Scan,
): Promise<TableCell['by'][]> {
  const by = crossings(request.by);
  if (by.length === 0 || estimates.rows.every(({ hidden }) => hidden === null)) return [];
  // Who lies in which group does not depend on how weights are moved, nor on what was asked.
  const { weights: _, ...drawn } = design;
  const { groupings } = await estimateJoint(drawn, dictionary, { of: [], by }, scan);
  return groupings.flatMap(({ by: columns, domains }) =>
    domains.map((values) => Object.fromEntries(columns.map((name, i) => [name, values[i] ?? null]))),
  );
}
