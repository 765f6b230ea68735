import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { type Answer, choicesOf, isChosen, type Question } from '../../../src/report/form/model.ts';
import type { AnswerView, RoundCount } from '../../../src/report/form/views.ts';
import type { Tone } from '../../components/Tag.tsx';
import { daysBetween } from '../../words/work.ts';

/** Forms as officials speak of them. */

/** Where an answer stands on a day: one shape, one word, one colour. */
export function sayAnswerState(answer: AnswerView, today: string): { tone: Tone; word: string } {
  if (answer.elsewhere) return { tone: 'idle', word: 'Đã báo xong, chưa có số liệu' };
  const late = answer.late > 0 ? `, trễ ${sayNumber(answer.late)} ngày làm việc` : '';
  switch (answer.status) {
    case 'received':
      return { tone: 'ok', word: `Đã tiếp nhận${late}` };
    case 'sent':
      return { tone: 'ok', word: `Đã gửi${late}` };
    case 'submitted':
      return { tone: 'due', word: `Chờ thủ trưởng xem${late}` };
    case 'returned':
      return {
        tone: 'back',
        word: answer.mendBy ? `Bị trả lại, gửi lại trước ${sayDay(answer.mendBy)}` : 'Bị trả lại',
      };
    case 'writing': {
      const word = answer.begun ? 'Đang nhập' : 'Chưa nhập';
      if (late !== '') return { tone: 'late', word: `${word}${late}` };
      if (answer.due === null) return { tone: 'idle', word };
      const left = daysBetween(today, answer.due);
      return { tone: 'due', word: left === 0 ? `${word}, hạn hôm nay` : `${word}, còn ${sayNumber(left)} ngày` };
    }
  }
}

/** "7/16 đơn vị đã gửi, 2 trễ hạn". */
export function sayRound({ expected, sent, late }: RoundCount): string {
  return `${sayNumber(sent)}/${sayNumber(expected)} đơn vị đã gửi${late > 0 ? `, ${sayNumber(late)} trễ hạn` : ''}`;
}

/** An answer as it is read: choices by what they are called, figures with their unit. */
export function sayAnswer(question: Pick<Question, 'kind' | 'choices' | 'unit'>, answer: Answer): string {
  if (answer === null || answer === '') return 'chưa trả lời';
  if (typeof answer === 'number') return `${sayFigure(answer)}${unitOf(question)}`;
  if (isChosen(question)) {
    const labels = new Map(choicesOf(question).map(({ name, label }) => [name, label]));
    const picked = typeof answer === 'object' ? answer : [answer];
    return picked.map((one) => labels.get(one) ?? one).join('; ');
  }
  if (typeof answer === 'object') return answer.join(', ');
  return question.kind === 'day' ? sayDay(answer) : answer;
}

/** Four places are more than anybody reads in a figure. */
export const sayFigure = (value: number): string => sayNumber(Math.round(value * 100) / 100);

export const unitOf = ({ kind, unit }: Pick<Question, 'kind' | 'unit'>): string => {
  if (kind === 'percent' || unit === '%') return '%';
  if (kind === 'evidence') return ' tài liệu';
  return unit === '' ? '' : ` ${unit}`;
};
