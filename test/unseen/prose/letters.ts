import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Letters and notices with several sentences for one office, orders told without "giao", and one paragraph for all. */

const visit = text(
  'thong-bao-lam-viec-tai-xa.txt',
  [
    ...head(
      '58/TB-VP',
      'ngày 06 tháng 8 năm 2026',
      'THÔNG BÁO',
      'Ý kiến chỉ đạo của Phó Chủ tịch UBND tỉnh Đỗ Hải Yến tại buổi làm việc với UBND xã Tân Lập',
      'VĂN PHÒNG UBND',
    ),
    'Ngày 04/8/2026, Phó Chủ tịch UBND tỉnh Đỗ Hải Yến đã làm việc với UBND xã Tân Lập. Cùng dự có đại diện lãnh đạo Sở Y tế, Sở Xây dựng. Phó Chủ tịch UBND tỉnh có ý kiến như sau:',
    '1. Ghi nhận kết quả xã Tân Lập đạt được trong 7 tháng đầu năm.',
    '2. UBND xã Tân Lập:',
    '- Hoàn thành giải phóng mặt bằng trường mầm non thôn Đoài, bàn giao cho chủ đầu tư trước ngày 25/8/2026;',
    '- Tuyệt đối không để phát sinh điểm tập kết rác tự phát.',
    '3. Về kiến nghị bổ sung bác sĩ cho trạm y tế xã: đồng ý về chủ trương. Giao Sở Y tế điều động 02 bác sĩ tăng cường; Sở Nội vụ bổ sung chỉ tiêu tuyển dụng năm 2027.',
    '4. Về kiến nghị mở rộng đường thôn: giao Sở Xây dựng, Sở Tài chính khảo sát, đề xuất UBND tỉnh trong quý III/2026.',
    'Văn phòng UBND tỉnh thông báo đến các cơ quan, đơn vị biết, thực hiện./.',
    ...end('CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
  ],
  [
    {
      text: 'Hoàn thành giải phóng mặt bằng trường mầm non thôn Đoài, bàn giao cho chủ đầu tư trước ngày 25/8/2026',
      lead: ['UBND xã Tân Lập'],
    },
    { text: 'Tuyệt đối không để phát sinh điểm tập kết rác tự phát', lead: ['UBND xã Tân Lập'] },
    { text: 'điều động 02 bác sĩ tăng cường', lead: ['Sở Y tế'] },
    { text: 'bổ sung chỉ tiêu tuyển dụng năm 2027', lead: ['Sở Nội vụ'] },
    {
      text: 'khảo sát, đề xuất UBND tỉnh trong quý III/2026',
      lead: ['Sở Xây dựng', 'Sở Tài chính'],
    },
  ],
);

const ministry = text(
  'cong-van-bo-nganh.txt',
  [
    'BỘ NỘI VỤ',
    'Số: 2204/BNV-CCHC',
    'V/v triển khai đo lường Chỉ số SIPAS năm 2026',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hà Nội, ngày 12 tháng 5 năm 2026',
    'Kính gửi:',
    '- Các bộ, cơ quan ngang bộ;',
    '- Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương.',
    'Triển khai Kế hoạch cải cách hành chính năm 2026, Bộ Nội vụ đề nghị các bộ, cơ quan, địa phương thực hiện một số nội dung sau:',
    '1. Các bộ, cơ quan ngang bộ rà soát, lập danh sách người dân, tổ chức đã giao dịch trong năm 2025.',
    '2. Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương:',
    'a) Chỉ đạo Bưu điện tỉnh phát, thu phiếu điều tra tại địa bàn được chọn;',
    'b) Phân công 01 lãnh đạo Sở Nội vụ làm đầu mối, gửi thông tin trước ngày 30/5/2026.',
    '3. Tổng công ty Bưu điện Việt Nam nhập liệu, làm sạch dữ liệu xong trước ngày 15/9/2026.',
    'Thông tin chi tiết xin liên hệ Vụ Cải cách hành chính, Bộ Nội vụ, điện thoại 024.6282.xxxx.',
    'Trân trọng cảm ơn sự phối hợp của Quý cơ quan./.',
    ...end('KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG', 'Trương Hải Nam'),
  ],
  [
    {
      text: 'rà soát, lập danh sách người dân, tổ chức đã giao dịch trong năm 2025',
      lead: ['Các bộ, cơ quan ngang bộ'],
    },
    ...[
      'Chỉ đạo Bưu điện tỉnh phát, thu phiếu điều tra tại địa bàn được chọn',
      'Phân công 01 lãnh đạo Sở Nội vụ làm đầu mối, gửi thông tin trước ngày 30/5/2026',
    ].map((one) => ({ text: one, lead: ['Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương'] })),
    {
      text: 'nhập liệu, làm sạch dữ liệu xong trước ngày 15/9/2026',
      lead: ['Tổng công ty Bưu điện Việt Nam'],
    },
  ],
);

const drought = text(
  'cong-dien-han-man.txt',
  [
    'THỦ TƯỚNG CHÍNH PHỦ',
    'Số: 27/CĐ-TTg',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Hà Nội, ngày 03 tháng 3 năm 2026',
    'CÔNG ĐIỆN',
    'Về việc chủ động ứng phó hạn hán, thiếu nước, xâm nhập mặn',
    'Thủ tướng Chính phủ điện:',
    '- Bộ trưởng các Bộ: Nông nghiệp và Môi trường, Công Thương, Tài chính;',
    '- Chủ tịch Ủy ban nhân dân các tỉnh, thành phố: Cần Thơ, Vĩnh Long, Cà Mau, An Giang.',
    'Từ đầu mùa khô đến nay, ranh mặn 4g/l vào sâu 45 - 55 km. Thủ tướng Chính phủ yêu cầu:',
    '1. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố nêu trên tổ chức đo độ mặn trước khi lấy nước; dứt khoát không để người dân thiếu nước sinh hoạt; huy động xe bồn chở nước miễn phí tới vùng khó khăn.',
    '2. Bộ trưởng Bộ Nông nghiệp và Môi trường:',
    'a) Dự báo, thông báo kịp thời diễn biến mặn từng con triều;',
    'b) Điều chỉnh lịch thời vụ lúa Hè Thu.',
    '3. Bộ trưởng Bộ Công Thương làm việc với các chủ đập trên lưu vực để điều tiết xả nước hợp lý.',
    '4. Bộ trưởng Bộ Tài chính chủ trì tổng hợp nhu cầu, trình Thủ tướng Chính phủ phương án hỗ trợ từ dự phòng ngân sách trung ương trước ngày 15 tháng 3 năm 2026.',
    '5. Phó Thủ tướng Vũ Đình Khang trực tiếp chỉ đạo các bộ, địa phương thực hiện Công điện này.',
    '6. Văn phòng Chính phủ theo dõi, đôn đốc theo chức năng, nhiệm vụ được giao./.',
    ...end('KT. THỦ TƯỚNG', 'PHÓ THỦ TƯỚNG', 'Vũ Đình Khang'),
  ],
  [
    {
      text: 'tổ chức đo độ mặn trước khi lấy nước; dứt khoát không để người dân thiếu nước sinh hoạt; huy động xe bồn chở nước miễn phí tới vùng khó khăn',
      lead: ['Chủ tịch Ủy ban nhân dân các tỉnh, thành phố nêu trên'],
    },
    ...['Dự báo, thông báo kịp thời diễn biến mặn từng con triều', 'Điều chỉnh lịch thời vụ lúa Hè Thu'].map((one) => ({
      text: one,
      lead: ['Bộ trưởng Bộ Nông nghiệp và Môi trường'],
    })),
    {
      text: 'làm việc với các chủ đập trên lưu vực để điều tiết xả nước hợp lý',
      lead: ['Bộ trưởng Bộ Công Thương'],
    },
    {
      text: 'chủ trì tổng hợp nhu cầu, trình Thủ tướng Chính phủ phương án hỗ trợ từ dự phòng ngân sách trung ương trước ngày 15 tháng 3 năm 2026',
      lead: ['Bộ trưởng Bộ Tài chính'],
    },
    {
      text: 'trực tiếp chỉ đạo các bộ, địa phương thực hiện Công điện này',
      lead: ['Phó Thủ tướng Vũ Đình Khang'],
    },
    {
      text: 'theo dõi, đôn đốc theo chức năng, nhiệm vụ được giao',
      lead: ['Văn phòng Chính phủ'],
    },
  ],
);

const single = text(
  'cong-van-mot-doan.txt',
  [
    ...dispatch('1877/UBND-KGVX', 'ngày 17 tháng 6 năm 2026', 'xử lý phản ánh về thu tiền đầu năm học', [
      'Sở Giáo dục và Đào tạo;',
      'UBND phường Đông Hà.',
    ]),
    'UBND tỉnh nhận được phản ánh của công dân qua Tổng đài 1022 về việc Trường Tiểu học Đông Hà thu tiền không đúng quy định.',
    'Về việc này, Chủ tịch UBND tỉnh có ý kiến như sau: Giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với UBND phường Đông Hà kiểm tra, làm rõ nội dung phản ánh; xử lý nghiêm vi phạm (nếu có); báo cáo Chủ tịch UBND tỉnh trước ngày 25/6/2026. Giao Thanh tra tỉnh theo dõi việc thực hiện.',
    'Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.',
    ...end('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
  ],
  [
    {
      text: 'chủ trì, phối hợp với UBND phường Đông Hà kiểm tra, làm rõ nội dung phản ánh; xử lý nghiêm vi phạm (nếu có); báo cáo Chủ tịch UBND tỉnh trước ngày 25/6/2026',
      lead: ['Sở Giáo dục và Đào tạo'],
      cooperate: ['UBND phường Đông Hà'],
    },
    { text: 'theo dõi việc thực hiện', lead: ['Thanh tra tỉnh'] },
  ],
);

export const letters: ProsePaper[] = [visit, ministry, drought, single];
