import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Dispatches, directives and decisions of a province that assign in sentences and clauses. */

const assigned = text(
  'cong-van-giao.txt',
  [
    ...dispatch('1450/UBND-KT', 'ngày 11 tháng 5 năm 2026', 'giải ngân vốn đầu tư công năm 2026', [
      'Các sở: Tài chính, Xây dựng;',
      'UBND các xã, phường, đặc khu.',
    ]),
    'Đến hết tháng 4/2026, tỉnh đã giải ngân được 21,4% kế hoạch vốn, thấp hơn cùng kỳ năm 2025. Sở Tài chính đã tham mưu UBND tỉnh 03 văn bản đôn đốc.',
    'Để đẩy nhanh tiến độ, Chủ tịch UBND tỉnh có ý kiến như sau:',
    '1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng, Kho bạc Nhà nước khu vực X rà soát các dự án chậm giải ngân, tham mưu điều chuyển vốn trước ngày 30/6/2026.',
    '2. Giao Sở Xây dựng hướng dẫn các chủ đầu tư tháo gỡ khó khăn về vật liệu san lấp; hoàn thành trong tháng 5/2026.',
    '3. Chủ tịch UBND các xã, phường, đặc khu trực tiếp chỉ đạo công tác giải phóng mặt bằng, bàn giao mặt bằng sạch cho chủ đầu tư chậm nhất ngày 15/7/2026.',
    '4. Giao Thanh tra tỉnh thanh tra đột xuất đối với 02 dự án kéo dài trên 05 năm.',
    'Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND tỉnh xem xét, chỉ đạo./.',
    ...end(),
  ],
  [
    {
      text: 'chủ trì, phối hợp với Sở Xây dựng, Kho bạc Nhà nước khu vực X rà soát các dự án chậm giải ngân, tham mưu điều chuyển vốn trước ngày 30/6/2026',
      lead: ['Sở Tài chính'],
      cooperate: ['Sở Xây dựng', 'Kho bạc Nhà nước khu vực X'],
      time: 'trước ngày 30/6/2026',
      schedule: { kind: 'deadline', by: '2026-06-30', exclusive: true },
    },
    {
      text: 'hướng dẫn các chủ đầu tư tháo gỡ khó khăn về vật liệu san lấp; hoàn thành trong tháng 5/2026',
      lead: ['Sở Xây dựng'],
    },
    {
      text: 'trực tiếp chỉ đạo công tác giải phóng mặt bằng, bàn giao mặt bằng sạch cho chủ đầu tư chậm nhất ngày 15/7/2026',
      lead: ['Chủ tịch UBND các xã, phường, đặc khu'],
      schedule: { kind: 'deadline', by: '2026-07-15' },
    },
    { text: 'thanh tra đột xuất đối với 02 dự án kéo dài trên 05 năm', lead: ['Thanh tra tỉnh'] },
  ],
);

