import type { PlainDate } from '../kernel/plain-date.ts';
import type { Grant, HeldRole, Reach } from './model.ts';

/** Where an agency stood from one day to another, both included. */
export type Placed = { agencyId: string; parentId: string | null; from: PlainDate; to: PlainDate | null };

/**
 * The roles an officer holds on a day: the grants that hold then, each with the agencies under it on that day where it was
 * given for all of them, and one delegated from another only while that other holds too. `grants` must hold those that
 * were delegated from. `heldRoles` of the store answers the same in SQL; a property test holds the two together.
 */
export function expandGrants(
  officerId: string,
  grants: readonly Grant[],
  agencies: readonly Placed[],
  on: PlainDate,
): HeldRole[] {
  const byId = new Map(grants.map((grant) => [grant.id, grant]));
  const holds = (grant: Grant): boolean => {
    if (grant.revoked || !covers(grant, on)) return false;
    if (grant.delegatedFrom === null) return true;
    const base = byId.get(grant.delegatedFrom);
    return base !== undefined && base.delegatedFrom === null && holds(base);
  };
  return grants
    .filter((grant) => grant.officerId === officerId && holds(grant))
    .map((grant) => ({ role: grant.role, agencies: reachOfGrant(grant, agencies, on) }));
}

function reachOfGrant({ agencyId, subtree }: Grant, agencies: readonly Placed[], on: PlainDate): Reach {
  if (agencyId === null) return 'all';
  return subtree ? under(agencyId, agencies, on) : [agencyId];
}

const covers = ({ from, to }: { from: PlainDate; to: PlainDate | null }, on: PlainDate): boolean =>
  from <= on && (to === null || to >= on);

/** An agency and all that stands under it on a day. The agency itself is there even when it has ended by then. */
function under(agencyId: string, agencies: readonly Placed[], on: PlainDate): string[] {
  const today = agencies.filter((placed) => covers(placed, on));
  const found = new Set([agencyId]);
  for (const id of found) {
    for (const placed of today) if (placed.parentId === id) found.add(placed.agencyId);
  }
  return [...found];
}
