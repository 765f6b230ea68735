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

describe('group rows', () => {
  test('a heading over all columns gives its tasks their dimension, by name', () => {
    const { tasks, groups } = read(
      group('1', 'Công khai, minh bạch'),
      row('1.1', 'Tiếp cận thông tin', 'Công khai thông tin'),
    );
    expect(groups).toMatchObject([{ index: 'PAPI', dimension: 2, name: 'Công khai, minh bạch', directive: null }]);
    expect(tasks).toMatchObject([{ dimension: 2, component: 'Tiếp cận thông tin', codes: ['2.1'] }]);
  });

  test('a heading that carries an obligation names whom it obliges', () => {
    const text =
      'Chỉ số nội dung Công khai, minh bạch: Thủ trưởng các phòng, ban, ngành; Chủ tịch UBND các phường, xã tăng cường phổ biến, giáo dục pháp luật theo kế hoạch';
    const [found] = read(group('2', text), row('2.1', 'Tiếp cận thông tin', 'Công khai thông tin')).groups;
    expect(found).toMatchObject({
      name: 'Chỉ số nội dung Công khai, minh bạch',
      agencies: ['Thủ trưởng các phòng, ban, ngành', 'Chủ tịch UBND các phường, xã'],
    });
    expect(found?.directive).toMatch(/^Thủ trưởng các phòng.*kế hoạch$/);
  });

  test('a heading may number its dimension in words', () => {
    const { groups } = read(
      group('', 'Chỉ số nội dung số 7: Quản trị môi trường'),
      row('1', 'Chất lượng nước', 'Kiểm tra'),
    );
    expect(groups).toMatchObject([
      { dimension: 7, name: 'Chỉ số nội dung số 7: Quản trị môi trường', directive: null },
    ]);
  });

  test('a heading need not be merged: its other cells may just be empty', () => {
    const { tasks, groups } = read(
      ['1', 'Công khai, minh bạch', '', '', '', ''],
      row('1.1', 'Tiếp cận thông tin', 'Công khai thông tin'),
      ['2', 'Quản trị môi trường', '', '', '', ''],
      row('2.1', 'Chất lượng không khí', 'Kiểm tra khí thải'),
    );
    expect(groups.map(({ dimension }) => dimension)).toEqual([2, 7]);
    expect(tasks.map(({ codes }) => codes)).toEqual([['2.1'], ['7.2']]);
  });

  test('groups within groups: the inner one is the component where no column says it', () => {
    const rows: TestCell[][] = [
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời hạn'],
      ['I', 'CÔNG KHAI, MINH BẠCH', '', ''],
      ['1', 'Tiếp cận thông tin', '', ''],
      ['1.1', 'Công khai thông tin trên cổng', 'Sở Nội vụ', 'Quý I'],
      ['1.2', 'Niêm yết thông tin tại trụ sở', 'Sở Nội vụ', 'Quý II'],
      ['2', 'Công khai danh sách hộ nghèo', '', ''],
      ['2.1', 'Rà soát hộ nghèo', 'Sở Nội vụ', 'Quý III'],
    ];
    const { tasks } = readTasks(documentOf(table(rows)), headOf());
    expect(tasks.map(({ dimension, component, codes }) => [dimension, component, codes])).toEqual([
      [2, 'Tiếp cận thông tin', ['2.1']],
      [2, 'Tiếp cận thông tin', ['2.1']],
      [2, 'Công khai danh sách hộ nghèo', ['2.2']],
    ]);
  });

  test('PAR INDEX and SIPAS groups keep the label as printed', () => {
    const rows: TestCell[][] = [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp'],
      ['III', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH', '', ''],
      ['1', 'Rà soát thủ tục', 'Văn phòng UBND tỉnh', 'Các sở, ban, ngành'],
    ];
    const { tasks } = readTasks(documentOf(table(rows)), headOf(['PAR INDEX']));
    expect(tasks).toMatchObject([{ index: 'PAR INDEX', dimension: 'III', codes: ['3'] }]);
  });
});

describe('headings among tasks', () => {
  const columns: TestCell[] = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'];

  test('a heading may name who is in charge of all below it', () => {
    const rows: TestCell[][] = [
      columns,
      ['I', 'CÔNG KHAI, MINH BẠCH', 'Sở Nội vụ', '', ''],
      ['1', 'Đăng tải văn bản', 'Sở Tư pháp', '', 'Quý I'],
    ];
    const { tasks, groups } = readTasks(documentOf(table(rows)), headOf());
    expect(groups).toMatchObject([{ dimension: 2, agencies: ['Sở Nội vụ'] }]);
    expect(tasks.map(({ text }) => text)).toEqual(['Đăng tải văn bản']);
  });

  test('a task whose agencies are missing is still a task', () => {
    const rows: TestCell[][] = [
      columns,
      ['1', 'Ban hành kế hoạch', 'Sở Nội vụ', '', 'Quý I'],
      ['2', 'Tổ chức hội nghị triển khai', '', '', ''],
      ['3', 'Kiểm tra', 'Sở Nội vụ', '', 'Quý II'],
    ];
    const { tasks, groups } = readTasks(documentOf(table(rows)), headOf());
    expect(groups).toEqual([]);
    expect(tasks.map(({ notes }) => notes)).toEqual([[], ['no-time-stated', 'agencies-missing'], []]);
  });

  test('agencies merged over several tasks are those of each', () => {
    const rows: TestCell[][] = [
      columns,
      [
        '1',
        'Rà soát',
        { text: 'Sở Nội vụ', rowSpan: 2 },
        { text: 'Sở Tư pháp', rowSpan: 2 },
        { text: 'Quý I', rowSpan: 2 },
      ],
      ['2', 'Kiểm tra'],
    ];
    const { tasks } = readTasks(documentOf(table(rows)), headOf());
    expect(tasks).toMatchObject([
      { lead: ['Sở Nội vụ'] },
      { lead: ['Sở Nội vụ'], cooperate: ['Sở Tư pháp'], time: 'Quý I' },
    ]);
  });
});

describe('merged cells', () => {
  test('a component merged over two rows is the component of both', () => {
    const { tasks } = read(
      group('3', 'Trách nhiệm giải trình với người dân'),
      [
        '3.3',
        { text: 'Tiếp cận dịch vụ tư pháp', rowSpan: 2 },
        'Tuyên truyền pháp luật',
        'Phòng Tư pháp',
        'Sở Tư pháp',
        'Thường xuyên',
      ],
      ['', 'Bồi dưỡng hòa giải viên', 'UBND cấp xã', 'Sở Tư pháp', 'Hằng năm'],
    );
    expect(tasks.map(({ component, codes }) => [component, codes])).toEqual([
      ['Tiếp cận dịch vụ tư pháp', ['3.3']],
      ['Tiếp cận dịch vụ tư pháp', ['3.3']],
    ]);
  });

  test('where the merging was lost, an empty component is the one above', () => {
    const { tasks } = read(
      row('1', 'Cơ hội tham gia', 'Tuyên truyền, vận động người dân.'),
      row('', '', 'Tổ chức hội nghị nhân dân.', 'Hằng năm'),
    );
    expect(tasks.map(({ component }) => component)).toEqual(['Cơ hội tham gia', 'Cơ hội tham gia']);
    expect(tasks[1]?.fields.component?.confidence).toBeLessThan(0.9);
  });

  test('a dimension column merged over its tasks stands for a group row', () => {
    const rows: TestCell[][] = [
      ['TT', 'Chỉ số nội dung', 'Nội dung thành phần', 'Nhiệm vụ', 'Kết quả', 'Đơn vị chủ trì', 'Thời gian'],
      [
        { text: '1', rowSpan: 2 },
        { text: 'Tham gia của người dân', rowSpan: 2 },
        'a) Tri thức công dân',
        'Tuyên truyền',
        '100% thôn thực hiện đúng',
        'Sở Nội vụ',
        'Trong năm 2026',
      ],
      ['b) Cơ hội tham gia', 'Vận động', 'Các kế hoạch', 'Sở Nội vụ', 'Thường xuyên'],
    ];
    const { tasks, groups } = readTasks(documentOf(table(rows)), headOf());
    expect(groups).toMatchObject([{ dimension: 1, name: 'Tham gia của người dân' }]);
    expect(tasks.map(({ dimension, component }) => [dimension, component])).toEqual([
      [1, 'a) Tri thức công dân'],
      [1, 'b) Cơ hội tham gia'],
    ]);
    expect(tasks[0]).toMatchObject({
      result: '100% thôn thực hiện đúng',
      schedule: { kind: 'window', from: '2026-01-01', to: '2026-12-31' },
      targets: [{ op: '=', value: 100 }],
    });
  });
});

describe('headers', () => {
  const body: TestCell[] = ['1', 'Rà soát thủ tục hành chính', 'Sở Nội vụ', 'Sở Tư pháp', 'Quý I/2026'];
  const expected = [
    { text: 'Rà soát thủ tục hành chính', lead: ['Sở Nội vụ'], cooperate: ['Sở Tư pháp'], time: 'Quý I/2026' },
  ];

  test('split over two rows under a wider cell', () => {
    const rows: TestCell[][] = [
      [
        { text: 'TT', rowSpan: 2 },
        { text: 'Nhiệm vụ', rowSpan: 2 },
        { text: 'Phân công thực hiện', colSpan: 2 },
        { text: 'Thời gian', rowSpan: 2 },
      ],
      ['Chủ trì', 'Phối hợp'],
      body,
    ];
    expect(readTasks(documentOf(table(rows)), headOf()).tasks).toMatchObject(expected);
  });

  test('broken over two rows by the width of the columns, with column numbers below', () => {
    const rows: TestCell[][] = [
      ['TT', 'Nhiệm vụ', 'Cơ quan', 'Cơ quan', 'Thời gian'],
      ['', '', 'chủ trì', 'phối hợp', 'thực hiện'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      body,
    ];
    expect(readTasks(documentOf(table(rows)), headOf()).tasks).toMatchObject(expected);
  });

  test('a title merged over the first row is no header', () => {
    const rows: TestCell[][] = [
      [{ text: 'PHỤ LỤC NHIỆM VỤ CẢI THIỆN CHỈ SỐ PAPI', colSpan: 5 }],
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'],
      body,
    ];
    const { tasks } = readTasks(documentOf(table(rows)), headOf([]));
    expect(tasks).toMatchObject(expected);
    expect(tasks[0]?.index).toBe('PAPI');
  });

  test('in any order, with columns nobody knows kept in the notes', () => {
    const rows: TestCell[][] = [
      ['TT', 'Thời hạn', 'Đơn vị chủ trì', 'Sản phẩm dự kiến', 'Nhiệm vụ', 'Ghi chú'],
      ['1', 'Quý I/2026', 'Sở Nội vụ', 'Báo cáo', 'Rà soát thủ tục hành chính', 'Theo Quyết định 12'],
      ['2', 'Quý II/2026', 'Sở Nội vụ', 'Kế hoạch', 'Ban hành kế hoạch', ''],
    ];
    const { tasks, warnings } = readTasks(documentOf(table(rows)), headOf());
    expect(tasks).toMatchObject([
      {
        lead: ['Sở Nội vụ'],
        result: 'Báo cáo',
        time: 'Quý I/2026',
        notes: ['unknown-column:Ghi chú: Theo Quyết định 12'],
      },
      { result: 'Kế hoạch', notes: [] },
    ]);
    expect(warnings).toMatchObject([{ code: 'unknown-column' }]);
  });

  test('quarters as columns with crosses are a time', () => {
    const rows: TestCell[][] = [
      [
        { text: 'TT', rowSpan: 2 },
        { text: 'Nhiệm vụ', rowSpan: 2 },
        { text: 'Cơ quan chủ trì', rowSpan: 2 },
        { text: 'Thời gian', colSpan: 2 },
      ],
      ['Quý I', 'Quý II'],
      ['1', 'Rà soát thủ tục', 'Sở Nội vụ', '', 'x'],
    ];
    expect(readTasks(documentOf(table(rows)), headOf()).tasks).toMatchObject([{ time: 'Quý II' }]);
  });
});

describe('several appendices', () => {
  const rows: TestCell[][] = [
    ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp'],
    ['1', 'Rà soát thủ tục hành chính', 'Sở Nội vụ', 'Sở Tư pháp'],
  ];

  test('each table takes the index its heading names', () => {
    const document = documentOf(
      paragraph('PHỤ LỤC 1'),
      paragraph('Nhiệm vụ cải thiện Chỉ số cải cách hành chính (PAR INDEX)'),
      table(rows),
      paragraph('PHỤ LỤC 2'),
      paragraph('Nhiệm vụ cải thiện Chỉ số Hiệu quả quản trị và hành chính công (PAPI)'),
      table(rows),
    );
    const { tasks } = readTasks(document, headOf(['PAR INDEX', 'PAPI']));
    expect(tasks.map(({ index }) => index)).toEqual(['PAR INDEX', 'PAPI']);
  });

  test('a group row may name the index of the rows below it', () => {
    const mixed: TestCell[][] = [
      rows[0] as TestCell[],
      ['A', 'CHỈ SỐ PAPI', '', ''],
      ['I', 'CÔNG KHAI, MINH BẠCH', '', ''],
      ['1', 'Công khai thông tin', 'Sở Nội vụ', 'Sở Tư pháp'],
      ['B', 'CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)', '', ''],
      ['I', 'CẢI CÁCH THỂ CHẾ', '', ''],
      ['1', 'Rà soát văn bản', 'Sở Tư pháp', 'Sở Nội vụ'],
    ];
    const { tasks } = readTasks(documentOf(table(mixed)), headOf(['PAPI', 'PAR INDEX']));
    expect(tasks.map(({ index, dimension }) => [index, dimension])).toEqual([
      ['PAPI', 2],
      ['PAR INDEX', 'I'],
    ]);
  });
});
