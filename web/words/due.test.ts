import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/assignment/model.ts';
import type { HistoryEntry } from '../api-work.ts';
import { explainDue, namePrintedDay, sayGiven, sayWhyDue } from './due.ts';

const owed = {
  ...{ id: 'o', printed: '2026-03-15', due: '2026-03-13', firstDue: null, flags: [] },
  ...{ rule: 'Hạn cuối 15/03/2026.', moved: 'Chủ nhật, chuyển lên thứ Sáu 13/03/2026.' },
};
const extended = { ...owed, due: '2026-11-29', firstDue: '2026-03-13' };
const entry = (id: string, act: HistoryEntry['act'], occurrenceId: string | null = 'o'): HistoryEntry => ({
  ...{ id, occurrenceId, act, at: '2026-03-01T02:00:00Z', day: '2026-03-01', by: 'Mai', agencyId: null, source: 'web' },
});
const extend = entry('1', { kind: 'extend', due: '2026-11-29', reason: 'Bão', grantedBy: 'Chủ tịch tỉnh' } as Act);

describe('why something is due on its day', () => {
  it('is the rule from the printed day', () => {
    expect(sayWhyDue(owed)).toBe(`Ngày trong văn bản: 15/03/2026. ${owed.rule} ${owed.moved}`);
    expect(sayWhyDue({ ...owed, due: '2026-03-15' })).toBe(`${owed.rule} ${owed.moved}`);
  });

  it.each(['day-assumed', 'no-time-stated', 'period-assumed', 'as-prescribed'])(
    'names no text where none prints the day: %s',
    (flag) => {
      expect(namePrintedDay([flag])).toBe('Ngày theo cài đặt');
      expect(sayWhyDue({ ...owed, flags: [flag] })).not.toContain('văn bản:');
    },
  );

  it('is the extension, by whom, until when and why; the rule is of the day before it', () => {
    const [given, first, ...rest] = explainDue(extended, [extend]);
    expect(given).toMatch(/^Gia hạn đến 29\/11\/2026, người cho phép: Chủ tịch tỉnh; lý do: Bão \(Mai ghi lúc /);
    expect([first, ...rest]).toEqual([
      'Hạn ban đầu 13/03/2026.',
      'Ngày trong văn bản: 15/03/2026.',
      owed.rule,
      owed.moved,
    ]);
  });

  it('is still told as another day than the first where the history is not at hand', () => {
    expect(explainDue(extended)[0]).toBe('Được giao lại ngày 29/11/2026 sau khi giao việc.');
  });

  it('is not an extension that was undone, of another day, or to another day', () => {
    expect(sayGiven(extended, [extend, entry('2', { kind: 'undo', of: '1' } as Act)])).toBeUndefined();
    expect(sayGiven(extended, [{ ...extend, occurrenceId: 'p' }])).toBeUndefined();
    expect(sayGiven(owed, [extend])).toBeUndefined();
  });

  it('may be the day of a return', () => {
    const back = entry('1', { kind: 'return', due: '2026-11-29', reason: 'Thiếu số liệu' } as Act);
    expect(sayGiven(extended, [back])).toContain('Trả lại, làm lại chậm nhất ngày 29/11/2026: Thiếu số liệu');
  });
});
