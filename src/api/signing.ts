import { Problem } from '../kernel/problem.ts';
import type { Asker } from '../people/model.ts';
import { heldFor, type Permission, reachOf } from '../people/permissions.ts';
import { findOwnAgency } from '../store/belonging.ts';
import type { Database } from '../store/db.ts';
import { todayInVietnam } from './work-answers.ts';

/**
 * In whose name an officer acts on something that belongs to `parties`: the first of them a role is held for; who holds a
 * role for the whole tenant signs for the agency they are of, never for one they are not of. `wanted`: whom they ask to act
 * for, refused where they may not.
 */
export type Signing = (parties: readonly string[], wanted?: string) => Promise<string | null>;

/** For one request: the agency of an officer is looked up once, and only where it is needed. */
export function openSigning(db: Database, asker: Asker, may: Permission): Signing {
  const held = heldFor(may, asker);
  const whole = reachOf(may, asker) === 'all';
  let looked: Promise<string | null> | undefined;
  const own = (): Promise<string | null> => {
    looked ??= findOwnAgency(db, asker, todayInVietnam());
    return looked;
  };
  return async (parties, wanted) => {
    if (wanted === undefined) return parties.find((id) => held.includes(id)) ?? (await own());
    if (held.includes(wanted) || (whole && wanted === (await own()))) return wanted;
    throw new Problem('permission-refused', { needed: may });
  };
}
