import type { DifficultyAct } from '../../../src/assignment/model.ts';
import type { DifficultyView } from '../../../src/assignment/views.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Tone } from '../../components/Tag.tsx';
import { type StateName, stateOf } from './search.ts';

/** States and acts of difficulties as officials say them. */

export const stateWords: Record<StateName, { tone: Tone; word: string }> = {
  cho: { tone: 'due', word: 'Chờ trả lời' },
  'qua-han': { tone: 'late', word: 'Quá hạn trả lời' },
  'da-tra-loi': { tone: 'ok', word: 'Đã trả lời' },
  'sua-ke-hoach': { tone: 'ok', word: 'Sửa kế hoạch' },
  'da-dong': { tone: 'ok', word: 'Đã đóng' },
  'da-rut': { tone: 'idle', word: 'Đã rút' },
};

export function sayState(one: DifficultyView): { tone: Tone; word: string } {
  const { tone, word } = stateWords[stateOf(one)];
  return one.status === 'raised' && one.days > 0 ? { tone, word: `${word} ${one.days} ngày` } : { tone, word };
}

/** "nêu 6 ngày trước", or how long its answer took. */
export function saySince({ answeredOn, days }: DifficultyView): string {
  if (answeredOn !== null) return days === 0 ? 'được trả lời trong ngày' : `được trả lời sau ${days} ngày`;
  return days === 0 ? 'nêu hôm nay' : `nêu ${days} ngày trước`;
}

/** One act of a difficulty's history; `names` are those of agencies. */
export function sayDifficultyAct(act: DifficultyAct, names: ReadonlyMap<string, string>): string {
  switch (act.kind) {
    case 'answer':
      return `Trả lời ngày ${sayDay(act.on)}: ${act.text}`;
    case 'forward':
      return `Chuyển tới ${names.get(act.agencyId) ?? 'cơ quan khác'}: ${act.reason}`;
    case 'amend':
      return `Sửa kế hoạch: ${act.note}`;
    case 'withdraw':
      return `Rút: ${act.reason}`;
    case 'close':
      return act.note ? `Đóng: ${act.note}` : 'Đóng';
    case 'reopen':
      return `Mở lại: ${act.reason}`;
  }
}
