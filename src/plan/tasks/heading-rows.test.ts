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

test('where headings carry numbers, words alone at the top of a page are the rest of a task, whatever they name', () => {
  const header = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'];
  const { tasks, groups } = readTasks(
    documentOf(
      table([
        header,
        ['I', 'Cải cách thủ tục hành chính', '', '', ''],
        ['1', 'Công khai, niêm yết', 'Các sở', 'Văn phòng', 'Thường xuyên'],
      ]),
      table([header, ['', 'Thủ tục hành chính', '', '', ''], ['2', 'Cắt giảm thời gian', 'Các sở', '', 'Quý II']]),
    ),
    headOf(['PAR INDEX']),
  );
  expect(groups).toHaveLength(1);
  expect(tasks.map(({ text }) => text)).toEqual(['Công khai, niêm yết Thủ tục hành chính', 'Cắt giảm thời gian']);
});
