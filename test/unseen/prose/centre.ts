import { bytesOf } from '../papers.ts';
import { end, head, type ProsePaper, text } from './papers.ts';

/** Long papers of the centre and of provinces: orders under orders, topics with the office in charge behind them. */

const md = (name: string, lines: string[], tasks: ProsePaper['tasks']): ProsePaper => ({
  name,
  bytes: bytesOf(lines.join('\n\n')),
  tasks,
});

const growth = md(
  'nghi-quyet-dieu-hanh.md',
  [
    '**CHÍNH PHỦ** \\',
    '-------',
    '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**Độc lập - Tự do - Hạnh phúc**',
    'Số: 03/NQ-CP',
    'Hà Nội, ngày 08 tháng 01 năm 2026',
    '## NGHỊ QUYẾT',
    '### VỀ NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU THÚC ĐẨY LOGISTICS XANH NĂM 2026',
    '### A. TÌNH HÌNH THỰC HIỆN NĂM 2025',
    'Năm 2025, Bộ Công Thương chủ trì, phối hợp với các bộ, ngành triển khai 21 nhiệm vụ, trong đó hoàn thành 18 nhiệm vụ.',
    '### B. QUAN ĐIỂM, MỤC TIÊU',
    '1. Các bộ, ngành, địa phương xác định logistics xanh là nhiệm vụ thường xuyên.',
    '2. Phấn đấu 30% phương tiện vận tải đạt chuẩn xanh.',
    '### C. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU',
    '#### I. Hoàn thiện thể chế',
    '**1. Bộ Tư pháp** chủ trì, phối hợp với các bộ, cơ quan:',
    '- Rà soát quy định pháp luật về vận tải đa phương thức; báo cáo Thủ tướng Chính phủ trước ngày 31 tháng 3 năm 2026.',
    '- Nâng cao chất lượng thẩm định văn bản.',
    '**2. Ngân hàng Nhà nước Việt Nam** chỉ đạo các tổ chức tín dụng ưu tiên vốn cho dự án logistics xanh.',
    '#### II. Phát triển hạ tầng',
    '1. Đẩy nhanh tiến độ các dự án bến cảng:',
    'a) Bộ trưởng Bộ Xây dựng chỉ đạo hoàn thành 03 bến cảng xanh trong năm 2026.',
    'b) Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương có biển hoàn thành giải phóng mặt bằng trước ngày 30 tháng 6 năm 2026.',
    '2. Thông tấn xã Việt Nam, Đài Truyền hình Việt Nam tăng cường thông tin, tuyên truyền về logistics xanh.',
    '### D. TỔ CHỨC THỰC HIỆN',
    '1. Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương:',
    'a) Ban hành kế hoạch thực hiện Nghị quyết trước ngày 20 tháng 01 năm 2026.',
    'b) Chịu trách nhiệm trước Chính phủ về kết quả thực hiện nhiệm vụ được giao.',
    '2. Bộ Công Thương tổng hợp, báo cáo Chính phủ tại phiên họp thường kỳ tháng 12 năm 2026.',
    '3. Nghị quyết này có hiệu lực thi hành kể từ ngày ký ban hành./.',
    '**TM. CHÍNH PHỦ**\n**THỦ TƯỚNG**',
    '**Nguyễn Hoài Nam**',
  ],
  [
    ...[
      'Rà soát quy định pháp luật về vận tải đa phương thức; báo cáo Thủ tướng Chính phủ trước ngày 31 tháng 3 năm 2026',
      'Nâng cao chất lượng thẩm định văn bản',
    ].map((one) => ({ text: one, lead: ['Bộ Tư pháp'], cooperate: ['các bộ, cơ quan'] })),
    {
      text: 'chỉ đạo các tổ chức tín dụng ưu tiên vốn cho dự án logistics xanh',
      lead: ['Ngân hàng Nhà nước Việt Nam'],
    },
    { text: 'chỉ đạo hoàn thành 03 bến cảng xanh trong năm 2026', lead: ['Bộ trưởng Bộ Xây dựng'] },
    {
      text: 'hoàn thành giải phóng mặt bằng trước ngày 30 tháng 6 năm 2026',
      lead: ['Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương có biển'],
    },
    {
      text: 'tăng cường thông tin, tuyên truyền về logistics xanh',
      lead: ['Thông tấn xã Việt Nam', 'Đài Truyền hình Việt Nam'],
    },
    ...[
      'Ban hành kế hoạch thực hiện Nghị quyết trước ngày 20 tháng 01 năm 2026',
      'Chịu trách nhiệm trước Chính phủ về kết quả thực hiện nhiệm vụ được giao',
    ].map((one) => ({
      text: one,
      lead: [
        'Bộ trưởng',
        'Thủ trưởng cơ quan ngang bộ',
        'Thủ trưởng cơ quan thuộc Chính phủ',
        'Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương',
      ],
    })),
    {
      text: 'tổng hợp, báo cáo Chính phủ tại phiên họp thường kỳ tháng 12 năm 2026',
      lead: ['Bộ Công Thương'],
    },
  ],
);

