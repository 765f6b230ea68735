import { type Level, levels } from '../place/model.ts';
import type { Assignment } from './model.ts';

/** An assignment while its item is given out, before it is known who follows whom. */
export type Given = Pick<Assignment, 'role' | 'agencyId' | 'printed' | 'owes' | 'request'>;

/**
 * Says of each assignment of an item whether who has it follows the others: sees, urges and steers all who owe it. Who leads
 * or monitors follows those of a lower level; those of the same level only if it is named itself and owes nothing here. So
 * of communes that lead side by side ("chủ trì: UBND các xã, phường") none is set over another.
 */
export function addFollowing(
  assignments: readonly Given[],
  levelOf: (agencyId: string) => Level | undefined,
): (Given & Pick<Assignment, 'follows'>)[] {
  const owing = assignments.filter(({ owes }) => owes).map(({ agencyId }) => rankOf(levelOf(agencyId)));
  const lowest = Math.max(...owing, 0);
  const named = Map.groupBy(assignments, ({ role, printed }) => `${role} ${printed}`);
  const alone = ({ role, printed }: Given): boolean => named.get(`${role} ${printed}`)?.length === 1;
  return assignments.map((one) => {
    const guides = one.role === 'lead' || one.role === 'monitor';
    const above = rankOf(levelOf(one.agencyId)) < lowest;
    return { ...one, follows: guides && (above || (alone(one) && !one.owes)) };
  });
}

const rankOf = (level: Level | undefined): number => (level === undefined ? levels.length : levels.indexOf(level));
