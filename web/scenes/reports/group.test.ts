import { expect, it } from 'vitest';
import { emptyContent, emptyLine } from '../../../src/report/content/model.ts';
import type { ReportItemView } from '../../../src/report/views.ts';
import type { Content } from './drafting.ts';
import { countAnswered, countFilled, groupItems } from './group.ts';

const item = (id: string, component: string | null, owes = true): ReportItemView => ({
  item: {
    ...{ id, planId: 'p', kind: 'task', modality: 'assign', index: 'PAPI', dimension: '2', component, codes: [] },
    ...{ text: id, result: null, time: null, asksFor: null, position: 1 },
  },
  ...{ roles: ['implement'], owes, targets: [], register: [], after: null },
});
const items = [
  item('a', '2.1. Tiếp cận'),
  item('b', '2.2. Công khai'),
  item('c', '2.1. Tiếp cận'),
  item('d', null, false),
];

it('tasks are answered by component, in the order of the plan', () => {
  expect(groupItems(items).map(({ name, items: list }) => [name, list.map(({ item: { id } }) => id)])).toEqual([
    ...[
      ['2.1. Tiếp cận', ['a', 'c']],
      ['2.2. Công khai', ['b']],
      ['Lĩnh vực 2', ['d']],
    ],
  ]);
});

it('a component answered at once answers its tasks; who only takes part owes no answer', () => {
  const key = groupItems(items)[0]?.key ?? '';
  const content = {
    ...emptyContent,
    items: { b: { ...emptyLine, state: 'done' } },
    components: { [key]: { ...emptyLine, state: 'doing' } },
  } as Content;
  expect(countAnswered(emptyContent as Content, items)).toEqual({ owed: 3, answered: 0 });
  expect(countAnswered(content, items)).toEqual({ owed: 3, answered: 3 });
});

it('that nothing was begun waits for somebody’s word; work the product knows of, and what somebody wrote, is filled in', () => {
  const line = (over: object) => ({ ...emptyLine, state: 'not-begun', ...over });
  const content = {
    ...emptyContent,
    items: { a: line({}), b: line({ state: 'doing' }), c: line({ result: 'Đang rà soát' }) },
  } as Content;
  const written = (place: object) => [{ place, rev: 1, by: 'An', at: '' }] as Parameters<typeof countFilled>[1];
  expect(countFilled(content, [], items)).toEqual({ owed: 3, filled: 2 });
  expect(countFilled(content, written({ of: 'item', key: 'a', field: 'state' }), items).filled).toBe(3);
  const key = groupItems(items)[0]?.key ?? '';
  expect(countFilled(content, written({ of: 'component', key, field: 'result' }), items).filled).toBe(3);
});