const topics = text(
  'chuong-trinh-hanh-dong.txt',
  [
    ...head(
      '27/CTr-UBND',
      'ngày 18 tháng 3 năm 2026',
      'CHƯƠNG TRÌNH HÀNH ĐỘNG',
      'Thực hiện Nghị quyết về phát triển khoa học, công nghệ',
    ),
    'I. MỤC TIÊU',
    '- Kinh phí chi cho khoa học, công nghệ đạt 2% GRDP.',
    'II. NHIỆM VỤ',
    '1. Xây dựng cơ chế thử nghiệm có kiểm soát (Sở Khoa học và Công nghệ chủ trì, hoàn thành trong Quý II/2026).',
    '2. Thành lập Quỹ đầu tư mạo hiểm của tỉnh (Sở Tài chính chủ trì, phối hợp với Sở Khoa học và Công nghệ; hoàn thành trước ngày 31/12/2026).',
    '3. Thu hút chuyên gia về làm việc tại tỉnh (Sở Nội vụ chủ trì, thực hiện thường xuyên).',
    'III. TỔ CHỨC THỰC HIỆN',
    'Trên đây là Chương trình hành động, yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.',
    ...end(),
  ],
  [
    {
      text: 'Xây dựng cơ chế thử nghiệm có kiểm soát',
      lead: ['Sở Khoa học và Công nghệ'],
      schedule: { kind: 'deadline', by: '2026-06-30' },
    },
    {
      text: 'Thành lập Quỹ đầu tư mạo hiểm của tỉnh',
      lead: ['Sở Tài chính'],
      cooperate: ['Sở Khoa học và Công nghệ'],
      schedule: { kind: 'deadline', by: '2026-12-31', exclusive: true },
    },
    { text: 'Thu hút chuyên gia về làm việc tại tỉnh', lead: ['Sở Nội vụ'], schedule: { kind: 'continuous' } },
  ],
);

