import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Papers without an order that look more like plans: definitions, tables of contents, congratulations, replies. */

const control = (name: string, paragraphs: string[]): ProsePaper => text(name, paragraphs, []);

const research = control('bao-cao-chi-so.txt', [
  'BÁO CÁO TÓM TẮT CHỈ SỐ HIỆU QUẢ QUẢN TRỊ 2025',
  '1. Giới thiệu',
  'Chỉ số PAPI đo lường trải nghiệm của người dân.',
  '2. Phát hiện chính',
  '- Chính quyền cấp xã giải quyết 71% kiến nghị của người dân.',
  '- UBND các tỉnh phía Bắc công khai bảng giá đất tốt hơn năm 2024.',
  '3. Khuyến nghị',
  'Các tỉnh nên công khai danh sách hộ nghèo trên trang thông tin điện tử.',
]);

const condolence = control('thong-bao-chuyen-tru-so.txt', [
  ...head('09/TB-SYT', 'ngày 20 tháng 6 năm 2026', 'THÔNG BÁO', 'Về việc thay đổi địa điểm trụ sở làm việc', 'SỞ Y TẾ'),
  'Sở Y tế trân trọng thông báo: kể từ ngày 01/7/2026, Sở Y tế chuyển trụ sở làm việc đến số 12 đường Trần Phú, phường Đông Hà.',
  'Đề nghị các cơ quan, đơn vị biết, liên hệ công tác./.',
  ...end('GIÁM ĐỐC', 'Đoàn Minh Châu'),
]);

const established = control('quyet-dinh-thanh-lap.txt', [
  ...head(
    '700/QĐ-UBND',
    'ngày 12 tháng 6 năm 2026',
    'QUYẾT ĐỊNH',
    'Về việc thành lập Tổ công tác cải thiện Chỉ số PCI',
  ),
  'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
  'QUYẾT ĐỊNH:',
  'Điều 1. Thành lập Tổ công tác gồm các ông, bà có tên sau:',
  '1. Ông Lâm Quốc Hưng, Chủ tịch UBND tỉnh - Tổ trưởng;',
  '2. Ông Mai Công Thành, Giám đốc Sở Tài chính - Tổ phó;',
  '3. Bà Hồ Thị Lan, Giám đốc Sở Tư pháp - Thành viên.',
  'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
  'Điều 3. Chánh Văn phòng UBND tỉnh và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
]);

const proposal = control('cong-van-de-nghi-cap-kinh-phi.txt', [
  ...dispatch(
    '88/UBND-KT',
    'ngày 15 tháng 5 năm 2026',
    'đề nghị hỗ trợ kinh phí sửa chữa đường',
    ['Ủy ban nhân dân tỉnh;', 'Sở Tài chính.'],
    'ỦY BAN NHÂN DÂN XÃ TÂN LẬP',
  ),
  'Tuyến đường liên thôn Đông - Đoài dài 2,4 km đã xuống cấp nghiêm trọng sau đợt mưa lũ tháng 9/2025.',
  'UBND xã Tân Lập kính đề nghị UBND tỉnh, Sở Tài chính xem xét, hỗ trợ kinh phí 1,8 tỷ đồng để sửa chữa tuyến đường.',
  'UBND xã Tân Lập xin chân thành cảm ơn./.',
  ...end('CHỦ TỊCH', 'Ngô Thị Hạnh'),
]);

const agenda = control('chuong-trinh-hoi-nghi.txt', [
  'UBND TỈNH MINH HÀ',
  'CHƯƠNG TRÌNH HỘI NGHỊ',
  'Sơ kết công tác cải cách hành chính 6 tháng đầu năm 2026',
  '1. 7h30 - 8h00: Văn phòng UBND tỉnh đón tiếp đại biểu.',
  '2. 8h00 - 8h30: Sở Nội vụ báo cáo kết quả 6 tháng đầu năm.',
  '3. 8h30 - 10h00: Các sở, ngành, địa phương thảo luận.',
  '4. 10h00 - 10h30: Chủ tịch UBND tỉnh phát biểu kết luận.',
]);

const definitions = control('tai-lieu-huong-dan.md', [
  '# Tài liệu hỏi đáp về chính quyền địa phương hai cấp',
  '**Hỏi:** Ủy ban nhân dân cấp xã có nhiệm vụ gì?',
  '**Đáp:** Ủy ban nhân dân cấp xã tổ chức thi hành Hiến pháp và pháp luật trên địa bàn.',
  '**Hỏi:** Sở Nội vụ có trách nhiệm gì?',
  '**Đáp:** Sở Nội vụ tham mưu, giúp Ủy ban nhân dân cấp tỉnh quản lý nhà nước về nội vụ.',
]);

export const moreControls: ProsePaper[] = [research, condolence, established, proposal, agenda, definitions];
