import type { Asker } from '../people/model.ts';
import { heldFor, type Permission } from '../people/permissions.ts';
import { findAgencyOf, findOwnAgency } from '../store/belonging.ts';
import type { Database } from '../store/db.ts';
import { todayInVietnam } from './work-answers.ts';

/**
 * The agencies whose work is an officer's own: those a role is held for, and the one they are of where it is held for the whole
 * tenant. The focal office's work is its own officers' alone: an auditor of no agency of the directory has none.
 */
export async function ownReach(db: Database, officer: Asker, may: Permission): Promise<readonly string[]> {
  const keeps = officer.roles.some(({ role }) => role === 'focal');
  const own = await (keeps ? findOwnAgency : findAgencyOf)(db, officer, todayInVietnam());
  return [...new Set([...heldFor(may, officer), ...(own ? [own] : [])])];
}
