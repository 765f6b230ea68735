import type { Schedule, SimpleSchedule } from '../../../src/plan/model.ts';

/**
 * The schedule a form opens with when the officer chooses another kind: it takes over the day that is known and else
 * proposes the year of the plan, to be corrected.
 */
export function startSchedule(
  kind: Schedule['kind'],
  { from, year, printed }: { from: Schedule | null; year: number; printed: string },
): Schedule {
  if (from?.kind === kind) return from;
  const day = from?.kind === 'deadline' ? from.by : from?.kind === 'window' ? from.to : `${year}-12-31`;
  switch (kind) {
    case 'continuous':
      return { kind };
    case 'recurring':
      return { kind, every: 'quarter' };
    case 'window':
      return { kind, from: `${day.slice(0, 4)}-01-01`, to: day };
    case 'deadline':
      return { kind, by: day };
    case 'event':
      return { kind, event: printed };
    case 'several':
      return { kind, parts: from ? [from as SimpleSchedule] : [{ kind: 'continuous' }] };
  }
}
