import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Standing rules, contracts and invitations sent as dispatches. */

const control = (name: string, paragraphs: string[]): ProsePaper => text(name, paragraphs, []);

const meeting = control('cong-van-moi-hop.txt', [
  ...dispatch(
    '610/SNV-VP',
    'ngày 04 tháng 6 năm 2026',
    'mời dự hội nghị tập huấn',
    ['Các sở, ban, ngành tỉnh.'],
    'SỞ NỘI VỤ',
  ),
  'Sở Nội vụ trân trọng kính mời lãnh đạo các sở, ban, ngành dự Hội nghị tập huấn công tác cải cách hành chính.',
  'Thời gian: 01 ngày, bắt đầu từ 7 giờ 30 ngày 12/6/2026.',
  'Đề nghị các đơn vị cử 02 công chức tham dự, gửi danh sách về Sở Nội vụ trước ngày 10/6/2026./.',
  ...end('GIÁM ĐỐC', 'Trịnh Xuân Sơn'),
]);

const rules = control('quyet-dinh-quy-che.txt', [
  ...head('55/QĐ-UBND', 'ngày 10 tháng 01 năm 2026', 'QUYẾT ĐỊNH', 'Ban hành Quy chế làm việc của Bộ phận Một cửa'),
  'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
  'QUYẾT ĐỊNH:',
  'Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Bộ phận Một cửa.',
  'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
  'Điều 3. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành Quyết định này./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
  'QUY CHẾ',
  'Làm việc của Bộ phận Một cửa',
  'Điều 1. Phạm vi điều chỉnh',
  'Quy chế này quy định hoạt động của Bộ phận Một cửa.',
  'Điều 2. Trách nhiệm của công chức tiếp nhận',
  '1. Công chức tiếp nhận có trách nhiệm hướng dẫn tổ chức, cá nhân kê khai hồ sơ.',
  '2. Các sở, ngành cử công chức có năng lực làm việc tại Bộ phận Một cửa.',
]);

const contract = control('hop-dong.txt', [
  'HỢP ĐỒNG',
  'CUNG CẤP DỊCH VỤ KHẢO SÁT',
  'Bên A: Sở Nội vụ tỉnh Minh Hà. Bên B: Công ty Khảo sát Sông Hà.',
  'Điều 1. Nội dung công việc',
  'Bên B thực hiện khảo sát 2.000 phiếu.',
  'Điều 2. Trách nhiệm của các bên',
  '1. Sở Nội vụ có trách nhiệm cung cấp danh sách mẫu trước ngày 01/7/2026.',
  '2. Công ty Khảo sát Sông Hà bàn giao dữ liệu trước ngày 30/8/2026.',
]);

const schedule = control('thong-bao-cup-dien.txt', [
  ...head(
    '120/TB-PCMH',
    'ngày 08 tháng 7 năm 2026',
    'THÔNG BÁO',
    'Lịch ngừng, giảm cung cấp điện tuần 28',
    'CÔNG TY ĐIỆN LỰC',
  ),
  '1. Từ 6 giờ đến 11 giờ ngày 13/7/2026: phường Đông Hà, xã Tân Lập.',
  '2. Từ 13 giờ đến 17 giờ ngày 14/7/2026: xã Hòa Sơn.',
  'Công ty Điện lực mong khách hàng thông cảm và chủ động bố trí sinh hoạt, sản xuất.',
  ...end('GIÁM ĐỐC', 'Lý Văn Thịnh'),
]);

export const lastControls: ProsePaper[] = [meeting, rules, contract, schedule];
