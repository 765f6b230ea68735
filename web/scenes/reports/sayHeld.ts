import { sayNumber } from '../../../src/kernel/number.ts';
import { lineStates } from '../../../src/report/content/model.ts';
import type { Content } from './drafting.ts';
import { componentLine, type Group, lineOf } from './group.ts';
import { stateWords } from './say.ts';

/** "Đã điền 3/7" */
export const sayFilled = ({ owed, filled }: { owed: number; filled: number }): string =>
  owed === 0 ? 'Không có nhiệm vụ phải báo cáo' : `Đã điền ${sayNumber(filled)}/${sayNumber(owed)}`;

/** What a component holds, for whoever has it folded: how its tasks stand, and whether anything is in the way or asked for. */
export function sayHeld(content: Content, { key, items }: Group): string {
  const common = componentLine(content, key);
  const lines = items.map(({ item }) => lineOf(content, item.id));
  const states = items.filter(({ owes }) => owes).map(({ item }) => lineOf(content, item.id).state ?? common.state);
  const stand = [...lineStates, null].flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    const word = state === null ? 'không nêu tình trạng' : stateWords[state].word.toLowerCase();
    return count === 0 ? [] : [`${sayNumber(count)} ${word}`];
  });
  const said = (field: 'difficulty' | 'proposal', word: string) => {
    const count = [common, ...lines].filter((line) => line[field].trim() !== '').length;
    return count === 0 ? [] : [`${sayNumber(count)} ${word}`];
  };
  const words = [...said('difficulty', 'khó khăn'), ...said('proposal', 'đề xuất')];
  return `${sayNumber(items.length)} nhiệm vụ: ${[...stand, ...words].join(', ') || 'đơn vị phối hợp'}`;
}
