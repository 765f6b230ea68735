import { bytesOf, html, lines } from '../papers.ts';
import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Resolutions of the centre, conclusions of leaders and of the Party, and dispatches of communes. */

const resolution: ProsePaper = {
  name: 'nghi-quyet.md',
  bytes: bytesOf(
    [
      '**CHÍNH PHỦ**',
      '',
      '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**',
      '',
      'Số: 18/NQ-CP',
      '',
      '*Hà Nội, ngày 09 tháng 01 năm 2026*',
      '',
      '# NGHỊ QUYẾT',
      '',
      '**Về cải thiện dịch vụ hậu cần và phát triển cảng cạn năm 2026**',
      '',
      '## I. Tình hình',
      '',
      'Năm 2025, các bộ, ngành, địa phương đã thực hiện nhiều giải pháp; chi phí hậu cần giảm còn 15,8% GDP.',
      '',
      '## II. Mục tiêu',
      '',
      '- Giảm chi phí hậu cần xuống dưới 15% GDP.',
      '- Đưa vào khai thác ít nhất 05 cảng cạn.',
      '',
      '## III. Nhiệm vụ, giải pháp',
      '',
      '**1. Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, UBND các tỉnh, thành phố trực thuộc trung ương:**',
      '',
      '- Ban hành kế hoạch thực hiện Nghị quyết trước ngày 31 tháng 01 năm 2026.',
      '- Định kỳ hằng quý báo cáo kết quả về Bộ Xây dựng.',
      '',
      '**2. Bộ Xây dựng:**',
      '',
      'a) Chủ trì, phối hợp với Bộ Tài chính sửa đổi quy chuẩn cảng cạn, trình Chính phủ trong quý II năm 2026.',
      '',
      'b) Theo dõi, đôn đốc, tổng hợp việc thực hiện Nghị quyết.',
      '',
      '**3. Bộ Tài chính** nghiên cứu chính sách miễn, giảm phí sử dụng kết cấu hạ tầng cảng.',
      '',
      '**4. UBND các tỉnh, thành phố trực thuộc trung ương** bố trí quỹ đất cho trung tâm hậu cần trong quy hoạch tỉnh.',
      '',
      '## IV. Tổ chức thực hiện',
      '',
      '1. Nghị quyết này có hiệu lực thi hành từ ngày ký ban hành.',
      '2. Đề nghị Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam giám sát việc thực hiện Nghị quyết.',
      '3. Giao Văn phòng Chính phủ theo dõi, kịp thời báo cáo Thủ tướng Chính phủ những vấn đề phát sinh./.',
      '',
      '**Nơi nhận:**',
      '- Ban Bí thư Trung ương Đảng;',
      '- Lưu: VT, CN (2).',
      '',
      '**TM. CHÍNH PHỦ**',
      '',
      '**KT. THỦ TƯỚNG**',
      '',
      '**PHÓ THỦ TƯỚNG**',
      '',
      '**Vũ Đình Khang**',
    ].join('\n'),
  ),
  tasks: [
    ...[
      'Ban hành kế hoạch thực hiện Nghị quyết trước ngày 31 tháng 01 năm 2026',
      'Định kỳ hằng quý báo cáo kết quả về Bộ Xây dựng',
    ].map((one) => ({
      text: one,
      lead: ['Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', 'UBND các tỉnh, thành phố trực thuộc trung ương'],
    })),
    {
      text: 'Chủ trì, phối hợp với Bộ Tài chính sửa đổi quy chuẩn cảng cạn, trình Chính phủ trong quý II năm 2026',
      lead: ['Bộ Xây dựng'],
      cooperate: ['Bộ Tài chính'],
    },
    { text: 'Theo dõi, đôn đốc, tổng hợp việc thực hiện Nghị quyết', lead: ['Bộ Xây dựng'] },
    { text: 'nghiên cứu chính sách miễn, giảm phí sử dụng kết cấu hạ tầng cảng', lead: ['Bộ Tài chính'] },
    {
      text: 'bố trí quỹ đất cho trung tâm hậu cần trong quy hoạch tỉnh',
      lead: ['UBND các tỉnh, thành phố trực thuộc trung ương'],
    },
    {
      text: 'giám sát việc thực hiện Nghị quyết',
      lead: ['Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam'],
    },
    {
      text: 'theo dõi, kịp thời báo cáo Thủ tướng Chính phủ những vấn đề phát sinh',
      lead: ['Văn phòng Chính phủ'],
    },
  ],
};

