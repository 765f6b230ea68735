import { describe, expect, test } from 'vitest';
import { documentOf, headOf, type TestCell, table } from './fixture.ts';
import { readTasks } from './read.ts';

const header = ['STT', 'Nội dung thành phần', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'];
const rest = (text: string): TestCell[] => [text, 'UBND cấp xã', 'Thường xuyên'];
const componentsOf = (...rows: TestCell[][]) =>
  readTasks(documentOf(table([header, ...rows])), headOf()).tasks.map(({ component }) => component);

describe('a task whose component cell is empty', () => {
  test('has none where shared components are merged cells', () => {
    const shared: TestCell = { text: 'Cơ hội tham gia', rowSpan: 2 };
    const rows = [
      ['1', shared, ...rest('Tuyên truyền')],
      ['2', ...rest('Họp dân')],
      ['3', '', ...rest('Mở hòm thư góp ý')],
      ['4', 'Tri thức công dân', ...rest('Tập huấn')],
    ];
    expect(componentsOf(...rows)).toEqual(['Cơ hội tham gia', 'Cơ hội tham gia', null, 'Tri thức công dân']);
  });

  test('shares the one above where cells are left empty instead of merged', () => {
    const rows = [
      ['1', 'Cơ hội tham gia', ...rest('Tuyên truyền')],
      ['2', '', ...rest('Họp dân')],
    ];
    expect(componentsOf(...rows)).toEqual(['Cơ hội tham gia', 'Cơ hội tham gia']);
  });
});
