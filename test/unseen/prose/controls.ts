import { bytesOf } from '../papers.ts';
import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Papers that assign nothing, though they name agencies, days and acts: not one task may be read from them. */

const control = (name: string, paragraphs: string[]): ProsePaper => text(name, paragraphs, []);

const invitation = control('giay-moi.txt', [
  ...head('210/GM-UBND', 'ngày 06 tháng 5 năm 2026', 'GIẤY MỜI', 'Dự họp đánh giá Chỉ số PAPI năm 2025'),
  'Chủ tịch UBND tỉnh trân trọng kính mời:',
  '- Lãnh đạo các sở: Nội vụ, Tư pháp, Tài chính;',
  '- Chủ tịch UBND các xã, phường Gia Phú, Đông Hà.',
  'Nội dung: Đánh giá kết quả Chỉ số PAPI năm 2025.',
  'Thời gian: 08 giờ 00 ngày 12/5/2026. Địa điểm: Phòng họp số 2, trụ sở UBND tỉnh.',
  'Giao Sở Nội vụ chuẩn bị báo cáo trình bày tại cuộc họp, gửi đại biểu trước ngày 11/5/2026.',
  'Đề nghị các đại biểu dự họp đúng thành phần, đúng giờ./.',
  ...end('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
]);

const report = control('bao-cao-ket-qua.txt', [
  ...head('301/BC-SNV', 'ngày 10 tháng 12 năm 2026', 'BÁO CÁO', 'Kết quả cải cách hành chính năm 2026', 'SỞ NỘI VỤ'),
  'I. KẾT QUẢ THỰC HIỆN',
  '1. Công tác chỉ đạo, điều hành',
  'Sở Nội vụ đã tham mưu UBND tỉnh ban hành 12 văn bản. Các sở, ban, ngành tổ chức 45 hội nghị tuyên truyền.',
  '2. Sở Tư pháp chủ trì, phối hợp với các sở, ban, ngành rà soát 320 văn bản, kiến nghị bãi bỏ 15 văn bản.',
  '- UBND các xã, phường giải quyết 98% hồ sơ đúng hạn.',
  'II. TỒN TẠI, HẠN CHẾ',
  '- Một số đơn vị chậm gửi báo cáo.',
  'III. PHƯƠNG HƯỚNG NĂM 2027',
  '1. Tiếp tục đẩy mạnh cải cách thủ tục hành chính.',
  '2. Tăng cường kiểm tra công vụ.',
  'IV. KIẾN NGHỊ, ĐỀ XUẤT',
  '1. Đề nghị Bộ Nội vụ sớm ban hành hướng dẫn xác định chỉ số.',
  '2. Đề nghị UBND tỉnh bố trí thêm kinh phí cho Bộ phận Một cửa trong quý I/2027.',
  ...end('GIÁM ĐỐC', 'Trịnh Xuân Sơn'),
]);

const submission = control('to-trinh.txt', [
  ...head(
    '66/TTr-STC',
    'ngày 08 tháng 4 năm 2026',
    'TỜ TRÌNH',
    'Về việc phê duyệt dự toán mua sắm năm 2026',
    'SỞ TÀI CHÍNH',
  ),
  'Kính gửi: Ủy ban nhân dân tỉnh.',
  'Căn cứ Luật Ngân sách nhà nước, Sở Tài chính trình UBND tỉnh xem xét, phê duyệt dự toán như sau:',
  '1. Tổng dự toán: 4,2 tỷ đồng.',
  '2. Nguồn kinh phí: ngân sách tỉnh.',
  '3. Sở Tài chính chủ trì, phối hợp với Văn phòng UBND tỉnh tổ chức đấu thầu trong quý II/2026.',
  'Kính đề nghị UBND tỉnh xem xét, quyết định./.',
  ...end('GIÁM ĐỐC', 'Mai Công Thành'),
]);

const appointment = control('quyet-dinh-bo-nhiem.txt', [
  ...head('415/QĐ-UBND', 'ngày 20 tháng 4 năm 2026', 'QUYẾT ĐỊNH', 'Về việc bổ nhiệm cán bộ'),
  'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
  'Căn cứ Luật Tổ chức chính quyền địa phương;',
  'QUYẾT ĐỊNH:',
  'Điều 1. Bổ nhiệm ông Vương Đình Lộc, Trưởng phòng Cải cách hành chính, giữ chức vụ Phó Giám đốc Sở Nội vụ kể từ ngày 01/5/2026. Thời hạn bổ nhiệm là 05 năm.',
  'Điều 2. Ông Vương Đình Lộc có trách nhiệm bàn giao công việc đang phụ trách và nhận nhiệm vụ mới.',
  'Điều 3. Giao Sở Nội vụ xếp lương và phụ cấp chức vụ cho ông Vương Đình Lộc theo quy định.',
  'Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ và ông Vương Đình Lộc chịu trách nhiệm thi hành Quyết định này./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
]);

const holiday = control('thong-bao-nghi-tet.txt', [
  ...head('14/TB-UBND', 'ngày 12 tháng 01 năm 2026', 'THÔNG BÁO', 'Lịch nghỉ Tết Nguyên đán Bính Ngọ năm 2026'),
  'Thực hiện thông báo của Bộ Nội vụ, UBND tỉnh thông báo lịch nghỉ Tết như sau:',
  '1. Cán bộ, công chức, viên chức được nghỉ từ ngày 14/02/2026 đến hết ngày 22/02/2026.',
  '2. Các cơ quan, đơn vị phân công cán bộ trực, gửi danh sách về Văn phòng UBND tỉnh trước ngày 10/02/2026.',
  '3. Các cơ quan, đơn vị treo cờ Tổ quốc từ ngày 14/02/2026.',
  'UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.',
  ...end(),
]);

const opinions = control('cong-van-xin-y-kien.txt', [
  ...dispatch(
    '530/STP-XDVB',
    'ngày 18 tháng 3 năm 2026',
    'lấy ý kiến dự thảo Quyết định quy định mức chi',
    ['Các sở, ban, ngành tỉnh;', 'UBND các xã, phường, đặc khu.'],
    'SỞ TƯ PHÁP',
  ),
  'Sở Tư pháp được giao chủ trì xây dựng dự thảo Quyết định quy định mức chi hòa giải ở cơ sở.',
  'Sở Tư pháp đề nghị các sở, ban, ngành, UBND các xã, phường, đặc khu nghiên cứu, tham gia ý kiến bằng văn bản đối với dự thảo, gửi về Sở Tư pháp trước ngày 30/3/2026.',
  'Rất mong nhận được sự quan tâm của quý cơ quan./.',
  ...end('GIÁM ĐỐC', 'Hồ Thị Lan'),
]);

const minutes = control('bien-ban-hop.txt', [
  ...head(
    '07/BB-SNV',
    'ngày 15 tháng 6 năm 2026',
    'BIÊN BẢN',
    'Họp bình xét thi đua 6 tháng đầu năm 2026',
    'SỞ NỘI VỤ',
  ),
  'I. THỜI GIAN, ĐỊA ĐIỂM',
  'Bắt đầu lúc 14 giờ 00 ngày 15/6/2026 tại Phòng họp Sở Nội vụ.',
  'II. THÀNH PHẦN',
  '1. Chủ trì: Ông Trịnh Xuân Sơn, Giám đốc Sở.',
  '2. Thư ký: Bà Nguyễn Thị Mơ, Văn phòng Sở.',
  '3. Thành phần phối hợp: Công đoàn cơ quan.',
  'III. NỘI DUNG',
  '1. Văn phòng Sở báo cáo kết quả bình xét của các phòng.',
  '2. Phòng Công chức, viên chức nêu ý kiến về tỷ lệ hoàn thành xuất sắc nhiệm vụ.',
  '3. Các thành viên thống nhất 100% danh sách đề nghị khen thưởng.',
  'Cuộc họp kết thúc lúc 16 giờ 30 cùng ngày./.',
  'THƯ KÝ',
  'Nguyễn Thị Mơ',
]);

const law = control('trich-luat.txt', [
  'LUẬT',
  'THỰC HIỆN DÂN CHỦ Ở CƠ SỞ',
  'Chương I',
  'NHỮNG QUY ĐỊNH CHUNG',
  'Điều 1. Phạm vi điều chỉnh',
  'Luật này quy định nội dung, cách thức thực hiện dân chủ ở cơ sở.',
  'Điều 2. Giải thích từ ngữ',
  '1. Cộng đồng dân cư là cộng đồng người sinh sống trong phạm vi thôn, tổ dân phố.',
  '2. Ban Thanh tra nhân dân là tổ chức do Nhân dân bầu ra.',
  'Điều 3. Trách nhiệm của Ủy ban nhân dân cấp xã',
  '1. Ủy ban nhân dân cấp xã có trách nhiệm:',
  'a) Công khai các nội dung quy định tại Điều 11 của Luật này;',
  'b) Tổ chức đối thoại với công dân ít nhất 01 lần mỗi năm.',
  '2. Chính phủ thống nhất quản lý nhà nước về thực hiện dân chủ ở cơ sở.',
]);

const decree = control('trich-nghi-dinh.txt', [
  'CHÍNH PHỦ',
  'Số: 99/2026/NĐ-CP',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Hà Nội, ngày 20 tháng 5 năm 2026',
  'NGHỊ ĐỊNH',
  'Quy định chi tiết một số điều về hậu cần cảng cạn',
  'Chính phủ ban hành Nghị định quy định chi tiết một số điều về hậu cần cảng cạn.',
  'Điều 12. Trách nhiệm của các bộ, ngành',
  '1. Bộ Xây dựng chủ trì, phối hợp với Bộ Tài chính quản lý nhà nước về cảng cạn.',
  '2. Ủy ban nhân dân cấp tỉnh có trách nhiệm:',
  'a) Bố trí quỹ đất phát triển cảng cạn;',
  'b) Thanh tra, kiểm tra hoạt động cảng cạn trên địa bàn.',
  'Điều 13. Hiệu lực thi hành',
  'Nghị định này có hiệu lực thi hành từ ngày 15 tháng 7 năm 2026.',
  'TM. CHÍNH PHỦ',
  'THỦ TƯỚNG',
  'Nguyễn Hoài Nam',
]);

const thanks = control('thu-khen.txt', [
  ...head('03/TK-UBND', 'ngày 02 tháng 9 năm 2026', 'THƯ KHEN', 'Gửi lực lượng Công an xã Tân Lập'),
  'Được tin lực lượng Công an xã Tân Lập đã triệt phá đường dây trộm cắp liên huyện, thay mặt UBND tỉnh, tôi nhiệt liệt biểu dương thành tích của các đồng chí.',
  'Chúc các đồng chí tiếp tục phát huy truyền thống, lập nhiều chiến công mới.',
  'Thân ái!',
  'CHỦ TỊCH',
  'Lâm Quốc Hưng',
]);

const reward = control('quyet-dinh-khen-thuong.txt', [
  ...head('990/QĐ-UBND', 'ngày 11 tháng 8 năm 2026', 'QUYẾT ĐỊNH', 'Về việc tặng Bằng khen của Chủ tịch UBND tỉnh'),
  'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
  'Căn cứ Luật Thi đua, khen thưởng;',
  'QUYẾT ĐỊNH:',
  'Điều 1. Tặng Bằng khen cho 03 tập thể và 05 cá nhân đã có thành tích xuất sắc trong phong trào hiến máu.',
  'Điều 2. Giao Hội Chữ thập đỏ tỉnh trích Quỹ thi đua, khen thưởng để chi thưởng theo quy định.',
  'Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ, các tập thể và cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
]);

const answer = control('cong-van-tra-loi.txt', [
  ...dispatch('1188/UBND-NC', 'ngày 21 tháng 4 năm 2026', 'trả lời kiến nghị của cử tri', [
    'Văn phòng Đoàn ĐBQH và HĐND tỉnh.',
  ]),
  'UBND tỉnh nhận được kiến nghị của cử tri phường Đông Hà về việc sửa chữa đường Trần Phú. Về vấn đề này, UBND tỉnh trả lời như sau:',
  '1. Sở Xây dựng đã khảo sát hiện trạng và lập hồ sơ thiết kế từ tháng 3/2026.',
  '2. Trong năm 2025, UBND phường Đông Hà đã vá 1,2 km mặt đường.',
  'UBND tỉnh trả lời để Văn phòng Đoàn ĐBQH và HĐND tỉnh biết, thông tin tới cử tri./.',
  ...end(),
]);

const recruitment = control('thong-bao-tuyen-dung.txt', [
  ...head(
    '45/TB-SYT',
    'ngày 25 tháng 3 năm 2026',
    'THÔNG BÁO',
    'Tuyển dụng viên chức sự nghiệp y tế năm 2026',
    'SỞ Y TẾ',
  ),
  '1. Số lượng cần tuyển: 32 chỉ tiêu.',
  '2. Người dự tuyển nộp hồ sơ tại Văn phòng Sở Y tế từ ngày 01/4/2026 đến ngày 30/4/2026.',
  '3. Phí dự tuyển: 500.000 đồng/người.',
  'Mọi chi tiết xin liên hệ Phòng Tổ chức cán bộ, Sở Y tế./.',
  ...end('GIÁM ĐỐC', 'Đoàn Minh Châu'),
]);

const news: ProsePaper = {
  name: 'tin-tuc.md',
  bytes: bytesOf(
    [
      '# Minh Hà tăng 4 bậc về Chỉ số PAPI',
      '',
      'Sáng 15/4, UNDP công bố kết quả Chỉ số PAPI năm 2025. Theo đó, tỉnh Minh Hà đạt 44,12 điểm.',
      '',
      'Giám đốc Sở Nội vụ cho biết, thời gian tới Sở Nội vụ tiếp tục chủ trì, phối hợp với các địa phương rà soát các nội dung giảm điểm.',
      '',
      '- Công an tỉnh tổ chức tuần tra ban đêm tại 12 phường.',
      '- Sở Y tế công khai giá dịch vụ khám chữa bệnh.',
    ].join('\n'),
  ),
  tasks: [],
};

const weekly = control('lich-cong-tac-tuan.txt', [
  ...head(
    '88/LCT-VP',
    'ngày 05 tháng 6 năm 2026',
    'LỊCH CÔNG TÁC',
    'của lãnh đạo UBND tỉnh từ ngày 08/6/2026 đến ngày 12/6/2026',
  ),
  'Thứ Hai (08/6):',
  '- 08h00: Chủ tịch UBND tỉnh chủ trì họp giao ban. Sở Tài chính chuẩn bị nội dung.',
  '- 14h00: Phó Chủ tịch UBND tỉnh kiểm tra tiến độ dự án đường vành đai. Sở Xây dựng chuẩn bị xe.',
  'Thứ Ba (09/6):',
  '- 08h00: Chủ tịch UBND tỉnh tiếp công dân định kỳ.',
]);

const procedures = control('quyet-dinh-cong-bo.txt', [
  ...head(
    '1200/QĐ-UBND',
    'ngày 19 tháng 10 năm 2026',
    'QUYẾT ĐỊNH',
    'Về việc công bố danh mục thủ tục hành chính lĩnh vực hộ tịch',
  ),
  'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
  'Theo đề nghị của Giám đốc Sở Tư pháp.',
  'QUYẾT ĐỊNH:',
  'Điều 1. Công bố kèm theo Quyết định này danh mục 12 thủ tục hành chính lĩnh vực hộ tịch.',
  'Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.',
  'Điều 3. Chánh Văn phòng UBND tỉnh; Giám đốc Sở Tư pháp; Chủ tịch UBND các xã, phường, đặc khu và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
  ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
]);

export const controls: ProsePaper[] = [
  invitation,
  report,
  submission,
  appointment,
  holiday,
  opinions,
  minutes,
  law,
  decree,
  thanks,
  reward,
  answer,
  recruitment,
  news,
  weekly,
  procedures,
];
