import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Task } from '../model.ts';
import { documentOf, headOf, paragraph, type TestCell, table } from './fixture.ts';
import { readTasks } from './read.ts';

const header = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'];
const read = (...tables: string[][][]) => readTasks(documentOf(...tables.map((rows) => table(rows))), headOf()).tasks;

describe('rows torn by a page are whole again', () => {
  const above: string[][] = [header, ['1', 'Rà soát văn bản.', 'Sở Tư pháp', 'UBND cấp', 'Thường']];

  test('a row, a cell, an agency’s name and a time go on after the repeated header', () => {
    const below = [
      header,
      ['', '', '', 'huyện, UBND cấp xã', 'xuyên'],
      ['2', 'Kiểm tra.', 'Sở Nội vụ', 'Sở Tư pháp', 'Hằng năm'],
    ];
    expect(read(above, below)).toMatchObject([
      { cooperate: ['UBND cấp huyện', 'UBND cấp xã'], time: 'Thường xuyên', source: { table: 1, row: 2 } },
      { text: 'Kiểm tra.', source: { table: 2, row: 3 } },
    ]);
  });

  test('a sentence goes on in lower case', () => {
    const pieces = [[header, ['1', 'Công khai kết quả giải quyết trên cổng (việc', 'Sở Nội vụ', 'Các cơ quan', '']]];
    const below = [header, ['', 'sử dụng biểu mẫu) của tỉnh.', 'UBND cấp xã', 'có liên quan', 'Hằng năm']];
    expect(read(...pieces, below)).toMatchObject([
      {
        text: 'Công khai kết quả giải quyết trên cổng (việc sử dụng biểu mẫu) của tỉnh.',
        cooperate: ['Các cơ quan có liên quan'],
      },
    ]);
  });

  test('a bullet alone after the cut belongs to the task above', () => {
    const below = [
      header,
      ['', '- Bố trí đúng công chức theo vị trí việc làm.', '', '', ''],
      ['2', 'Kiểm tra.', 'Sở Nội vụ', '', 'Hằng năm'],
    ];
    expect(
      read([header, ['1', 'Vị trí việc làm:\n- Ban hành văn bản', 'Sở Nội vụ', 'Các sở', 'Quý I']], below).map(
        ({ text }) => text,
      ),
    ).toEqual(['Vị trí việc làm:\n- Ban hành văn bản\n- Bố trí đúng công chức theo vị trí việc làm.', 'Kiểm tra.']);
  });

  test('a second task with its own time is no continuation, though its number is empty', () => {
    const below = [header, ['', '- Thanh tra các cơ sở y tế.', 'Sở Y tế', 'Thanh tra tỉnh', 'Hằng năm']];
    const again = ['2', 'Tuyên truyền.', 'Sở Nội vụ', '', 'Thường xuyên'];
    const loose = ['', 'Hội nghị.', 'Sở Nội vụ', '', 'Hằng năm'];
    expect(
      read(
        [header, again, loose, ['3', '- Kiểm tra thi hành công vụ.', 'Sở Nội vụ', 'Sở Y tế;', 'Thường xuyên']],
        below,
      ),
    ).toHaveLength(4);
  });

  test('a dash at the cut is a bullet only in a list', () => {
    const pieces = [header, ['1', 'Tổ chức thực hiện công tác tài chính', 'Phòng Tài chính', 'Các phòng', 'Quý I']];
    expect(read(pieces, [header, ['', '- ngân sách.', '- Kế hoạch', '', '']])).toMatchObject([
      { text: 'Tổ chức thực hiện công tác tài chính - ngân sách.', lead: ['Phòng Tài chính - Kế hoạch'] },
    ]);
  });

  test('lines of one task laid out as rows are one task', () => {
    const rows = [
      header,
      ['1', 'Rà soát:', 'Sở Tư pháp', '', 'Quý I'],
      ['', '- Lập danh mục', '', '', ''],
      ['2', 'Kiểm tra', 'Sở Y tế', '', 'Quý I'],
    ];
    expect(read(rows).map(({ text }) => text)).toEqual(['Rà soát:\n- Lập danh mục', 'Kiểm tra']);
  });

  test('a line of its own is an agency of its own, unless its name is broken over two', () => {
    const cell = 'Các sở, ban, ngành\nUBND các xã, phường,\nđặc khu\nỦy ban Mặt trận\nTổ quốc tỉnh';
    expect(read([header, ['1', 'Rà soát', 'Sở Nội vụ', cell, 'Quý I']])[0]?.cooperate).toEqual([
      'Các sở, ban, ngành',
      'UBND các xã, phường, đặc khu',
      'Ủy ban Mặt trận Tổ quốc tỉnh',
    ]);
  });

  test('the header may be missing on the next page', () => {
    expect(read(above, [['2', 'Kiểm tra.', 'Sở Nội vụ', 'Sở Tư pháp', 'Hằng năm']])).toHaveLength(2);
  });

  test('a row Word numbered anew still goes on in mid-sentence', () => {
    const pieces = [
      header,
      ['1', 'Rà soát.', 'Sở Nội vụ', '', 'Quý I'],
      ['2', 'Công khai kết quả giải quyết hồ sơ', 'Sở Nội vụ', '', 'Quý I'],
    ];
    expect(read(pieces, [header, ['3', 'trên Cổng thông tin điện tử.', '', '', '']]).map(({ text }) => text)).toEqual([
      'Rà soát.',
      'Công khai kết quả giải quyết hồ sơ trên Cổng thông tin điện tử.',
    ]);
  });

  test('the appendix’s title may run on every page', () => {
    const title = paragraph('PHỤ LỤC NHIỆM VỤ');
    const below = [header, ['', '', '', 'huyện', 'xuyên']];
    expect(readTasks(documentOf(title, table(above), title, table(below)), headOf()).tasks).toMatchObject([
      { cooperate: ['UBND cấp huyện'], time: 'Thường xuyên' },
    ]);
  });

  test('a heading after the cut is a heading', () => {
    const { groups } = readTasks(
      documentOf(
        table(above),
        table([header, ['II', 'CÔNG KHAI, MINH BẠCH', '', '', ''], ['1', 'Niêm yết', 'Sở', '', 'Hằng năm']]),
      ),
      headOf(),
    );
    expect(groups).toHaveLength(1);
  });

  test('cells that were put together are marked as less certain', () => {
    const [task] = read(above, [header, ['', '', '', 'huyện', 'xuyên']]);
    expect(task?.fields.cooperate?.confidence).toBeLessThan(0.9);
    expect(task?.fields.text?.confidence).toBeGreaterThanOrEqual(0.95);
  });

  test('one task cell merged over two rows gathers the agencies of both', () => {
    const rows: TestCell[][] = [
      header,
      [
        { text: '1', rowSpan: 2 },
        { text: 'Rà soát văn bản.', rowSpan: 2 },
        'Sở Tư pháp',
        'Sở Nội vụ',
        { text: 'Hằng năm', rowSpan: 2 },
      ],
      ['Sở Tài chính', 'Sở Y tế'],
    ];
    const { tasks } = readTasks(documentOf(table(rows)), headOf());
    expect(tasks).toMatchObject([{ lead: ['Sở Tư pháp', 'Sở Tài chính'], cooperate: ['Sở Nội vụ', 'Sở Y tế'] }]);
  });
});

