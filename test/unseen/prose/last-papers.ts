import { bytesOf } from '../papers.ts';
import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** The last papers written before the rules were left alone: one of each kind. */

const md = (name: string, lines: string[], tasks: ProsePaper['tasks']): ProsePaper => ({
  name,
  bytes: bytesOf(lines.join('\n\n')),
  tasks,
});

const energy = md(
  'nghi-quyet-nang-luong.md',
  [
    '**CHÍNH PHỦ**',
    '**Số: 112/NQ-CP**',
    '*Hà Nội, ngày 14 tháng 5 năm 2026*',
    '# NGHỊ QUYẾT',
    '**Về Chương trình hành động tiết kiệm điện giai đoạn 2026 - 2030**',
    '## I. MỤC TIÊU',
    'Tiết kiệm tối thiểu 2% tổng điện năng tiêu thụ mỗi năm.',
    '## II. NHIỆM VỤ CHỦ YẾU',
    '**1. Bộ Công Thương**',
    'a) Chủ trì, phối hợp với Bộ Tài chính, Bộ Xây dựng, các địa phương:',
    '- Ban hành khung giá điện theo giờ trong tháng 8/2026;',
    '- Kiểm toán năng lượng đối với 3.000 cơ sở sử dụng năng lượng trọng điểm.',
    'b) Chỉ đạo Tập đoàn Điện lực Việt Nam lắp công tơ điện tử cho 100% khách hàng.',
    '**2. Bộ Xây dựng** sửa đổi quy chuẩn công trình xanh (trình Chính phủ trước ngày 31/12/2026).',
    '**3. Bộ Quốc phòng, Bộ Công an** gương mẫu sử dụng điện tiết kiệm tại các đơn vị trực thuộc.',
    '**4. Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương:**',
    '- Thay 100% đèn chiếu sáng công cộng bằng đèn LED trước năm 2029;',
    '- Đưa chỉ tiêu tiết kiệm điện vào tiêu chí thi đua.',
    '**5.** Các doanh nghiệp sử dụng năng lượng trọng điểm phải xây dựng kế hoạch sử dụng năng lượng hằng năm và 5 năm.',
    '## III. TỔ CHỨC THỰC HIỆN',
    'Bộ Công Thương tổng hợp kết quả, báo cáo Thủ tướng Chính phủ trước ngày 31 tháng 01 hằng năm./.',
    '**TM. CHÍNH PHỦ**',
  ],
  [
    ...[
      'Ban hành khung giá điện theo giờ trong tháng 8/2026',
      'Kiểm toán năng lượng đối với 3.000 cơ sở sử dụng năng lượng trọng điểm',
    ].map((one) => ({
      text: one,
      lead: ['Bộ Công Thương'],
      cooperate: ['Bộ Tài chính', 'Bộ Xây dựng', 'các địa phương'],
    })),
    { text: 'Chỉ đạo Tập đoàn Điện lực Việt Nam lắp công tơ điện tử cho 100% khách hàng', lead: ['Bộ Công Thương'] },
    { text: 'sửa đổi quy chuẩn công trình xanh (trình Chính phủ trước ngày 31/12/2026)', lead: ['Bộ Xây dựng'] },
    {
      text: 'gương mẫu sử dụng điện tiết kiệm tại các đơn vị trực thuộc',
      lead: ['Bộ Quốc phòng', 'Bộ Công an'],
    },
    ...[
      'Thay 100% đèn chiếu sáng công cộng bằng đèn LED trước năm 2029',
      'Đưa chỉ tiêu tiết kiệm điện vào tiêu chí thi đua',
    ].map((one) => ({ text: one, lead: ['Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương'] })),
    {
      text: 'phải xây dựng kế hoạch sử dụng năng lượng hằng năm và 5 năm',
      lead: ['Các doanh nghiệp sử dụng năng lượng trọng điểm'],
    },
    {
      text: 'tổng hợp kết quả, báo cáo Thủ tướng Chính phủ trước ngày 31 tháng 01 hằng năm',
      lead: ['Bộ Công Thương'],
    },
  ],
);

