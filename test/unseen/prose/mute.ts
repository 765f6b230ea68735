import { bytesOf } from '../papers.ts';
import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Papers without work for anybody: what an office already does, what is allowed, what happened. */

const control = (name: string, paragraphs: string[]): ProsePaper => text(name, paragraphs, []);

const approval = control('quyet-dinh-phe-duyet-quyet-toan.txt', [
  ...head(
    '1402/QĐ-UBND',
    'ngày 09 tháng 9 năm 2026',
    'QUYẾT ĐỊNH',
    'Phê duyệt quyết toán dự án hoàn thành Trường THCS Gia Phú',
  ),
  'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
  'QUYẾT ĐỊNH:',
  'Điều 1. Phê duyệt quyết toán dự án hoàn thành:',
  '- Chủ đầu tư: Ban Quản lý dự án đầu tư xây dựng tỉnh.',
  '- Thời gian khởi công: 3/2024; hoàn thành: 12/2025.',
  '- Giá trị quyết toán: 38.214.000.000 đồng.',
  'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
  'Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
]);

const speech: ProsePaper = {
  name: 'bai-phat-bieu.md',
  bytes: bytesOf(
    [
      '# Phát biểu khai mạc Hội nghị',
      '',
      '**Kính thưa các đồng chí!**',
      '',
      'Năm qua, **Sở Nội vụ** chủ trì, phối hợp với các sở, ngành hoàn thành sắp xếp tổ chức bộ máy.',
      '',
      'Tôi đề nghị các đại biểu tập trung thảo luận, đóng góp ý kiến.',
      '',
      'Chúc Hội nghị thành công tốt đẹp!',
    ].join('\n'),
  ),
  tasks: [],
};

const submission = control('to-trinh-de-an.txt', [
  ...head('66/TTr-SNV', 'ngày 15 tháng 4 năm 2026', 'TỜ TRÌNH', 'Về việc ban hành Đề án vị trí việc làm', 'SỞ NỘI VỤ'),
  'Kính gửi: Ủy ban nhân dân tỉnh.',
  'I. SỰ CẦN THIẾT',
  'Các sở, ban, ngành đã xây dựng vị trí việc làm từ năm 2023.',
  'II. NỘI DUNG',
  '1. Sở Nội vụ chủ trì thẩm định vị trí việc làm.',
  '2. Các sở, ban, ngành, UBND các xã, phường rà soát, hoàn thành trước 30/6/2026.',
  'Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.',
  ...end('GIÁM ĐỐC', 'Lê Thị Mai'),
]);

const congress = control('thong-bao-ket-qua-ky-hop.txt', [
  ...head(
    '19/TB-HĐND',
    'ngày 12 tháng 7 năm 2026',
    'THÔNG BÁO',
    'Kết quả kỳ họp thứ 6 HĐND tỉnh khóa XIX',
    'HỘI ĐỒNG NHÂN DÂN',
  ),
  '1. HĐND tỉnh đã xem xét 24 báo cáo của UBND tỉnh, Tòa án nhân dân tỉnh, Viện Kiểm sát nhân dân tỉnh.',
  '2. HĐND tỉnh thông qua 31 nghị quyết, trong đó có nghị quyết về mức thu học phí.',
  '3. Tại phiên chất vấn, Giám đốc Sở Xây dựng trả lời về tiến độ nhà ở xã hội; Giám đốc Sở Y tế trả lời về thiếu thuốc.',
  ...end('CHỦ TỊCH', 'Hoàng Văn Lực'),
]);

const opinion = control('cong-van-gop-y-du-thao.txt', [
  ...dispatch(
    '702/STP-VB',
    'ngày 20 tháng 3 năm 2026',
    'góp ý dự thảo Kế hoạch nâng cao Chỉ số PAPI',
    ['Sở Nội vụ.'],
    'SỞ TƯ PHÁP',
  ),
  'Sở Tư pháp cơ bản thống nhất với dự thảo Kế hoạch. Ngoài ra, có một số ý kiến:',
  '1. Tại mục II dự thảo, đề nghị bổ sung Thanh tra tỉnh vào cơ quan phối hợp.',
  '2. Tại Phụ lục, đề nghị Sở Nội vụ sửa thời hạn cho thống nhất.',
  'Sở Tư pháp gửi Sở Nội vụ tổng hợp./.',
  ...end('GIÁM ĐỐC', 'Tô Văn Hòa'),
]);

const guide: ProsePaper = {
  name: 'gioi-thieu-co-cau.md',
  bytes: bytesOf(
    [
      '# Cơ cấu tổ chức Sở Khoa học và Công nghệ',
      '',
      '## Chức năng, nhiệm vụ của các phòng',
      '',
      '### Phòng Chuyển đổi số',
      '',
      '- Tham mưu xây dựng kế hoạch chuyển đổi số hằng năm của tỉnh.',
      '- Quản lý, vận hành nền tảng tích hợp dữ liệu.',
      '',
      '### Văn phòng Sở',
      '',
      '- Tổng hợp, báo cáo định kỳ.',
    ].join('\n'),
  ),
  tasks: [],
};

export const mute: ProsePaper[] = [approval, speech, submission, congress, opinion, guide];
