import type { Agency } from '../model.ts';
import type { Reorganised } from './reorganise.ts';

/** Who takes over open work: named assignments, or all the rest. */
export type Handing = { fromId: string; toId: string; assignmentIds: readonly string[] | 'rest' };

/** What was done to the directory; enough to say, then or on a later day, to whom work goes. */
export type Done = Pick<Reorganised, 'changed' | 'added'>;

/** Agencies that are no more from that day on. */
export const endedBy = ({ changed }: Done): string[] =>
  changed.flatMap(({ id, before, after }) => (isOver(after) && !isOver(before) ? id : []));

/** Whether its last day is known. */
const isOver = (agency: Agency | null): boolean => agency?.spans.at(-1)?.to != null;

/** Whose work is touched: who gives work away, and who ends, with or without anybody named to take over. */
export const giversOf = (done: Done): string[] => [
  ...new Set([...done.added.map(({ fromId }) => fromId), ...endedBy(done)]),
];

/** Agencies that end and whose whole work goes to one, with that one. */
export function wholeHeirs({ added }: Done): Map<string, string> {
  const heirs = new Map<string, string>();
  for (const [fromId, all] of Map.groupBy(added, (one) => one.fromId)) {
    const [only] = all;
    if (only && all.length === 1 && only.function === null) heirs.set(fromId, only.toId);
  }
  return heirs;
}

/**
 * Who takes over one piece of work: who is named for it, else for the rest, else the only one who takes over the whole. It stays
 * where its agency goes on; null where that ends and nobody is named.
 */
export function heirOf(done: Done, handing: readonly Handing[], fromId: string, assignmentId: string): string | null {
  const own = handing.filter((one) => one.fromId === fromId);
  const named = own.find(({ assignmentIds }) => assignmentIds !== 'rest' && assignmentIds.includes(assignmentId));
  const rest = own.find(({ assignmentIds }) => assignmentIds === 'rest');
  const stays = endedBy(done).includes(fromId) ? null : fromId;
  return named?.toId ?? rest?.toId ?? wholeHeirs(done).get(fromId) ?? stays;
}
