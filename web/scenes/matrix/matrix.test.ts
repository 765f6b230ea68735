import { expect, it } from 'vitest';
import type { TaskView } from '../../../src/plan/views.ts';
import type { Framework } from '../../api.ts';
import { countValues, filterTasks, indexTasks, layOut } from './matrix.ts';

let made = 0;
function task(more: Partial<TaskView>): TaskView {
  made += 1;
  return {
    ...{ id: `n${made}`, planId: 'p', planNumber: null, planSymbol: null, planTitle: null, year: 2023, order: made },
    ...{ index: 'PAPI', dimension: 2, component: null, codes: [], text: 'Niêm yết công khai', result: null, lead: [] },
    ...{ implement: [], cooperate: [], monitor: [], time: null, schedule: null, targets: [] },
    source: { page: null, table: null, row: null, line: null },
    ...more,
  };
}
const papi: Framework = {
  ...{ index: 'PAPI', version: '2021-2024', level: 'province', from: 2021, to: null, name: 'Chỉ số hiệu quả quản trị' },
  nodes: [
    { code: '2', parent: null, name: 'Công khai, minh bạch', nameEn: null },
    { code: '2.1', parent: '2', name: 'Tiếp cận thông tin', nameEn: null },
  ],
};
const outline = (tasks: TaskView[], by: 'content' | 'agency' = 'content', closed: string[] = []) =>
  layOut(tasks, by, [papi], new Set(closed)).map((entry) =>
    entry.kind === 'group' ? `${'#'.repeat(entry.level)} ${entry.title} (${entry.count})` : entry.task.id,
  );

it('lays tasks out by index, dimension and sub-dimension with their names', () => {
  const [whole, part] = [task({}), task({ codes: ['2.1'], component: '1. Tiếp cận TT' })];
  expect(outline([whole, part])).toEqual([
    '# PAPI – Chỉ số hiệu quả quản trị (2)',
    '## 2. Công khai, minh bạch (2)',
    whole.id,
    '### 2.1. Tiếp cận thông tin (1)',
    part.id,
  ]);
});

it('falls back to what is printed and keeps what belongs nowhere', () => {
  const printed = task({ index: 'SIPAS', dimension: 'III', component: 'Công chức' });
  const nowhere = task({ index: null, dimension: null });
  expect(outline([printed, nowhere])).toEqual([
    '# SIPAS (1)',
    '## III (1)',
    '### Công chức (1)',
    printed.id,
    '# Chưa gắn chỉ số (1)',
    nowhere.id,
  ]);
});

it('shows a closed group alone, with its count', () => {
  expect(outline([task({}), task({ codes: ['2.1'] })], 'content', ['PAPI/2'])).toEqual([
    '# PAPI – Chỉ số hiệu quả quản trị (2)',
    '## 2. Công khai, minh bạch (2)',
  ]);
});

it('groups by each leading agency, or the implementing one where none leads', () => {
  const both = task({ lead: ['Sở Y tế', 'Sở Nội vụ'], implement: ['UBND cấp xã'] });
  const done = task({ implement: ['UBND cấp xã'] });
  expect(outline([both, done], 'agency')).toEqual([
    '# Sở Nội vụ (1)',
    both.id,
    '# Sở Y tế (1)',
    both.id,
    '# UBND cấp xã (1)',
    done.id,
  ]);
  const keys = layOut([both], 'agency', [], new Set()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

it('finds words without diacritics, an agency in a role, and the kinds inside several', () => {
  const one = task({
    lead: ['Sở Nội vụ'],
    schedule: { kind: 'several', parts: [{ kind: 'deadline', by: '2026-01-31' }] },
  });
  const two = task({ text: 'Đối thoại với Nhân dân', monitor: ['Sở Nội vụ'] });
  const all = indexTasks([one, two]);
  expect(filterTasks(all, { q: 'doi thoai' })).toEqual([two]);
  expect(filterTasks(all, { agency: 'Sở nội vụ' })).toEqual([one, two]);
  expect(filterTasks(all, { agency: 'Sở Nội vụ', role: 'lead' })).toEqual([one]);
  expect(filterTasks(all, { role: 'monitor' })).toEqual([two]);
  expect(filterTasks(all, { schedule: 'deadline' })).toEqual([one]);
  expect(filterTasks(all, { plan: 'q' })).toEqual([]);
});

it('loses none of five thousand tasks', () => {
  const many = Array.from({ length: 5000 }, (_, i) =>
    task({ dimension: (i % 8) + 1, codes: [`${(i % 8) + 1}.${i % 4}`] }),
  );
  const found = filterTasks(indexTasks(many), { q: 'cong khai' });
  const entries = layOut(found, 'content', [papi], new Set());
  expect(entries.filter(({ kind }) => kind === 'task')).toHaveLength(5000);
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
});

it('counts values, most used first', () => {
  expect(countValues(['b', 'a', 'b'])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});