const responsible = text(
  'ke-hoach-theo-co-quan.txt',
  [
    ...head('44/KH-UBND', 'ngày 05 tháng 02 năm 2026', 'KẾ HOẠCH', 'Thông tin đối ngoại tỉnh Minh Hà năm 2026'),
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Quảng bá hình ảnh tỉnh Minh Hà.',
    '2. Các cơ quan, đơn vị bám sát chức năng, nhiệm vụ để tổ chức thực hiện hiệu quả.',
    'II. TỔ CHỨC THỰC HIỆN',
    '9. Sở Ngoại vụ',
    '- Chủ trì tổ chức gặp gỡ phóng viên nước ngoài trong quý II/2026.',
    '- Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 10/12/2026.',
    '10. Sở Khoa học và Công nghệ có trách nhiệm:',
    'a) Chủ trì, phối hợp với Công an tỉnh bảo đảm an toàn thông tin cho Cổng thông tin điện tử tỉnh;',
    'b) Vận hành chuyên trang tiếng Anh.',
    '11. Báo và Phát thanh, Truyền hình tỉnh mở chuyên mục bằng tiếng nước ngoài, phát sóng ít nhất 02 số/tháng.',
    '12. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp tuyên truyền tới kiều bào.',
    'Trên đây là Kế hoạch thông tin đối ngoại năm 2026, yêu cầu các sở, ban, ngành nghiêm túc triển khai thực hiện./.',
    ...end(),
  ],
  [
    { text: 'Chủ trì tổ chức gặp gỡ phóng viên nước ngoài trong quý II/2026', lead: ['Sở Ngoại vụ'] },
    {
      text: 'Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 10/12/2026',
      lead: ['Sở Ngoại vụ'],
      time: 'trước ngày 10/12/2026',
    },
    {
      text: 'Chủ trì, phối hợp với Công an tỉnh bảo đảm an toàn thông tin cho Cổng thông tin điện tử tỉnh',
      lead: ['Sở Khoa học và Công nghệ'],
      cooperate: ['Công an tỉnh'],
    },
    { text: 'Vận hành chuyên trang tiếng Anh', lead: ['Sở Khoa học và Công nghệ'] },
    {
      text: 'mở chuyên mục bằng tiếng nước ngoài, phát sóng ít nhất 02 số/tháng',
      lead: ['Báo và Phát thanh, Truyền hình tỉnh'],
    },
    { text: 'phối hợp tuyên truyền tới kiều bào', lead: ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'] },
  ],
);

const urged = text(
  'cong-van-don-doc.txt',
  [
    ...dispatch(
      '2210/SNV-CCHC',
      'ngày 03 tháng 9 năm 2026',
      'đôn đốc thực hiện nhiệm vụ cải cách hành chính quý III',
      ['Các sở, ban, ngành tỉnh;', 'UBND các xã, phường, đặc khu.'],
      'SỞ NỘI VỤ',
    ),
    'Qua theo dõi, đến nay còn 07 đơn vị chưa hoàn thành nhiệm vụ được giao. Sở Nội vụ đề nghị các sở, ban, ngành tỉnh, UBND các xã, phường, đặc khu khẩn trương thực hiện các nội dung sau:',
    '1. Hoàn thành 100% nhiệm vụ quá hạn trước ngày 20/9/2026.',
    '2. Rà soát, tái cấu trúc quy trình nội bộ giải quyết thủ tục hành chính.',
    '3. Gửi báo cáo kết quả về Sở Nội vụ chậm nhất ngày 25/9/2026.',
    'Rất mong nhận được sự phối hợp của các cơ quan, đơn vị, địa phương. Trân trọng cảm ơn./.',
    ...end('GIÁM ĐỐC', 'Trịnh Xuân Sơn'),
  ],
  [
    'Hoàn thành 100% nhiệm vụ quá hạn trước ngày 20/9/2026',
    'Rà soát, tái cấu trúc quy trình nội bộ giải quyết thủ tục hành chính',
    'Gửi báo cáo kết quả về Sở Nội vụ chậm nhất ngày 25/9/2026',
  ].map((one) => ({ text: one, lead: ['các sở, ban, ngành tỉnh', 'UBND các xã, phường, đặc khu'] })),
);

const telegram = text(
  'cong-dien.txt',
  [
    ...head('05/CĐ-UBND', 'ngày 17 tháng 8 năm 2026', 'CÔNG ĐIỆN', 'Về việc chủ động ứng phó với bão số 6'),
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:',
    '- Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh;',
    '- Chủ tịch UBND các xã, phường, đặc khu.',
    'Theo dự báo của Trung tâm Dự báo khí tượng thủy văn quốc gia, bão số 6 đang di chuyển theo hướng Tây Tây Bắc, có khả năng gây mưa rất to. Chủ tịch UBND tỉnh yêu cầu:',
    '1. Chủ tịch UBND các xã, phường, đặc khu:',
    'a) Tổ chức sơ tán dân ra khỏi khu vực nguy hiểm trước 17 giờ ngày 18/8/2026;',
    'b) Chặt tỉa cành cây, chằng chống nhà cửa.',
    '2. Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh bố trí lực lượng, phương tiện tại các khu vực trọng điểm, sẵn sàng cứu hộ, cứu nạn.',
    '3. Giám đốc Sở Nông nghiệp và Môi trường chỉ đạo vận hành an toàn hồ chứa thủy lợi; phối hợp với Công ty Thủy điện Sông Hà điều tiết nước.',
    '4. Báo và Phát thanh, Truyền hình tỉnh tăng thời lượng đưa tin về diễn biến của bão.',
    'Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch UBND các xã, phường, đặc khu nghiêm túc thực hiện Công điện này./.',
    ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
  ],
  [
    {
      text: 'Tổ chức sơ tán dân ra khỏi khu vực nguy hiểm trước 17 giờ ngày 18/8/2026',
      lead: ['Chủ tịch UBND các xã, phường, đặc khu'],
    },
    { text: 'Chặt tỉa cành cây, chằng chống nhà cửa', lead: ['Chủ tịch UBND các xã, phường, đặc khu'] },
    {
      text: 'bố trí lực lượng, phương tiện tại các khu vực trọng điểm, sẵn sàng cứu hộ, cứu nạn',
      lead: ['Bộ Chỉ huy Quân sự tỉnh', 'Công an tỉnh'],
    },
    {
      text: 'chỉ đạo vận hành an toàn hồ chứa thủy lợi; phối hợp với Công ty Thủy điện Sông Hà điều tiết nước',
      lead: ['Giám đốc Sở Nông nghiệp và Môi trường'],
      cooperate: ['Công ty Thủy điện Sông Hà'],
    },
    { text: 'tăng thời lượng đưa tin về diễn biến của bão', lead: ['Báo và Phát thanh, Truyền hình tỉnh'] },
  ],
);

const directive = text(
  'chi-thi-giam-doc.txt',
  [
    ...head(
      '09/CT-UBND',
      'ngày 22 tháng 6 năm 2026',
      'CHỈ THỊ',
      'Về việc tăng cường quản lý khai thác khoáng sản trên địa bàn tỉnh',
    ),
    'Thời gian qua, công tác quản lý khoáng sản đã đạt nhiều kết quả. Tuy nhiên, tình trạng khai thác cát trái phép vẫn xảy ra. Để chấn chỉnh, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:',
    '1. Giám đốc Sở Nông nghiệp và Môi trường:',
    'a) Chủ trì, phối hợp với Công an tỉnh và UBND các xã liên quan kiểm tra toàn bộ bến bãi, hoàn thành trước ngày 31/7/2026;',
    'b) Công khai danh sách mỏ được cấp phép trên Cổng thông tin điện tử tỉnh.',
    '2. Giám đốc Công an tỉnh chỉ đạo lực lượng Cảnh sát môi trường tuần tra thường xuyên trên sông Hà.',
    '3. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường, đặc khu căn cứ Chỉ thị này ban hành kế hoạch thực hiện trước ngày 15/7/2026.',
    '4. Sở Nông nghiệp và Môi trường chịu trách nhiệm theo dõi, đôn đốc, định kỳ hằng quý báo cáo UBND tỉnh.',
    'Chỉ thị này có hiệu lực kể từ ngày ký./.',
    ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
  ],
  [
    {
      text: 'Chủ trì, phối hợp với Công an tỉnh và UBND các xã liên quan kiểm tra toàn bộ bến bãi, hoàn thành trước ngày 31/7/2026',
      lead: ['Giám đốc Sở Nông nghiệp và Môi trường'],
      cooperate: ['Công an tỉnh', 'UBND các xã liên quan'],
      time: 'trước ngày 31/7/2026',
    },
    {
      text: 'Công khai danh sách mỏ được cấp phép trên Cổng thông tin điện tử tỉnh',
      lead: ['Giám đốc Sở Nông nghiệp và Môi trường'],
    },
    {
      text: 'chỉ đạo lực lượng Cảnh sát môi trường tuần tra thường xuyên trên sông Hà',
      lead: ['Giám đốc Công an tỉnh'],
    },
    {
      text: 'căn cứ Chỉ thị này ban hành kế hoạch thực hiện trước ngày 15/7/2026',
      lead: ['Thủ trưởng các sở, ban, ngành', 'Chủ tịch UBND các xã, phường, đặc khu'],
      time: 'trước ngày 15/7/2026',
    },
    {
      text: 'chịu trách nhiệm theo dõi, đôn đốc, định kỳ hằng quý báo cáo UBND tỉnh',
      lead: ['Sở Nông nghiệp và Môi trường'],
    },
  ],
);

const decision = text(
  'quyet-dinh-giao.txt',
  [
    ...head(
      '812/QĐ-UBND',
      'ngày 04 tháng 5 năm 2026',
      'QUYẾT ĐỊNH',
      'Về việc phê duyệt Đề án trồng một triệu cây xanh giai đoạn 2026 - 2030',
    ),
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
    'Căn cứ Luật Tổ chức chính quyền địa phương;',
    'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 90/TTr-SNNMT ngày 20/4/2026.',
    'QUYẾT ĐỊNH:',
    'Điều 1. Phê duyệt Đề án trồng một triệu cây xanh giai đoạn 2026 - 2030 với các nội dung chủ yếu sau:',
    '1. Mục tiêu: Trồng mới 1.000.000 cây xanh vào năm 2030.',
    '2. Kinh phí: 12 tỷ đồng từ nguồn xã hội hóa.',
    'Điều 2. Tổ chức thực hiện',
    '1. Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các sở, ban, ngành liên quan cung ứng giống cây, hướng dẫn kỹ thuật trồng và chăm sóc.',
    '2. Giao Sở Tài chính bố trí kinh phí hằng năm để thực hiện Đề án.',
    '3. UBND các xã, phường, đặc khu đăng ký số lượng cây trồng gửi Sở Nông nghiệp và Môi trường trước ngày 30/11 hằng năm.',
    'Điều 3. Quyết định này có hiệu lực kể từ ngày ký ban hành.',
    'Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc các sở, Thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này./.',
    ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
  ],
  [
    {
      text: 'chủ trì, phối hợp với các sở, ban, ngành liên quan cung ứng giống cây, hướng dẫn kỹ thuật trồng và chăm sóc',
      lead: ['Sở Nông nghiệp và Môi trường'],
      cooperate: ['các sở, ban, ngành liên quan'],
    },
    { text: 'bố trí kinh phí hằng năm để thực hiện Đề án', lead: ['Sở Tài chính'] },
    {
      text: 'đăng ký số lượng cây trồng gửi Sở Nông nghiệp và Môi trường trước ngày 30/11 hằng năm',
      lead: ['UBND các xã, phường, đặc khu'],
    },
  ],
);

export const orders: ProsePaper[] = [assigned, responsible, urged, telegram, directive, decision];
