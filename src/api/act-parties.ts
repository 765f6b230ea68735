import type { Permission } from '../people/permissions.ts';
import type { Holders } from '../store/assignment-scope.ts';

/** The sentence of whoever answers for a task beside those who do it. */
export const steer = 'Đơn vị chủ trì và cơ quan thường trực trả lại, gia hạn, hủy và giao lại được việc';

/**
 * Whose permission an act needs: of who holds the day it is about; to steer, of who leads the item, unless that is who has the
 * work: nobody extends their own.
 */
export function partiesOf(may: Permission, { holders, days, leads }: Holders, occurrenceId: string | null): string[] {
  if (may === steer) return leads.filter((id) => !holders.includes(id));
  const day = occurrenceId === null ? undefined : days[occurrenceId];
  return day === undefined ? holders : [...holders, day];
}
