import { describe, expect, test } from 'vitest';
import { documentOf, headOf, paragraph, type TestCell, table } from './fixture.ts';
import { readTasks } from './read.ts';

const read = (rows: TestCell[][], ...before: string[]) =>
  readTasks(documentOf(...before.map(paragraph), table(rows)), headOf([])).tasks;

describe('marks in cells', () => {
  test('a cross under an agency names it, with the role of the header above', () => {
    const [task] = read([
      [
        { text: 'TT', rowSpan: 2 },
        { text: 'Nhiệm vụ', rowSpan: 2 },
        { text: 'Cơ quan chủ trì', colSpan: 2 },
        { text: 'Thời gian', rowSpan: 2 },
      ],
      ['Sở Nội vụ', 'Sở Tư pháp'],
      ['1', 'Rà soát văn bản', '', '✓', 'Quý I/2026'],
    ]);
    expect(task).toMatchObject({ lead: ['Sở Tư pháp'], time: 'Quý I/2026' });
  });

  test('letters under agencies tell who leads and who helps', () => {
    const [task] = read([
      ['TT', 'Nhiệm vụ', 'Sở Nội vụ', 'Sở Tư pháp', 'Sở Y tế', 'Thời gian'],
      ['1', 'Rà soát văn bản', 'PH', 'CT', '', 'Quý I/2026'],
    ]);
    expect(task).toMatchObject({ lead: ['Sở Tư pháp'], cooperate: ['Sở Nội vụ'], implement: [] });
  });

  test('crosses under months are those months', () => {
    const [task] = read([
      [
        { text: 'TT', rowSpan: 2 },
        { text: 'Nhiệm vụ', rowSpan: 2 },
        { text: 'Cơ quan chủ trì', rowSpan: 2 },
        { text: 'Tháng', colSpan: 4 },
      ],
      ['1', '2', '3', '4'],
      ['1', 'Rà soát văn bản', 'Sở Tư pháp', '', 'x', 'x', ''],
    ]);
    expect(task?.time).toBe('Tháng 2, Tháng 3');
    expect(task?.schedule).toEqual({ kind: 'window', from: '2026-02-01', to: '2026-03-31' });
  });
});

describe('labels in cells', () => {
  test('decide over the header of their column', () => {
    const [task] = read([
      ['TT', 'Nhiệm vụ', 'Phân công thực hiện', 'Thời gian'],
      ['1', 'Rà soát văn bản', 'Chủ trì: Sở Tư pháp\nPhối hợp: Sở Nội vụ, Sở Y tế', 'Quý I/2026'],
    ]);
    expect(task).toMatchObject({ lead: ['Sở Tư pháp'], implement: [], cooperate: ['Sở Nội vụ', 'Sở Y tế'] });
  });

  test('at the end of a task say who does it', () => {
    const [task] = read([
      ['TT', 'Nhiệm vụ', 'Sản phẩm', 'Thời gian'],
      ['1', 'Rà soát văn bản.\nĐơn vị chủ trì: Sở Tư pháp; Đơn vị phối hợp: Sở Nội vụ.', 'Báo cáo', 'Quý I/2026'],
    ]);
    expect(task).toMatchObject({ text: 'Rà soát văn bản.', lead: ['Sở Tư pháp'], cooperate: ['Sở Nội vụ'] });
  });
});

describe('tasks under the name of an agency', () => {
  const header = ['TT', 'Nhiệm vụ', 'Sản phẩm', 'Thời gian'];

  test('are its own, where no column says who leads', () => {
    const tasks = read([
      header,
      ['I', { text: 'SỞ TƯ PHÁP', colSpan: 3, bold: true }],
      ['1', 'Rà soát văn bản', 'Báo cáo', 'Quý I/2026'],
      ['II', { text: 'Công an tỉnh', colSpan: 3, bold: true }],
      ['1', 'Cấp định danh điện tử', 'Báo cáo', 'Quý I/2026'],
    ]);
    expect(tasks.map(({ lead }) => lead)).toEqual([['SỞ TƯ PHÁP'], ['Công an tỉnh']]);
  });

  test('also when it stands above a table of its own', () => {
    const [task] = read(
      [header, ['1', 'Rà soát văn bản', 'Báo cáo', 'Quý I/2026'], ['2', 'Kiểm tra', 'Báo cáo', 'Quý II/2026']],
      '2. Sở Tư pháp',
    );
    expect(task?.lead).toEqual(['Sở Tư pháp']);
  });

  test('but not under a theme', () => {
    const [task] = read([
      header,
      ['I', { text: 'CẢI CÁCH THỂ CHẾ', colSpan: 3, bold: true }],
      ['1', 'Rà soát văn bản', 'Báo cáo', 'Quý I/2026'],
    ]);
    expect(task?.lead).toEqual([]);
  });
});
