import type { GridCell, Piece } from '../generate/pieces.ts';
import { line } from '../generate/pieces.ts';
import { appendix, closing, grid, meant, meantBy, opening, type Sketch, tall, wide } from './sketch.ts';

/** More shapes: roles told in one cell, titles inside the table, sub-tasks by dashes, long tables without numbers. */

const province = (number: string, subject: string): Piece[] =>
  opening('ỦY BAN NHÂN DÂN TỈNH MINH HÀ', number, 'KẾ HOẠCH', subject);

const oneCell: Sketch = {
  name: 'roles-in-one-cell',
  pieces: [
    ...province('81/KH-UBND', 'Nâng cao Chỉ số DDCI năm 2026'),
    ...closing(),
    ...appendix('PHỤ LỤC'),
    grid(
      1,
      ['TT', 'Chỉ số thành phần', 'Giải pháp cụ thể', 'Cơ quan thực hiện', 'Kinh phí', 'Thời gian'],
      [
        '1',
        tall('Tính năng động', 2),
        'Lãnh đạo sở gặp doanh nghiệp vào sáng thứ Bảy đầu tháng',
        'Sở Công Thương chủ trì, phối hợp với Hiệp hội Doanh nghiệp tỉnh',
        '50 triệu đồng',
        'Hằng tháng',
      ],
      ['2', 'Trả lời kiến nghị trong 07 ngày', 'Các sở, ban, ngành; UBND các xã, phường', '', 'Thường xuyên'],
      [
        '3',
        'Chi phí thời gian',
        'Lồng ghép các cuộc kiểm tra tại một doanh nghiệp',
        'Thanh tra tỉnh chủ trì, phối hợp với Sở Xây dựng, Sở Y tế',
        '',
        'Quý I/2026',
      ],
      [
        '4',
        'Hỗ trợ pháp lý',
        'Mở văn phòng tư vấn hợp đồng miễn phí',
        'Sở Tư pháp phối hợp với Đoàn Luật sư tỉnh',
        '120 triệu đồng',
        '30/6/2026',
      ],
    ),
  ],
  tasks: meantBy(
    'component text implement cooperate time',
    [
      'Tính năng động',
      'Lãnh đạo sở gặp doanh nghiệp vào sáng thứ Bảy đầu tháng',
      'Sở Công Thương',
      'Hiệp hội Doanh nghiệp tỉnh',
      'Hằng tháng',
    ],
    [
      'Tính năng động',
      'Trả lời kiến nghị trong 07 ngày',
      'Các sở, ban, ngành | UBND các xã, phường',
      '',
      'Thường xuyên',
    ],
    [
      'Chi phí thời gian',
      'Lồng ghép các cuộc kiểm tra tại một doanh nghiệp',
      'Thanh tra tỉnh',
      'Sở Xây dựng | Sở Y tế',
      'Quý I/2026',
    ],
    ['Hỗ trợ pháp lý', 'Mở văn phòng tư vấn hợp đồng miễn phí', 'Sở Tư pháp', 'Đoàn Luật sư tỉnh', '30/6/2026'],
  ),
};

