import { bytesOf } from '../papers.ts';
import { end, head, type ProsePaper, text } from './papers.ts';

/** Lists of labels again: other words, other marks, and what stands between them. */

const letters = text(
  'nhan-chu-cai.txt',
  [
    ...head('140/KH-UBND', 'ngày 25 tháng 02 năm 2026', 'KẾ HOẠCH', 'Chuyển đổi số tỉnh Minh Hà năm 2026'),
    'III. NHIỆM VỤ VÀ GIẢI PHÁP',
    '1. Hạ tầng số',
    'a) Phủ sóng 5G tại trung tâm các xã, phường.',
    '- Đơn vị chủ trì: Sở Khoa học và Công nghệ.',
    '- Đơn vị phối hợp: Viễn thông Minh Hà; Viettel Minh Hà; UBND cấp xã.',
    '- Hoàn thành: Quý IV/2026.',
    'b) Nâng cấp Trung tâm tích hợp dữ liệu tỉnh.',
    '- Đơn vị chủ trì: Sở Khoa học và Công nghệ.',
    '- Hoàn thành: Tháng 8/2026.',
    '2. Dữ liệu số',
    'a) Số hóa 100% hồ sơ hộ tịch.',
    '- Đơn vị chủ trì: Sở Tư pháp.',
    '- Đơn vị phối hợp: Công an tỉnh; UBND cấp xã.',
    '- Sản phẩm dự kiến: Cơ sở dữ liệu hộ tịch điện tử.',
    '- Hoàn thành: Trước ngày 30/6/2026.',
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Khoa học và Công nghệ là cơ quan thường trực, định kỳ hằng quý báo cáo UBND tỉnh.',
    ...end(),
  ],
  [
    {
      text: 'Phủ sóng 5G tại trung tâm các xã, phường',
      lead: ['Sở Khoa học và Công nghệ'],
      cooperate: ['Viễn thông Minh Hà', 'Viettel Minh Hà', 'UBND cấp xã'],
      time: 'Quý IV/2026',
    },
    { text: 'Nâng cấp Trung tâm tích hợp dữ liệu tỉnh', lead: ['Sở Khoa học và Công nghệ'], time: 'Tháng 8/2026' },
    {
      text: 'Số hóa 100% hồ sơ hộ tịch',
      lead: ['Sở Tư pháp'],
      cooperate: ['Công an tỉnh', 'UBND cấp xã'],
      time: 'Trước ngày 30/6/2026',
      result: 'Cơ sở dữ liệu hộ tịch điện tử',
    },
  ],
);

const listing: ProsePaper = {
  name: 'nhan-nhieu-dong.md',
  bytes: bytesOf(
    [
      '# KẾ HOẠCH',
      '## Phổ cập kỹ năng số cho người dân năm 2026',
      '### Nhiệm vụ 1. Mở lớp kỹ năng số tại thôn, tổ dân phố',
      '* *Cơ quan chủ trì*: Phòng Văn hóa - Xã hội',
      '* *Cơ quan phối hợp*:',
      '  * Đoàn Thanh niên xã',
      '  * Hội Liên hiệp Phụ nữ xã',
      '* *Thời gian thực hiện*: Từ tháng 4 đến tháng 10/2026',
      '* *Kinh phí*: 30 triệu đồng',
      '### Nhiệm vụ 2. Cấp chữ ký số cá nhân',
      '* *Cơ quan chủ trì*: Công an xã',
      '* *Thời gian thực hiện*: Quý II/2026',
      '* *Kết quả đầu ra*: 50% người trưởng thành có chữ ký số',
    ].join('\n\n'),
  ),
  tasks: [
    {
      text: 'Mở lớp kỹ năng số tại thôn, tổ dân phố',
      lead: ['Phòng Văn hóa - Xã hội'],
      cooperate: ['Đoàn Thanh niên xã', 'Hội Liên hiệp Phụ nữ xã'],
      time: 'Từ tháng 4 đến tháng 10/2026',
    },
    {
      text: 'Cấp chữ ký số cá nhân',
      lead: ['Công an xã'],
      time: 'Quý II/2026',
      result: '50% người trưởng thành có chữ ký số',
    },
  ],
};

const responsible = text(
  'nhan-phan-cong.txt',
  [
    ...head(
      '17/NQ-HĐND',
      'ngày 30 tháng 3 năm 2026',
      'NGHỊ QUYẾT',
      'Về phát triển giáo dục vùng khó khăn',
      'HỘI ĐỒNG NHÂN DÂN',
    ),
    'Điều 2. Nhiệm vụ, giải pháp',
    '1. Xây mới 40 phòng học kiên cố',
    'Phân công thực hiện: Sở Giáo dục và Đào tạo chủ trì; Sở Tài chính, UBND các xã phối hợp',
    'Thời gian thực hiện: 2026 - 2027',
    '2. Tuyển đủ giáo viên tiếng Anh cấp tiểu học',
    'Phân công thực hiện: Sở Nội vụ chủ trì; Sở Giáo dục và Đào tạo phối hợp',
    'Thời gian thực hiện: trước ngày 15/8/2026',
    'Điều 3. Nghị quyết này có hiệu lực từ ngày thông qua.',
    ...end('CHỦ TỊCH', 'Phạm Quang Vinh'),
  ],
  [
    {
      text: 'Xây mới 40 phòng học kiên cố',
      implement: ['Sở Giáo dục và Đào tạo'],
      cooperate: ['Sở Tài chính', 'UBND các xã'],
      time: '2026 - 2027',
    },
    {
      text: 'Tuyển đủ giáo viên tiếng Anh cấp tiểu học',
      implement: ['Sở Nội vụ'],
      cooperate: ['Sở Giáo dục và Đào tạo'],
      time: 'trước ngày 15/8/2026',
    },
  ],
);

export const moreLabels: ProsePaper[] = [letters, listing, responsible];
