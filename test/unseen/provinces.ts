import { cell, header, par, row, table, word } from '../torture/word.ts';
import { closing, letterhead, type Paper, pars } from './papers.ts';

/** Plans of provinces in Word: numbers by Word, a header of two rows, merged tasks, a table cut in two. */

const auto = (list: string) => cell(par('', { numbered: list }));
const all = (name: string, columns: number) => cell(name, { span: columns });

const twoRowHeader =
  row(
    [
      cell('STT', { merge: 'start' }),
      cell('Nhiệm vụ', { merge: 'start' }),
      cell('Cơ quan thực hiện', { span: 2 }),
      cell('Sản phẩm', { merge: 'start' }),
      cell('Thời gian hoàn thành', { merge: 'start' }),
    ],
    header,
  ) +
  row(
    [
      cell('', { merge: 'on' }),
      cell('', { merge: 'on' }),
      'Chủ trì',
      'Phối hợp',
      cell('', { merge: 'on' }),
      cell('', { merge: 'on' }),
    ],
    header,
  );

const parIndex: Paper = {
  name: 'par-index-2026.docx',
  bytes: word(
    letterhead(['ỦY BAN NHÂN DÂN', 'TỈNH MINH HÀ'], 'Số: 45/KH-UBND', 'Minh Hà, ngày 06 tháng 02 năm 2026') +
      pars('KẾ HOẠCH', 'Nâng cao Chỉ số cải cách hành chính (PAR INDEX) tỉnh Minh Hà năm 2026') +
      pars(
        'Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2026, Ủy ban nhân dân tỉnh ban hành Kế hoạch nâng cao Chỉ số PAR INDEX như sau:',
      ) +
      par('MỤC TIÊU', { numbered: '1:0' }) +
      par('Chỉ số PAR INDEX năm 2026 của tỉnh đạt từ 90% trở lên, nằm trong nhóm 10 tỉnh, thành phố dẫn đầu.', {
        numbered: '1:1',
      }) +
      par('NHIỆM VỤ', { numbered: '1:0' }) +
      pars('(Chi tiết tại Phụ lục kèm theo).') +
      par('TỔ CHỨC THỰC HIỆN', { numbered: '1:0' }) +
      par('Các sở, ban, ngành tỉnh; UBND các xã, phường, đặc khu', { numbered: '1:1' }) +
      par('Chủ động triển khai các nhiệm vụ được giao.', { numbered: '1:2' }) +
      par('Báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) trước ngày 30/11/2026.', { numbered: '1:2' }) +
      par('Sở Nội vụ', { numbered: '1:1' }) +
      par('Hướng dẫn, theo dõi, đôn đốc việc thực hiện Kế hoạch.', { numbered: '1:2' }) +
      par('Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh tham gia giám sát, phản biện xã hội.', { numbered: '1:1' }) +
      closing(
        ['- Như trên;', '- Lưu: VT, SNV.'],
        ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thị Thu Hà'],
      ) +
      pars(
        'PHỤ LỤC',
        'NHIỆM VỤ NÂNG CAO CHỈ SỐ PAR INDEX NĂM 2026',
        '(Kèm theo Kế hoạch số 45/KH-UBND ngày 06/02/2026 của UBND tỉnh)',
      ) +
      table(
        6,
        twoRowHeader,
        row([auto('2:0'), all('Cải cách thể chế', 5)]),
        row([
          auto('3:0'),
          'Rà soát văn bản quy phạm pháp luật',
          'Sở Tư pháp',
          'Các sở, ban, ngành; UBND các xã, phường, đặc khu',
          'Kế hoạch rà soát',
          'Trước ngày 31/3/2026',
        ]),
        row([
          cell(par('', { numbered: '3:0' }), { merge: 'start' }),
          cell('Kiểm tra, xử lý văn bản', { merge: 'start' }),
          cell('Sở Tư pháp', { merge: 'start' }),
          cell('Văn phòng UBND tỉnh', { merge: 'start' }),
          'Kế hoạch kiểm tra',
          cell('Quý IV/2026', { merge: 'start' }),
        ]),
        row([
          cell('', { merge: 'on' }),
          cell('', { merge: 'on' }),
          cell('', { merge: 'on' }),
          cell('', { merge: 'on' }),
          'Báo cáo kết quả',
          cell('', { merge: 'on' }),
        ]),
        row([auto('2:0'), all('Cải cách tài chính công', 5)]),
        row([
          auto('4:0'),
          'Tăng tỷ lệ giải ngân vốn đầu tư công đạt trên 95% kế hoạch',
          'Sở Tài chính',
          'Kho bạc Nhà nước khu vực XII; Thuế tỉnh',
          'Báo cáo',
          'Trong năm 2026',
        ]),
      ),
    {
      lists: [
        [
          ['upperRoman', '%1.'],
          ['decimal', '%2.'],
          ['lowerLetter', '%3)'],
        ],
        [['upperRoman', '%1']],
        [['decimal', '%1']],
        [['decimal', '%1']],
      ],
    },
  ),
};

