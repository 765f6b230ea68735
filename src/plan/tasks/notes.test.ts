import { describe, expect, test } from 'vitest';
import { documentOf, headOf, paragraph, type TestCell, table } from './fixture.ts';
import { readTasks } from './read.ts';

const header = ['STT', 'Nội dung thành phần', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Cơ quan theo dõi', 'Thời gian'];
const row = (number: string, component: string, text: string, time = 'Thường xuyên'): TestCell[] => [
  number,
  component,
  text,
  'UBND cấp xã',
  'Sở Nội vụ',
  time,
];
const group = (number: string, name: string): TestCell[] => [number, { text: name, colSpan: 5 }];
const read = (...rows: TestCell[][]) => readTasks(documentOf(table([header, ...rows])), headOf());

describe('cells that say nothing of their own', () => {
  test('“nt” is what stands above, and a dash is nothing', () => {
    const { tasks } = read(row('1', 'Cơ hội tham gia', 'Tuyên truyền'), [
      '2',
      'Y tế công lập',
      'Kiểm tra',
      'nt',
      '-',
      '- nt -',
    ]);
    expect(tasks[1]).toMatchObject({ implement: ['UBND cấp xã'], monitor: [], time: 'Thường xuyên' });
    expect(tasks[1]?.fields.implement?.confidence).toBeLessThan(0.9);
  });
});

describe('notes', () => {
  test('what an officer should know before accepting', () => {
    const { tasks } = read(
      ['1', 'Cơ hội tham gia', 'Tuyên truyền', 'Sở Nội vụ', 'Sở Nội vụ', ''],
      ['2', 'Y tế công lập', '- Nâng cao chất lượng\n- Cải thiện cơ sở vật chất', '', '', 'Thường xuyên'],
      ['3', 'Hạ tầng căn bản', 'Đường sá tốt hơn', 'Phòn Kinh tế', 'Sở Xây dựng', 'Hằng năm'],
    );
    expect(tasks.map(({ notes }) => notes)).toEqual([
      ['no-time-stated', 'self-monitored'],
      ['agencies-missing', 'several-acts'],
      ['no-action-stated', 'spelling:Phòn Kinh tế'],
    ]);
  });
});

test.each([
  'Sửa đổi Luật Cảng biển để giảm thủ tục cho tàu thuyền',
  'Bổ sung quy hoạch bến cảng',
  'Hoàn thiện cơ sở dữ liệu cảng biển',
])('“%s” states an act', (text) => {
  const { tasks } = read(['1', 'Pháp luật', text, 'Sở Nội vụ', 'Sở Tư pháp', 'Hằng năm']);
  expect(tasks.map(({ notes }) => notes)).toEqual([[]]);
});

describe('provenance', () => {
  test('every field has a confidence and stands in a cell', () => {
    const [task] = read(group('1', 'Công khai, minh bạch'), row('1.1', 'Tiếp cận thông tin', 'Công khai')).tasks;
    expect(task?.source).toEqual({ page: null, table: 1, row: 3, line: null });
    expect(task?.fields.text).toEqual({
      confidence: 0.98,
      source: { page: null, table: 1, row: 3, line: null, cell: 't1r3c3' },
    });
    expect(task?.fields.dimension?.source.cell).toBe('t1r2c2');
    expect(Object.keys(task?.fields ?? {})).toHaveLength(13);
  });
});

describe('lists of labels in prose', () => {
  const lines = [
    'II. NHIỆM VỤ',
    '1. Công khai, minh bạch',
    '1.1. Tiếp cận thông tin',
    'Đăng tải đầy đủ văn bản trên Cổng thông tin điện tử.',
    '- Cơ quan chủ trì: Sở Nội vụ.',
    '- Cơ quan phối hợp: Các sở, ban, ngành; UBND cấp xã.',
    '- Thời gian thực hiện: Thường xuyên.',
    '1.2. Niêm yết danh sách hộ nghèo tại nhà văn hóa',
    '- Đơn vị chủ trì: UBND cấp xã.',
    '- Thời gian hoàn thành: Trước ngày 31/12/2026.',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ: theo dõi, đôn đốc.',
  ];
  const { tasks, groups, taken } = readTasks(documentOf(...lines.map(paragraph)), headOf());

  test('are tasks under the headings that name a dimension', () => {
    expect(groups).toMatchObject([{ dimension: 2, name: 'Công khai, minh bạch' }]);
    expect(tasks).toMatchObject([
      {
        dimension: 2,
        component: 'Tiếp cận thông tin',
        text: 'Đăng tải đầy đủ văn bản trên Cổng thông tin điện tử.',
        lead: ['Sở Nội vụ'],
        cooperate: ['Các sở, ban, ngành', 'UBND cấp xã'],
        time: 'Thường xuyên',
      },
      {
        text: 'Niêm yết danh sách hộ nghèo tại nhà văn hóa',
        lead: ['UBND cấp xã'],
        schedule: { kind: 'deadline', by: '2026-12-31' },
      },
    ]);
    expect(tasks[0]?.fields.text?.confidence).toBeLessThan(0.9);
  });

  test('are no duties besides', () => {
    expect(taken.map(({ text }) => text)).toEqual(lines.slice(2, 10));
  });

  test('one label alone is an ordinary sentence', () => {
    const { tasks: none } = readTasks(
      documentOf(paragraph('1. Rà soát'), paragraph('- Cơ quan chủ trì: Sở Nội vụ.')),
      headOf(),
    );
    expect(none).toEqual([]);
  });
});
