import { describe, expect, it } from 'vitest';
import { blankQuestion } from '../../../src/report/form/model.ts';
import type { AnswerView } from '../../../src/report/form/views.ts';
import { sayAnswer, sayAnswerState, sayRound } from './say.ts';

const choices = {
  ...blankQuestion('choices', 'c'),
  choices: [
    { name: 'x', label: 'Loa' },
    { name: 'y', label: 'Bảng tin' },
  ],
};

describe('an answer as it is read', () => {
  it('has its unit, its choices by what they are called, and says where there is none', () => {
    expect(sayAnswer({ ...blankQuestion('integer', 'n'), unit: 'hộ' }, 1250)).toBe('1.250 hộ');
    expect(sayAnswer({ ...blankQuestion('calculated', 'n'), unit: '%' }, 33.333)).toBe('33,33%');
    expect(sayAnswer(choices, ['x', 'y'])).toBe('Loa; Bảng tin');
    expect(sayAnswer(blankQuestion('yes-no', 'b'), 'no')).toBe('Không');
    expect(sayAnswer(blankQuestion('day', 'd'), '2026-06-15')).toBe('15/06/2026');
    expect(sayAnswer(choices, null)).toBe('chưa trả lời');
  });
});

describe('where an answer stands', () => {
  const answer = {
    status: 'writing',
    elsewhere: false,
    begun: false,
    late: 0,
    due: '2026-06-15',
    mendBy: null,
  } as AnswerView;

  it('is said by shape and word on a day', () => {
    expect(sayAnswerState(answer, '2026-06-15')).toEqual({ tone: 'due', word: 'Chưa nhập, hạn hôm nay' });
    expect(sayAnswerState({ ...answer, begun: true }, '2026-06-10').word).toBe('Đang nhập, còn 5 ngày');
    expect(sayAnswerState({ ...answer, late: 2 }, '2026-06-17')).toEqual({
      tone: 'late',
      word: 'Chưa nhập, trễ 2 ngày làm việc',
    });
    expect(sayAnswerState({ ...answer, elsewhere: true }, '2026-06-17').tone).toBe('idle');
  });

  it('of a round counts who is in and who is late', () => {
    const round = { round: '', label: '', due: null, expected: 24, sent: 20, received: 3, late: 2 };
    expect(sayRound(round)).toBe('20/24 đơn vị đã gửi, 2 trễ hạn');
  });
});
