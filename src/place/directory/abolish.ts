import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Directory } from '../model.ts';
import { apply, endOn, getChangeable, type Reorganised, refuse, requireNoChildren } from './reorganise.ts';

/** Who takes over: one for the whole, or several with a function each. */
export type Takeover = { toId: string; function: string | null };

/** A unit ends the day before; those named take over its work. Refused while others stand under it. */
export function abolish(
  directory: Directory,
  { id, takeovers }: { id: string; takeovers: readonly Takeover[] },
  on: PlainDate,
): Reorganised {
  const { agency, span } = getChangeable(directory, id, on);
  if (takeovers.some(({ toId }) => toId === id)) refuse('self', span.name, on);
  requireNoChildren(directory, id, on);
  for (const { toId } of takeovers) getChangeable(directory, toId, on);
  const added = takeovers.map(({ toId, function: part }) => ({ fromId: id, toId, effective: on, function: part }));
  return apply(directory, [endOn(agency, span, on)], added);
}
