import { cell, header, par, row, table, word } from '../torture/word.ts';
import { bytesOf, closing, grid, html, letterhead, lines, type Paper, pars } from './papers.ts';

/** Papers laid out oddly: one column for who leads and who helps, tables that hold no tasks, prose alone, lists in cells. */

const head = (number: string, title: string) =>
  lines('ỦY BAN NHÂN DÂN<br>XÃ TÂN LẬP', number, 'Tân Lập, ngày 15 tháng 01 năm 2026', 'KẾ HOẠCH', title);

const oneColumn: Paper = {
  name: 'one-column.html',
  bytes: html(
    head('Số: 11/KH-UBND', 'Khắc phục hạn chế, nâng cao Chỉ số PAPI năm 2026'),
    lines(
      'I. ĐÁNH GIÁ KẾT QUẢ NĂM 2025',
      'Năm 2025, Chỉ số PAPI của tỉnh đạt 42,8 điểm, xếp thứ 15/34 tỉnh, thành phố, giảm 03 bậc so với năm 2024.',
    ),
    grid(
      ['TT', 'Chỉ số nội dung', 'Điểm năm 2024', 'Điểm năm 2025', 'Tăng/giảm'],
      ['1', 'Công khai, minh bạch', '5,21', '5,10', '-0,11'],
      ['2', 'Thủ tục hành chính công', '7,20', '7,31', '+0,11'],
    ),
    lines(
      'II. MỤC TIÊU',
      'Năm 2026 phấn đấu 100% thủ tục hành chính được công khai; Chỉ số PAPI thuộc nhóm 10 tỉnh dẫn đầu.',
      'III. NHIỆM VỤ',
    ),
    grid(
      [['BẢNG PHÂN CÔNG NHIỆM VỤ', 'colspan=4']],
      ['STT', 'Nhiệm vụ, giải pháp', 'Phân công thực hiện', 'Thời hạn'],
      ['A', 'Quản trị điện tử', '', ''],
      [
        '1',
        'Hướng dẫn người dân nộp hồ sơ trực tuyến<br>+ Tại thôn;<br>+ Tại Trung tâm',
        '- Chủ trì: Trung tâm Phục vụ hành chính công xã<br>- Phối hợp: Đoàn Thanh niên xã; các Tổ công nghệ số cộng đồng',
        'Hằng tuần',
      ],
      [
        '2',
        'Duy trì Trang thông tin điện tử xã',
        'Phòng Văn hóa - Xã hội chủ trì, phối hợp với Văn phòng HĐND và UBND xã',
        'Thường xuyên',
      ],
    ),
    lines(
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Giao Phòng Văn hóa - Xã hội:',
      '- Theo dõi, đôn đốc.',
      '- Tham mưu báo cáo UBND tỉnh trước ngày 15/12/2026.',
      '2. Trưởng các thôn tuyên truyền trên loa truyền thanh.',
      'Nơi nhận:',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Lý A Sùng',
      'Phụ lục 1',
      'MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN',
    ),
    grid(
      ['STT', 'Nhiệm vụ', 'Đơn vị thực hiện', 'Kết quả thực hiện', 'Tồn tại, nguyên nhân'],
      ['1', '…', '…', '…', '…'],
      ['2', '', '', '', ''],
    ),
    lines('Phụ lục 2', 'DANH SÁCH TỔ GIÚP VIỆC'),
    grid(
      ['STT', 'Họ và tên', 'Chức vụ, đơn vị', 'Nhiệm vụ'],
      ['1', 'Lý A Sùng', 'Chủ tịch UBND xã', 'Tổ trưởng'],
      ['2', 'Vàng Thị Mỷ', 'Trưởng phòng Văn hóa - Xã hội', 'Tổ phó'],
    ),
  ),
};

