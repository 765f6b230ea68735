import type { TakenView } from '../src/assignment/views.ts';

/** So many acts the server takes at once. */
const most = 500;

/**
 * Sends many acts in portions the server takes, one after the other, and tells of them as of one. Where a portion fails the
 * earlier ones hold; sent again under the same ids they count no second time.
 */
export async function inPortions<T>(
  acts: readonly T[],
  send: (portion: readonly T[]) => Promise<TakenView>,
  size: number = most,
): Promise<TakenView> {
  const all: TakenView = { taken: 0, known: 0, refused: [], assignments: [] };
  for (let from = 0; from === 0 || from < acts.length; from += size) {
    const { taken, known, refused, assignments } = await send(acts.slice(from, from + size));
    all.taken += taken;
    all.known += known;
    all.refused.push(...refused);
    // An assignment of two portions is as the later one left it.
    const later = new Set(assignments.map(({ id }) => id));
    all.assignments = [...all.assignments.filter(({ id }) => !later.has(id)), ...assignments];
  }
  return all;
}
