import { line } from '../generate/pieces.ts';
import { appendix, closing, grid, meantBy, opening, type Sketch, tall, wide } from './sketch.ts';

/** Plans of communes and wards, which since July 2025 stand right below the province. */

const papi: Sketch = {
  name: 'papi-commune',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN XÃ THƯỢNG LÂM',
      '15/KH-UBND',
      'KẾ HOẠCH',
      'Nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI) xã Thượng Lâm năm 2026',
    ),
    ...closing(),
    ...appendix('PHỤ LỤC', 'PHÂN CÔNG NHIỆM VỤ'),
    grid(
      1,
      ['TT', 'Nội dung thành phần', 'Nhiệm vụ, giải pháp', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian thực hiện'],
      [wide('Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở', 6)],
      [
        tall('1', 2),
        tall('Cơ hội tham gia', 2),
        'Mời đại diện hộ dân dự họp bàn kế hoạch đầu tư của xã',
        'Văn phòng HĐND và UBND xã',
        'Ủy ban MTTQ Việt Nam xã',
        'Quý IV/2026',
      ],
      ['Lấy ý kiến cử tri qua nhóm Zalo thôn', 'Trưởng các thôn', 'Phòng Văn hóa - Xã hội', 'Thường xuyên'],
      [
        '2',
        'Đóng góp tự nguyện',
        'Niêm yết danh sách, mức thu và kết quả sử dụng khoản đóng góp',
        'Phòng Kinh tế',
        'Trưởng các thôn',
        'Hằng quý',
      ],
      [wide('Chỉ số nội dung 4: Kiểm soát tham nhũng trong khu vực công', 6)],
      [
        '3',
        'Kiểm soát tham nhũng trong chính quyền',
        'Đổi vị trí công chức tiếp nhận hồ sơ đất đai sau 02 năm',
        'Văn phòng HĐND và UBND xã',
        '',
        'Trong năm 2026',
      ],
      [wide('Chỉ số nội dung 7: Quản trị môi trường', 6)],
      [
        '4',
        'Chất lượng nước',
        'Lấy mẫu nước giếng khoan ở 05 thôn ven sông',
        'Trạm Y tế xã',
        'Phòng Kinh tế; Công an xã',
        'Trước ngày 30/8/2026',
      ],
    ),
  ],
  tasks: meantBy(
    'component text lead cooperate time',
    [
      'Cơ hội tham gia',
      'Mời đại diện hộ dân dự họp bàn kế hoạch đầu tư của xã',
      'Văn phòng HĐND và UBND xã',
      'Ủy ban MTTQ Việt Nam xã',
      'Quý IV/2026',
    ],
    [
      'Cơ hội tham gia',
      'Lấy ý kiến cử tri qua nhóm Zalo thôn',
      'Trưởng các thôn',
      'Phòng Văn hóa - Xã hội',
      'Thường xuyên',
    ],
    [
      'Đóng góp tự nguyện',
      'Niêm yết danh sách, mức thu và kết quả sử dụng khoản đóng góp',
      'Phòng Kinh tế',
      'Trưởng các thôn',
      'Hằng quý',
    ],
    [
      'Kiểm soát tham nhũng trong chính quyền',
      'Đổi vị trí công chức tiếp nhận hồ sơ đất đai sau 02 năm',
      'Văn phòng HĐND và UBND xã',
      '',
      'Trong năm 2026',
    ],
    [
      'Chất lượng nước',
      'Lấy mẫu nước giếng khoan ở 05 thôn ven sông',
      'Trạm Y tế xã',
      'Phòng Kinh tế | Công an xã',
      'Trước ngày 30/8/2026',
    ],
  ),
};