const multilevel: Paper = {
  name: 'multilevel.docx',
  bytes: word(
    letterhead(['UBND TỈNH MINH HÀ', 'SỞ Y TẾ'], 'Số:        /KH-SYT', 'Minh Hà, ngày      tháng 02 năm 2026') +
      pars(
        'KẾ HOẠCH',
        'Khắc phục các nội dung có điểm thấp của Chỉ số PAPI, nâng cao Chỉ số PAPI năm 2026 ngành Y tế',
      ) +
      pars(
        'I. MỤC TIÊU',
        '- Điểm chỉ số thành phần “Y tế công lập” năm 2026 tăng 0,1 điểm so với năm 2025.',
        'II. TỔ CHỨC THỰC HIỆN',
      ) +
      pars(
        '1. Văn phòng Sở',
        '- Tổng hợp kết quả, báo cáo Giám đốc Sở định kỳ hằng tháng.',
        '2. Các bệnh viện, trung tâm y tế',
        '- Ban hành kế hoạch của đơn vị trước ngày 28/02/2026 và gửi về Sở Y tế.',
        '- Thực hiện nghiêm quy tắc ứng xử.',
      ) +
      closing(['- UBND tỉnh;', '- Lưu: VT.'], ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'BS. Trần Quốc Việt']) +
      pars('PHỤ LỤC') +
      table(
        6,
        row(
          ['TT', 'Nhóm vấn đề', 'Việc cần làm', 'Khoa, phòng, đơn vị chủ trì', 'Đơn vị phối hợp', 'Lộ trình'],
          header,
        ),
        row([cell(par('', { numbered: '1:0' })), cell('Y tế công lập', { span: 5 })]),
        row([
          cell(par('', { numbered: '1:1' })),
          cell('Cơ sở vật chất', { merge: 'start' }),
          'Sửa chữa khoa khám bệnh',
          'Phòng Kế hoạch - Tài chính',
          'Các bệnh viện công lập',
          'Quý III/2026',
        ]),
        row([
          cell(par('', { numbered: '1:1' })),
          cell('', { merge: 'on' }),
          cell(
            par('Bổ sung thiết bị:') +
              par('Máy siêu âm;', { numbered: '2:0' }) +
              par('Máy X-quang', { numbered: '2:0' }),
          ),
          'Phòng Kế hoạch - Tài chính',
          'Trung tâm Y tế khu vực',
          'Trong tháng 10/2026',
        ]),
        row([
          cell(par('', { numbered: '1:1' })),
          'Thái độ phục vụ',
          'Tập huấn giao tiếp cho 100% nhân viên y tế',
          'Phòng Tổ chức cán bộ',
          '',
          'Tháng 4, tháng 5/2026',
        ]),
      ),
    {
      lists: [
        [
          ['decimal', '%1'],
          ['decimal', '%1.%2'],
        ],
        [['bullet', '-']],
      ],
    },
  ),
};

const prose: Paper = {
  name: 'prose-only.txt',
  bytes: bytesOf(
    [
      'ỦY BAN NHÂN DÂN',
      'TỈNH MINH HÀ',
      'Số: 07/CT-UBND',
      'Minh Hà, ngày 08 tháng 6 năm 2026',
      'CHỈ THỊ',
      'Về việc tăng cường thực hiện các giải pháp nâng cao Chỉ số PAPI',
      'Năm 2025, Chỉ số PAPI của tỉnh giảm điểm. Để nâng cao Chỉ số PAPI năm 2026, Chủ tịch UBND tỉnh chỉ thị:',
      '1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường, đặc khu:',
      'a) Tập trung chỉ đạo thực hiện Kế hoạch số 21/KH-UBND ngày 02/02/2026 của UBND tỉnh.',
      'b) Định kỳ trước ngày 20 hằng tháng báo cáo kết quả về UBND tỉnh qua Sở Nội vụ.',
      '2. Sở Tài chính có trách nhiệm:',
      'a) Tham mưu bố trí kinh phí trong quý III/2026;',
      'b) Hướng dẫn công khai ngân sách cấp xã.',
      '3. Công an tỉnh đẩy mạnh phòng, chống trộm cắp; hoàn thành trước ngày 31/12/2026.',
      '4. Đề nghị Ủy ban MTTQ Việt Nam tỉnh giám sát việc thực hiện Chỉ thị này.',
      'Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc thực hiện./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'CHỦ TỊCH',
      'Đặng Hữu Phước',
    ].join('\n\n'),
  ),
};

