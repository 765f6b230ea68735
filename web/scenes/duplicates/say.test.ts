import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markDifference, sayAgencies, sayBoth, sayCounts, sayOpen } from './say.ts';

describe('pairs of tasks in words', () => {
  it('are counted by what was said of them', () => {
    expect(sayCounts({ undecided: 7, same: 3, different: 0 })).toBe('7 cặp chưa xem, 3 cặp là một việc');
    expect(sayCounts({ undecided: 0, same: 0, different: 2 })).toBe('Đã xem hết, 2 cặp không trùng');
    expect(sayCounts({ undecided: 0, same: 0, different: 0 })).toBe('Chưa thấy nhiệm vụ nào trùng nhau.');
  });

  it('name a few agencies and count the others', () => {
    const names = new Map([
      ['a', 'Sở Nội vụ'],
      ['b', 'Sở Tài chính'],
    ]);
    expect(sayAgencies(2, ['a', 'b'], names)).toBe('Sở Nội vụ; Sở Tài chính');
    expect(sayAgencies(26, ['a', 'b'], names)).toBe('Sở Nội vụ; Sở Tài chính và 24 cơ quan khác');
    expect(sayAgencies(0, [], names)).toBe('không nêu');
  });

  it('tell the next day, an event that is waited for, and that nothing is left', () => {
    const item = { time: 'Hằng quý' } as Parameters<typeof sayOpen>[0]['item'];
    expect(sayOpen({ item, open: 3, due: '2026-12-14' })).toBe('hạn gần nhất 14/12/2026; còn 3 lần (“Hằng quý”)');
    expect(sayOpen({ item: { ...item, time: null }, open: 1, due: null })).toBe('chờ sự kiện; còn 1 lần');
    expect(sayOpen({ item: { ...item, time: null }, open: 0, due: null })).toBe('không còn kỳ nào phải làm');
  });

  it('say what a decision means for those who owe both', () => {
    expect(sayBoth({ both: 24, decision: null })).toMatch(/^24 cơ quan phải làm cả hai\. Nếu là một việc/);
    expect(sayBoth({ both: 24, decision: 'same' })).toMatch(/báo cáo một lần cho cả hai/);
    expect(sayBoth({ both: 24, decision: 'different' })).toMatch(/báo cáo riêng/);
    expect(sayBoth({ both: 0, decision: null })).toMatch(/^Không có cơ quan nào/);
  });
});

describe('what two wordings differ in', () => {
  it('is marked on each side by words', () => {
    const { one, other } = markDifference('Niêm yết công khai tại trụ sở', 'Niêm yết công khai tại nhà văn hóa');
    const marked = (pieces: typeof one) => pieces.filter((piece) => piece.marked).map(({ text }) => text.trim());
    expect(marked(one)).toEqual(['trụ sở']);
    expect(marked(other)).toEqual(['nhà văn hóa']);
    expect(markDifference('Như nhau', 'Như nhau').one).toEqual([{ text: 'Như nhau', marked: false }]);
  });

  it('leaves both wordings whole', () => {
    const words = fc.array(fc.constantFrom('công', 'khai', 'trụ sở', ',', 'xã')).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const marked = markDifference(one, other);
        expect(marked.one.map(({ text }) => text).join('')).toBe(one);
        expect(marked.other.map(({ text }) => text).join('')).toBe(other);
      }),
    );
  });
});
