import {
  cell,
  deleted,
  header,
  inserted,
  par,
  row,
  rowDeleted,
  rowInserted,
  run,
  table,
  textBox,
  word,
} from '../torture/word.ts';
import { bytesOf, closing, grid, html, letterhead, lines, type Paper, pars } from './papers.ts';

/** Papers with something in them that goes wrong easily: revisions, text boxes, dittos, party bodies, lists in cells. */

const all = (name: string, span: number) => cell(name, { span });

const revised: Paper = {
  name: 'revised-2026.docx',
  bytes: word(
    par(textBox('Số: 77/KH-UBND')) +
      letterhead(['UBND TỈNH MINH HÀ', 'UBND ĐẶC KHU HÒN SƯƠNG'], '', 'Hòn Sương, ngày 10 tháng 02 năm 2026') +
      pars('KẾ HOẠCH', 'Nâng cao Chỉ số PAPI đặc khu Hòn Sương năm 2026') +
      par(
        run('Phấn đấu năm 2026 Chỉ số PAPI của đặc khu tăng ') +
          deleted('1,5') +
          inserted('2,0') +
          run(' điểm so với năm 2025.'),
      ) +
      closing(['- Lưu: VT.'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Ngô Văn Lâm']) +
      pars('Phụ lục') +
      table(
        6,
        row(['TT', 'Nhiệm vụ', 'Kết quả', 'Chủ trì', 'Phối hợp', 'Thời gian'], header),
        row([all('1. Tham gia của người dân ở cấp cơ sở', 6)]),
        row([
          '1',
          cell(par(run('Bầu trưởng thôn ') + deleted('theo nhiệm kỳ') + inserted('đúng quy định'))),
          'Nghị quyết',
          cell(par(run('Phòng Văn hóa') + run(' - Xã hội'))),
          cell('Ủy ban MTTQ Việt Nam đặc khu\nCác thôn\nCông an đặc khu'),
          'Trước ngày 15/8/2026',
        ]),
        row(['2', 'Nhiệm vụ đã bỏ', 'x', 'Phòng Kinh tế', '', 'Quý I'], rowDeleted),
        row(['2', 'Công khai các khoản thu đóng góp', 'Biên bản niêm yết', 'Các thôn', '', 'Hằng quý'], rowInserted),
        row([all('2. Kiểm soát tham nhũng trong khu vực công', 6)]),
        row([
          '1',
          'Xử lý nghiêm cán bộ nhũng nhiễu',
          '',
          'UBKT Đảng ủy đặc khu',
          'Ban Xây dựng Đảng; Thanh tra tỉnh',
          'Cả năm',
        ]),
      ),
  ),
};

const threeIndices: Paper = {
  name: 'three-indices.html',
  bytes: html(
    lines(
      'ỦY BAN NHÂN DÂN<br>THỊ XÃ MINH CHÂU',
      'Số: 64/KH-UBND',
      'Minh Châu, ngày 22 tháng 02 năm 2025',
      'KẾ HOẠCH',
      'Nâng cao các chỉ số PAR INDEX, SIPAS, PAPI năm 2025 trên địa bàn thị xã Minh Châu',
    ),
    lines(
      'Nơi nhận:',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Cao Thị Hương',
      'PHỤ LỤC 01',
      'NHIỆM VỤ NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)',
    ),
    grid(
      ['TT', 'Tiêu chí, tiêu chí thành phần', 'Giải pháp', 'CQ chủ trì', 'CQ phối hợp', 'Thời gian'],
      ['I', '<b>Công tác chỉ đạo, điều hành</b>', '', '', '', ''],
      [
        '1',
        'Kế hoạch CCHC',
        'Ban hành kế hoạch CCHC trước ngày 31/01/2025',
        'Phòng Nội vụ',
        'VP HĐND&UBND',
        'Tháng 01/2025',
      ],
      ['', 'Tuyên truyền CCHC', 'Tổ chức cuộc thi tìm hiểu CCHC', 'Phòng VH,KH&TT', 'nt', 'Quý III'],
    ),
    lines('PHỤ LỤC 02', 'NHIỆM VỤ NÂNG CAO CHỈ SỐ SIPAS'),
    grid(
      ['TT', 'Yếu tố', 'Nội dung thực hiện', 'Đơn vị thực hiện', 'Thời gian'],
      [
        ['1', 'rowspan=2'],
        ['Thủ tục hành chính', 'rowspan=2'],
        'Niêm yết công khai đầy đủ TTHC',
        'UBND các xã, phường; các phòng, ban',
        'Thường xuyên',
      ],
      ['Mức phí, lệ phí đúng quy định', 'Bộ phận Tiếp nhận và Trả kết quả các cấp', 'Thường xuyên'],
    ),
    lines('PHỤ LỤC 03', 'NHIỆM VỤ NÂNG CAO CHỈ SỐ PAPI'),
    grid(
      ['Nội dung', 'Nội dung thành phần', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan giám sát'],
      [
        ['7. Quản trị môi trường', 'rowspan=2'],
        '7.1. Nghiêm túc trong bảo vệ môi trường',
        'Kiểm tra các cơ sở sản xuất',
        'Phòng Nông nghiệp và Môi trường',
        'UBND thị xã',
      ],
      ['7.2. Chất lượng không khí', 'Trồng cây xanh', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'UBND thị xã'],
    ),
  ),
};

const tornHead = row(['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn hoàn thành', 'Kết quả']);
const tornTwice: Paper = {
  name: 'torn-groups.docx',
  bytes: word(
    letterhead(['ỦY BAN NHÂN DÂN', 'TỈNH MINH HÀ'], 'Số: 51/KH-UBND', 'Minh Hà, ngày 01 tháng 3 năm 2026') +
      pars('KẾ HOẠCH', 'Nâng cao Chỉ số PAPI năm 2026') +
      closing(['- Lưu: VT.'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Đào Văn Tú']) +
      pars('PHỤ LỤC') +
      table(
        6,
        tornHead,
        row([all('I. Công khai, minh bạch', 6)]),
        row(['1', 'Công khai, niêm yết', 'UBND các xã, phường, đặc khu', 'Sở Nội', 'Quý', 'Báo cáo']),
      ) +
      pars('2') +
      table(
        6,
        tornHead,
        row(['', 'TTHC: Rà soát, công bố đầy đủ', '', 'vụ', 'II/2026', 'kết quả']),
        row(['2', 'Tiếp công dân', 'Chủ tịch UBND cấp', 'Thanh', 'Hằng tháng', 'Thông báo']),
      ) +
      table(
        6,
        row(['', '', 'xã', 'tra tỉnh', '', '']),
        row([all('II. Thủ tục hành chính công', 6)]),
        row([
          '1',
          'Cắt giảm 30% thời gian giải quyết',
          'Các sở, ban, ngành',
          'Trung tâm Phục vụ hành chính công tỉnh',
          '31/12/2026',
          'Quyết định',
        ]),
      ),
  ),
};

const tornHeading: Paper = {
  name: 'torn-bare-rest.docx',
  bytes: word(
    letterhead(['ỦY BAN NHÂN DÂN', 'TỈNH MINH HÀ'], 'Số: 52/KH-UBND', 'Minh Hà, ngày 01 tháng 3 năm 2026') +
      pars('KẾ HOẠCH', 'Nâng cao Chỉ số PAPI năm 2026') +
      closing(['- Lưu: VT.'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Đào Văn Tú']) +
      pars('PHỤ LỤC') +
      table(
        5,
        row(['STT', 'Nội dung', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Thời gian']),
        row(['I', all('Công khai, minh bạch', 4)]),
        row(['1', 'Công khai, niêm yết', 'Niêm yết tại trụ sở và', 'UBND cấp xã', 'Thường xuyên']),
      ) +
      table(
        5,
        row(['STT', 'Nội dung', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Thời gian']),
        row(['', 'TTHC', 'nhà văn hóa', '', '']),
        row(['2', 'Công khai thu, chi ngân sách', 'Họp', 'Trưởng thôn', 'Hằng quý']),
        row(['3', 'Danh sách hộ', 'Họp bình xét,', 'Trưởng thôn,', 'Hằng năm']),
      ) +
      table(
        5,
        row(['', 'nghèo', 'công khai trước dân', 'Tổ trưởng tổ dân phố', '']),
        row(['II', all('Quản trị điện tử', 4)]),
        row(['1', 'Sử dụng Cổng dịch vụ công', 'Tập huấn', 'Công an cấp xã', 'Quý II']),
      ),
  ),
};

const party: Paper = {
  name: 'party.txt',
  bytes: bytesOf(
    [
      'ĐẢNG BỘ TỈNH MINH HÀ\tĐẢNG CỘNG SẢN VIỆT NAM',
      'ĐẢNG ỦY XÃ TÂN LẬP\t',
      'Số 15-KH/ĐU\tTân Lập, ngày 20 tháng 01 năm 2026',
      '',
      'KẾ HOẠCH',
      'lãnh đạo, chỉ đạo nâng cao Chỉ số PAPI năm 2026',
      '',
      'I. MỤC ĐÍCH',
      'Nâng cao nhận thức của cán bộ, đảng viên.',
      'II. NHIỆM VỤ',
      '',
      '| STT | Nhiệm vụ trọng tâm | Cơ quan tham mưu | Cơ quan phối hợp | Mốc thời gian |',
      '|--|--|--|--|--|',
      '| 1 | Ban hành Nghị quyết chuyên đề | Văn phòng Đảng ủy | Ban Xây dựng Đảng Đảng ủy | Quý I/2026 |',
      '| 2 | Kiểm tra trách nhiệm nêu gương của người đứng đầu | Ủy ban Kiểm tra Đảng ủy | UBND xã; Ủy ban MTTQ Việt Nam xã | 6 tháng cuối năm |',
      '',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Đảng ủy UBND xã lãnh đạo, chỉ đạo các cơ quan chuyên môn tổ chức thực hiện.',
      '2. Các chi bộ trực thuộc quán triệt, xây dựng kế hoạch thực hiện trước ngày 15/02/2026.',
      '',
      'Nơi nhận:\tT/M BAN THƯỜNG VỤ',
      '- Tỉnh ủy (b/c),\tBÍ THƯ',
      '- Lưu VPĐU.',
      '\tLò Văn Pánh',
    ].join('\n'),
  ),
};

export const hard: Paper[] = [revised, threeIndices, tornTwice, tornHeading, party];