/** A conversion that puts each cell on a line of its own, a bar between them. */
const cells = (...texts: string[]) => texts.flatMap((text) => [text, '|']);

const barred: Paper = {
  name: 'one-cell-a-line.txt',
  bytes: bytesOf(
    [
      'ỦY BAN NHÂN DÂN',
      'TỈNH MINH HÀ',
      '',
      'Số: 33/KH-UBND',
      '',
      'Minh Hà, ngày 20 tháng 3 năm 2025',
      '',
      'KẾ HOẠCH',
      'Nâng cao Chỉ số PAPI năm 2025',
      '',
      'PHỤ LỤC',
      '',
      ...cells('STT', 'Nội dung thành phần', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Cơ quan theo dõi', 'Thời gian'),
      ...cells('1', 'Công khai, minh bạch'),
      ...cells(
        '1.1',
        'Tiếp cận thông tin',
        'Cung cấp thông tin theo Luật',
        'UBND cấp huyện, cấp xã',
        'Sở Tư pháp',
        'Thường xuyên',
      ),
      ...cells(
        '1.2',
        'Công khai danh sách hộ nghèo',
        'Bình xét công khai',
        'UBND cấp xã',
        'Sở Lao động, Thương binh và Xã hội',
        'Hằng năm',
      ),
      ...cells('2', 'Thủ tục hành chính công'),
      ...cells(
        '2.1',
        'Cấp giấy phép xây dựng',
        'Rút ngắn thời gian',
        'Sở Xây dựng',
        'Văn phòng UBND tỉnh',
        'Quý II/2025',
      ),
    ].join('\n'),
  ),
};

const noNumbers: Paper = {
  name: 'no-numbers.html',
  bytes: html(
    head('Số: 12/KH-UBND', 'Nâng cao Chỉ số hài lòng của người dân (SIPAS) và Chỉ số PAR INDEX năm 2026'),
    lines(
      'Nơi nhận:',
      '- Lưu: VT.',
      'CHỦ TỊCH',
      'Lý A Sùng',
      'Phụ lục',
      'DANH MỤC NHIỆM VỤ',
      '(Kèm theo Kế hoạch số 12/KH-UBND)',
    ),
    grid(
      ['Nhiệm vụ', 'Người chịu trách nhiệm', 'Đơn vị phối hợp', 'Hạn', 'Sản phẩm'],
      [['<b>A. NÂNG CAO CHỈ SỐ PAR INDEX</b>', 'colspan=5']],
      [['<b>I. Cải cách tổ chức bộ máy</b>', 'colspan=5']],
      [
        'Rà soát chức năng, nhiệm vụ các phòng',
        'Trưởng phòng Văn hóa - Xã hội',
        'Các phòng, trung tâm',
        '30/6',
        'Tờ trình',
      ],
      [['<b>B. NÂNG CAO CHỈ SỐ SIPAS</b>', 'colspan=5']],
      [['<b>I. Công chức</b>', 'colspan=5']],
      ['Mỗi công chức ký cam kết phục vụ', 'Chánh Văn phòng HĐND và UBND', '', 'Quý I', 'Bản cam kết'],
      [
        'Công khai số điện thoại đường dây nóng',
        'Giám đốc Trung tâm Phục vụ hành chính công',
        '',
        'Xong trước 15/02',
        '',
      ],
    ),
  ),
};

export const odd: Paper[] = [oneColumn, multilevel, prose, barred, noNumbers];
