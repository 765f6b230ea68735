import { expect, test } from 'vitest';
import { splitDirective } from './directive.ts';

test.each([
  ['Thủ trưởng các phòng, ban chịu trách nhiệm về tính chính xác của thông tin', ['Thủ trưởng các phòng, ban']],
  ['Các cơ quan không được yêu cầu người dân nộp thêm giấy tờ', ['Các cơ quan']],
  ['Thủ trưởng các phòng, ban phải bảo đảm 100% công chức ký cam kết', ['Thủ trưởng các phòng, ban']],
  ['Công khai các khoản đóng góp tự nguyện của người dân', []],
])('of what “%s” obliges to nothing is taken for a name', (directive, agencies) => {
  expect(splitDirective(`Chỉ số nội dung: ${directive}`)).toEqual({ title: 'Chỉ số nội dung', directive, agencies });
});
