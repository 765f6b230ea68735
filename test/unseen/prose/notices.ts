import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Conclusions, urgent dispatches, reminders and directives told in long sentences. */

const conclusion = text(
  'thong-bao-ket-luan-giao-ban.txt',
  [
    ...head(
      '214/TB-UBND',
      'ngày 14 tháng 7 năm 2026',
      'THÔNG BÁO',
      'Kết luận của Chủ tịch UBND tỉnh tại Hội nghị giao ban công tác tháng 7 năm 2026',
    ),
    'Ngày 10/7/2026, đồng chí Lâm Quốc Hưng, Chủ tịch UBND tỉnh chủ trì Hội nghị giao ban công tác tháng 7. Sau khi nghe Giám đốc Sở Tài chính báo cáo, ý kiến của các đại biểu, Chủ tịch UBND tỉnh kết luận:',
    'I. Đánh giá chung',
    'Trong tháng 6, các sở, ngành, địa phương đã cố gắng hoàn thành nhiệm vụ. Tuy nhiên, UBND một số xã chậm giải ngân vốn.',
    'II. Nhiệm vụ trọng tâm trong thời gian tới',
    '1. Về thu ngân sách: Thuế tỉnh Minh Hà, Chi cục Hải quan khu vực IV rà soát nguồn thu, thu hồi nợ đọng; phấn đấu thu nội địa đạt 60% dự toán. Báo cáo kết quả trước ngày 31/7/2026.',
    '2. Về giải ngân đầu tư công:',
    'a) Các chủ đầu tư khẩn trương nghiệm thu, thanh toán khối lượng hoàn thành, không để dồn vào cuối năm.',
    'b) Kho bạc Nhà nước khu vực XV bảo đảm thanh toán trong 01 ngày làm việc.',
    'c) Giao Sở Tài chính (cơ quan thường trực Tổ công tác giải ngân) tham mưu điều chuyển vốn của các dự án chậm tiến độ, hoàn thành trong tháng 8/2026.',
    '3. Về kỳ thi: ghi nhận nỗ lực của ngành Giáo dục. Yêu cầu Sở Giáo dục và Đào tạo công bố điểm thi đúng hạn.',
    '4. Phòng PC08 Công an tỉnh tổ chức phân luồng tuyến quốc lộ đoạn qua phường Gia Phú.',
    'Trên đây là kết luận của Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.',
    ...end('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
  ],
  [
    {
      text: 'rà soát nguồn thu, thu hồi nợ đọng; phấn đấu thu nội địa đạt 60% dự toán. Báo cáo kết quả trước ngày 31/7/2026',
      lead: ['Thuế tỉnh Minh Hà', 'Chi cục Hải quan khu vực IV'],
    },
    {
      text: 'khẩn trương nghiệm thu, thanh toán khối lượng hoàn thành, không để dồn vào cuối năm',
      lead: ['Các chủ đầu tư'],
    },
    { text: 'bảo đảm thanh toán trong 01 ngày làm việc', lead: ['Kho bạc Nhà nước khu vực XV'] },
    {
      text: 'tham mưu điều chuyển vốn của các dự án chậm tiến độ, hoàn thành trong tháng 8/2026',
      lead: ['Sở Tài chính'],
    },
    { text: 'công bố điểm thi đúng hạn', lead: ['Sở Giáo dục và Đào tạo'] },
    {
      text: 'tổ chức phân luồng tuyến quốc lộ đoạn qua phường Gia Phú',
      lead: ['Phòng PC08 Công an tỉnh'],
    },
  ],
);

const urgent = text(
  'cong-dien-bao-so-3.txt',
  [
    'CHỦ TỊCH ỦY BAN NHÂN DÂN',
    'TỈNH MINH HÀ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 11/CĐ-UBND',
    'Minh Hà, ngày 19 tháng 9 năm 2026',
    'CÔNG ĐIỆN',
    'Về việc tập trung ứng phó với bão số 3 và mưa lũ sau bão',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:',
    '- Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh;',
    '- Chủ tịch UBND các xã, phường.',
    'Theo dự báo, trưa ngày 20/9 bão số 3 sẽ đổ bộ vào khu vực ven biển, gây mưa rất to.',
    'Để bảo đảm an toàn tính mạng, tài sản của Nhân dân, Chủ tịch UBND tỉnh yêu cầu:',
    '1. Chủ tịch UBND các xã, phường ven biển: kêu gọi toàn bộ tàu thuyền về nơi tránh trú trước 10 giờ ngày 20/9/2026; sơ tán dân ở các lồng bè, chòi canh nuôi trồng thủy sản; cấm biển từ 06 giờ ngày 20/9/2026.',
    '2. Bộ Chỉ huy Bộ đội Biên phòng tỉnh: bắn pháo hiệu, thông báo cho các phương tiện đang hoạt động trên biển.',
    '3. Sở Nông nghiệp và Môi trường: a) vận hành xả lũ hồ Sông Hà theo quy trình; b) trực ban 24/24 giờ, tham mưu Chủ tịch UBND tỉnh chỉ đạo ứng phó.',
    '4. Công ty Điện lực Minh Hà, các doanh nghiệp viễn thông bố trí lực lượng khắc phục sự cố lưới điện, thông tin.',
    '5. Các thành viên Ban Chỉ huy Phòng thủ dân sự tỉnh xuống địa bàn được phân công để trực tiếp chỉ đạo.',
    '6. Giao Văn phòng UBND tỉnh đôn đốc việc thực hiện Công điện này./.',
    ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
  ],
  [
    {
      text: 'kêu gọi toàn bộ tàu thuyền về nơi tránh trú trước 10 giờ ngày 20/9/2026; sơ tán dân ở các lồng bè, chòi canh nuôi trồng thủy sản; cấm biển từ 06 giờ ngày 20/9/2026',
      lead: ['Chủ tịch UBND các xã, phường ven biển'],
    },
    {
      text: 'bắn pháo hiệu, thông báo cho các phương tiện đang hoạt động trên biển',
      lead: ['Bộ Chỉ huy Bộ đội Biên phòng tỉnh'],
    },
    { text: 'vận hành xả lũ hồ Sông Hà theo quy trình', lead: ['Sở Nông nghiệp và Môi trường'] },
    {
      text: 'trực ban 24/24 giờ, tham mưu Chủ tịch UBND tỉnh chỉ đạo ứng phó',
      lead: ['Sở Nông nghiệp và Môi trường'],
    },
    {
      text: 'bố trí lực lượng khắc phục sự cố lưới điện, thông tin',
      lead: ['Công ty Điện lực Minh Hà', 'các doanh nghiệp viễn thông'],
    },
    {
      text: 'xuống địa bàn được phân công để trực tiếp chỉ đạo',
      lead: ['Các thành viên Ban Chỉ huy Phòng thủ dân sự tỉnh'],
    },
    { text: 'đôn đốc việc thực hiện Công điện này', lead: ['Văn phòng UBND tỉnh'] },
  ],
);

const reminder = text(
  'cong-van-don-doc-de-an-06.txt',
  [
    ...dispatch('3120/UBND-NC', 'ngày 22 tháng 5 năm 2026', 'đôn đốc các nhiệm vụ chậm tiến độ thuộc Đề án 06', [
      'Các sở, ban, ngành;',
      'UBND các xã, phường.',
    ]),
    'Theo báo cáo của Công an tỉnh tại Văn bản số 912/CAT-PC06, đến ngày 20/5/2026 còn 07 nhiệm vụ chậm tiến độ. Để khắc phục, Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:',
    '1. Phê bình Sở Xây dựng, Sở Tư pháp để chậm nhiệm vụ kéo dài.',
    '2. Sở Tư pháp hoàn thành số hóa 100% sổ hộ tịch, thời hạn trước ngày 15/6/2026; nếu tiếp tục chậm, Giám đốc Sở chịu trách nhiệm trước Chủ tịch UBND tỉnh.',
    '3. UBND các phường: Gia Phú, Đông Hà, Lê Lợi hoàn thành làm sạch dữ liệu đất đai; các xã còn lại hoàn thành trong tháng 7/2026.',
    '4. Đề nghị Bảo hiểm xã hội tỉnh đồng bộ dữ liệu người hưởng chế độ, đề nghị Ngân hàng Nhà nước chi nhánh khu vực 7 chỉ đạo các ngân hàng hỗ trợ mở tài khoản an sinh xã hội.',
    '5. Giao Công an tỉnh (qua Phòng Cảnh sát quản lý hành chính về trật tự xã hội) hằng tuần tổng hợp kết quả, báo cáo Chủ tịch UBND tỉnh vào ngày thứ Sáu.',
    'Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.',
    ...end('KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Đỗ Hải Yến'),
  ],
  [
    {
      text: 'hoàn thành số hóa 100% sổ hộ tịch, thời hạn trước ngày 15/6/2026; nếu tiếp tục chậm, Giám đốc Sở chịu trách nhiệm trước Chủ tịch UBND tỉnh',
      lead: ['Sở Tư pháp'],
    },
    {
      text: 'hoàn thành làm sạch dữ liệu đất đai',
      lead: ['UBND phường Gia Phú', 'UBND phường Đông Hà', 'UBND phường Lê Lợi'],
    },
    { text: 'hoàn thành trong tháng 7/2026', lead: ['các xã còn lại'] },
    {
      text: 'đồng bộ dữ liệu người hưởng chế độ',
      lead: ['Bảo hiểm xã hội tỉnh'],
    },
    {
      text: 'chỉ đạo các ngân hàng hỗ trợ mở tài khoản an sinh xã hội',
      lead: ['Ngân hàng Nhà nước chi nhánh khu vực 7'],
    },
    {
      text: 'hằng tuần tổng hợp kết quả, báo cáo Chủ tịch UBND tỉnh vào ngày thứ Sáu',
      lead: ['Công an tỉnh'],
    },
  ],
);

const directive = text(
  'chi-thi-mua-mua.txt',
  [
    ...head('08/CT-UBND', 'ngày 01 tháng 6 năm 2026', 'CHỈ THỊ', 'Về tăng cường an toàn thực phẩm bếp ăn trường học'),
    'Thời gian qua, công tác an toàn thực phẩm đã được các cấp, các ngành quan tâm; song còn xảy ra 03 vụ ngộ độc. Chủ tịch UBND tỉnh chỉ thị:',
    '1. Thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh; Chủ tịch UBND các xã, phường, đặc khu trong phạm vi chức năng, nhiệm vụ của mình:',
    'a) Quán triệt đến cán bộ, công chức, viên chức nội dung Chỉ thị.',
    'b) Công khai đường dây nóng tiếp nhận phản ánh.',
    '2. Sở Y tế chủ trì, phối hợp Sở Giáo dục và Đào tạo, Sở Công Thương thực hiện các nội dung sau:',
    '- Kiểm tra đột xuất ít nhất 30% bếp ăn tập thể trong trường học.',
    '- Xử lý nghiêm, công khai tên cơ sở vi phạm.',
    '3. Hiệu trưởng các trường có tổ chức bán trú phải chịu trách nhiệm về nguồn gốc thực phẩm; lưu mẫu thức ăn đủ 24 giờ.',
    '4. Các cơ quan thông tin, báo chí: đưa tin kịp thời về gương điển hình và các vi phạm.',
    'Chỉ thị này có hiệu lực kể từ ngày ký. Giao Sở Y tế theo dõi, tổng hợp báo cáo UBND tỉnh trước ngày 20 tháng cuối quý./.',
    ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
  ],
  [
    ...[
      'Quán triệt đến cán bộ, công chức, viên chức nội dung Chỉ thị',
      'Công khai đường dây nóng tiếp nhận phản ánh',
    ].map((one) => ({
      text: one,
      lead: ['Thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh', 'Chủ tịch UBND các xã, phường, đặc khu'],
    })),
    ...[
      'Kiểm tra đột xuất ít nhất 30% bếp ăn tập thể trong trường học',
      'Xử lý nghiêm, công khai tên cơ sở vi phạm',
    ].map((one) => ({ text: one, lead: ['Sở Y tế'], cooperate: ['Sở Giáo dục và Đào tạo', 'Sở Công Thương'] })),
    {
      text: 'phải chịu trách nhiệm về nguồn gốc thực phẩm; lưu mẫu thức ăn đủ 24 giờ',
      lead: ['Hiệu trưởng các trường có tổ chức bán trú'],
    },
    {
      text: 'đưa tin kịp thời về gương điển hình và các vi phạm',
      lead: ['Các cơ quan thông tin, báo chí'],
    },
    {
      text: 'theo dõi, tổng hợp báo cáo UBND tỉnh trước ngày 20 tháng cuối quý',
      lead: ['Sở Y tế'],
    },
  ],
);

export const notices: ProsePaper[] = [conclusion, urgent, reminder, directive];
