import { describe, expect, it } from 'vitest';
import { changesOf, isForNobody, sayFigures, sayIssueButton, sayIssued } from './say.ts';

const counts = (create: number, keep = 0, change = 0, withdraw = 0) => ({ create, keep, change, withdraw });
const agencies = Array.from({ length: 144 }, (_, i) => ({
  ...{ agencyId: String(i), name: 'UBND xã', occurrences: 1, lead: 0, implement: 1, cooperate: 0, monitor: 0 },
}));
const first = {
  ...{ issues: [], items: counts(43), assignments: counts(1250), occurrences: counts(3900), agencies },
};
const whole = { owedFrom: null, leftOut: [] };
const again = {
  ...{
    issues: [{ no: 1, at: '', day: '', owedFrom: null }],
    items: counts(1, 42),
    assignments: counts(144, 1250, 0, 2),
  },
  ...{ occurrences: counts(144, 3900, 7), agencies },
};

describe('an issue in words', () => {
  it('says on the button what it does to whom', () => {
    expect(sayIssueButton(first)).toBe('Giao 43 nhiệm vụ cho 144 đơn vị');
    expect(sayFigures(first)).toBe('43 nhiệm vụ, trách nhiệm cho 144 đơn vị, 3.900 lần đến hạn');
  });

  it('counts only what differs when the plan is given out again', () => {
    expect(changesOf(again)).toBe(298);
    expect(sayIssueButton(again)).toBe('Giao lại: 298 thay đổi');
  });

  it('names no number of units where nobody would get anything', () => {
    const none = { ...first, agencies: [] };
    expect([isForNobody(none), sayIssueButton(none)]).toEqual([true, 'Giao nhiệm vụ']);
    expect([isForNobody(first), isForNobody({ ...again, agencies: [] })]).toEqual([false, false]);
  });

  it('has nothing to do where nothing differs', () => {
    const same = { ...again, items: counts(0, 43), assignments: counts(0, 9), occurrences: counts(0, 9) };
    expect(sayIssueButton(same)).toBe('Đã giao, không có gì thay đổi');
  });

  it('tells what was done from what was shown', () => {
    expect(sayIssued({ ...first, ...whole })).toContain('1.250 việc được giao');
    expect(sayIssued({ ...again, ...whole })).toBe(
      'Giao lại: 144 việc giao thêm, 144 lần đến hạn thêm, 2 việc thu hồi, 1.250 việc giữ nguyên.',
    );
  });

  it('tells what was left out, and from which day', () => {
    const leftOut = [
      { kind: 'task' as const, key: 't1', component: null, text: 'Việc', occurrences: 288, days: [] },
      { kind: 'reporting' as const, key: 'r', component: null, text: 'Báo cáo', occurrences: 3, days: [] },
    ];
    const told = sayIssued({ ...first, owedFrom: '2026-11-22', leftOut });
    expect(told).toContain('291 lần có hạn trước 22/11/2026 không tạo.');
  });
});
