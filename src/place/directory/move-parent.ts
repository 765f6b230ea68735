import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Directory } from '../model.ts';
import {
  apply,
  continueAs,
  getChangeable,
  type Reorganised,
  refuse,
  requireFree,
  requireNoCycle,
} from './reorganise.ts';

/** The same agency under another parent from a day; what stands under it moves with it. */
export function moveParent(
  directory: Directory,
  { id, parentId }: { id: string; parentId: string | null },
  on: PlainDate,
): Reorganised {
  const { agency, span } = getChangeable(directory, id, on);
  if (span.parentId === parentId) refuse('same', span.name, on);
  requireNoCycle(directory, id, parentId, on);
  requireFree(directory, { name: span.name, parentId }, on, id);
  return apply(directory, [continueAs(agency, span, { parentId }, on)], []);
}
