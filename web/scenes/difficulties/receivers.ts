import type { ReceiversView } from '../../../src/assignment/difficulty/views.ts';
import type { AgencyLine } from '../../../src/place/views.ts';

/** What a receiver is to the task or the unit, said beside its name. */
export const receiverWords: Record<ReceiversView['receivers'][number]['as'], string> = {
  lead: 'chủ trì',
  monitor: 'theo dõi, giám sát',
  guide: 'cùng chủ trì',
  parent: 'cấp trên trực tiếp',
  focal: 'cơ quan thường trực',
};

/** Who else of the province can be asked; never the unit that asks, a village or a division. */
export const otherReceivers = (
  agencies: readonly AgencyLine[],
  told: readonly { agencyId: string }[],
  own: string,
): AgencyLine[] =>
  agencies.filter(
    ({ id, kind, level }) =>
      level === 'province' &&
      kind !== 'village' &&
      kind !== 'division' &&
      id !== own &&
      !told.some(({ agencyId }) => agencyId === id),
  );
