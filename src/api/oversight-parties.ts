import type { Asker } from '../people/model.ts';
import { allows, heldFor, type Permission, reachOf } from '../people/permissions.ts';
import { findOwnAgency } from '../store/belonging.ts';
import type { Database } from '../store/db.ts';
import type { OversightRow } from '../store/oversight-list.ts';
import type { Mine } from './present-oversight.ts';
import { todayInVietnam } from './work-answers.ts';

/** Whose an oversight entry is to answer, and whose to go on with. */

export const record: Permission = 'Người giám sát và người kiểm tra ghi nhận được giám sát trong phạm vi của mình';
export const follow: Permission = 'Nơi đã ghi nhận giám sát đánh giá được trả lời, rút được ghi nhận của mình';
export const answer: Permission = 'Đơn vị được giám sát tiếp thu, giải trình được về đơn vị mình';

/**
 * A unit answers for itself alone: by a role held for it, or by one for the whole tenant of somebody of that unit. With what
 * was recorded goes on whoever recorded it, or their body, as long as they may oversee the unit.
 */
export async function openParties(db: Database, asker: Asker): Promise<(row: OversightRow) => Mine> {
  const held = heldFor(answer, asker);
  const own = reachOf(answer, asker) === 'all' ? await findOwnAgency(db, asker, todayInVietnam()) : null;
  return ({ heldBy, agency_id, recorded_by, recordedByUnit }) => ({
    answers: held.includes(heldBy) || heldBy === own,
    follows:
      allows(follow, asker, { agencyIds: [heldBy, agency_id] }) &&
      (recorded_by === asker.officerId || (recordedByUnit !== '' && recordedByUnit === asker.unit)),
  });
}

/** As whom somebody records: a supervisor, unless they only inspect the unit. */
export function roleFor({ roles }: Asker, agencyId: string): 'supervisor' | 'inspector' {
  const oversees = roles.some(
    ({ role, agencies }) => role === 'supervisor' && (agencies === 'all' || agencies.includes(agencyId)),
  );
  return oversees ? 'supervisor' : 'inspector';
}
