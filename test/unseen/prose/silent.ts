import { bytesOf } from '../papers.ts';
import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Papers that order nothing though they speak of agencies, deadlines and duties. */

const control = (name: string, paragraphs: string[]): ProsePaper => text(name, paragraphs, []);

const report = control('bao-cao-so-ket.txt', [
  ...head(
    '302/BC-UBND',
    'ngày 25 tháng 6 năm 2026',
    'BÁO CÁO',
    'Sơ kết công tác cải cách hành chính 6 tháng đầu năm 2026',
  ),
  'I. KẾT QUẢ',
  '1. Sở Nội vụ chủ trì, phối hợp với các sở, ngành kiểm tra công vụ tại 24 đơn vị.',
  '2. Sở Tư pháp rà soát 312 văn bản; kiến nghị bãi bỏ 18 văn bản.',
  'II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM',
  '1. Tiếp tục đẩy mạnh cải cách thủ tục hành chính.',
  ...end(),
]);

const minutesOfNews: ProsePaper = {
  name: 'tin-tuc.md',
  bytes: bytesOf(
    [
      '# Hội nghị trực tuyến về chuyển đổi số toàn tỉnh',
      '',
      '*Cập nhật: 15/5/2026, 08:30*',
      '',
      'Sáng 14/5, UBND tỉnh tổ chức Hội nghị trực tuyến về chuyển đổi số.',
      '',
      'Tại Hội nghị, lãnh đạo Sở Khoa học và Công nghệ báo cáo kết quả 4 tháng đầu năm. Các địa phương thảo luận về hạ tầng số.',
      '',
      '- Sở Tài chính cho biết đã bố trí 120 tỷ đồng.',
      '- Công an tỉnh chia sẻ kinh nghiệm triển khai Đề án 06.',
      '',
      'Phát biểu kết luận, Chủ tịch UBND tỉnh ghi nhận nỗ lực của các đơn vị.',
    ].join('\n'),
  ),
  tasks: [],
};

const regulation = control('quy-che-lam-viec.txt', [
  'ỦY BAN NHÂN DÂN TỈNH MINH HÀ',
  'QUY CHẾ',
  'Làm việc của Ủy ban nhân dân tỉnh nhiệm kỳ 2026 - 2031',
  '(Ban hành kèm theo Quyết định số 45/2026/QĐ-UBND ngày 05/7/2026 của UBND tỉnh)',
  'Điều 1. Phạm vi điều chỉnh',
  'Quy chế này quy định nguyên tắc, chế độ trách nhiệm của UBND tỉnh.',
  'Điều 2. Trách nhiệm của Chủ tịch UBND tỉnh',
  '1. Lãnh đạo và điều hành công việc của UBND tỉnh.',
  'Điều 3. Trách nhiệm của Giám đốc sở',
  '1. Giám đốc sở chịu trách nhiệm trước UBND tỉnh về ngành, lĩnh vực được giao.',
  '2. Văn phòng UBND tỉnh chuẩn bị chương trình phiên họp trước 05 ngày.',
]);

const reply = control('cong-van-tra-loi-cu-tri.txt', [
  ...dispatch(
    '1290/SXD-QLN',
    'ngày 12 tháng 8 năm 2026',
    'trả lời kiến nghị của cử tri phường Đông Hà',
    ['Văn phòng Đoàn ĐBQH và HĐND tỉnh.'],
    'SỞ XÂY DỰNG',
  ),
  'Cử tri đề nghị Sở Xây dựng kiểm tra chung cư số 7. Sở Xây dựng trả lời như sau:',
  '1. Chung cư số 7 được kiểm định năm 2024, kết quả cấp C.',
  '2. Sở Xây dựng đã có Văn bản số 880/SXD-QLN đề nghị UBND phường Đông Hà vận động các hộ di dời.',
  'Sở Xây dựng gửi Văn phòng Đoàn ĐBQH và HĐND tỉnh tổng hợp./.',
  ...end('GIÁM ĐỐC', 'Phan Văn Đức'),
]);

const establishing = control('quyet-dinh-chuc-nang.txt', [
  ...head(
    '910/QĐ-UBND',
    'ngày 30 tháng 6 năm 2026',
    'QUYẾT ĐỊNH',
    'Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Trung tâm Phục vụ hành chính công tỉnh',
  ),
  'QUYẾT ĐỊNH:',
  'Điều 1. Vị trí, chức năng',
  '1. Trung tâm Phục vụ hành chính công tỉnh là đơn vị trực thuộc Văn phòng UBND tỉnh.',
  'Điều 2. Nhiệm vụ, quyền hạn',
  '1. Tiếp nhận hồ sơ thủ tục hành chính.',
  '2. Phối hợp với các sở, ngành giải quyết hồ sơ đúng hạn.',
  'Điều 3. Quyết định này có hiệu lực từ ngày 01/7/2026.',
  'Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
]);

const invitation = control('thong-bao-lich-tiep-dan.txt', [
  ...head(
    '77/TB-UBND',
    'ngày 28 tháng 12 năm 2025',
    'THÔNG BÁO',
    'Lịch tiếp công dân của Chủ tịch, Phó Chủ tịch UBND tỉnh năm 2026',
  ),
  'UBND tỉnh thông báo lịch tiếp công dân định kỳ năm 2026 như sau:',
  '1. Thời gian: ngày 15 hằng tháng; nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.',
  '2. Địa điểm: Trụ sở Tiếp công dân tỉnh.',
  '3. Thành phần: Chủ tịch UBND tỉnh chủ trì; Thanh tra tỉnh, Sở Nội vụ cùng tham dự.',
  'UBND tỉnh thông báo để công dân biết, liên hệ./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
]);

export const silent: ProsePaper[] = [report, minutesOfNews, regulation, reply, establishing, invitation];