const titled: Sketch = {
  name: 'title-inside',
  pieces: [
    ...province('82/KH-UBND', 'Truyền thông cải cách hành chính năm 2026'),
    ...closing(),
    grid(
      3,
      [wide('PHỤ LỤC: CÁC HOẠT ĐỘNG TRUYỀN THÔNG NĂM 2026', 6)],
      [wide('(Kèm theo Kế hoạch số 82/KH-UBND của UBND tỉnh)', 6)],
      ['Số TT', 'Hoạt động', 'Hình thức', 'Đầu mối', 'Đơn vị cùng thực hiện', 'Quý thực hiện'],
      [wide('1. Trên báo chí', 6)],
      [
        '1.1',
        'Phóng sự về công chức xã tận tụy',
        'Truyền hình',
        'Báo và Phát thanh, Truyền hình Minh Hà',
        'Sở Nội vụ',
        'Quý I, II',
      ],
      [
        '1.2',
        'Tọa đàm trực tuyến với nông dân',
        'Trực tuyến',
        'Hội Nông dân tỉnh',
        'Sở Nông nghiệp và Môi trường',
        'Quý III',
      ],
      [wide('2. Tại cơ sở', 6)],
      [
        '2.1',
        'Treo pa nô tại chợ trung tâm',
        'Trực quan',
        'UBND các xã, phường',
        'Sở Văn hóa, Thể thao và Du lịch',
        'Quý II',
      ],
      ['2.2', 'Loa truyền thanh giải đáp dịch vụ công', 'Phát thanh', 'UBND các xã, phường', '', 'Quý I, II, III, IV'],
    ),
  ],
  tasks: [
    meant('Phóng sự về công chức xã tận tụy', { lead: 'Báo và Phát thanh, Truyền hình Minh Hà', time: 'Quý I, II' }),
    meant('Tọa đàm trực tuyến với nông dân', { lead: 'Hội Nông dân tỉnh', time: 'Quý III' }),
    meant('Treo pa nô tại chợ trung tâm', { lead: 'UBND các xã, phường', time: 'Quý II' }),
    meant('Loa truyền thanh giải đáp dịch vụ công', { lead: 'UBND các xã, phường', time: 'Quý I, II, III, IV' }),
  ].map((task, at) => ({
    ...task,
    implement: [['Sở Nội vụ'], ['Sở Nông nghiệp và Môi trường'], ['Sở Văn hóa, Thể thao và Du lịch'], []][at] ?? [],
  })),
};

const dashes: Sketch = {
  name: 'dashes-under-numbers',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN PHƯỜNG BẮC CẦU',
      '83/KH-UBND',
      'KẾ HOẠCH',
      'Nâng cao Chỉ số SIPAS phường Bắc Cầu năm 2026',
    ),
    ...closing(),
    ...appendix('PHỤ LỤC'),
    grid(
      1,
      ['STT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', 'Ghi chú'],
      ['1', 'Cải tạo nơi tiếp dân', '', '', '', ''],
      [
        '-',
        'Sơn lại phòng chờ',
        'Văn phòng HĐND và UBND phường',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Tháng 2/2026',
        '',
      ],
      ['-', 'Làm lối đi cho xe lăn', 'Phòng Kinh tế, Hạ tầng và Đô thị', '', 'Tháng 4/2026', ''],
      ['2', 'Nâng kỹ năng công chức', '', '', '', ''],
      [
        '-',
        'Đóng vai xử lý tình huống khó',
        'Trung tâm Phục vụ hành chính công phường',
        'Công an phường',
        'Hằng quý',
        '',
      ],
      [
        '-',
        'Chấm điểm nụ cười qua máy tính bảng',
        'Trung tâm Phục vụ hành chính công phường',
        '',
        'Thường xuyên',
        'Mượn 03 máy',
      ],
      [
        '3',
        'Mời tổ trưởng tổ dân phố giám sát quầy',
        'Ủy ban MTTQ Việt Nam phường',
        'Các tổ dân phố',
        'Hằng tháng',
        '',
      ],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate time',
    ['Sơn lại phòng chờ', 'Văn phòng HĐND và UBND phường', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Tháng 2/2026'],
    ['Làm lối đi cho xe lăn', 'Phòng Kinh tế, Hạ tầng và Đô thị', '', 'Tháng 4/2026'],
    ['Đóng vai xử lý tình huống khó', 'Trung tâm Phục vụ hành chính công phường', 'Công an phường', 'Hằng quý'],
    ['Chấm điểm nụ cười qua máy tính bảng', 'Trung tâm Phục vụ hành chính công phường', '', 'Thường xuyên'],
    ['Mời tổ trưởng tổ dân phố giám sát quầy', 'Ủy ban MTTQ Việt Nam phường', 'Các tổ dân phố', 'Hằng tháng'],
  ),
};

