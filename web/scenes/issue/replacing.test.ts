import { describe, expect, it } from 'vitest';
import { findWrong, sayReplaced, sayWithReplaced, usualDay } from './replacing.ts';

const old = {
  ...{ id: 'a', type: 'Kế hoạch', number: '12/KH-UBND', symbol: 'KH-UBND', title: 'Nâng cao PAPI', date: '2026-01-15' },
  ...{ open: 1204, agencies: 124, overdue: 35, done: 88 },
};

describe('a plan that takes the place of another', () => {
  it('usually does so on its own day, and today where that lies ahead or is not stated', () => {
    expect(usualDay('2026-06-01', '2026-11-22')).toBe('2026-06-01');
    expect(usualDay('2027-01-01', '2026-11-22')).toBe('2026-11-22');
    expect(usualDay(null, '2026-11-22')).toBe('2026-11-22');
  });

  it('cannot do so before the other was there, nor ahead of today, nor on no day', () => {
    expect(findWrong('2026-06-01', old, '2026-11-22')).toBeUndefined();
    expect(findWrong('2026-01-15', old, '2026-11-22')).toBeUndefined();
    expect(findWrong('2026-01-14', old, '2026-11-22')).toMatch(/15\/01\/2026/);
    expect(findWrong('2026-11-23', old, '2026-11-22')).toMatch(/sau hôm nay/);
    expect(findWrong('', old, '2026-11-22')).toMatch(/Hãy nhập/);
    expect(findWrong('2020-01-01', { date: null }, '2026-11-22')).toBeUndefined();
  });

  it('tells how much of the other ends and what stays', () => {
    expect(sayReplaced(old)).toBe(
      '1.204 lần đến hạn chưa xong của 124 cơ quan sẽ kết thúc, trong đó 35 lần đang quá hạn. 88 lần đã xong giữ nguyên trong lịch sử và số liệu.',
    );
    expect(sayReplaced({ ...old, open: 0, done: 0 })).toBe('Kế hoạch này không còn kỳ nào phải làm.');
    expect(sayWithReplaced('Giao 3 nhiệm vụ', old, 3)).toBe('Giao 3 nhiệm vụ, thay thế Kế hoạch 12/KH-UBND');
    expect(sayWithReplaced('Đã giao', old, 0)).toBe('Thay thế Kế hoạch 12/KH-UBND');
    expect(sayWithReplaced('Giao 3 nhiệm vụ', undefined, 3)).toBe('Giao 3 nhiệm vụ');
  });
});
