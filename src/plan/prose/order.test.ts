import { expect, test } from 'vitest';
import { findOrder, findSubject } from './order.ts';

test.each([
  ['Sở Tài chính có trách nhiệm: Tham mưu bố trí kinh phí.', ['Sở Tài chính'], 'Tham mưu bố trí kinh phí.'],
  ['Giao Sở Xây dựng có trách nhiệm: Công khai quy hoạch.', ['Sở Xây dựng'], 'Công khai quy hoạch.'],
  ['Thanh tra tỉnh chủ trì, phối hợp với các cơ quan.', ['Thanh tra tỉnh'], 'chủ trì, phối hợp với các cơ quan.'],
  ['Sở Nội vụ chủ trì theo dõi.', ['Sở Nội vụ'], 'chủ trì theo dõi.'],
  ['Văn phòng HĐND và UBND xã: Là cơ quan thường trực.', ['Văn phòng HĐND và UBND xã'], 'Là cơ quan thường trực.'],
  [
    'Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường',
    ['Thủ trưởng các sở, ban, ngành', 'Chủ tịch UBND các xã, phường'],
    '',
  ],
  ['Thủ trưởng các cơ quan chuyên môn: Phòng Nội vụ, phòng Y tế.', ['Phòng Nội vụ', 'phòng Y tế'], ''],
  ['Báo Minh Hà Đẩy mạnh công tác thông tin.', ['Báo Minh Hà'], 'Đẩy mạnh công tác thông tin.'],
])('"%s" orders %j', (text, agencies, rest) => {
  expect(findOrder(text)).toEqual({ modality: 'assign', agencies, rest });
});

test('the Front and party bodies are asked', () => {
  expect(findOrder('Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh: Phối hợp giám sát.')?.modality).toBe('request');
  expect(findOrder('Ủy ban MTTQ Việt Nam xã tăng cường giám sát.')?.modality).toBe('request');
  expect(findOrder('Đề nghị Ban Tuyên giáo Tỉnh ủy hướng dẫn tuyên truyền.')?.modality).toBe('request');
});

test.each([
  'Tổ chức các lớp đào tạo.',
  'Thanh tra, kiểm tra việc thực hiện.',
  'Phòng, chống tham nhũng.',
  'Ban hành kế hoạch.',
  'Báo cáo kết quả về Sở Nội vụ.',
  'Chỉ đạo Ủy ban nhân dân cấp xã xây dựng kế hoạch.',
  'Kinh phí thực hiện.',
])('"%s" is an act, not an agency', (text) => {
  expect(findOrder(text)).toBeUndefined();
});

test('the verb ends the name', () => {
  const order = findOrder('Giao Trung tâm Phục vụ hành chính công xã niêm yết công khai kết quả giải quyết hồ sơ.');
  expect(order).toMatchObject({
    agencies: ['Trung tâm Phục vụ hành chính công xã'],
    rest: 'niêm yết công khai kết quả giải quyết hồ sơ.',
  });
});

test('an item names its own agencies, also behind a condition', () => {
  expect(findSubject('Ủy ban nhân dân cấp huyện thường xuyên đôn đốc.').agencies).toEqual([
    'Ủy ban nhân dân cấp huyện',
  ]);
  expect(findSubject('Căn cứ Kế hoạch này, các cơ quan, đơn vị, địa phương chủ động triển khai.').agencies).toEqual([
    'các cơ quan, đơn vị, địa phương',
  ]);
  expect(
    findSubject('Đối với địa phương được khảo sát (xã A; xã B): Chủ tịch UBND các xã có trách nhiệm phân tích.')
      .agencies,
  ).toEqual(['Chủ tịch UBND các xã']);
  expect(findSubject('Chủ trì, phối hợp với các sở, ban, ngành.').agencies).toEqual([]);
});

test.each([
  ['Đối với các nhà trường: cho học sinh nghỉ học ngày 10 tháng 9.', ['các nhà trường']],
  ['Đối với Trạm Y tế xã: chuẩn bị cơ số thuốc.', ['Trạm Y tế xã']],
  ['Đối với các ông (bà) Trưởng thôn: thông báo trên loa.', ['Trưởng thôn']],
  ['UBND xã yêu cầu các đơn vị thực hiện tốt một số nội dung sau:', ['các đơn vị']],
])('%s orders %j', (text, agencies) => {
  expect(findOrder(text)?.agencies).toEqual(agencies);
});