const works = [
  'Niêm yết mức thu lệ phí tại cổng trụ sở',
  'Đăng lịch tiếp dân của lãnh đạo',
  'Phát phiếu hỏi ý kiến sau mỗi lần trả hồ sơ',
  'Thông báo lịch cắt điện, cắt nước qua tin nhắn',
  'Sửa biển chỉ dẫn đường vào trụ sở',
  'Bố trí công chức trực trưa',
  'Gọi điện xin lỗi người dân có hồ sơ trễ',
  'Dịch tờ hướng dẫn sang tiếng dân tộc',
  'Lập tủ sách pháp luật ở nhà văn hóa',
  'Tổ chức phiên chợ dịch vụ công',
  'Cấp mã định danh cho trẻ sơ sinh tại trạm y tế',
  'Rà soát hộ chưa có tài khoản định danh',
];
const units = ['Văn phòng HĐND và UBND xã', 'Phòng Kinh tế', 'Phòng Văn hóa - Xã hội', 'Công an xã', 'Trạm Y tế xã'];
const days = ['Thường xuyên', 'Hằng tháng', 'Quý II/2026', 'Trước ngày 30/9/2026'];
const long = Array.from({ length: 36 }, (_, at) => ({
  text: `${works[at % works.length]} ở cụm thôn số ${Math.floor(at / works.length) + 1}, bảo đảm người già và người khuyết tật cũng tiếp cận được`,
  implement: units[at % 5] as string,
  monitor: units[(at + 2) % 5] as string,
  time: days[at % 4] as string,
}));

const pages: Sketch = {
  name: 'long-without-numbers',
  pieces: [
    ...opening('ỦY BAN NHÂN DÂN XÃ THƯỢNG LÂM', '84/KH-UBND', 'KẾ HOẠCH', 'Phục vụ người dân tốt hơn năm 2026'),
    ...closing(),
    grid(
      1,
      ['Nhiệm vụ', 'Đơn vị thực hiện', 'Đơn vị giám sát', 'Thời gian'],
      ...long.map(({ text, implement, monitor, time }) => [text, implement, monitor, time]),
    ),
  ],
  tasks: long.map(({ text, ...means }) => meant(text, means)),
};

