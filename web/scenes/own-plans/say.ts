import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { contentWords, stateWords } from '../../../src/publish/cascade/model.ts';
import type { CascadeView, OwnPlanLine } from '../../../src/publish/cascade/views.ts';
import type { Check } from '../../../src/publish/own-plan/model.ts';
import type { Tone } from '../../components/Tag.tsx';

/** How a unit's own plan stands, as shape, word and colour. */
export function sayState({ state, late, due }: Pick<OwnPlanLine, 'state' | 'late' | 'due'>): {
  tone: Tone;
  word: string;
} {
  if (state === 'issued')
    return late > 0 ? { tone: 'due', word: `Ban hành chậm ${late} ngày` } : { tone: 'ok', word: stateWords.issued };
  if (late > 0) return { tone: 'late', word: `${stateWords[state]}, quá hạn ${late} ngày` };
  return {
    tone: state === 'editing' ? 'due' : 'idle',
    word: due ? `${stateWords[state]}, hạn ${sayDay(due)}` : stateWords[state],
  };
}

/** The sentence a leader would read aloud. */
export function saySummary({ units, due }: CascadeView): string {
  const count = (of: (unit: OwnPlanLine) => boolean) => units.filter(of).length;
  const issued = count(({ state }) => state === 'issued');
  const late = count(({ state, late }) => state !== 'issued' && late > 0);
  const lacking = count(({ checks }) => lacks(checks));
  return [
    `${sayNumber(issued)}/${sayNumber(units.length)} đơn vị đã ban hành kế hoạch`,
    due && `hạn ${sayDay(due.day)}${due.ground ? ` theo ${due.ground}` : due.printed ? ' theo kế hoạch' : ''}`,
    late > 0 && `${sayNumber(late)} đơn vị quá hạn chưa ban hành`,
    lacking > 0 && `${sayNumber(lacking)} kế hoạch còn thiếu nội dung`,
  ]
    .filter(Boolean)
    .join('; ');
}

export const lacks = (checks: readonly Check[] | null): boolean => checks?.some(({ ok }) => !ok) ?? false;

/** "Thiếu: Phân công bộ phận (3), Thời hạn (1)"; what has not been compared is said to be so. */
export function sayChecks({ checks, child }: Pick<OwnPlanLine, 'checks' | 'child'>): string {
  if (checks === null) return child?.planId === null ? 'Chưa đối chiếu: chưa có bản trong phần mềm' : 'Chưa đối chiếu';
  const missing = checks.filter(({ ok }) => !ok);
  if (missing.length === 0) return 'Đủ nội dung';
  return `Còn thiếu: ${missing.map(({ what, missing }) => `${contentWords[what].toLocaleLowerCase('vi')} (${missing.length})`).join(', ')}`;
}
