import { describe, expect, test } from 'vitest';
import { findOrder } from './order.ts';

const order = (text: string) => {
  const found = findOrder(text);
  return found && { agencies: found.agencies, rest: found.rest };
};

describe('where the names of an order end', () => {
  test.each([
    ['a whole name ends before a verb no list has', 'Sở Y tế cho bệnh nhân về nhà, có bác sĩ theo dõi.', 'Sở Y tế'],
    ['manner belongs to the act', 'UBND thành phố Sông Hà sớm hoàn thành.', 'UBND thành phố Sông Hà'],
    [
      'a compound is not cut',
      'Phòng Công tác chính trị và Quản lý học viên mở lớp.',
      'Phòng Công tác chính trị và Quản lý học viên',
    ],
    [
      'what a body gives is its name',
      'Trung tâm Trợ giúp pháp lý nhà nước báo cáo UBND tỉnh.',
      'Trung tâm Trợ giúp pháp lý nhà nước',
    ],
    ['nor is a name of small letters', 'Tổ Công nghệ thông tin chạy thử phần mềm.', 'Tổ Công nghệ thông tin'],
    ['a comma may stand inside', 'Ban Công nghệ, chuyển đổi số nâng cấp hệ thống.', 'Ban Công nghệ, chuyển đổi số'],
    ['or before the act', 'Hợp tác xã Tân Lập, nạo vét 5 km kênh.', 'Hợp tác xã Tân Lập'],
    ['the colon decides', 'Phòng Kế hoạch tổng hợp: lập danh sách.', 'Phòng Kế hoạch tổng hợp'],
    ['which of them is meant', 'Các đơn vị chậm nộp hồ sơ đôn đốc bổ sung.', 'Các đơn vị chậm nộp hồ sơ'],
    ['persons act too', 'Tổng phụ trách Đội tổ chức diễn đàn.', 'Tổng phụ trách Đội'],
    [
      'a lone ending is whole again',
      'Viện kiểm sát nhân dân tối cao xem xét các vụ án.',
      'Viện kiểm sát nhân dân tối cao',
    ],
  ])('%s', (_, text, name) => {
    expect(order(text)?.agencies).toEqual([name]);
    expect(text).toContain(order(text)?.rest);
    expect(order(text)?.rest).not.toBe('');
  });

  test('the next name before the verb goes on the list', () => {
    expect(order('Đảng ủy Quân sự tỉnh, Đảng ủy Công an tỉnh lãnh đạo xây dựng lực lượng.')).toEqual({
      agencies: ['Đảng ủy Quân sự tỉnh', 'Đảng ủy Công an tỉnh'],
      rest: 'lãnh đạo xây dựng lực lượng.',
    });
  });

  test('provinces and cities named together are not told apart', () => {
    const text = 'Chủ tịch UBND các tỉnh, thành phố: Minh Hà, Đông Hải:';
    expect(order(text)?.agencies).toEqual(['Chủ tịch UBND các tỉnh, thành phố: Minh Hà, Đông Hải']);
  });

  test('who orders is no agency of the order', () => {
    expect(order('Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng rà soát.')).toEqual({
      agencies: ['Sở Xây dựng'],
      rest: 'rà soát.',
    });
    expect(order('Bộ Ngoại giao thúc đẩy hợp tác.')?.agencies).toEqual(['Bộ Ngoại giao']);
  });

  test('a heading may say whose a part is', () => {
    expect(order('Trách nhiệm của UBND các xã')).toEqual({ agencies: ['UBND các xã'], rest: '' });
    expect(order('Trách nhiệm của chủ rừng được quy định như sau')).toBeUndefined();
  });

  test('what was done, and who speaks, is no order', () => {
    expect(order('Sở Y tế đã khám cho 500 người.')).toBeUndefined();
    expect(order('Chủ tịch UBND xã kết luận:')).toBeUndefined();
  });
});