const targets: Sketch = {
  name: 'targets-and-units',
  pieces: [
    ...opening('ỦY BAN NHÂN DÂN PHƯỜNG BẮC CẦU', '33/KH-UBND', 'KẾ HOẠCH', 'Chuyển đổi số phường Bắc Cầu năm 2026'),
    ...closing(),
    ...appendix('PHỤ LỤC I', 'NHIỆM VỤ VÀ CHỈ TIÊU NĂM 2026'),
    grid(
      1,
      ['STT', 'Nhiệm vụ', 'Đơn vị tính', 'Chỉ tiêu 2026', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Hoàn thành'],
      [
        '1',
        'Nộp hồ sơ trực tuyến toàn trình',
        '%',
        '85',
        'Trung tâm Phục vụ hành chính công phường',
        'Tổ công nghệ số cộng đồng',
        '31/12/2026',
      ],
      [
        '2',
        'Số hóa sổ hộ tịch lưu trữ',
        'Quyển',
        '120',
        'Phòng Văn hóa - Xã hội',
        'Văn phòng HĐND và UBND phường',
        '30/9/2026',
      ],
      [
        '3',
        'Thanh toán học phí không dùng tiền mặt',
        '%',
        '100',
        'Các trường học trên địa bàn',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        '30/6/2026',
      ],
      [
        '4',
        'Lắp điểm phát wifi miễn phí ở khu vui chơi',
        'Điểm',
        '10',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        '',
        '31/10/2026',
      ],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate time',
    [
      'Nộp hồ sơ trực tuyến toàn trình',
      'Trung tâm Phục vụ hành chính công phường',
      'Tổ công nghệ số cộng đồng',
      '31/12/2026',
    ],
    ['Số hóa sổ hộ tịch lưu trữ', 'Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND phường', '30/9/2026'],
    [
      'Thanh toán học phí không dùng tiền mặt',
      'Các trường học trên địa bàn',
      'Phòng Kinh tế, Hạ tầng và Đô thị',
      '30/6/2026',
    ],
    ['Lắp điểm phát wifi miễn phí ở khu vui chơi', 'Phòng Kinh tế, Hạ tầng và Đô thị', '', '31/10/2026'],
  ).map(({ result: _, ...task }) => task),
};

const leaders: Sketch = {
  name: 'leaders-in-charge',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN XÃ THƯỢNG LÂM',
      '04/CTr-UBND',
      'CHƯƠNG TRÌNH CÔNG TÁC',
      'Trọng tâm năm 2026 của Ủy ban nhân dân xã Thượng Lâm',
    ),
    ...closing(),
    grid(
      1,
      ['TT', 'Công việc', 'Lãnh đạo phụ trách', 'Bộ phận chủ trì', 'Bộ phận phối hợp', 'Sản phẩm', 'Thời hạn'],
      ['1', 'Kiểm kê đất công ích', 'PCT Nguyễn Văn Hải', 'Phòng Kinh tế', 'Các thôn', 'Biểu kiểm kê', 'Tháng 4'],
      [
        '2',
        'Rà soát hộ nghèo, hộ cận nghèo',
        'PCT Trần Thị Nga',
        'Phòng Văn hóa - Xã hội',
        'Ủy ban MTTQ Việt Nam xã',
        'Danh sách được phê duyệt',
        'Tháng 10, 11',
      ],
      [
        '3',
        'Ra quân dọn vệ sinh kênh mương',
        'Chủ tịch UBND xã',
        'Phòng Kinh tế',
        'Đoàn Thanh niên xã; Hội Phụ nữ xã',
        'Kết quả ra quân',
        'Hằng tháng',
      ],
      [
        '4',
        'Diễn tập phòng, chống thiên tai',
        'Chủ tịch UBND xã',
        'Ban Chỉ huy Quân sự xã',
        'Công an xã, Trạm Y tế xã',
        'Báo cáo diễn tập',
        'Quý II',
      ],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate result time',
    ['Kiểm kê đất công ích', 'Phòng Kinh tế', 'Các thôn', 'Biểu kiểm kê', 'Tháng 4'],
    [
      'Rà soát hộ nghèo, hộ cận nghèo',
      'Phòng Văn hóa - Xã hội',
      'Ủy ban MTTQ Việt Nam xã',
      'Danh sách được phê duyệt',
      'Tháng 10, 11',
    ],
    [
      'Ra quân dọn vệ sinh kênh mương',
      'Phòng Kinh tế',
      'Đoàn Thanh niên xã | Hội Phụ nữ xã',
      'Kết quả ra quân',
      'Hằng tháng',
    ],
    [
      'Diễn tập phòng, chống thiên tai',
      'Ban Chỉ huy Quân sự xã',
      'Công an xã | Trạm Y tế xã',
      'Báo cáo diễn tập',
      'Quý II',
    ],
  ),
};

const noNumbers: Sketch = {
  name: 'rows-without-numbers',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN ĐẶC KHU HÒN SƯƠNG',
      '22/KH-UBND',
      'KẾ HOẠCH',
      'Khắc phục hạn chế, nâng cao Chỉ số PAPI đặc khu Hòn Sương năm 2026',
    ),
    ...closing(),
    ...appendix('BIỂU PHÂN CÔNG'),
    grid(
      1,
      ['Lĩnh vực', 'Việc phải làm', 'Đơn vị thực hiện', 'Đơn vị theo dõi', 'Thời gian'],
      [
        tall('Thủ tục hành chính công', 3),
        'Hẹn giờ trả kết quả qua tin nhắn',
        'Trung tâm Phục vụ hành chính công đặc khu',
        'Văn phòng HĐND và UBND đặc khu',
        'Từ tháng 3/2026',
      ],
      ['Xin lỗi bằng văn bản khi trễ hẹn', 'Các phòng chuyên môn', 'Văn phòng HĐND và UBND đặc khu', 'Thường xuyên'],
      [
        'Nhận hồ sơ đất đai tại tàu khách ngày thứ Bảy',
        'Chi nhánh Văn phòng Đăng ký đất đai',
        'Phòng Kinh tế',
        'Hằng tuần',
      ],
      [
        tall('Cung ứng dịch vụ công', 2),
        'Đưa bác sĩ luân phiên ra đảo',
        'Trạm Y tế đặc khu',
        'Phòng Văn hóa - Xã hội',
        'Hằng tháng',
      ],
      [
        'Sửa mái hai phòng học bị tốc trong bão',
        'Trường Tiểu học và THCS Hòn Sương',
        'Phòng Văn hóa - Xã hội',
        'Trước ngày 15/8/2026',
      ],
      ['Môi trường', 'Thu gom lưới cũ trôi dạt', 'Ban quản lý cảng cá', 'Phòng Kinh tế', 'Hằng quý'],
    ),
  ],
  tasks: meantBy(
    'component text implement monitor time',
    [
      'Thủ tục hành chính công',
      'Hẹn giờ trả kết quả qua tin nhắn',
      'Trung tâm Phục vụ hành chính công đặc khu',
      'Văn phòng HĐND và UBND đặc khu',
      'Từ tháng 3/2026',
    ],
    [
      'Thủ tục hành chính công',
      'Xin lỗi bằng văn bản khi trễ hẹn',
      'Các phòng chuyên môn',
      'Văn phòng HĐND và UBND đặc khu',
      'Thường xuyên',
    ],
    [
      'Thủ tục hành chính công',
      'Nhận hồ sơ đất đai tại tàu khách ngày thứ Bảy',
      'Chi nhánh Văn phòng Đăng ký đất đai',
      'Phòng Kinh tế',
      'Hằng tuần',
    ],
    [
      'Cung ứng dịch vụ công',
      'Đưa bác sĩ luân phiên ra đảo',
      'Trạm Y tế đặc khu',
      'Phòng Văn hóa - Xã hội',
      'Hằng tháng',
    ],
    [
      'Cung ứng dịch vụ công',
      'Sửa mái hai phòng học bị tốc trong bão',
      'Trường Tiểu học và THCS Hòn Sương',
      'Phòng Văn hóa - Xã hội',
      'Trước ngày 15/8/2026',
    ],
    ['Môi trường', 'Thu gom lưới cũ trôi dạt', 'Ban quản lý cảng cá', 'Phòng Kinh tế', 'Hằng quý'],
  ),
};