const beside: Sketch = {
  name: 'codes-basis-and-money',
  pieces: [
    ...province('85/KH-UBND', 'Chuyển đổi số, nâng cao Chỉ số DTI năm 2026'),
    ...closing(),
    ...appendix('PHỤ LỤC'),
    grid(
      2,
      [
        tall('Mã', 2),
        tall('Tên nhiệm vụ', 2),
        tall('Căn cứ', 2),
        { text: 'Trách nhiệm', colSpan: 3 },
        { text: 'Tiến độ', colSpan: 2 },
        tall('Kinh phí (triệu đồng)', 2),
      ],
      ['Chủ trì', 'Phối hợp', 'Giám sát', 'Khởi công', 'Hoàn thành'],
      [
        'NV01',
        'Xây kho dữ liệu hộ tịch',
        'Quyết định số 12/QĐ-TTg',
        'Sở Tư pháp',
        'Công an tỉnh',
        'Văn phòng UBND tỉnh',
        'Quý I/2026',
        'Quý III/2026',
        '1.200',
      ],
      [
        'NV02',
        'Liên thông hồ sơ thuế đất',
        'Nghị quyết số 5/NQ-CP',
        'Sở Nông nghiệp và Môi trường',
        'Thuế tỉnh',
        'Văn phòng UBND tỉnh',
        'Quý II/2026',
        'Quý IV/2026',
        '800',
      ],
      [
        'NV03',
        'Bản đồ số cơ sở y tế',
        '',
        'Sở Y tế',
        'Sở Khoa học và Công nghệ; UBND cấp xã',
        'Văn phòng UBND tỉnh',
        'Quý II/2026',
        'Quý II/2026',
        '',
      ],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate monitor',
    ['Xây kho dữ liệu hộ tịch', 'Sở Tư pháp', 'Công an tỉnh', 'Văn phòng UBND tỉnh'],
    ['Liên thông hồ sơ thuế đất', 'Sở Nông nghiệp và Môi trường', 'Thuế tỉnh', 'Văn phòng UBND tỉnh'],
    ['Bản đồ số cơ sở y tế', 'Sở Y tế', 'Sở Khoa học và Công nghệ | UBND cấp xã', 'Văn phòng UBND tỉnh'],
  ).map(({ time: _, ...task }) => task),
};

const documents: Sketch = {
  name: 'documents-to-issue',
  pieces: [
    ...opening(
      'HỘI ĐỒNG NHÂN DÂN TỈNH MINH HÀ',
      '86/KH-HĐND',
      'KẾ HOẠCH',
      'Ban hành văn bản quy phạm pháp luật năm 2026',
    ),
    ...closing(),
    ...appendix('DANH MỤC VĂN BẢN CẦN BAN HÀNH'),
    grid(
      1,
      ['STT', 'Tên văn bản', 'Cơ quan chủ trì soạn thảo', 'Cơ quan phối hợp', 'Thời gian trình', 'Lý do ban hành'],
      ['I', wide('Nghị quyết của HĐND tỉnh', 5)],
      [
        '1',
        'Nghị quyết quy định mức hỗ trợ học phí vùng khó khăn',
        'Sở Giáo dục và Đào tạo',
        'Sở Tài chính',
        'Kỳ họp giữa năm 2026',
        'Luật giao',
      ],
      [
        '2',
        'Nghị quyết về phí tham quan đặc khu',
        'Sở Văn hóa, Thể thao và Du lịch',
        'UBND đặc khu Hòn Sương',
        'Tháng 7/2026',
        'Thay thế',
      ],
      ['II', wide('Quyết định của UBND tỉnh', 5)],
      [
        '1',
        'Quyết định phân cấp quản lý công viên, cây xanh',
        'Sở Xây dựng',
        'UBND các xã, phường',
        'Tháng 9/2026',
        'Phân cấp',
      ],
    ),
  ],
  tasks: meantBy(
    'text lead cooperate time',
    [
      'Nghị quyết quy định mức hỗ trợ học phí vùng khó khăn',
      'Sở Giáo dục và Đào tạo',
      'Sở Tài chính',
      'Kỳ họp giữa năm 2026',
    ],
    [
      'Nghị quyết về phí tham quan đặc khu',
      'Sở Văn hóa, Thể thao và Du lịch',
      'UBND đặc khu Hòn Sương',
      'Tháng 7/2026',
    ],
    ['Quyết định phân cấp quản lý công viên, cây xanh', 'Sở Xây dựng', 'UBND các xã, phường', 'Tháng 9/2026'],
  ),
};

const blank = (count: number): GridCell[] => Array.from({ length: count }, () => ({ text: '' }));
const controls: Sketch = {
  name: 'controls-only',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN TỈNH MINH HÀ',
      '87/TB-UBND',
      'THÔNG BÁO',
      'Về việc tự chấm điểm Chỉ số cải cách hành chính',
    ),
    line('Các cơ quan tự chấm điểm theo các biểu sau:'),
    grid(
      1,
      [
        'STT',
        'Tiêu chí/Tiêu chí thành phần',
        'Điểm tối đa',
        'Điểm tự chấm',
        'Tài liệu kiểm chứng',
        'Đơn vị chịu trách nhiệm',
      ],
      ['1', 'Kế hoạch cải cách hành chính', '1,5', '', '', 'Sở Nội vụ'],
      ['1.1', 'Ban hành kế hoạch kịp thời', '0,5', '', '', 'Sở Nội vụ'],
      ['1.2', 'Mức độ hoàn thành kế hoạch', '1,0', '', '', 'Các sở, ban, ngành'],
    ),
    line('Biểu 2. Câu hỏi khảo sát người dân', { bold: true }),
    grid(
      1,
      ['STT', 'Câu hỏi', 'Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng'],
      ['1', 'Công chức có thái độ lịch sự không?', ...blank(4)],
      ['2', 'Hồ sơ được trả đúng hẹn không?', ...blank(4)],
    ),
    line('Biểu 3. Phân công trực tiếp công dân', { bold: true }),
    grid(
      1,
      ['Ngày', 'Lãnh đạo trực', 'Chuyên viên trực', 'Số điện thoại'],
      ['05/02/2026', 'Ông Phan Thế Anh', 'Bà Lò Thị Hoa', '0900 000 001'],
      ['12/02/2026', 'Bà Đặng Thu Thủy', 'Ông Cầm Văn Sơn', '0900 000 002'],
    ),
    line('Biểu 4. Kết quả thực hiện nhiệm vụ năm 2025', { bold: true }),
    grid(
      1,
      ['STT', 'Nhiệm vụ được giao', 'Đơn vị thực hiện', 'Thời hạn', 'Tình trạng'],
      ['1', 'Xây dựng đề án vị trí việc làm', 'Sở Nội vụ', '30/6/2025', 'Đã hoàn thành'],
      ['2', 'Rà soát thủ tục nội bộ', 'Văn phòng UBND tỉnh', '30/9/2025', 'Hoàn thành quá hạn'],
      ['3', 'Đấu giá trụ sở dôi dư', 'Sở Tài chính', '31/12/2025', 'Chưa hoàn thành'],
    ),
    line('Biểu 5. Thời hạn giải quyết thủ tục', { bold: true }),
    grid(
      1,
      ['STT', 'Tên thủ tục hành chính', 'Thời hạn giải quyết', 'Cơ quan thực hiện', 'Phí, lệ phí'],
      ['1', 'Cấp giấy phép xây dựng nhà ở', '10 ngày làm việc', 'UBND cấp xã', '75.000 đồng'],
      ['2', 'Đăng ký kết hôn', 'Trong ngày', 'UBND cấp xã', 'Không'],
    ),
    ...closing(),
  ],
  tasks: [],
};

