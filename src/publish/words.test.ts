import { expect, it } from 'vitest';
import type { Schedule } from '../plan/model.ts';
import { sayScheduleInTable } from './words.ts';

it.each<[Schedule | null, string]>([
  [null, ''],
  [{ kind: 'continuous' }, 'Thường xuyên'],
  [{ kind: 'recurring', every: 'quarter' }, 'Hằng quý'],
  [
    { kind: 'recurring', every: 'quarter', day: 15, inLastMonth: true, exclusive: true },
    'Hằng quý, trước ngày 15 của tháng cuối kỳ',
  ],
  [{ kind: 'recurring', every: 'month', day: 5, inNextMonth: true }, 'Hằng tháng, chậm nhất ngày 05 của tháng liền kề'],
  [{ kind: 'window', from: '2026-01-01', to: '2026-12-31' }, 'Từ 01/01/2026 đến 31/12/2026'],
  [{ kind: 'deadline', by: '2026-12-31', exclusive: true }, 'Trước ngày 31/12/2026'],
  [{ kind: 'event', event: 'Trước bầu cử' }, 'Trước bầu cử'],
  [
    { kind: 'several', parts: [{ kind: 'deadline', by: '2026-01-31' }, { kind: 'continuous' }] },
    'Chậm nhất ngày 31/01/2026; Thường xuyên',
  ],
])('writes %j as “%s”', (schedule, words) => {
  expect(sayScheduleInTable(schedule)).toBe(words);
});