const afterParagraph: Sketch = {
  name: 'goes-on-after-a-paragraph',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN PHƯỜNG BẮC CẦU',
      '40/KH-UBND',
      'KẾ HOẠCH',
      'Nâng cao Chỉ số cải cách hành chính phường Bắc Cầu năm 2026',
    ),
    ...closing(),
    ...appendix('PHỤ LỤC'),
    grid(
      1,
      ['TT', 'Nội dung nhiệm vụ', 'Kết quả', 'Chủ trì', 'Thời gian'],
      ['1', 'Gắn camera tại quầy tiếp nhận', 'Camera hoạt động', 'Công an phường', 'Quý I/2026'],
      ['2', 'Phân loại đơn thư trong ngày', 'Sổ theo dõi', 'Văn phòng HĐND và UBND phường', 'Thường xuyên'],
    ),
    line('Phụ lục (tiếp theo)'),
    grid(
      0,
      ['3', 'Tổ chức ngày không hẹn', '24 buổi', 'Trung tâm Phục vụ hành chính công phường', 'Thứ Năm hằng tuần'],
      ['4', 'Kết nối camera với trung tâm điều hành', 'Biên bản bàn giao', 'Công an phường', '30/6/2026'],
    ),
    line('* Các nhiệm vụ trên được bố trí kinh phí từ ngân sách phường và nguồn xã hội hóa hợp pháp khác.'),
    grid(
      1,
      ['TT', 'Nội dung nhiệm vụ', 'Kết quả', 'Chủ trì', 'Thời gian'],
      ['5', 'Khảo sát hài lòng bằng mã QR', '1.000 phiếu', 'Phòng Văn hóa - Xã hội', 'Quý III/2026'],
    ),
  ],
  tasks: meantBy(
    'text result lead time',
    ['Gắn camera tại quầy tiếp nhận', 'Camera hoạt động', 'Công an phường', 'Quý I/2026'],
    ['Phân loại đơn thư trong ngày', 'Sổ theo dõi', 'Văn phòng HĐND và UBND phường', 'Thường xuyên'],
    ['Tổ chức ngày không hẹn', '24 buổi', 'Trung tâm Phục vụ hành chính công phường', 'Thứ Năm hằng tuần'],
    ['Kết nối camera với trung tâm điều hành', 'Biên bản bàn giao', 'Công an phường', '30/6/2026'],
    ['Khảo sát hài lòng bằng mã QR', '1.000 phiếu', 'Phòng Văn hóa - Xã hội', 'Quý III/2026'],
  ),
};

