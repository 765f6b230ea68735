import type { Asker, Reach } from '../people/model.ts';
import { allows, heldFor, type Permission, reachOf } from '../people/permissions.ts';
import { findOwnAgency } from '../store/belonging.ts';
import type { Database } from '../store/db.ts';
import type { InspectionLine, InspectionReach } from '../store/inspections-list.ts';
import { todayInVietnam } from './work-answers.ts';

/** Who goes on with an inspection, and who remedies what it found. */

export const seeInspections: Permission = 'Cán bộ xem được cuộc kiểm tra về đơn vị trong phạm vi của mình';
const seeUnheard: Permission = 'Lãnh đạo, cơ quan thường trực và đoàn kiểm tra thấy trước cuộc kiểm tra đột xuất';
export const inspect: Permission =
  'Người kiểm tra và người giám sát lập, ghi được cuộc kiểm tra trong phạm vi của mình';
export const remedy: Permission = 'Đơn vị phải khắc phục báo cáo được kết quả khắc phục tồn tại của mình';
export const prove: Permission =
  'Đoàn kiểm tra, cơ quan theo dõi và đơn vị phải thực hiện thêm, bỏ được tài liệu của tồn tại, kiến nghị';
export const seeRegister: Permission = 'Cán bộ xem được kiến nghị phải thực hiện trong phạm vi của mình';
export const keepRegister: Permission =
  'Cơ quan thường trực, người kiểm tra và người giám sát ghi, xác nhận được kiến nghị phải thực hiện';
export const ownProgress: Permission = 'Đơn vị phải thực hiện kiến nghị báo cáo được kết quả của mình';

export const inspectionReach = (asker: Asker): InspectionReach => ({
  units: reachOf(seeInspections, asker),
  unheard: reachOf(seeUnheard, asker),
});

export type InspectionParties = {
  /** whether the asker goes on with an inspection as one of its team */
  keeps: (line: Pick<InspectionLine, 'agency_id' | 'heldBy' | 'planned_by' | 'plannedByUnit'>) => boolean;
  /** whether the asker does for an agency what it has to, by this sentence */
  actsFor: (agencyId: string | null) => boolean;
};

/**
 * An inspector goes on with every inspection of their units, a supervisor with those of their own body. A unit acts for itself alone:
 * by a role held for it, or by one for the whole tenant of somebody of that unit.
 */
export async function openInspectionParties(
  db: Database,
  asker: Asker,
  sentence: Permission = remedy,
): Promise<InspectionParties> {
  const held = heldFor(sentence, asker);
  const own = reachOf(sentence, asker) === 'all' ? await findOwnAgency(db, asker, todayInVietnam()) : null;
  const inspects = inspectorReach(asker);
  return {
    keeps: ({ agency_id, heldBy, planned_by, plannedByUnit }) => {
      const agencyIds = [agency_id, heldBy];
      if (!allows(inspect, asker, { agencyIds })) return false;
      const oursToo = planned_by === asker.officerId || (plannedByUnit !== '' && plannedByUnit === asker.unit);
      return oursToo || inspects === 'all' || agencyIds.some((id) => inspects.includes(id));
    },
    actsFor: (agencyId) => agencyId !== null && (held.includes(agencyId) || agencyId === own),
  };
}

const inspectorReach = ({ roles }: Asker): Reach => {
  const held = roles.filter(({ role }) => role === 'inspector').map(({ agencies }) => agencies);
  return held.includes('all') ? 'all' : held.flatMap((agencies) => (agencies === 'all' ? [] : agencies));
};
