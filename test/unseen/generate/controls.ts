import type { Chance } from './chance.ts';
import { offices, themes, times } from './content.ts';
import { type GridCell, line, type Piece, type TablePiece, title } from './pieces.ts';

/** Tables of official papers that look like tables of tasks and are none. */
type Other = { kind: string; caption: string; header: string[]; row: (chance: Chance, at: number) => string[] };

const people = ['Nguyễn Thị Hạnh', 'Trần Văn Bình', 'Lò Thị Mai', 'Hoàng Minh Đức', 'Phạm Quốc Việt', 'Vi Văn Toàn'];
const communes = ['xã Tân Lập', 'xã An Hòa', 'phường Minh Châu', 'xã Hòn Sương', 'xã Đồng Tiến', 'phường Lê Lợi'];
const works = themes.flatMap((theme) => theme.works);
const work = (chance: Chance) => chance.pick(works).text;
const result = (chance: Chance) => chance.pick(works).result;
const time = (chance: Chance) => chance.pick(times).print;
const dots = (chance: Chance) => chance.pick(['', '…', '...', '......']);

export const others: Other[] = [
  {
    kind: 'report form',
    caption: 'BIỂU MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN',
    header: ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Kết quả thực hiện', 'Khó khăn, vướng mắc', 'Ghi chú'],
    row: (chance, at) => [`${at}`, dots(chance), dots(chance), dots(chance), dots(chance), ''],
  },
  {
    kind: 'form to fill in',
    caption: 'Mẫu số 02: Báo cáo tiến độ',
    header: [
      'TT',
      'Nội dung nhiệm vụ',
      'Đơn vị thực hiện',
      'Thời gian hoàn thành',
      'Kết quả đạt được',
      'Nguyên nhân chậm',
    ],
    row: (chance, at) => [`${at}`, work(chance), dots(chance), dots(chance), dots(chance), dots(chance)],
  },
  {
    kind: 'inspection schedule',
    caption: 'LỊCH KIỂM TRA CÔNG TÁC CẢI CÁCH HÀNH CHÍNH',
    header: ['TT', 'Đơn vị được kiểm tra', 'Nội dung kiểm tra', 'Thời gian kiểm tra', 'Thành phần đoàn'],
    row: (chance, at) => [
      `${at}`,
      `UBND ${chance.pick(communes)}`,
      'Công tác tiếp nhận, trả kết quả',
      'Tháng 5/2026',
      'Sở Nội vụ',
    ],
  },
  {
    kind: 'targets',
    caption: 'CÁC CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH',
    header: ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2025', 'Kế hoạch năm 2026', 'Cơ quan theo dõi'],
    row: (chance, at) => [
      `${at}`,
      'Tỷ lệ hồ sơ giải quyết đúng hạn',
      '%',
      '96,5',
      `${chance.between(97, 100)}`,
      chance.pick(offices),
    ],
  },
  {
    kind: 'targets by quarter',
    caption: 'Chỉ tiêu phấn đấu theo quý',
    header: ['STT', 'Tên chỉ tiêu', 'Đơn vị tính', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
    row: (chance, at) => [
      `${at}`,
      'Số thủ tục được tái cấu trúc',
      'Thủ tục',
      `${chance.between(1, 9)}`,
      '10',
      '15',
      '20',
    ],
  },
  {
    kind: 'members',
    caption: 'DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO',
    header: ['STT', 'Họ và tên', 'Chức vụ, đơn vị công tác', 'Nhiệm vụ'],
    row: (chance, at) => [
      `${at}`,
      chance.pick(people),
      `Phó Giám đốc ${chance.pick(offices)}`,
      chance.pick(['Trưởng ban', 'Phó Trưởng ban', 'Thành viên']),
    ],
  },
  {
    kind: 'members with duties',
    caption: 'DANH SÁCH TỔ GIÚP VIỆC',
    header: ['TT', 'Họ và tên', 'Đơn vị công tác', 'Chức vụ', 'Nhiệm vụ trong Tổ'],
    row: (chance, at) => [
      `${at}`,
      chance.pick(people),
      chance.pick(offices),
      'Chuyên viên',
      chance.pick(['Tổ trưởng', 'Tổ viên']),
    ],
  },
  {
    kind: 'duty roster',
    caption: 'LỊCH TRỰC TẾT',
    header: ['TT', 'Ngày trực', 'Họ và tên', 'Đơn vị', 'Số điện thoại'],
    row: (chance, at) => [
      `${at}`,
      `${chance.between(10, 28)}/02/2026`,
      chance.pick(people),
      chance.pick(offices),
      '0912 000 111',
    ],
  },
  {
    kind: 'results',
    caption: 'KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025',
    header: ['TT', 'Tên đơn vị', 'Điểm tự đánh giá', 'Điểm thẩm định', 'Xếp hạng'],
    row: (chance, at) => [`${at}`, chance.pick(offices), '92,5', '90,1', `${at}`],
  },
  {
    kind: 'scorecard',
    caption: 'BẢNG TIÊU CHÍ CHẤM ĐIỂM',
    header: ['STT', 'Lĩnh vực/Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Cơ quan thẩm định', 'Tài liệu kiểm chứng'],
    row: (chance, at) => [`${at}`, work(chance), '1,0', '', chance.pick(offices), 'Báo cáo'],
  },
  {
    kind: 'budget',
    caption: 'DỰ TOÁN KINH PHÍ THỰC HIỆN',
    header: ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng', 'Đơn giá', 'Thành tiền', 'Đơn vị thực hiện'],
    row: (chance, at) => [
      `${at}`,
      'Chi hội nghị tập huấn',
      'Lớp',
      '02',
      '15.000.000',
      '30.000.000',
      chance.pick(offices),
    ],
  },
  {
    kind: 'budget allocation',
    caption: 'PHÂN BỔ DỰ TOÁN NĂM 2026 (triệu đồng)',
    header: ['STT', 'Đơn vị', 'Nội dung chi', 'Dự toán giao', 'Nguồn kinh phí'],
    row: (chance, at) => [
      `${at}`,
      chance.pick(offices),
      'Kinh phí chuyển đổi số',
      `${chance.between(100, 900)}`,
      'Ngân sách tỉnh',
    ],
  },
  {
    kind: 'procedures',
    caption: 'DANH MỤC THỦ TỤC HÀNH CHÍNH CÔNG BỐ',
    header: ['STT', 'Mã số TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực', 'Cơ quan thực hiện', 'Thời hạn giải quyết'],
    row: (chance, at) => [
      `${at}`,
      `1.0${chance.between(10000, 99999)}`,
      'Cấp giấy phép xây dựng nhà ở riêng lẻ',
      'Xây dựng',
      chance.pick(offices),
      `${chance.between(3, 20)} ngày làm việc`,
    ],
  },
  {
    kind: 'procedures with places',
    caption: 'Danh mục thủ tục hành chính thực hiện tại Bộ phận Một cửa',
    header: ['TT', 'Tên thủ tục', 'Thời gian giải quyết', 'Địa điểm thực hiện', 'Phí, lệ phí', 'Căn cứ pháp lý'],
    row: (_, at) => [
      `${at}`,
      'Đăng ký khai sinh',
      'Trong ngày làm việc',
      'Trung tâm Phục vụ hành chính công xã',
      'Không',
      'Luật Hộ tịch',
    ],
  },
  {
    kind: 'agenda',
    caption: 'CHƯƠNG TRÌNH HỘI NGHỊ',
    header: ['Thời gian', 'Nội dung', 'Người thực hiện'],
    row: (chance, at) => [`${7 + at}h30 - ${8 + at}h00`, 'Báo cáo kết quả cải cách hành chính', chance.pick(offices)],
  },
  {
    kind: 'training classes',
    caption: 'LỊCH TẬP HUẤN NĂM 2026',
    header: ['TT', 'Tên lớp', 'Đối tượng', 'Số lượng', 'Thời gian', 'Địa điểm'],
    row: (chance, at) => [
      `${at}`,
      'Bồi dưỡng kỹ năng số',
      'Công chức cấp xã',
      '60',
      time(chance),
      'Trường Chính trị tỉnh',
    ],
  },
  {
    kind: 'documents',
    caption: 'DANH MỤC VĂN BẢN HẾT HIỆU LỰC',
    header: ['STT', 'Tên loại văn bản', 'Số, ký hiệu', 'Trích yếu nội dung', 'Cơ quan ban hành', 'Ngày hết hiệu lực'],
    row: (chance, at) => [
      `${at}`,
      'Quyết định',
      `${chance.between(10, 90)}/2021/QĐ-UBND`,
      'Quy định mức thu phí',
      'UBND tỉnh',
      '01/01/2026',
    ],
  },
  {
    kind: 'appendix of distribution',
    caption: 'DANH SÁCH CƠ QUAN NHẬN VĂN BẢN',
    header: ['TT', 'Cơ quan, đơn vị', 'Số lượng bản', 'Ghi chú'],
    row: (chance, at) => [`${at}`, chance.pick(offices), '01', ''],
  },
  {
    kind: 'hardware',
    caption: 'DANH MỤC TRANG THIẾT BỊ',
    header: ['STT', 'Tên thiết bị', 'Đơn vị tính', 'Số lượng', 'Đơn vị sử dụng', 'Ghi chú'],
    row: (chance, at) => [
      `${at}`,
      'Máy quét tài liệu',
      'Chiếc',
      `${chance.between(1, 5)}`,
      `UBND ${chance.pick(communes)}`,
      '',
    ],
  },
  {
    kind: 'report of work',
    caption: 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025',
    header: ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn', 'Kết quả thực hiện', 'Đánh giá'],
    row: (chance, at) => [
      `${at}`,
      work(chance),
      chance.pick(offices),
      'Quý IV/2025',
      `Đã ban hành ${result(chance)}`,
      'Hoàn thành',
    ],
  },
];

const bold = (text: string): GridCell => ({ text, bold: true });

export function otherTable(other: Other, chance: Chance): Piece[] {
  const rows = Array.from({ length: chance.between(3, 8) }, (_, at) =>
    other.row(chance, at + 1).map((text) => ({ text })),
  );
  const table: TablePiece = { kind: 'table', rows: [other.header.map(bold), ...rows], headerRows: 1, landscape: false };
  return [
    title(chance.pick(['PHỤ LỤC II', 'Phụ lục', 'BIỂU SỐ 01'])),
    chance.often(0.8) ? title(other.caption) : line(other.caption),
    table,
  ];
}
