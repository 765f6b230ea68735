import type { Role } from '../plan/model.ts';

/** An open day of an agency, as far as it matters whether another is the same. */
export type OpenDay = {
  id: string;
  assignmentId: string;
  itemId: string;
  role: Role;
  key: string;
  due: string | null;
  agencyId: string;
  /** whether it came from an agency that is no more */
  moved: boolean;
  /** whether anybody has recorded anything about it: progress, evidence, a return, concrete acts */
  touched: boolean;
};

/** A day that is owed once more by the same agency, with the one that stays. */
export type Twin = { of: OpenDay; stays: OpenDay };

/**
 * After a merger the new agency owes the same item for the same day once for each of the merged. One is enough: the one on which
 * something has been recorded, else the agency's own, else the first. Another on which something has been recorded stays beside
 * it: what a person has entered is never closed by a rule.
 */
export function findTwins(days: readonly OpenDay[]): Twin[] {
  const same = Map.groupBy(days, (one) => JSON.stringify([one.agencyId, one.itemId, one.role, one.key, one.due]));
  return [...same.values()].flatMap((all) => {
    const [stays, ...others] = all.toSorted(byWorth);
    if (!stays || !all.some(({ moved }) => moved)) return [];
    return others.filter(({ touched }) => !touched).map((of) => ({ of, stays }));
  });
}

const byWorth = (a: OpenDay, b: OpenDay): number =>
  Number(b.touched) - Number(a.touched) || Number(a.moved) - Number(b.moved) || (a.id < b.id ? -1 : 1);