const charged = text(
  'ke-hoach-giao-theo-muc.txt',
  [
    ...head('120/KH-UBND', 'ngày 22 tháng 4 năm 2026', 'KẾ HOẠCH', 'Phòng, chống dịch bệnh trên đàn vật nuôi năm 2026'),
    'I. MỤC ĐÍCH',
    'Chủ động phòng ngừa dịch bệnh.',
    'II. NỘI DUNG',
    '1. Tiêm phòng: Giao Chi cục Chăn nuôi và Thú y tổ chức 02 đợt tiêm phòng, tỷ lệ đạt trên 80% tổng đàn.',
    '2. Giám sát dịch bệnh: Giao Chi cục Chăn nuôi và Thú y lấy mẫu giám sát chủ động; đề nghị Trung tâm Kiểm soát bệnh tật tỉnh chia sẻ kết quả xét nghiệm.',
    '3. Kiểm dịch vận chuyển',
    'Công an tỉnh, Chi cục Quản lý thị trường kiểm tra, xử lý xe vận chuyển gia súc không rõ nguồn gốc.',
    'III. KINH PHÍ',
    'Từ nguồn ngân sách tỉnh và đóng góp của người chăn nuôi.',
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nông nghiệp và Môi trường là cơ quan thường trực, có nhiệm vụ:',
    '+ Hướng dẫn chuyên môn, kỹ thuật;',
    '+ Dự trữ vắc xin, hóa chất.',
    '2. Các sở, ban, ngành liên quan: Theo chức năng, nhiệm vụ được giao phối hợp tổ chức thực hiện Kế hoạch.',
    '3. UBND các xã, phường:',
    '- Thống kê đàn vật nuôi trước ngày 10/5/2026.',
    '- Bố trí kinh phí mua vắc xin.',
    'Trong quá trình thực hiện nếu có vướng mắc, báo cáo về Sở Nông nghiệp và Môi trường để tổng hợp./.',
    ...end(),
  ],
  [
    {
      text: 'tổ chức 02 đợt tiêm phòng, tỷ lệ đạt trên 80% tổng đàn',
      lead: ['Chi cục Chăn nuôi và Thú y'],
    },
    { text: 'lấy mẫu giám sát chủ động', lead: ['Chi cục Chăn nuôi và Thú y'] },
    { text: 'chia sẻ kết quả xét nghiệm', lead: ['Trung tâm Kiểm soát bệnh tật tỉnh'] },
    {
      text: 'kiểm tra, xử lý xe vận chuyển gia súc không rõ nguồn gốc',
      lead: ['Công an tỉnh', 'Chi cục Quản lý thị trường'],
    },
    { text: 'Hướng dẫn chuyên môn, kỹ thuật', lead: ['Sở Nông nghiệp và Môi trường'] },
    { text: 'Dự trữ vắc xin, hóa chất', lead: ['Sở Nông nghiệp và Môi trường'] },
    {
      text: 'Theo chức năng, nhiệm vụ được giao phối hợp tổ chức thực hiện Kế hoạch',
      lead: ['Các sở, ban, ngành liên quan'],
    },
    { text: 'Thống kê đàn vật nuôi trước ngày 10/5/2026', lead: ['UBND các xã, phường'] },
    { text: 'Bố trí kinh phí mua vắc xin', lead: ['UBND các xã, phường'] },
  ],
);

const official = md(
  'chi-thi-thu-tuong.md',
  [
    '**THỦ TƯỚNG CHÍNH PHỦ**',
    '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**',
    'Số: 06/CT-TTg',
    '*Hà Nội, ngày 14 tháng 02 năm 2026*',
    '# CHỈ THỊ',
    '## Về tăng cường bảo đảm an toàn hồ chứa nước',
    'Trong những năm qua, công tác quản lý an toàn hồ chứa nước đã được các bộ, ngành quan tâm chỉ đạo. Để khắc phục tồn tại, Thủ tướng Chính phủ yêu cầu:',
    '## 1. Bộ trưởng Bộ Nông nghiệp và Môi trường',
    '* Chỉ đạo tổng rà soát 800 hồ chứa xung yếu trước ngày 30/4/2026;',
    '* Chủ trì, phối hợp với Bộ Công Thương xây dựng cơ sở dữ liệu hồ chứa dùng chung.',
    '## 2. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương',
    '* Bố trí ngân sách sửa chữa hồ chứa hư hỏng.',
    '* Xử lý dứt điểm vi phạm hành lang bảo vệ hồ chứa.',
    '## 3. Tập đoàn Điện lực Việt Nam',
    'Vận hành hồ thủy điện đúng quy trình liên hồ; chia sẻ số liệu quan trắc theo thời gian thực.',
    '## 4. Tổ chức thực hiện',
    'a) Giao Phó Thủ tướng Chính phủ phụ trách nông nghiệp trực tiếp chỉ đạo thực hiện Chỉ thị này.',
    'b) Văn phòng Chính phủ theo dõi, đôn đốc việc thực hiện Chỉ thị này./.',
    '**Nơi nhận:**',
    '- Các bộ;',
    '- Lưu: VT.',
    '**KT. THỦ TƯỚNG**',
    '**PHÓ THỦ TƯỚNG**',
    '**Vũ Đình Khang**',
  ],
  [
    {
      text: 'Chỉ đạo tổng rà soát 800 hồ chứa xung yếu trước ngày 30/4/2026',
      lead: ['Bộ trưởng Bộ Nông nghiệp và Môi trường'],
    },
    {
      text: 'Chủ trì, phối hợp với Bộ Công Thương xây dựng cơ sở dữ liệu hồ chứa dùng chung',
      lead: ['Bộ trưởng Bộ Nông nghiệp và Môi trường'],
      cooperate: ['Bộ Công Thương'],
    },
    ...['Bố trí ngân sách sửa chữa hồ chứa hư hỏng', 'Xử lý dứt điểm vi phạm hành lang bảo vệ hồ chứa'].map((one) => ({
      text: one,
      lead: ['Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương'],
    })),
    {
      text: 'Vận hành hồ thủy điện đúng quy trình liên hồ; chia sẻ số liệu quan trắc theo thời gian thực',
      lead: ['Tập đoàn Điện lực Việt Nam'],
    },
    {
      text: 'trực tiếp chỉ đạo thực hiện Chỉ thị này',
      lead: ['Phó Thủ tướng Chính phủ phụ trách nông nghiệp'],
    },
    { text: 'theo dõi, đôn đốc việc thực hiện Chỉ thị này', lead: ['Văn phòng Chính phủ'] },
  ],
);

