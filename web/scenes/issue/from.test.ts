import { describe, expect, it } from 'vitest';
import { isToChoose, sayDays, sayLeftOut, waysOf, wayTaken } from './from.ts';

const counts = (create: number) => ({ create, keep: 0, change: 0, withdraw: 0 });
const line = { component: null, text: 'Việc' };
const leftOut = [
  {
    ...{ ...line, kind: 'task' as const, key: 't1', occurrences: 8 },
    days: [
      { period: 'Quý I/2026', due: '2026-03-13' },
      { period: null, due: '2026-06-12' },
    ],
  },
  { ...line, kind: 'reporting' as const, key: 'r', occurrences: 2, days: [] },
];
const first = { issues: [], occurrences: counts(20), today: '2026-11-22', owedFrom: '2026-11-22', past: 10, leftOut };
const given = (owedFrom: string | null) => ({
  ...{ ...first, occurrences: counts(0), owedFrom },
  issues: [{ no: 1, at: '', day: '', owedFrom }],
});
const told = (preview: Parameters<typeof waysOf>[0]) =>
  waysOf(preview).map(({ word, asked, figures }) => [word, asked, figures]);

describe('from which day a plan is owed', () => {
  it('is to be chosen only where something is past', () => {
    expect(isToChoose(first)).toBe(true);
    expect(isToChoose({ ...first, past: 0, leftOut: [] })).toBe(false);
  });

  it('is today the first time, with what each way comes to', () => {
    expect(told(first)).toEqual([
      ['Từ hôm nay, 22/11/2026', undefined, '20 lần đến hạn; 10 lần đã qua hạn không tạo'],
      ['Cả năm', 'all', '30 lần đến hạn, trong đó 10 lần quá hạn ngay khi giao'],
    ]);
  });

  it('comes to the same figures whichever way is looked at', () => {
    const all = { ...first, occurrences: counts(30), owedFrom: null, leftOut: [] };
    expect(told(all)).toEqual(told(first));
  });

  it('is as last time when the plan is given out again, unless another is taken', () => {
    expect(told(given('2026-10-01'))).toEqual([
      ['Như lần giao trước: từ ngày 01/10/2026', undefined, ''],
      ['Từ hôm nay, 22/11/2026', '2026-11-22', 'tạo thêm 0 lần đến hạn; 10 lần đã qua hạn không tạo'],
      ['Cả năm', 'all', 'tạo thêm 10 lần đến hạn, trong đó 10 lần quá hạn ngay khi giao'],
    ]);
    expect(told(given(null)).map(([word]) => word)).toEqual(['Như lần giao trước: cả năm', 'Từ hôm nay, 22/11/2026']);
    expect(told(given('2026-11-22')).map(([word]) => word)).toEqual([
      'Như lần giao trước: từ ngày 22/11/2026',
      'Cả năm',
    ]);
  });

  it('may be a day of one’s own', () => {
    expect(wayTaken(waysOf(first), '2026-05-01')).toBeUndefined();
    expect(wayTaken(waysOf(first), undefined)?.name).toBe('today');
    expect(wayTaken(waysOf(given(null)), undefined)?.name).toBe('usual');
  });
});

describe('what is left out', () => {
  it('is told by kind, and by period or day', () => {
    expect(sayLeftOut(first)).toBe('nhiệm vụ 8 lần, chế độ báo cáo 2 lần');
    expect(sayDays(leftOut[0] as (typeof leftOut)[0])).toBe('Quý I/2026; hạn 12/06/2026');
  });

  it('is told by its first and last where the periods are many', () => {
    const days = Array.from({ length: 47 }, (_, i) => ({ period: `Tuần ${i + 1}/2026`, due: null }));
    expect(sayDays({ ...line, kind: 'duty', key: 'w', occurrences: 47, days })).toBe('từ Tuần 1/2026 đến Tuần 47/2026');
  });
});
