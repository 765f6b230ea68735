import { bytesOf, html, lines } from '../papers.ts';
import { end, head, type ProsePaper, text } from './papers.ts';

/** Lists of labels: bars between labels, bold labels in paragraphs of a web page, agencies listed below their label. */

const short = text(
  'nhan-viet-tat.txt',
  [
    ...head(
      '41/KH-UBND',
      'ngày 04 tháng 2 năm 2026',
      'KẾ HOẠCH',
      'Nâng cao Chỉ số PAPI xã Tân Lập năm 2026',
      'ỦY BAN NHÂN DÂN XÃ TÂN LẬP',
    ),
    'II. NHIỆM VỤ VÀ GIẢI PHÁP CỤ THỂ',
    '1. Tham gia của người dân ở cấp cơ sở',
    '1.1. Niêm yết quy ước của 9/9 thôn tại nhà văn hóa thôn.',
    '- Thời gian thực hiện: trong tháng 3/2026.',
    '- Đơn vị thực hiện: các thôn.',
    '- Đơn vị theo dõi, đôn đốc: Công chức Văn hóa - Xã hội.',
    '1.2. Tổ chức 02 hội nghị đối thoại giữa Chủ tịch UBND xã với Nhân dân.',
    '- Thời gian thực hiện: quý II, quý IV/2026.',
    '- Đơn vị thực hiện: Văn phòng HĐND và UBND xã chủ trì, phối hợp với Ủy ban MTTQ Việt Nam xã.',
    '2. Công khai, minh bạch',
    '2.1. Công khai danh sách hộ nghèo, hộ cận nghèo',
    '- Thời gian thực hiện: chậm nhất 05 ngày sau khi được phê duyệt.',
    '- Đơn vị thực hiện: Phòng Văn hóa - Xã hội, Trưởng các thôn.',
    'III. TỔ CHỨC THỰC HIỆN',
    'Giao Văn phòng HĐND và UBND xã theo dõi, tổng hợp.',
    ...end('CHỦ TỊCH', 'Ngô Thị Hạnh'),
  ],
  [
    {
      text: 'Niêm yết quy ước của 9/9 thôn tại nhà văn hóa thôn',
      implement: ['các thôn'],
      time: 'trong tháng 3/2026',
    },
    {
      text: 'Tổ chức 02 hội nghị đối thoại giữa Chủ tịch UBND xã với Nhân dân',
      implement: ['Văn phòng HĐND và UBND xã'],
      cooperate: ['Ủy ban MTTQ Việt Nam xã'],
      time: 'quý II, quý IV/2026',
    },
    {
      text: 'Công khai danh sách hộ nghèo, hộ cận nghèo',
      implement: ['Phòng Văn hóa - Xã hội', 'Trưởng các thôn'],
      time: 'chậm nhất 05 ngày sau khi được phê duyệt',
    },
  ],
);

const web: ProsePaper = {
  name: 'nhan-trang-web.html',
  bytes: html(
    lines(
      'ỦY BAN NHÂN DÂN<br>TỈNH MINH HÀ',
      'Số: 260/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Minh Hà, ngày 19 tháng 8 năm 2026',
      '<b>KẾ HOẠCH</b>',
      '<b>Triển khai Đề án phát triển nông nghiệp tuần hoàn</b>',
      '<b>II. NHIỆM VỤ TRỌNG TÂM</b>',
      '<b>1. Về cơ chế, chính sách</b>',
      'a) Xây dựng Nghị quyết hỗ trợ xử lý phụ phẩm trồng trọt.',
      '<i>Cơ quan chủ trì:</i> Sở Nông nghiệp và Môi trường.<br><i>Cơ quan phối hợp:</i> Sở Tài chính, Sở Tư pháp.<br><i>Thời gian trình:</i> Kỳ họp cuối năm 2026.',
      'b) Lồng ghép nguồn vốn chương trình mục tiêu quốc gia.',
      '<i>Cơ quan chủ trì:</i> Sở Tài chính.<br><i>Thời gian thực hiện:</i> Giai đoạn 2026 - 2030.',
      '<b>2. Về tuyên truyền</b>',
      'a) Sản xuất 12 phóng sự về mô hình tuần hoàn.',
      '<i>Cơ quan chủ trì:</i> Báo và phát thanh, truyền hình Minh Hà.<br><i>Cơ quan phối hợp:</i> Hội Nông dân tỉnh và các cơ quan, đơn vị liên quan.<br><i>Thời gian thực hiện:</i> Hằng năm.',
      '<b>III. TỔ CHỨC THỰC HIỆN</b>',
      'Các sở, ngành căn cứ Kế hoạch triển khai thực hiện.',
      'Nơi nhận:',
      '- Lưu: VT.',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Mai Công Thành',
    ),
  ),
  tasks: [
    {
      text: 'Xây dựng Nghị quyết hỗ trợ xử lý phụ phẩm trồng trọt',
      lead: ['Sở Nông nghiệp và Môi trường'],
      cooperate: ['Sở Tài chính', 'Sở Tư pháp'],
      time: 'Kỳ họp cuối năm 2026',
    },
    {
      text: 'Lồng ghép nguồn vốn chương trình mục tiêu quốc gia',
      lead: ['Sở Tài chính'],
      time: 'Giai đoạn 2026 - 2030',
    },
    {
      text: 'Sản xuất 12 phóng sự về mô hình tuần hoàn',
      lead: ['Báo và phát thanh, truyền hình Minh Hà'],
      cooperate: ['Hội Nông dân tỉnh', 'các cơ quan, đơn vị liên quan'],
      time: 'Hằng năm',
    },
  ],
};