const concluded = text(
  'thong-bao-ket-luan.txt',
  [
    ...head(
      '133/TB-VP',
      'ngày 28 tháng 5 năm 2026',
      'THÔNG BÁO',
      'Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về tiến độ Dự án đường vành đai phía Tây',
    ),
    'Ngày 26/5/2026, Phó Chủ tịch UBND tỉnh Đỗ Hải Yến chủ trì cuộc họp về tiến độ Dự án đường vành đai phía Tây. Tham dự họp có lãnh đạo các sở: Xây dựng, Tài chính. Sau khi nghe báo cáo và ý kiến phát biểu của các đại biểu dự họp, Phó Chủ tịch UBND tỉnh kết luận như sau:',
    '1. Về giải phóng mặt bằng: Biểu dương UBND phường Gia Phú đã hoàn thành chi trả cho 96 hộ. Giao UBND xã Tân Lập chủ trì, phối hợp với Trung tâm Phát triển quỹ đất tỉnh hoàn thành kiểm đếm 40 hộ còn lại trước ngày 20/6/2026.',
    '2. Về vật liệu đắp nền',
    '- Cơ bản thống nhất đề xuất của Sở Xây dựng về sử dụng mỏ đất Đồi Sim.',
    '- Giao Sở Nông nghiệp và Môi trường hoàn thiện thủ tục cấp phép mỏ đất Đồi Sim, báo cáo UBND tỉnh trong tháng 6/2026.',
    '3. Giao Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh lập lại tiến độ chi tiết từng tuần; cử cán bộ thường trực tại công trường.',
    '4. Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện các nội dung trên.',
    'Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.',
    ...end('CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
  ],
  [
    {
      text: 'chủ trì, phối hợp với Trung tâm Phát triển quỹ đất tỉnh hoàn thành kiểm đếm 40 hộ còn lại trước ngày 20/6/2026',
      lead: ['UBND xã Tân Lập'],
      cooperate: ['Trung tâm Phát triển quỹ đất tỉnh'],
      time: 'trước ngày 20/6/2026',
    },
    {
      text: 'hoàn thiện thủ tục cấp phép mỏ đất Đồi Sim, báo cáo UBND tỉnh trong tháng 6/2026',
      lead: ['Sở Nông nghiệp và Môi trường'],
    },
    {
      text: 'lập lại tiến độ chi tiết từng tuần; cử cán bộ thường trực tại công trường',
      lead: ['Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh'],
    },
    { text: 'theo dõi, đôn đốc việc thực hiện các nội dung trên', lead: ['Văn phòng UBND tỉnh'] },
  ],
);

const party = text(
  'ket-luan-tinh-uy.txt',
  [
    'TỈNH ỦY MINH HÀ\tĐẢNG CỘNG SẢN VIỆT NAM',
    '*\tMinh Hà, ngày 12 tháng 02 năm 2026',
    'Số 41-KL/TU',
    'KẾT LUẬN',
    'của Ban Thường vụ Tỉnh ủy về đẩy mạnh chuyển đổi số trong các cơ quan đảng',
    'Sau khi xem xét Tờ trình của Văn phòng Tỉnh ủy, Ban Thường vụ Tỉnh ủy kết luận:',
    '1- Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo:',
    '- Đầu tư đường truyền số liệu chuyên dùng đến 100% cơ quan đảng cấp xã trong năm 2026.',
    '- Bố trí kinh phí thuê chuyên gia.',
    '2- Văn phòng Tỉnh ủy chủ trì, phối hợp với Sở Khoa học và Công nghệ xây dựng kho dữ liệu văn kiện, hoàn thành trước ngày 01/8/2026.',
    '3- Các đảng ủy trực thuộc Tỉnh ủy quán triệt, triển khai thực hiện Kết luận đến từng chi bộ.',
    'Nơi nhận:',
    '- Các đảng ủy trực thuộc;',
    '- Lưu VPTU.',
    'T/M BAN THƯỜNG VỤ',
    'PHÓ BÍ THƯ',
    'Lê Thị Thanh Tâm',
  ],
  [
    {
      text: 'Đầu tư đường truyền số liệu chuyên dùng đến 100% cơ quan đảng cấp xã trong năm 2026',
      lead: ['Đảng ủy UBND tỉnh'],
    },
    { text: 'Bố trí kinh phí thuê chuyên gia', lead: ['Đảng ủy UBND tỉnh'] },
    {
      text: 'chủ trì, phối hợp với Sở Khoa học và Công nghệ xây dựng kho dữ liệu văn kiện, hoàn thành trước ngày 01/8/2026',
      lead: ['Văn phòng Tỉnh ủy'],
      cooperate: ['Sở Khoa học và Công nghệ'],
      time: 'trước ngày 01/8/2026',
    },
    {
      text: 'quán triệt, triển khai thực hiện Kết luận đến từng chi bộ',
      lead: ['Các đảng ủy trực thuộc Tỉnh ủy'],
    },
  ],
);

const commune = text(
  'cong-van-xa.txt',
  [
    'ỦY BAN NHÂN DÂN XÃ TÂN LẬP',
    'Số: 77/UBND-VHXH',
    'V/v ra quân vệ sinh môi trường',
    'Tân Lập, ngày 02 tháng 4 năm 2026',
    'Kính gửi: Các phòng chuyên môn; Trưởng các thôn.',
    'Thực hiện Kế hoạch của tỉnh về Tuần lễ quốc gia nước sạch, UBND xã yêu cầu:',
    'Phòng Kinh tế:',
    '- Chuẩn bị dụng cụ, xe thu gom rác.',
    '- Hướng dẫn phân loại rác tại nguồn.',
    'Trưởng các thôn:',
    '- Huy động mỗi hộ ít nhất 01 người tham gia.',
    '- Gửi hình ảnh kết quả về Phòng Văn hóa - Xã hội trước ngày 12/4/2026.',
    'Đề nghị Đoàn Thanh niên xã đảm nhận khơi thông tuyến mương thôn Đông.',
    'Nhận được Công văn này, yêu cầu các đơn vị nghiêm túc thực hiện./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    'CHỦ TỊCH',
    'Ngô Thị Hạnh',
  ],
  [
    { text: 'Chuẩn bị dụng cụ, xe thu gom rác', lead: ['Phòng Kinh tế'] },
    { text: 'Hướng dẫn phân loại rác tại nguồn', lead: ['Phòng Kinh tế'] },
    { text: 'Huy động mỗi hộ ít nhất 01 người tham gia', lead: ['Trưởng các thôn'] },
    {
      text: 'Gửi hình ảnh kết quả về Phòng Văn hóa - Xã hội trước ngày 12/4/2026',
      lead: ['Trưởng các thôn'],
      time: 'trước ngày 12/4/2026',
    },
    { text: 'đảm nhận khơi thông tuyến mương thôn Đông', lead: ['Đoàn Thanh niên xã'] },
  ],
);

const single = text(
  'cong-van-mot-cau.txt',
  [
    ...dispatch(
      '655/STC-NS',
      'ngày 14 tháng 7 năm 2026',
      'báo cáo tình hình công khai ngân sách',
      ['Các phòng, đơn vị dự toán cấp tỉnh.'],
      'SỞ TÀI CHÍNH',
    ),
    'Thực hiện Thông tư số 61/2017/TT-BTC ngày 15/6/2017 của Bộ Tài chính; để có cơ sở tổng hợp báo cáo UBND tỉnh, Sở Tài chính đề nghị các đơn vị dự toán cấp tỉnh báo cáo tình hình công khai ngân sách 6 tháng đầu năm 2026, gửi về Sở Tài chính trước ngày 25/7/2026.',
    'Trân trọng./.',
    ...end('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Cao Thị Nga'),
  ],
  [
    {
      text: 'báo cáo tình hình công khai ngân sách 6 tháng đầu năm 2026, gửi về Sở Tài chính trước ngày 25/7/2026',
      lead: ['các đơn vị dự toán cấp tỉnh'],
      time: 'trước ngày 25/7/2026',
    },
  ],
);

const topical: ProsePaper = {
  name: 'nghi-quyet-theo-noi-dung.html',
  bytes: html(
    lines(
      '<b>CHÍNH PHỦ</b>',
      'Số: 30/NQ-CP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Hà Nội, ngày 02 tháng 3 năm 2026',
      '<b>NGHỊ QUYẾT</b>',
      '<b>PHIÊN HỌP CHÍNH PHỦ THƯỜNG KỲ THÁNG 02 NĂM 2026</b>',
      'Tại phiên họp Chính phủ thường kỳ tháng 02 năm 2026, trên cơ sở thảo luận của các thành viên Chính phủ, Chính phủ thống nhất:',
      '<b>1. Về giá vật liệu xây dựng</b>',
      'Chính phủ đánh giá, trong tháng 02 giá cát xây dựng tăng 8%.',
      'Bộ Xây dựng chủ trì, phối hợp với các địa phương công bố giá vật liệu hằng tháng, bảo đảm sát giá thị trường.',
      'Chủ tịch UBND các tỉnh, thành phố trực thuộc trung ương đẩy nhanh cấp phép mỏ vật liệu, xử lý nghiêm hành vi đầu cơ.',
      '<b>2. Về cung ứng điện mùa khô</b>',
      'a) Bộ Công Thương chỉ đạo Tập đoàn Điện lực Việt Nam chuẩn bị phương án bảo đảm đủ điện trong mọi tình huống.',
      'b) Giao Bộ Công Thương hoàn thiện dự thảo Nghị định về điện mặt trời mái nhà, trình Chính phủ trước ngày 20 tháng 3 năm 2026.',
      '<b>Nơi nhận:</b>',
      '- Ban Bí thư Trung ương Đảng;',
      'TM. CHÍNH PHỦ',
      'THỦ TƯỚNG',
      'Nguyễn Hoài Nam',
    ),
  ),
  tasks: [
    {
      text: 'chủ trì, phối hợp với các địa phương công bố giá vật liệu hằng tháng, bảo đảm sát giá thị trường',
      lead: ['Bộ Xây dựng'],
      cooperate: ['các địa phương'],
    },
    {
      text: 'đẩy nhanh cấp phép mỏ vật liệu, xử lý nghiêm hành vi đầu cơ',
      lead: ['Chủ tịch UBND các tỉnh, thành phố trực thuộc trung ương'],
    },
    {
      text: 'chỉ đạo Tập đoàn Điện lực Việt Nam chuẩn bị phương án bảo đảm đủ điện trong mọi tình huống',
      lead: ['Bộ Công Thương'],
    },
    {
      text: 'hoàn thiện dự thảo Nghị định về điện mặt trời mái nhà, trình Chính phủ trước ngày 20 tháng 3 năm 2026',
      lead: ['Bộ Công Thương'],
      schedule: { kind: 'deadline', by: '2026-03-20', exclusive: true },
    },
  ],
};

const scanned = text(
  'thong-bao-quet.txt',
  [
    'UBND TỈNH MINH HÀ CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM',
    'VĂN PHÒNG Độc lập - Tự do - Hạnh phúc',
    'Số: 12/TB - VP Minh Hà, ngày05 tháng3 năm 2026',
    'THÔNG BÁO',
    'Ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại buổi tiếp công dân định kỳ tháng 02/2026',
    'Tại buổi tiếp công dân ngày 27/02/2026, Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:',
    '1. Đối với kiến nghị của bà Trần Thị Lý (thôn Đoài): giao UBND xã Hòa Sơn đối thoại với công dân, trả lời bằng văn bản trước ngày 20/3/2026.',
    '2. Đối với phản ánh về ô nhiễm tại Cụm công nghiệp Gia Phú: giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh kiểm tra, xử lý; báo cáo kết quả trước ngày 31/3/2026.',
    'Văn phòng UBND tỉnh thông báo để các cơ quan biết, thực hiện./.',
    'Nơi nhận:',
    '- Chủ tịch UBND tỉnh (b/c);',
    '- Lưu: VT.',
    'KT. CHÁNH VĂN PHÒNG',
    'PHÓ CHÁNH VĂN PHÒNG',
    'Hà Minh Quân',
  ],
  [
    {
      text: 'đối thoại với công dân, trả lời bằng văn bản trước ngày 20/3/2026',
      lead: ['UBND xã Hòa Sơn'],
      time: 'trước ngày 20/3/2026',
    },
    {
      text: 'chủ trì, phối hợp với Công an tỉnh kiểm tra, xử lý; báo cáo kết quả trước ngày 31/3/2026',
      lead: ['Sở Nông nghiệp và Môi trường'],
      cooperate: ['Công an tỉnh'],
      time: 'trước ngày 31/3/2026',
    },
  ],
);

export const conclusions: ProsePaper[] = [resolution, concluded, party, commune, single, topical, scanned];
