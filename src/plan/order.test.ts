import { expect, it } from 'vitest';
import type { TaskFields } from './model.ts';
import { orderTasks } from './order.ts';

type Placed = Pick<TaskFields, 'index' | 'dimension' | 'component' | 'codes'> & { planId: string; order: number };
let made = 0;
const task = (fields: Partial<Placed>): Placed => {
  made += 1;
  return { index: 'PAPI', dimension: null, component: null, codes: [], planId: 'p', order: made, ...fields };
};
const same = (inOrder: Placed[]): void => {
  expect(orderTasks([...inOrder].reverse())).toEqual(inOrder);
};

it('puts indices in their usual order, tasks without one last', () => {
  same([
    task({ index: 'PAPI' }),
    task({ index: 'SIPAS' }),
    task({ index: 'PAR INDEX' }),
    task({ index: 'DTI' }),
    task({ index: null }),
  ]);
});

it('orders dimensions by number, roman ones too, names after them, none last', () => {
  same([task({ dimension: 2 }), task({ dimension: 8 })]);
  same([
    task({ dimension: 'II' }),
    task({ dimension: 'IX' }),
    task({ dimension: 'X' }),
    task({ dimension: 'Cải cách' }),
    task({ dimension: null }),
  ]);
});

it('orders components by code as numbers, what is about the whole dimension before them', () => {
  same([task({ dimension: 4 }), task({ dimension: 4, codes: ['4.2'] }), task({ dimension: 4, codes: ['4.10'] })]);
});

it('keeps the order of the plan where all else is equal, and the plans apart', () => {
  same([task({ planId: 'a', order: 1 }), task({ planId: 'a', order: 2 }), task({ planId: 'b', order: 1 })]);
});

it('has nothing to order in an empty matrix', () => {
  expect(orderTasks([])).toEqual([]);
});
