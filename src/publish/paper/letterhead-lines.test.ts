import { expect, test } from 'vitest';
import { letterheadLines } from './letterhead-lines.ts';
import { sizes } from './measures.ts';

test.each([
  ['Ủy ban nhân dân xã Tân Lập', ['ỦY BAN NHÂN DÂN', 'XÃ TÂN LẬP']],
  ['Ủy ban nhân dân', ['ỦY BAN NHÂN DÂN']],
  ['Sở Nội vụ', ['SỞ NỘI VỤ']],
  ['Sở Nông nghiệp và Môi trường', ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']],
  ['Phòng Văn hóa - Xã hội', ['PHÒNG', 'VĂN HÓA - XÃ HỘI']],
  ['Phòng Nội vụ thị xã Ba Đồn', ['PHÒNG NỘI VỤ', 'THỊ XÃ BA ĐỒN']],
  ['Chi nhánh Văn phòng Đăng ký đất đai thị xã Ba Đồn', ['CHI NHÁNH VĂN PHÒNG', 'ĐĂNG KÝ ĐẤT ĐAI', 'THỊ XÃ BA ĐỒN']],
  ['Ủy ban nhân dân xã Đại Nghĩa Thắng Lợi Hòa Bình', ['ỦY BAN NHÂN DÂN', 'XÃ ĐẠI NGHĨA', 'THẮNG LỢI HÒA BÌNH']],
  ['Thanh tra Sở Kế hoạch và Đầu tư', ['THANH TRA', 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ']],
  ['', ['']],
])('%s stands in a letterhead as %j', (name, lines) => {
  expect(letterheadLines(name, sizes.issuer)).toEqual(lines);
});