const tornHead = row(
  ['TT', 'Nội dung thành phần', 'Nhiệm vụ, giải pháp', 'Đơn vị thực hiện', 'Đơn vị theo dõi', 'Thời gian'],
  header,
);
const torn: Paper = {
  name: 'papi-2024-torn.docx',
  bytes: word(
    letterhead(['ỦY BAN NHÂN DÂN', 'HUYỆN MINH CHÂU'], 'Số:      /KH-UBND', 'Minh Châu, ngày      tháng 3 năm 2024') +
      pars('KẾ HOẠCH', 'Cải thiện Chỉ số Hiệu quả quản trị và hành chính công (PAPI) huyện Minh Châu năm 2024') +
      pars(
        'I. MỤC ĐÍCH',
        '- Góp phần nâng cao Chỉ số PAPI của tỉnh.',
        'II. NHIỆM VỤ (Phụ lục kèm theo)',
        'III. TỔ CHỨC THỰC HIỆN',
      ) +
      pars(
        '1. Phòng Nội vụ: Chủ trì theo dõi, tổng hợp, báo cáo Ủy ban nhân dân huyện trước ngày 10/12/2024.',
        '2. Các phòng, ban, ngành; Ủy ban nhân dân các xã, thị trấn căn cứ Kế hoạch này để tổ chức thực hiện.',
      ) +
      closing(['- Sở Nội vụ;', '- Lưu: VT.'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Phạm Văn Bình']) +
      pars('PHỤ LỤC') +
      table(
        6,
        tornHead,
        row(['5', all('Thủ tục hành chính công', 5)]),
        row([
          cell('5.1', { merge: 'start' }),
          cell('Chứng thực, xác nhận', { merge: 'start' }),
          'Công khai thủ tục chứng thực tại Bộ phận Một cửa',
          'UBND các xã, thị trấn',
          'Phòng Tư pháp',
          'Thường xuyên',
        ]),
        row([
          cell('', { merge: 'on' }),
          cell('', { merge: 'on' }),
          'Trả kết quả chứng thực trong ngày, không để người dân',
          'UBND các xã, thị',
          'Phòng Tư pháp',
          'Hằng',
        ]),
      ) +
      table(
        6,
        tornHead,
        row(['', '', 'đi lại nhiều lần', 'trấn', '', 'tháng']),
        row([
          '5.3',
          'Giấy chứng nhận quyền sử dụng đất',
          '- Rút ngắn 30% thời gian giải quyết\n- Công khai phí, lệ phí',
          'Chi nhánh Văn phòng Đăng ký đất đai huyện',
          'Phòng Tài nguyên và Môi trường',
          'Quý II, III năm 2024',
        ]),
        row(['6', all('Cung ứng dịch vụ công', 5)]),
        row([
          '6.1',
          'Y tế công lập',
          'Cải tạo trạm y tế xã',
          'Trung tâm Y tế huyện',
          'Phòng Y tế',
          'Xong trước 30/9/2024',
        ]),
      ),
  ),
};

const decision: Paper = {
  name: 'quyet-dinh-ddci.docx',
  bytes: word(
    letterhead(['ỦY BAN NHÂN DÂN', 'TỈNH MINH HÀ'], 'Số: 210/QĐ-UBND', 'Minh Hà, ngày 20 tháng 01 năm 2026') +
      pars(
        'QUYẾT ĐỊNH',
        'Ban hành Kế hoạch nâng cao Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) và Chỉ số DDCI năm 2026',
        'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
      ) +
      pars(
        'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;',
        'Căn cứ Nghị quyết số 02/NQ-CP ngày 08/01/2026 của Chính phủ;',
        'Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 18/TTr-STC ngày 12/01/2026.',
        'QUYẾT ĐỊNH:',
      ) +
      pars(
        'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch nâng cao Chỉ số PCI và DDCI năm 2026.',
        'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
        'Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này./.',
      ) +
      closing(['- Như Điều 3;', '- Lưu: VT.'], ['CHỦ TỊCH', 'Nguyễn Quốc Dũng']) +
      pars(
        'KẾ HOẠCH',
        'Nâng cao Chỉ số PCI và DDCI năm 2026',
        '(Ban hành kèm theo Quyết định số 210/QĐ-UBND ngày 20/01/2026 của Chủ tịch UBND tỉnh)',
      ) +
      pars('I. NHIỆM VỤ', '1. Nhiệm vụ nâng cao Chỉ số PCI') +
      table(
        5,
        row(['Chỉ số thành phần', 'Giải pháp', 'Cơ quan đầu mối', 'Cơ quan phối hợp', 'Tiến độ']),
        row([
          cell('Gia nhập thị trường', { merge: 'start' }),
          'Rút ngắn thời gian đăng ký doanh nghiệp xuống còn 02 ngày',
          'Sở Tài chính',
          'Thuế tỉnh, Công an tỉnh',
          'Thường xuyên',
        ]),
        row([
          cell('', { merge: 'on' }),
          'Đăng ký trực tuyến đạt tối thiểu 90%',
          'Sở Tài chính',
          'Trung tâm Phục vụ hành chính công tỉnh',
          'Đến hết 30/6/2026',
        ]),
        row([
          'Tiếp cận đất đai',
          'Công khai quy hoạch sử dụng đất',
          'Sở Nông nghiệp và Môi trường',
          'UBND các xã, phường, đặc khu',
          'Hằng quý',
        ]),
      ) +
      pars('2. Nhiệm vụ nâng cao Chỉ số DDCI') +
      table(
        4,
        row(['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Thời hạn']),
        row(['1', 'Tổ chức khảo sát doanh nghiệp', 'Hiệp hội Doanh nghiệp tỉnh', 'Quý III/2026']),
      ) +
      pars(
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Sở Tài chính là cơ quan đầu mối, tổng hợp báo cáo UBND tỉnh định kỳ 6 tháng, năm.',
        '2. Đề nghị Hiệp hội Doanh nghiệp tỉnh phối hợp khảo sát.',
      ),
  ),
};

export const provinces: Paper[] = [parIndex, torn, decision];