const noNumbers = text(
  'thong-bao-giao-ban.txt',
  [
    ...head(
      '58/TB-UBND',
      'ngày 07 tháng 7 năm 2026',
      'THÔNG BÁO',
      'Kết luận của Chủ tịch UBND tỉnh tại Hội nghị giao ban tháng 6/2026',
    ),
    'Ngày 03/7/2026, Chủ tịch UBND tỉnh chủ trì Hội nghị giao ban. Sau khi nghe Sở Tài chính báo cáo và ý kiến các đại biểu, Chủ tịch UBND tỉnh kết luận và chỉ đạo:',
    'I. Đánh giá chung',
    'Tăng trưởng 6 tháng đầu năm đạt 8,1%; các sở, ngành, địa phương đã nỗ lực thực hiện nhiệm vụ được giao.',
    'II. Nhiệm vụ trọng tâm tháng 7/2026',
    '1. Sở Tài chính: Tham mưu kịch bản tăng trưởng quý III, trình UBND tỉnh trước ngày 15/7/2026.',
    '2. Sở Giáo dục và Đào tạo: Hoàn tất công tác chấm thi tốt nghiệp THPT; chuẩn bị cơ sở vật chất cho năm học mới.',
    '3. Các chủ đầu tư: Giải ngân tối thiểu 50% kế hoạch vốn đến hết tháng 7/2026.',
    '4. Đồng chí Đỗ Hải Yến, Phó Chủ tịch UBND tỉnh chủ trì họp giải quyết vướng mắc dự án Khu công nghiệp Gia Phú trong tuần thứ hai của tháng 7/2026.',
    'Thừa lệnh Chủ tịch, Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.',
    ...end('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
  ],
  [
    {
      text: 'Tham mưu kịch bản tăng trưởng quý III, trình UBND tỉnh trước ngày 15/7/2026',
      lead: ['Sở Tài chính'],
    },
    {
      text: 'Hoàn tất công tác chấm thi tốt nghiệp THPT; chuẩn bị cơ sở vật chất cho năm học mới',
      lead: ['Sở Giáo dục và Đào tạo'],
    },
    { text: 'Giải ngân tối thiểu 50% kế hoạch vốn đến hết tháng 7/2026', lead: ['Các chủ đầu tư'] },
    {
      text: 'chủ trì họp giải quyết vướng mắc dự án Khu công nghiệp Gia Phú trong tuần thứ hai của tháng 7/2026',
      lead: ['Đồng chí Đỗ Hải Yến, Phó Chủ tịch UBND tỉnh'],
    },
  ],
);

export const centre: ProsePaper[] = [growth, topics, charged, official, noNumbers];
