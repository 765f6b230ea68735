import fc from 'fast-check';
import type { ExistingItem } from './compare.ts';
import { plan, quarterly, task } from './testing.ts';

/** Plans of the fictional province: one by hand, and any. */

export const toCommunes = { lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly };
export const base = plan({ tasks: [task('t1', toCommunes), task('t2', { lead: ['Sở Tài chính'] })] });
export const occurrences = (existing: readonly ExistingItem[], agencyId = 'tan-lap') =>
  existing
    .flatMap((item) => item.assignments.filter((one) => one.agencyId === agencyId))
    .flatMap((one) => one.occurrences);

/** As if a unit had done, or a person cancelled, what it owed on a day. */
export const settle = (existing: readonly ExistingItem[], key: string, status: 'done' | 'cancelled'): ExistingItem[] =>
  existing.map((item) => ({
    ...item,
    assignments: item.assignments.map((one) => ({
      ...one,
      occurrences: one.occurrences.map((occurrence) =>
        occurrence.key === key ? { ...occurrence, status } : occurrence,
      ),
    })),
  }));

const names = fc.subarray([
  'UBND các xã, phường',
  'UBND xã Tân Lập',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Ủy ban MTTQ tỉnh',
  '?',
]);
const schedules = fc.constantFrom(null, quarterly, { kind: 'deadline', by: '2026-06-12' } as const);
const tasks = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('t1', 't2', 't3'),
    lead: names,
    implement: names,
    monitor: names,
    schedule: schedules,
  }),
  { selector: ({ id }) => id, maxLength: 3 },
);

/** Any plan with at most three tasks. */
export const plans = tasks.map((list) => plan({ tasks: list.map(({ id, ...fields }) => task(id, fields)) }));
