import { expect, it } from 'vitest';
import type { Schedule } from '../model.ts';
import { saySchedule } from './schedule.ts';

const sentences: [Schedule | null, string][] = [
  [null, 'Không nêu thời gian'],
  [{ kind: 'continuous' }, 'Thường xuyên'],
  [{ kind: 'recurring', every: 'quarter' }, 'Hằng quý'],
  [{ kind: 'recurring', every: 'as-prescribed' }, 'Định kỳ theo quy định'],
  [
    { kind: 'recurring', every: 'quarter', day: 15, inLastMonth: true, exclusive: true },
    'Hằng quý, trước ngày 15 tháng cuối quý',
  ],
  [
    { kind: 'recurring', every: 'month', day: 5, inNextMonth: true, exclusive: true },
    'Hằng tháng, trước ngày 05 của tháng liền kề',
  ],
  [{ kind: 'recurring', every: 'year', day: 20 }, 'Hằng năm, chậm nhất ngày 20'],
  [{ kind: 'recurring', every: 'year', day: 30, month: 11, exclusive: true }, 'Hằng năm, trước ngày 30 tháng 11'],
  [{ kind: 'recurring', every: 'year', month: 9 }, 'Hằng năm, trong tháng 09'],
  [{ kind: 'window', from: '2026-01-01', to: '2026-12-31' }, 'Trong năm 2026'],
  [{ kind: 'window', from: '2021-04-01', to: '2021-09-30' }, 'Trong quý II và III/2021'],
  [{ kind: 'window', from: '2021-10-01', to: '2021-12-31' }, 'Trong quý IV/2021'],
  [{ kind: 'window', from: '2024-02-01', to: '2024-02-29' }, 'Trong tháng 02/2024'],
  [{ kind: 'window', from: '2026-01-01', to: '2026-06-30' }, '6 tháng đầu năm 2026'],
  [{ kind: 'window', from: '2026-03-05', to: '2027-03-04' }, 'Từ 05/03/2026 đến 04/03/2027'],
  [{ kind: 'deadline', by: '2026-12-31', exclusive: true }, 'Trước ngày 31/12/2026'],
  [{ kind: 'deadline', by: '2025-12-31' }, 'Chậm nhất ngày 31/12/2025'],
  [{ kind: 'event', event: 'Trước bầu cử' }, 'Trước bầu cử'],
  [
    { kind: 'several', parts: [{ kind: 'deadline', by: '2026-01-31' }, { kind: 'continuous' }] },
    'Chậm nhất ngày 31/01/2026; Thường xuyên',
  ],
  [{ kind: 'several', parts: [] }, ''],
];

it.each(sentences)('says %j as “%s”', (schedule, sentence) => {
  expect(saySchedule(schedule).sentence).toBe(sentence);
});

it('names the days of a window and of every part', () => {
  const parts = [
    { kind: 'deadline' as const, by: '2026-01-31' },
    { kind: 'window' as const, from: '2026-02-01', to: '2026-03-02' },
  ];
  expect(saySchedule({ kind: 'several', parts }).days).toEqual(['31/01/2026', '01/02/2026', '02/03/2026']);
});
