import { expect, it } from 'vitest';
import { emptyContent, emptyLine } from '../../../src/report/content/model.ts';
import type { ReportItemView } from '../../../src/report/views.ts';
import type { Group } from './group.ts';
import { sayHeld } from './sayHeld.ts';
import { closedAtFirst } from './useFolds.ts';

const task = (id: string, owes = true) => ({ item: { id }, owes }) as ReportItemView;
const group = (items: ReportItemView[]): Group => ({ key: 'k', name: 'Công khai', index: 'PAPI', items });

it('says of a folded component how its tasks stand, by themselves or with it, and what is in the way', () => {
  const items = {
    a: { ...emptyLine, state: 'done' as const },
    b: { ...emptyLine, state: 'doing' as const, difficulty: 'Thiếu người' },
  };
  const alone = { ...emptyContent, items };
  const all = group([task('a'), task('b'), task('c'), task('d', false)]);
  expect(sayHeld(alone, all)).toBe('4 nhiệm vụ: 1 hoàn thành, 1 đang thực hiện, 1 không nêu tình trạng, 1 khó khăn');
  const common = { ...emptyLine, state: 'none' as const, proposal: 'Tập huấn thêm' };
  expect(sayHeld({ ...alone, components: { k: common } }, all)).toBe(
    '4 nhiệm vụ: 1 hoàn thành, 1 đang thực hiện, 1 không phát sinh, 1 khó khăn, 1 đề xuất',
  );
  expect(sayHeld(emptyContent, group([task('d', false)]))).toBe('1 nhiệm vụ: đơn vị phối hợp');
});

it('opens a long page where something is left; one that is done or short as a whole', () => {
  const parts = [0, 2, 1].map((left, at) => ({ id: `${at}`, left }));
  expect([...closedAtFirst(parts, true)]).toEqual(['0', '2']);
  expect([...closedAtFirst([{ id: '0', left: 0 }], true)]).toEqual(['0']);
  expect(closedAtFirst(parts, false).size).toBe(0);
});