const torn: Sketch = {
  name: 'unnumbered-cut-with-header',
  pieces: [
    ...opening(
      'ỦY BAN NHÂN DÂN XÃ THƯỢNG LÂM',
      '88/KH-UBND',
      'KẾ HOẠCH',
      'Nâng cao Chỉ số PAPI xã Thượng Lâm năm 2026',
    ),
    ...closing(),
    grid(
      1,
      ['Nội dung', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['Công khai', 'Công khai danh sách hộ được hỗ trợ nhà ở', 'Phòng Kinh tế', 'Hằng quý'],
      ['Nội dung', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['Giải trình', 'Tiếp công dân định kỳ tại ba cụm thôn', 'Chủ tịch UBND xã', 'Hằng tháng'],
      ['', 'Trả lời đơn thư đúng hạn', 'Văn phòng HĐND và UBND xã', 'Thường xuyên'],
      ['Nội dung', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['', 'Đối thoại với hộ dân mất đất làm đường', 'Chủ tịch UBND xã', 'Quý II/2026'],
      ['Môi trường', 'Phát thùng phân loại rác cho 300 hộ', 'Phòng Kinh tế', 'Trước ngày 30/4/2026'],
    ),
  ],
  tasks: meantBy(
    'component text lead time',
    ['Công khai', 'Công khai danh sách hộ được hỗ trợ nhà ở', 'Phòng Kinh tế', 'Hằng quý'],
    ['Giải trình', 'Tiếp công dân định kỳ tại ba cụm thôn', 'Chủ tịch UBND xã', 'Hằng tháng'],
    ['Giải trình', 'Trả lời đơn thư đúng hạn', 'Văn phòng HĐND và UBND xã', 'Thường xuyên'],
    ['Giải trình', 'Đối thoại với hộ dân mất đất làm đường', 'Chủ tịch UBND xã', 'Quý II/2026'],
    ['Môi trường', 'Phát thùng phân loại rác cho 300 hộ', 'Phòng Kinh tế', 'Trước ngày 30/4/2026'],
  ),
};

export const later: Sketch[] = [oneCell, titled, dashes, pages, beside, documents, controls, torn];
