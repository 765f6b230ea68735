import { describe, expect, it } from 'vitest';
import type { NoticeLineView, NoticeView } from '../../../src/assignment/remind/views.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayNotice, sayStanding } from './words.ts';

const day = (text: string): PlainDate => text as PlainDate;
const digest = (counts: NoticeView['counts'], more: Partial<NoticeView> = {}) =>
  sayNotice({ kind: 'digest', total: 0, by: null, counts, ...more } as NoticeView);

describe('a notification is said', () => {
  it('with what is overdue first, and only with what there is', () => {
    const counts = [
      { step: 'one' as const, count: 2 },
      { step: 'seven' as const, count: 1_200 },
      { step: 'overdue' as const, count: 1 },
    ];
    expect(digest(counts)).toBe('1 việc quá hạn, 1.202 việc sắp đến hạn');
    expect(digest([{ step: 'head', count: 4 }])).toBe('4 việc đơn vị đang chậm');
  });

  it('by who urges', () => {
    expect(digest([], { kind: 'nudge', total: 2, by: 'Vũ Thị Lan' })).toBe('Vũ Thị Lan nhắc 2 việc');
  });

  it('by who oversees and who answers, with the unit it is about', () => {
    const oversight = { id: 'o', agency: 'UBND xã Tân Lập', wishedBy: null };
    const by = 'Hoàng Thị Yến';
    expect(digest([], { kind: 'recommended', by, oversight })).toBe(
      'Hoàng Thị Yến giám sát và kiến nghị với UBND xã Tân Lập',
    );
    expect(digest([], { kind: 'answered', by: 'Lê Văn An', oversight })).toBe(
      'Lê Văn An trả lời kiến nghị sau giám sát tại UBND xã Tân Lập',
    );
  });

  it('by who returned work, wants another day or asks, with how much or whose it is', () => {
    const by = 'Vũ Thị Lan';
    const difficulty = { id: 'd', agency: 'UBND xã Tân Lập', answerBy: null };
    expect(digest([], { kind: 'returned', total: 1_200, by })).toBe('Vũ Thị Lan trả lại 1.200 việc');
    expect(digest([], { kind: 'extension-asked', total: 2, by })).toBe('Vũ Thị Lan đề nghị gia hạn 2 việc');
    expect(digest([], { kind: 'difficulty-sent', by, difficulty })).toBe(
      'Vũ Thị Lan gửi vướng mắc của UBND xã Tân Lập',
    );
  });
});

describe('how work stands now', () => {
  const standing = (line: Partial<NoticeLineView>) =>
    sayStanding({ status: 'open', dueNow: day('2026-03-13'), ...line } as NoticeLineView, day('2026-03-12'));

  it('counts the days from today, whatever was said when it was told', () => {
    expect(standing({})).toEqual({ tone: 'due', words: 'còn 1 ngày' });
    expect(standing({ dueNow: day('2026-03-12') })).toEqual({ tone: 'due', words: 'đến hạn hôm nay' });
    expect(standing({ dueNow: day('2026-02-26') })).toEqual({ tone: 'late', words: 'quá hạn 14 ngày' });
  });

  it('says that it is done, withdrawn or waits for a day', () => {
    expect(standing({ status: 'done' }).words).toBe('đã xong');
    expect(standing({ status: 'superseded' }).words).toBe('không còn phải làm');
    expect(standing({ dueNow: null }).words).toBe('chờ ngày');
  });
});
