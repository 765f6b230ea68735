import { describe, expect, test } from 'vitest';
import { assignColumns, findWording } from './columns.ts';

const wording = (header: string) => findWording(header).wording;
const roles = (...headers: string[]) =>
  assignColumns(headers.map((header) => ({ own: header, whole: header, wide: false }))).columns.map(({ role }) => role);

describe('the words of a header decide the role of its column', () => {
  test.each([
    ['Cơ quan chủ trì', 'lead'],
    ['Đơn vị chủ trì thực hiện', 'lead'],
    ['ĐƠN VỊ ĐẦU MỐI', 'lead'],
    ['Người chịu trách nhiệm', 'lead'],
    ['Đơn vị/Cơ quan phối hợp', 'cooperate'],
    ['Cơ quan phối hợp thực hiện', 'cooperate'],
    ['Cơ quan thực hiện', 'implement'],
    ['Đơn vị', 'implement'],
    ['Phân công thực hiện', 'implement'],
    ['Cơ quan hướng dẫn theo dõi, giám sát', 'monitor'],
    ['Đơn vị theo dõi, đôn đốc việc thực hiện', 'monitor'],
    ['Kết quả', 'result'],
    ['Sản phẩm dự kiến', 'result'],
    ['Sản phẩm hoàn thành', 'result'],
    ['Thời gian thực hiện', 'time'],
    ['Thời hạn hoàn thành', 'time'],
    ['Tiến độ', 'time'],
    ['STT', 'number'],
    ['TT.', 'number'],
    ['Số TT', 'number'],
    ['Nội dung thành phần', 'component'],
    ['Chỉ số nội dung', 'component'],
    ['Lĩnh vực', 'component'],
    ['Nhiệm vụ, giải pháp', 'text'],
    ['Nội dung công việc', 'text'],
    ['Ghi chú', 'unknown'],
    ['Kinh phí (triệu đồng)', 'unknown'],
    ['Đơn vị tính', 'value'],
  ])('%s → %s', (header, role) => expect(wording(header)).toBe(role));

  test('decomposed and badly accented headers are the same words', () => {
    expect(wording('Cơ quan chủ trì'.normalize('NFD'))).toBe('lead');
    expect(wording('Cơ quan chu tri')).toBe('lead');
  });

  test('“Nội dung” is the component beside tasks and the task alone', () => {
    expect(roles('Nội dung', 'Nhiệm vụ, giải pháp', 'Cơ quan thực hiện')).toEqual(['component', 'text', 'implement']);
    expect(roles('TT', 'Nội dung', 'Cơ quan chủ trì')).toEqual(['number', 'text', 'lead']);
  });

  test('of two columns for what a task is about, the outer one is the dimension', () => {
    expect(roles('TT', 'Chỉ số nội dung', 'Nội dung thành phần', 'Nhiệm vụ', 'Đơn vị chủ trì')).toEqual([
      'number',
      'dimension',
      'component',
      'text',
      'lead',
    ]);
  });

  test('without a column for tasks, the component is the task', () => {
    expect(roles('TT', 'Chỉ số thành phần', 'Cơ quan chủ trì')).toEqual(['number', 'text', 'lead']);
  });

  test('a leader who follows the work leads it only where no other column says who does, also under a wider cell', () => {
    const under = (own: string) => ({ own, whole: `Phân công ${own}`, wide: true });
    const task = { own: 'Tên nhiệm vụ', whole: 'Tên nhiệm vụ', wide: false };
    const { columns } = assignColumns([task, under('Lãnh đạo phụ trách'), under('Phòng chủ trì')]);
    expect(columns.map(({ role }) => role)).toEqual(['text', 'unknown', 'lead']);
  });
});
