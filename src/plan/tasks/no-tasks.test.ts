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
const read = (...rows: TestCell[][]) => readTasks(documentOf(table([header, ...rows])), headOf());

describe('tables that hold no tasks', () => {
  const codes = (...rows: TestCell[][]) => {
    const { tasks, warnings } = readTasks(documentOf(table(rows)), headOf());
    return { tasks: tasks.length, codes: warnings.map(({ code }) => code) };
  };

  test('an empty report form', () => {
    expect(
      codes(['TT', 'Nhiệm vụ', 'Kết quả thực hiện', 'Cơ quan thực hiện'], ['1', '', '', ''], ['2', '', '', '']),
    ).toEqual({
      tasks: 0,
      codes: ['empty-form', 'no-tasks'],
    });
  });

  test('an inspection schedule', () => {
    expect(
      codes(
        ['TT', 'Đơn vị được kiểm tra', 'Nội dung kiểm tra', 'Thời gian kiểm tra'],
        ['1', 'UBND xã An Hòa', 'Niêm yết thủ tục', 'Tháng 5/2026'],
      ),
    ).toEqual({ tasks: 0, codes: ['inspection-schedule', 'no-tasks'] });
  });

  test('a list of targets', () => {
    expect(
      codes(
        ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2025', 'Năm 2026', 'Cơ quan theo dõi'],
        ['1', 'Tỷ lệ hồ sơ đúng hạn', '%', '95', '98', 'Sở Nội vụ'],
      ),
    ).toEqual({ tasks: 0, codes: ['target-list', 'no-tasks'] });
  });

  test('the agenda of a meeting', () => {
    expect(
      codes(['Thời gian', 'Nội dung', 'Người thực hiện'], ['8h00 - 8h30', 'Đón tiếp đại biểu', 'Văn phòng']),
    ).toEqual({
      tasks: 0,
      codes: ['agenda', 'no-tasks'],
    });
  });

  test('a report form that names the tasks but leaves their results to be filled in', () => {
    const form = [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Kết quả thực hiện'],
      ['1', 'Rà soát', 'Sở Nội vụ', ''],
      ['2', 'Kiểm tra', 'Sở Y tế', ''],
    ];
    const { tasks, warnings } = readTasks(
      documentOf(paragraph('MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN'), table(form)),
      headOf(),
    );
    expect([tasks.length, warnings[0]?.code]).toEqual([0, 'report-form']);
  });

  test('what a report says was done', () => {
    const rows = [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Kết quả thực hiện'],
      ['1', 'Rà soát', 'Sở Nội vụ', 'Đã rà soát 12 thủ tục'],
    ];
    const { tasks, warnings } = readTasks(documentOf(table(rows)), { ...headOf(), type: 'Báo cáo' });
    expect([tasks.length, warnings[0]?.code]).toEqual([0, 'report-of-work']);
  });

  test('a list of people after the tasks is not more tasks', () => {
    const { tasks } = readTasks(
      documentOf(
        table([header, row('1', 'Cơ hội tham gia', 'Tuyên truyền')]),
        table([
          ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Điện thoại', 'Ghi chú'],
          ['1', 'Nguyễn Văn A', 'Chuyên viên', 'Sở Nội vụ', '0123', ''],
        ]),
      ),
      headOf(),
    );
    expect(tasks).toHaveLength(1);
  });

  test('letterhead and signature, without a word about them', () => {
    expect(
      codes(
        ['UBND TỈNH MINH HÀ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['Số: 12/KH-UBND', 'Minh Hà, ngày 2 tháng 1 năm 2026'],
      ),
    ).toEqual({
      tasks: 0,
      codes: ['no-tasks'],
    });
  });

  test('a document without tables says that it has none', () => {
    expect(readTasks(documentOf(paragraph('Kính gửi các sở')), headOf())).toMatchObject({
      tasks: [],
      groups: [],
      warnings: [{ code: 'no-tasks' }],
    });
  });

  test('totals, empty rows and rows with only a number are left out', () => {
    const { tasks } = read(
      row('1', 'Cơ hội tham gia', 'Tuyên truyền, vận động'),
      ['2', '', '', '', '', ''],
      ['', 'Tổng cộng', '', '', '', '12'],
      ['', '', '', '', '', ''],
    );
    expect(tasks).toHaveLength(1);
  });
});
