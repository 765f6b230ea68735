import { expect, test } from 'vitest';
import { documentOf, headOf, table } from './fixture.ts';
import { readTasks } from './read.ts';

test('a cell over all columns is a heading, whatever column it begins in', () => {
  const header = ['STT', 'Thời gian', 'Nội dung công việc', 'Chủ trì', 'Phối hợp'];
  const { tasks, groups } = readTasks(
    documentOf(
      table([
        header,
        [{ text: 'A. CHỈ SỐ “KIỂM SOÁT THAM NHŨNG TRONG KHU VỰC CÔNG”', colSpan: 5 }],
        ['1', 'Hằng quý', 'Kiểm tra việc thu phí', 'Sở Y tế', 'Thanh tra tỉnh'],
        [{ text: 'B. CHỈ SỐ “THỦ TỤC HÀNH CHÍNH CÔNG”', colSpan: 4 }, ''],
        ['2', 'Năm 2026', 'Rút ngắn thời gian giải quyết', 'Sở Nội vụ', ''],
      ]),
    ),
    headOf(),
  );
  expect(groups.map(({ dimension }) => dimension)).toEqual([4, 5]);
  expect(tasks.map(({ dimension, time }) => [dimension, time])).toEqual([
    [4, 'Hằng quý'],
    [5, 'Năm 2026'],
  ]);
});

test('a row of totals is neither a task nor the rest of one', () => {
  const { tasks } = readTasks(
    documentOf(
      table([
        ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
        ['1', 'Số hóa hồ sơ', 'Văn phòng', 'Quý I/2026'],
        ['', 'Tổng cộng', '', ''],
      ]),
    ),
    headOf(),
  );
  expect(tasks.map(({ text }) => text)).toEqual(['Số hóa hồ sơ']);
});

test('what a survey asks is the component beside what is to be done', () => {
  const { tasks } = readTasks(
    documentOf(
      table([
        ['TT', 'Nhận định khảo sát', 'Giải pháp', 'Chủ trì', 'Thời gian'],
        ['1', 'Công chức giao tiếp lịch sự', 'Tập huấn kỹ năng', 'Sở Nội vụ', 'Quý I'],
      ]),
    ),
    headOf(['SIPAS']),
  );
  expect(tasks).toMatchObject([{ component: 'Công chức giao tiếp lịch sự', text: 'Tập huấn kỹ năng', notes: [] }]);
});