const secretariat = md(
  'chi-thi-ban-bi-thu.md',
  [
    '**BAN CHẤP HÀNH TRUNG ƯƠNG**',
    '**Số 52-CT/TW**',
    '*Hà Nội, ngày 02 tháng 6 năm 2026*',
    '# CHỈ THỊ',
    '**CỦA BAN BÍ THƯ về tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống đuối nước trẻ em**',
    'Những năm gần đây, số trẻ em tử vong do đuối nước giảm. Để tiếp tục nâng cao hiệu quả công tác này, Ban Bí thư yêu cầu các cấp uỷ, tổ chức đảng thực hiện tốt một số nhiệm vụ sau:',
    '1. Quán triệt, tuyên truyền sâu rộng pháp luật về an toàn đường thuỷ.',
    '2. Đưa dạy bơi vào chương trình giáo dục thể chất ở nơi có điều kiện.',
    '3. Tổ chức thực hiện',
    '- Đảng uỷ Chính phủ chỉ đạo bố trí kinh phí xây dựng bể bơi tại 2.000 xã khó khăn.',
    '- Ban Thường vụ Trung ương Đoàn phát động phong trào thanh niên dạy bơi miễn phí.',
    '- Văn phòng Trung ương Đảng theo dõi, đôn đốc, định kỳ báo cáo Ban Bí thư.',
    'T/M BAN BÍ THƯ',
  ],
  [
    ...[
      'Quán triệt, tuyên truyền sâu rộng pháp luật về an toàn đường thuỷ',
      'Đưa dạy bơi vào chương trình giáo dục thể chất ở nơi có điều kiện',
    ].map((one) => ({ text: one, lead: ['các cấp uỷ, tổ chức đảng'] })),
    {
      text: 'chỉ đạo bố trí kinh phí xây dựng bể bơi tại 2.000 xã khó khăn',
      lead: ['Đảng uỷ Chính phủ'],
    },
    {
      text: 'phát động phong trào thanh niên dạy bơi miễn phí',
      lead: ['Ban Thường vụ Trung ương Đoàn'],
    },
    { text: 'theo dõi, đôn đốc, định kỳ báo cáo Ban Bí thư', lead: ['Văn phòng Trung ương Đảng'] },
  ],
);

const rows = text(
  'nhan-phuong-xanh.txt',
  [
    ...head(
      '15/KH-UBND',
      'ngày 05 tháng 3 năm 2026',
      'KẾ HOẠCH',
      'Xây dựng phường Đông Hà xanh, sạch năm 2026',
      'ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG HÀ',
    ),
    'II. NỘI DUNG THỰC HIỆN',
    '1. Ra quân tổng vệ sinh môi trường vào sáng thứ Bảy hằng tuần',
    '* Đơn vị chủ trì: Hội Liên hiệp Phụ nữ phường',
    '* Đơn vị phối hợp: các tổ dân phố, Đoàn Thanh niên phường',
    '* Thời gian: từ tháng 3/2026',
    '2. Trồng 1.500 cây xanh dọc bờ kênh',
    '* Đơn vị chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị',
    '* Đơn vị phối hợp: Hội Cựu chiến binh phường; Công ty Cổ phần Môi trường đô thị Minh Hà',
    '* Thời gian: trước ngày 19/5/2026',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Văn phòng HĐND và UBND phường theo dõi, đôn đốc.',
    ...end('CHỦ TỊCH', 'Đào Thị Thu'),
  ],
  [
    {
      text: 'Ra quân tổng vệ sinh môi trường vào sáng thứ Bảy hằng tuần',
      lead: ['Hội Liên hiệp Phụ nữ phường'],
      cooperate: ['các tổ dân phố', 'Đoàn Thanh niên phường'],
      time: 'từ tháng 3/2026',
    },
    {
      text: 'Trồng 1.500 cây xanh dọc bờ kênh',
      lead: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
      cooperate: ['Hội Cựu chiến binh phường', 'Công ty Cổ phần Môi trường đô thị Minh Hà'],
      time: 'trước ngày 19/5/2026',
    },
  ],
);