const bars: ProsePaper = {
  name: 'nhan-danh-sach-long.md',
  bytes: bytesOf(
    [
      '# KẾ HOẠCH',
      '## Chuyển đổi số của Sở Xây dựng năm 2026',
      '',
      'Số: 33/KH-SXD',
      '',
      '*Minh Hà, ngày 21 tháng 01 năm 2026*',
      '',
      '## II. Nhiệm vụ',
      '',
      '- **Nhiệm vụ 1:** Số hóa 40.000 hồ sơ cấp phép xây dựng lưu trữ.',
      '  - Chủ trì: Văn phòng Sở',
      '  - Phối hợp: Trung tâm Quy hoạch và Kiểm định xây dựng',
      '  - Thời hạn: 31/10/2026',
      '  - Kết quả: Kho hồ sơ số',
      '- **Nhiệm vụ 2:** Đưa bản đồ quy hoạch lên nền tảng GIS.',
      '  - Chủ trì: Phòng Quy hoạch - Kiến trúc',
      '  - Thời hạn: Quý III/2026',
      '  - Kết quả: Lớp bản đồ mở',
      '- **Nhiệm vụ 3:** Bồi dưỡng kỹ năng số cho 100% công chức.',
      '  - Chủ trì: Văn phòng Sở',
      '  - Phối hợp: các phòng, đơn vị thuộc Sở',
      '  - Thời hạn: Thường xuyên',
      '',
      '## III. Kinh phí',
      '',
      '- Ngân sách tỉnh: 2,4 tỷ đồng.',
      '',
      '**GIÁM ĐỐC**',
      '',
      '**Phan Văn Đức**',
    ].join('\n'),
  ),
  tasks: [
    {
      text: 'Số hóa 40.000 hồ sơ cấp phép xây dựng lưu trữ',
      lead: ['Văn phòng Sở'],
      cooperate: ['Trung tâm Quy hoạch và Kiểm định xây dựng'],
      time: '31/10/2026',
      result: 'Kho hồ sơ số',
    },
    {
      text: 'Đưa bản đồ quy hoạch lên nền tảng GIS',
      lead: ['Phòng Quy hoạch - Kiến trúc'],
      time: 'Quý III/2026',
      result: 'Lớp bản đồ mở',
    },
    {
      text: 'Bồi dưỡng kỹ năng số cho 100% công chức',
      lead: ['Văn phòng Sở'],
      cooperate: ['các phòng, đơn vị thuộc Sở'],
      time: 'Thường xuyên',
    },
  ],
};

const listed = text(
  'nhan-liet-ke-co-quan.txt',
  [
    ...head('12/CTr-UBND', 'ngày 28 tháng 01 năm 2026', 'CHƯƠNG TRÌNH', 'Phòng, chống thiên tai giai đoạn 2026 - 2028'),
    'B. NỘI DUNG CHƯƠNG TRÌNH',
    '1. Kiểm tra, đánh giá an toàn 48 hồ chứa trước mùa mưa',
    'Chủ trì thực hiện: Sở Nông nghiệp và Môi trường',
    'Phối hợp thực hiện:',
    '- Sở Công Thương;',
    '- UBND các xã, phường có hồ chứa;',
    '- Công ty TNHH MTV Khai thác công trình thủy lợi Minh Hà.',
    'Thời gian hoàn thành: trước ngày 15/4 hằng năm',
    '2. Xây dựng 20 trạm đo mưa tự động',
    'Chủ trì thực hiện: Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp',
    'Phối hợp thực hiện: Đài Khí tượng Thủy văn tỉnh',
    'Thời gian hoàn thành: năm 2027',
    '3. Diễn tập sơ tán dân vùng ngập lụt (mỗi năm 01 lần)',
    'Chủ trì thực hiện: Bộ Chỉ huy Quân sự tỉnh',
    'Phối hợp thực hiện: Công an tỉnh; Hội Chữ thập đỏ tỉnh',
    'Thời gian hoàn thành: tháng 8 hằng năm',
    ...end(),
  ],
  [
    {
      text: 'Kiểm tra, đánh giá an toàn 48 hồ chứa trước mùa mưa',
      lead: ['Sở Nông nghiệp và Môi trường'],
      cooperate: [
        'Sở Công Thương',
        'UBND các xã, phường có hồ chứa',
        'Công ty TNHH MTV Khai thác công trình thủy lợi Minh Hà',
      ],
      time: 'trước ngày 15/4 hằng năm',
    },
    {
      text: 'Xây dựng 20 trạm đo mưa tự động',
      lead: ['Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp'],
      cooperate: ['Đài Khí tượng Thủy văn tỉnh'],
      time: 'năm 2027',
    },
    {
      text: 'Diễn tập sơ tán dân vùng ngập lụt (mỗi năm 01 lần)',
      lead: ['Bộ Chỉ huy Quân sự tỉnh'],
      cooperate: ['Công an tỉnh', 'Hội Chữ thập đỏ tỉnh'],
      time: 'tháng 8 hằng năm',
    },
  ],
);

export const dutyLists: ProsePaper[] = [short, web, bars, listed];
