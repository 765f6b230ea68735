import type { PlainDate } from '../../kernel/plain-date.ts';
import { ancestorsOf } from '../directory/on.ts';
import type { Directory } from '../model.ts';
import { dayOf } from './day.ts';

/**
 * Whether an agency stood that day within the area of the unit another belongs to: a commune of the district, and whatever
 * belongs to that commune. What belongs to no unit is within none, and has no area of its own.
 */
export function isWithinAreaOf(directory: Directory, id: string, other: string, on: PlainDate): boolean {
  const { byId } = dayOf(directory, on);
  const [own, area] = [byId.get(id)?.owner, byId.get(other)?.owner];
  if (!own || !area) return false;
  return own.id === area.id || ancestorsOf(directory, own.id, on).some(({ agency }) => agency.id === area.id);
}