const traffic = text(
  'thong-bao-hop-tien-do.txt',
  [
    ...head(
      '301/TB-UBND',
      'ngày 22 tháng 10 năm 2026',
      'THÔNG BÁO',
      'Kết luận của Phó Chủ tịch Thường trực UBND tỉnh tại cuộc họp về tiến độ các dự án giao thông trọng điểm',
    ),
    'Sau khi nghe Ban Quản lý dự án báo cáo, ý kiến các đại biểu, Phó Chủ tịch Thường trực UBND tỉnh kết luận:',
    '1. Về dự án cầu Sông Hà',
    '- Đánh giá cao nhà thầu đã thi công 3 ca.',
    '- Ban Quản lý dự án giao thông tỉnh yêu cầu nhà thầu bổ sung 02 mũi thi công, thông xe kỹ thuật trước ngày 15/12/2026.',
    '- UBND phường Đông Hà cưỡng chế 03 hộ cố tình không bàn giao mặt bằng, hoàn thành trước ngày 05/11/2026.',
    '2. Về dự án đường ven biển: giao Sở Tài chính thẩm định nguồn vốn; Sở Nông nghiệp và Môi trường hoàn tất thủ tục chuyển mục đích sử dụng rừng, trình UBND tỉnh trong tháng 11/2026.',
    '3. Các sở, ngành chậm trả lời văn bản của chủ đầu tư quá 05 ngày làm việc phải giải trình trước UBND tỉnh.',
    'Văn phòng UBND tỉnh thông báo để các cơ quan biết, thực hiện./.',
    ...end('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
  ],
  [
    {
      text: 'yêu cầu nhà thầu bổ sung 02 mũi thi công, thông xe kỹ thuật trước ngày 15/12/2026',
      lead: ['Ban Quản lý dự án giao thông tỉnh'],
    },
    {
      text: 'cưỡng chế 03 hộ cố tình không bàn giao mặt bằng, hoàn thành trước ngày 05/11/2026',
      lead: ['UBND phường Đông Hà'],
    },
    { text: 'thẩm định nguồn vốn', lead: ['Sở Tài chính'] },
    {
      text: 'hoàn tất thủ tục chuyển mục đích sử dụng rừng, trình UBND tỉnh trong tháng 11/2026',
      lead: ['Sở Nông nghiệp và Môi trường'],
    },
    {
      text: 'phải giải trình trước UBND tỉnh',
      lead: ['Các sở, ngành chậm trả lời văn bản của chủ đầu tư quá 05 ngày làm việc'],
    },
  ],
);

const urging = text(
  'cong-van-don-doc-giai-ngan.txt',
  [
    ...dispatch('4410/UBND-TH', 'ngày 02 tháng 11 năm 2026', 'đẩy nhanh giải ngân vốn đầu tư công', [
      'Các sở, ban, ngành;',
      'UBND các xã, phường.',
    ]),
    'Đến ngày 31/10/2026, toàn tỉnh giải ngân 61,2% kế hoạch. Để hoàn thành mục tiêu cả năm, UBND tỉnh yêu cầu các sở, ban, ngành, UBND các xã, phường thực hiện:',
    '1. Rà soát từng dự án, lập tiến độ giải ngân theo tuần.',
    '2. Kho bạc Nhà nước khu vực XV xử lý hồ sơ thanh toán ngay trong ngày.',
    '3. Thanh tra tỉnh thanh tra đột xuất các chủ đầu tư giải ngân dưới 40%.',
    'Giao Sở Tài chính cập nhật, công khai xếp hạng giải ngân trên Cổng thông tin điện tử tỉnh vào thứ Hai hằng tuần./.',
    ...end(),
  ],
  [
    {
      text: 'Rà soát từng dự án, lập tiến độ giải ngân theo tuần',
      lead: ['các sở, ban, ngành', 'UBND các xã, phường'],
    },
    { text: 'xử lý hồ sơ thanh toán ngay trong ngày', lead: ['Kho bạc Nhà nước khu vực XV'] },
    { text: 'thanh tra đột xuất các chủ đầu tư giải ngân dưới 40%', lead: ['Thanh tra tỉnh'] },
    {
      text: 'cập nhật, công khai xếp hạng giải ngân trên Cổng thông tin điện tử tỉnh vào thứ Hai hằng tuần',
      lead: ['Sở Tài chính'],
    },
  ],
);

const settled = text(
  'thong-bao-ket-qua-thi-dua.txt',
  [
    ...head('90/TB-HĐTĐKT', 'ngày 10 tháng 12 năm 2026', 'THÔNG BÁO', 'Kết quả chấm điểm thi đua năm 2026'),
    '1. Sở Nội vụ: 96,5 điểm; Sở Tài chính: 95 điểm.',
    '2. Các xã, phường được xếp loại xuất sắc: Đông Hà, Gia Phú.',
    'Hội đồng thông báo để các cơ quan, đơn vị biết./.',
    ...end('CHỦ TỊCH HỘI ĐỒNG', 'Lâm Quốc Hưng'),
  ],
  [],
);

const told = md(
  'bai-bao-nghi-quyet.md',
  [
    '# Những điểm mới của Nghị quyết về đường sắt',
    '**(Báo Minh Hà)** - Theo Nghị quyết, Bộ Xây dựng được giao chủ trì xây dựng Luật Đường sắt đô thị.',
    '## Điểm mới thứ nhất',
    '- Bộ Tài chính sẽ nghiên cứu cơ chế huy động vốn tư nhân.',
    '- Các địa phương được chủ động lập quy hoạch ga.',
  ],
  [],
);

export const lastPapers: ProsePaper[] = [energy, secretariat, rows, traffic, urging];
export const lastSilent: ProsePaper[] = [settled, told];