describe('a table cut anywhere', () => {
  // `npm test` runs a seeded share, `npm run test:long` more.
  const long = process.env.THANG_LONG === '1';
  const agencies = [
    'Sở Nội vụ',
    'Sở Tư pháp',
    'UBND cấp huyện',
    'UBND cấp xã',
    'Thanh tra tỉnh',
    'Sở Giáo dục và Đào tạo',
    'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  ];
  const acts = [
    'Tuyên truyền, phổ biến pháp luật tới người dân bằng nhiều hình thức phù hợp.',
    'Rà soát, công khai thủ tục hành chính tại Bộ phận Một cửa các cấp.',
    'Tổ chức đối thoại giữa Chủ tịch UBND cấp xã với Nhân dân; giải quyết kịp thời kiến nghị.',
    'Nâng cao chất lượng khám, chữa bệnh tại các cơ sở y tế công lập.',
  ];
  const times = ['Thường xuyên', 'Hằng năm', 'Quý II/2026', 'Trước ngày 31/12/2026', 'Định kỳ hàng quý'];
  const cell = (from: string[], most: number, join: string) =>
    fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: most }).map((some) => some.join(join));
  const task = fc.tuple(
    cell(acts, 3, ' '),
    cell(agencies, 2, '; '),
    cell(agencies, 3, '; '),
    fc.constantFrom(...times),
  );
  const numbered = fc
    .array(task, { minLength: 2, maxLength: 6 })
    .map((tasks) => tasks.map((cells, at) => [String(at + 1), ...cells]));
  const widths = [4, 34, 18, 18, 12];

  /** What a page leaves of a row: the first lines of each cell stay, the rest goes over. */
  const tear = (row: string[], lines: number): [string[], string[]] => {
    const halves = row.map((text, column) => breakAfter(text, widths[column] ?? 20, lines));
    return [halves.map(([head]) => head), halves.map(([, tail]) => tail)];
  };

  const breakAfter = (text: string, width: number, lines: number): [string, string] => {
    const words = text.split(' ');
    let [line, used, at] = [1, 0, 0];
    for (; at < words.length; at++) {
      const length = (words[at] as string).length;
      if (used > 0 && used + 1 + length > width) [line, used] = [line + 1, 0];
      if (line > lines) break;
      used += length + (used > 0 ? 1 : 0);
    }
    return [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  };

  const said = (tasks: Task[]) => tasks.map(({ source: _, fields: __, notes: ___, ...rest }) => rest);

  test('between two rows, with the header repeated, gives the same tasks', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), (rows, pick) => {
        const at = 1 + (pick % (rows.length - 1));
        expect(said(read([header, ...rows.slice(0, at)], [header, ...rows.slice(at)]))).toEqual(
          said(read([header, ...rows])),
        );
      }),
      { seed: 20260105, numRuns: long ? 600 : 60 },
    );
  }, 300_000);

  test('inside a row, with the header repeated or not, gives the same tasks', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), fc.integer({ min: 1, max: 6 }), fc.boolean(), (rows, pick, lines, repeated) => {
        const at = pick % rows.length;
        const [head, tail] = tear(rows[at] as string[], lines);
        fc.pre(tail.some((text) => text !== ''));
        const below = [...(repeated ? [header] : []), tail, ...rows.slice(at + 1)];
        expect(said(read([header, ...rows.slice(0, at), head], below))).toEqual(said(read([header, ...rows])));
      }),
      { seed: 20260105, numRuns: long ? 1200 : 120 },
    );
  }, 300_000);
});
