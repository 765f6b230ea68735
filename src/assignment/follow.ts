import { type Level, levels } from '../place/model.ts';
import type { Assignment } from './model.ts';

/** An assignment while its item is given out, before it is known who follows whom. */
export type Given = Pick<Assignment, 'role' | 'agencyId' | 'printed' | 'owes' | 'request'>;
type Following = Pick<Assignment, 'follows' | 'followsOnly'>;

/** What is asked of the directory of the plan's day. */
export type AskedOfDay = {
  levelOf: (agencyId: string) => Level | undefined;
  /** whether an agency stood within the area of the unit another belongs to */
  isWithinAreaOf: (agencyId: string, other: string) => boolean;
};

/**
 * Says of each assignment of an item whether who has it follows the others: sees, urges and steers those who owe it. Who leads
 * or monitors follows those of a lower level; those of the same level only if it is named itself and owes nothing here. So
 * of communes that lead side by side ("chủ trì: UBND các xã, phường") none is set over another. A district, or a commune,
 * follows of those below it the ones of its own area alone: "UBND các huyện" that guide "UBND các xã" each guide their own.
 */
export function addFollowing(assignments: readonly Given[], asked: AskedOfDay): (Given & Following)[] {
  const owing = assignments.filter(({ owes }) => owes).map(({ agencyId }) => agencyId);
  const lowest = Math.max(...owing.map((id) => rankOf(asked.levelOf(id))), 0);
  const named = Map.groupBy(assignments, ({ role, printed }) => `${role} ${printed}`);
  const alone = ({ role, printed }: Given): boolean => named.get(`${role} ${printed}`)?.length === 1;
  return assignments.map((one) => {
    const guides = one.role === 'lead' || one.role === 'monitor';
    const above = rankOf(asked.levelOf(one.agencyId)) < lowest;
    const beside = alone(one) && !one.owes;
    if (!guides || !(above || beside)) return { ...one, ...nobody };
    return {
      ...one,
      ...(isBound(asked.levelOf(one.agencyId)) ? ofArea(one.agencyId, owing, beside, asked) : everybody),
    };
  });
}

const nobody: Following = { follows: false, followsOnly: null };
const everybody: Following = { follows: true, followsOnly: null };

/** Whom a district or a commune follows: those below it within its area; the others only where it alone is named for them. */
function ofArea(
  id: string,
  owing: readonly string[],
  beside: boolean,
  { levelOf, isWithinAreaOf }: AskedOfDay,
): Following {
  const isLower = (other: string): boolean => rankOf(levelOf(other)) > rankOf(levelOf(id));
  const meant = owing.filter((other) => (isLower(other) ? isWithinAreaOf(other, id) : beside));
  if (meant.length === 0) return nobody;
  return meant.length === owing.length ? everybody : { follows: true, followsOnly: [...new Set(meant)].sort() };
}

/** There are several of these in a province, each with an area of its own. */
const isBound = (level: Level | undefined): boolean => level === 'district' || level === 'commune';

const rankOf = (level: Level | undefined): number => (level === undefined ? levels.length : levels.indexOf(level));
