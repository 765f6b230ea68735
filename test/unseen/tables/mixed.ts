import { line } from '../generate/pieces.ts';
import { appendix, closing, grid, meantBy, opening, type Sketch, tall, wide } from './sketch.ts';

/** Tasks whose rows hang together in other ways, and tables of other kinds around them. */

const continued: Sketch = {
  name: 'second-products',
  pieces: [
    ...opening('ỦY BAN NHÂN DÂN TỈNH MINH HÀ', '52/KH-UBND', 'KẾ HOẠCH', 'Cải cách chế độ công vụ năm 2026'),
    ...closing(),
    ...appendix('PHỤ LỤC'),
    grid(
      1,
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm', 'Thời hạn'],
      [
        '1',
        'Xây dựng bộ tiêu chí đánh giá công chức theo sản phẩm',
        'Sở Nội vụ',
        'Các sở, ban, ngành',
        'Dự thảo bộ tiêu chí',
        'Tháng 3/2026',
      ],
      ['', '', '', '', 'Quyết định ban hành', 'Tháng 5/2026'],
      ['2', 'Thi tuyển lãnh đạo cấp phòng', 'Sở Nội vụ', 'Sở Tư pháp', 'Đề án thi tuyển', 'Quý II/2026'],
      [
        '3',
        'Đào tạo công chức cấp xã về đất đai',
        'Sở Nông nghiệp và Môi trường',
        'Trường Chính trị tỉnh',
        '05 lớp',
        'Quý III/2026',
      ],
      ['', '', '', 'UBND các xã, phường', 'Báo cáo kết quả', 'Quý IV/2026'],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate result',
    [
      'Xây dựng bộ tiêu chí đánh giá công chức theo sản phẩm',
      'Sở Nội vụ',
      'Các sở, ban, ngành',
      'Dự thảo bộ tiêu chí Quyết định ban hành',
    ],
    ['Thi tuyển lãnh đạo cấp phòng', 'Sở Nội vụ', 'Sở Tư pháp', 'Đề án thi tuyển'],
    [
      'Đào tạo công chức cấp xã về đất đai',
      'Sở Nông nghiệp và Môi trường',
      'Trường Chính trị tỉnh | UBND các xã, phường',
      '05 lớp Báo cáo kết quả',
    ],
  ).map(({ time: _, ...task }) => task),
};

const merged: Sketch = {
  name: 'merged-leads',
  pieces: [
    ...opening('ỦY BAN NHÂN DÂN TỈNH MINH HÀ', '61/KH-UBND', 'KẾ HOẠCH', 'Nâng cao Chỉ số DTI và PAR INDEX năm 2026'),
    ...closing(),
    ...appendix('PHỤ LỤC 1'),
    grid(
      1,
      ['STT', 'Tiêu chí', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', 'Sản phẩm đầu ra'],
      [wide('A. NHẬN THỨC SỐ', 7)],
      [
        '1',
        tall('Người đứng đầu chủ trì', 2),
        'Họp giao ban chuyển đổi số do Chủ tịch UBND tỉnh chủ trì',
        tall('Văn phòng UBND tỉnh', 3),
        tall('Sở Khoa học và Công nghệ', 2),
        'Hằng quý',
        tall('Thông báo kết luận', 2),
      ],
      ['2', 'Đi cơ sở kiểm tra chuyển đổi số tại 10 xã', '6 tháng một lần'],
      [
        '3',
        'Chuyên mục chuyển đổi số',
        'Mở chuyên mục trên trang của các sở',
        'Các sở, ban, ngành',
        'Tháng 02/2026',
        '100% sở có chuyên mục',
      ],
      [wide('B. HẠ TẦNG SỐ', 7)],
      [
        '4',
        tall('Phủ sóng 5G', 2),
        'Cấp phép trạm phát sóng trong 05 ngày',
        'Sở Xây dựng',
        tall('Các doanh nghiệp viễn thông', 2),
        tall('Trong năm 2026', 2),
        'Giấy phép',
      ],
      ['5', 'Lắp trạm phát sóng tại đặc khu', 'UBND đặc khu Hòn Sương', '08 trạm'],
    ),
  ],
  tasks: meantBy(
    'component text lead cooperate time result',
    [
      'Người đứng đầu chủ trì',
      'Họp giao ban chuyển đổi số do Chủ tịch UBND tỉnh chủ trì',
      'Văn phòng UBND tỉnh',
      'Sở Khoa học và Công nghệ',
      'Hằng quý',
      'Thông báo kết luận',
    ],
    [
      'Người đứng đầu chủ trì',
      'Đi cơ sở kiểm tra chuyển đổi số tại 10 xã',
      'Văn phòng UBND tỉnh',
      'Sở Khoa học và Công nghệ',
      '6 tháng một lần',
      'Thông báo kết luận',
    ],
    [
      'Chuyên mục chuyển đổi số',
      'Mở chuyên mục trên trang của các sở',
      'Văn phòng UBND tỉnh',
      'Các sở, ban, ngành',
      'Tháng 02/2026',
      '100% sở có chuyên mục',
    ],
    [
      'Phủ sóng 5G',
      'Cấp phép trạm phát sóng trong 05 ngày',
      'Sở Xây dựng',
      'Các doanh nghiệp viễn thông',
      'Trong năm 2026',
      'Giấy phép',
    ],
    [
      'Phủ sóng 5G',
      'Lắp trạm phát sóng tại đặc khu',
      'UBND đặc khu Hòn Sương',
      'Các doanh nghiệp viễn thông',
      'Trong năm 2026',
      '08 trạm',
    ],
  ),
};

const decimal: Sketch = {
  name: 'dotted-under-leads',
  pieces: [
    ...opening(
      'THANH TRA TỈNH MINH HÀ',
      '12/KH-TTr',
      'KẾ HOẠCH',
      'Kiểm soát tham nhũng, góp phần nâng cao Chỉ số PAPI năm 2026',
    ),
    ...closing('CHÁNH THANH TRA'),
    ...appendix('NỘI DUNG CÔNG VIỆC'),
    grid(
      1,
      ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành', 'Sản phẩm'],
      ['1', 'Công khai, minh bạch', 'Văn phòng', '', '', ''],
      [
        '1.1',
        'Đăng kết luận thanh tra trong 10 ngày',
        'Văn phòng',
        'Phòng Nghiệp vụ 1',
        'Thường xuyên',
        '- Kết luận\n- Bản đăng tải',
      ],
      ['1.2', 'Công khai bản kê khai tài sản', 'Phòng Nghiệp vụ 2', 'Văn phòng', 'Tháng 3/2026', 'Biên bản công khai'],
      ['2', 'Tiếp nhận phản ánh', 'Phòng Nghiệp vụ 3', '', '', ''],
      [
        '2.1',
        'Tiếp công dân lưu động tại xã xa trung tâm',
        'Phòng Nghiệp vụ 3',
        'UBND các xã',
        'Hằng quý',
        'Sổ tiếp công dân',
      ],
      ['2.2', 'Trả lời phản ánh qua thư điện tử', 'Phòng Nghiệp vụ 3', '', 'Trong 05 ngày làm việc', 'Thư trả lời'],
      [
        '2.3',
        'Đối thoại với người khiếu nại nhiều lần',
        'Lãnh đạo Thanh tra tỉnh',
        'Phòng Nghiệp vụ 1; Phòng Nghiệp vụ 3',
        'Quý II/2026',
        'Biên bản đối thoại',
      ],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate time result',
    [
      'Đăng kết luận thanh tra trong 10 ngày',
      'Văn phòng',
      'Phòng Nghiệp vụ 1',
      'Thường xuyên',
      '- Kết luận\n- Bản đăng tải',
    ],
    ['Công khai bản kê khai tài sản', 'Phòng Nghiệp vụ 2', 'Văn phòng', 'Tháng 3/2026', 'Biên bản công khai'],
    ['Tiếp công dân lưu động tại xã xa trung tâm', 'Phòng Nghiệp vụ 3', 'UBND các xã', 'Hằng quý', 'Sổ tiếp công dân'],
    ['Trả lời phản ánh qua thư điện tử', 'Phòng Nghiệp vụ 3', '', 'Trong 05 ngày làm việc', 'Thư trả lời'],
    [
      'Đối thoại với người khiếu nại nhiều lần',
      'Lãnh đạo Thanh tra tỉnh',
      'Phòng Nghiệp vụ 1 | Phòng Nghiệp vụ 3',
      'Quý II/2026',
      'Biên bản đối thoại',
    ],
  ),
};

const others: Sketch = {
  name: 'among-other-tables',
  warnings: ['empty-form', 'inspection-schedule', 'target-list', 'results', 'list-of-people'],
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN TỈNH MINH HÀ',
      '70/KH-UBND',
      'KẾ HOẠCH',
      'Kiểm tra và nâng cao Chỉ số PAR INDEX năm 2026',
    ),
    line('I. KẾT QUẢ NĂM 2025', { bold: true }),
    grid(
      1,
      ['STT', 'Lĩnh vực', 'Điểm tối đa', 'Điểm đạt được', 'Tỷ lệ (%)', 'Xếp hạng'],
      ['1', 'Chỉ đạo, điều hành', '8,5', '7,9', '92,94', '12'],
      ['2', 'Cải cách thể chế', '10', '8,2', '82,00', '25'],
      ['3', 'Tài chính công', '12', '9,1', '75,83', '40'],
    ),
    line('II. CHỈ TIÊU NĂM 2026', { bold: true }),
    grid(
      1,
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2025', 'Kế hoạch năm 2026', 'Cơ quan theo dõi'],
      ['1', 'Tỷ lệ hồ sơ trả đúng hạn', '%', '96', '99', 'Văn phòng UBND tỉnh'],
      ['2', 'Số dịch vụ công toàn trình', 'Dịch vụ', '620', '800', 'Sở Khoa học và Công nghệ'],
    ),
    line('III. NHIỆM VỤ', { bold: true }),
    grid(
      1,
      ['STT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'],
      ['1', 'Bù điểm giải ngân vốn đầu tư công', 'Sở Tài chính', 'Các chủ đầu tư', 'Quý II/2026'],
      ['2', 'Ban hành văn bản thay thế 35 quyết định cũ', 'Sở Tư pháp', 'Các sở, ban, ngành', 'Trước ngày 30/9/2026'],
    ),
    line('IV. KIỂM TRA', { bold: true }),
    line('Lịch kiểm tra cải cách hành chính năm 2026:'),
    grid(
      1,
      ['STT', 'Đơn vị được kiểm tra', 'Thời gian kiểm tra', 'Thành phần đoàn'],
      ['1', 'Sở Xây dựng', 'Ngày 12/5/2026', 'Sở Nội vụ, Sở Tư pháp'],
      ['2', 'UBND phường Bắc Cầu', 'Ngày 14/5/2026', 'Sở Nội vụ, Văn phòng UBND tỉnh'],
    ),
    ...closing(),
    ...appendix('PHỤ LỤC 1', 'THÀNH VIÊN ĐOÀN KIỂM TRA'),
    grid(
      1,
      ['STT', 'Họ và tên', 'Chức vụ, đơn vị', 'Nhiệm vụ trong đoàn', 'Ghi chú'],
      ['1', 'Vũ Đình Phong', 'Phó Giám đốc Sở Nội vụ', 'Trưởng đoàn', ''],
      ['2', 'Lý Thị Xuân', 'Chuyên viên Văn phòng UBND tỉnh', 'Thư ký', ''],
    ),
    ...appendix('PHỤ LỤC 2', 'MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN'),
    grid(
      1,
      ['STT', 'Nhiệm vụ', 'Kết quả thực hiện', 'Tồn tại, nguyên nhân', 'Ghi chú'],
      ['1', 'Giải ngân vốn đầu tư công', '', '', ''],
      ['2', 'Thay thế văn bản', '', '', ''],
      ['3', '…', '', '', ''],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate time',
    ['Bù điểm giải ngân vốn đầu tư công', 'Sở Tài chính', 'Các chủ đầu tư', 'Quý II/2026'],
    ['Ban hành văn bản thay thế 35 quyết định cũ', 'Sở Tư pháp', 'Các sở, ban, ngành', 'Trước ngày 30/9/2026'],
  ),
};

const bullets: Sketch = {
  name: 'unnumbered-groups-and-bullets',
  pieces: [
    ...opening(
      'BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH TỈNH MINH HÀ',
      '03/KH-BCĐ',
      'KẾ HOẠCH',
      'Hoạt động của Ban Chỉ đạo năm 2026',
    ),
    ...closing('TRƯỞNG BAN'),
    grid(
      1,
      ['Nhóm nhiệm vụ/Nhiệm vụ cụ thể', 'Cơ quan tham mưu', 'Cơ quan phối hợp', 'Thời gian', 'Kết quả dự kiến'],
      [wide('Nhóm 1. Chỉ đạo, đôn đốc', 5)],
      [
        '- Họp Ban Chỉ đạo phiên thường kỳ',
        'Sở Nội vụ',
        'Các thành viên Ban Chỉ đạo',
        'Hằng quý',
        'Thông báo kết luận',
      ],
      [
        '- Làm việc trực tiếp với 05 xã có chỉ số thấp',
        'Sở Nội vụ',
        'Văn phòng UBND tỉnh',
        'Quý II/2026',
        'Biên bản làm việc',
      ],
      [wide('Nhóm 2. Truyền thông', 5)],
      [
        '- Thi viết “Một cửa trong tôi”',
        'Báo và Phát thanh, Truyền hình Minh Hà',
        'Liên đoàn Lao động tỉnh',
        'Từ tháng 3 đến tháng 8/2026',
        'Giải thưởng',
      ],
      ['- Phát bản tin thanh niên vì cải cách', 'Tỉnh đoàn Minh Hà', '', 'Hằng tuần', '40 bản tin'],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate time result',
    ['Họp Ban Chỉ đạo phiên thường kỳ', 'Sở Nội vụ', 'Các thành viên Ban Chỉ đạo', 'Hằng quý', 'Thông báo kết luận'],
    [
      'Làm việc trực tiếp với 05 xã có chỉ số thấp',
      'Sở Nội vụ',
      'Văn phòng UBND tỉnh',
      'Quý II/2026',
      'Biên bản làm việc',
    ],
    [
      'Thi viết “Một cửa trong tôi”',
      'Báo và Phát thanh, Truyền hình Minh Hà',
      'Liên đoàn Lao động tỉnh',
      'Từ tháng 3 đến tháng 8/2026',
      'Giải thưởng',
    ],
    ['Phát bản tin thanh niên vì cải cách', 'Tỉnh đoàn Minh Hà', '', 'Hằng tuần', '40 bản tin'],
  ),
};

export const mixed: Sketch[] = [continued, merged, decimal, others, bullets];