const months: Sketch = {
  name: 'months-first',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN XÃ THƯỢNG LÂM',
      '06/KH-UBND',
      'KẾ HOẠCH',
      'Công tác dân vận chính quyền năm 2026 xã Thượng Lâm',
    ),
    ...closing(),
    ...appendix('TIẾN ĐỘ CÔNG VIỆC THEO THÁNG'),
    grid(
      1,
      ['Thời gian', 'Nội dung công việc', 'Người thực hiện', 'Đơn vị phối hợp', 'Kết quả'],
      [
        tall('Tháng 01/2026', 2),
        'Ký giao ước thi đua giữa các thôn',
        'Văn phòng HĐND và UBND xã',
        'Các thôn',
        'Bản giao ước',
      ],
      ['Lập danh sách tổ hòa giải', 'Phòng Văn hóa - Xã hội', '', 'Danh sách'],
      [
        tall('Tháng 3/2026', 2),
        'Đối thoại với thanh niên',
        'Chủ tịch UBND xã',
        'Đoàn Thanh niên xã',
        'Thông báo kết luận',
      ],
      ['Trồng cây dọc đường liên thôn', 'Phòng Kinh tế', 'Hội Cựu chiến binh xã', '2.000 cây'],
      [
        'Tháng 6/2026',
        'Sơ kết phong trào dân vận khéo',
        'Văn phòng HĐND và UBND xã',
        'Ủy ban MTTQ Việt Nam xã',
        'Báo cáo sơ kết',
      ],
    ),
  ],
  tasks: meantBy(
    'time text implement cooperate result',
    ['Tháng 01/2026', 'Ký giao ước thi đua giữa các thôn', 'Văn phòng HĐND và UBND xã', 'Các thôn', 'Bản giao ước'],
    ['Tháng 01/2026', 'Lập danh sách tổ hòa giải', 'Phòng Văn hóa - Xã hội', '', 'Danh sách'],
    ['Tháng 3/2026', 'Đối thoại với thanh niên', 'Chủ tịch UBND xã', 'Đoàn Thanh niên xã', 'Thông báo kết luận'],
    ['Tháng 3/2026', 'Trồng cây dọc đường liên thôn', 'Phòng Kinh tế', 'Hội Cựu chiến binh xã', '2.000 cây'],
    [
      'Tháng 6/2026',
      'Sơ kết phong trào dân vận khéo',
      'Văn phòng HĐND và UBND xã',
      'Ủy ban MTTQ Việt Nam xã',
      'Báo cáo sơ kết',
    ],
  ),
};

export const communal: Sketch[] = [papi, targets, leaders, noNumbers, afterParagraph, months];
