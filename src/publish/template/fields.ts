import type { PaperKind } from './kinds.ts';
import type { TemplateField } from './model.ts';
import { partsOfKind, rowsOfKind } from './parts.ts';

const text = (name: string, says: string): TemplateField => ({ name, says, sort: 'text' });
const lines = (name: string, says: string): TemplateField => ({ name, says, sort: 'lines' });
const blocks = (name: string, says: string): TemplateField => ({ name, says, sort: 'blocks' });

/** What every paper has. */
const common: readonly TemplateField[] = [
  text('co_quan_chu_quan', 'Cơ quan cấp trên trực tiếp; để trống với Ủy ban nhân dân'),
  text('co_quan_ban_hanh', 'Cơ quan ban hành văn bản'),
  text('so_ky_hieu', 'Số và ký hiệu, ví dụ 45/BC-UBND; dự thảo chừa chỗ ghi số'),
  text('dia_danh', 'Địa danh ghi trên văn bản'),
  text('ngay_thang_nam', '“ngày 05 tháng 02 năm 2026”; dự thảo chừa chỗ ghi ngày'),
  text('ten_loai', 'Tên loại văn bản: Báo cáo, Kế hoạch, Thông báo …'),
  text('trich_yeu', 'Trích yếu nội dung văn bản'),
  lines('kinh_gui', 'Nơi kính gửi; nhiều nơi thì mỗi nơi một dòng'),
  lines('can_cu', 'Căn cứ ban hành, mỗi căn cứ một dòng'),
  blocks('noi_dung', 'Toàn bộ nội dung do phần mềm soạn (trừ câu kết), thay cho các trường của từng mục'),
  blocks('mo_dau', 'Đoạn mở đầu, trước mục I'),
  blocks('cac_muc_khac', 'Các mục khác của nội dung mà biểu mẫu không có trường riêng'),
  text('ket_luan', 'Câu kết của văn bản'),
  lines('noi_nhan', 'Nơi nhận, mỗi nơi một dòng'),
  lines('quyen_han_chuc_vu', 'Quyền hạn, chức vụ người ký: TM. …, KT. …, CHỦ TỊCH'),
  text('ho_ten_ky', 'Họ tên người ký'),
  blocks('cac_phu_luc', 'Mọi phụ lục do phần mềm soạn, mỗi phụ lục một phần trang riêng'),
  text('kem_theo', 'Dòng “(Kèm theo …)” dưới tên phụ lục'),
];

const period = [
  text('ke_hoach', 'Kế hoạch được báo cáo: “Kế hoạch số 21/KH-UBND ngày …”'),
  text('don_vi', 'Tên đơn vị lập văn bản, viết như trong danh bạ'),
  text('ky_bao_cao', 'Kỳ báo cáo: “Quý II/2026”'),
  text('tu_ngay', 'Ngày đầu kỳ số liệu'),
  text('den_ngay', 'Ngày cuối kỳ số liệu'),
];
const late = [
  text('viec_phai_bao_cao', 'Việc bị chậm: “báo cáo quý II năm 2026”'),
  text('tinh_hinh', '“Đến hết ngày …, còn 3/16 cơ quan, đơn vị chậm …”'),
];

const facts: Partial<Record<PaperKind, readonly TemplateField[]>> = {
  report: period,
  consolidated: period,
  reminder: [
    ...late,
    text('thuc_hien', 'Văn bản giao việc: “Kế hoạch số 21/KH-UBND ngày …”'),
    text('lam_gi', '“gửi” (báo cáo) hoặc “báo cáo kết quả” (nhiệm vụ)'),
    text('yeu_cau', '“yêu cầu” hoặc “đề nghị”'),
    text('noi_nhan_bao_cao', 'Nơi nhận báo cáo'),
    text('han_gui', 'Hạn phải gửi: “ngày 20 tháng 6 năm 2026”'),
  ],
  'late-list': late,
  explanation: [
    text('don_vi', 'Tên đơn vị giải trình, viết như trong danh bạ'),
    text('viec_giai_trinh', 'Việc phải giải trình: “nhiệm vụ chậm, chưa hoàn thành kỳ Quý II/2026”'),
    text('thuc_hien', 'Văn bản giao việc'),
  ],
  inspection: [text('don_vi_duoc_kiem_tra', 'Tên đơn vị được kiểm tra')],
  'mid-year': period,
  'year-end': period,
};

/** All fields a template of a kind may hold, as they are documented. */
export function fieldsOf(kind: PaperKind): readonly TemplateField[] {
  const parts = partsOfKind[kind].map(({ name, heading }) => blocks(name, `Nội dung mục “${heading}”`));
  return [...common, ...(facts[kind] ?? []), ...parts, ...rowFields(kind)];
}

/** The first table of the appendix: with its group rows, and as one list. */
function rowFields(kind: PaperKind): TemplateField[] {
  const rows = rowsOfKind[kind];
  if (rows === undefined) return [];
  const own = [text('stt', 'Số thứ tự trong bảng'), ...rows.columns.map(({ name, says }) => lines(name, says))];
  const list: TemplateField = { name: rows.name, says: rows.says, sort: 'rows', fields: own };
  if (!rows.grouped) return [list];
  const group = [text('ten_nhom', 'Tên nhóm: chỉ số, nội dung thành phần'), list];
  return [{ name: 'nhom', says: 'Lặp cho từng nhóm của bảng', sort: 'rows', fields: group }, list];
}

/** {co_x}: whether there is anything to print in x; a template prints what stands between {#co_x} and {/co_x} only then. */
export const flagPrefix = 'co_';

/** Of the addressees one is printed beside “Kính gửi:”, several below it. */
export const flags = ['mot_noi_kinh_gui', 'nhieu_noi_kinh_gui', 'co_phu_luc'] as const;

/**
 * What has to be in a template, or the paper would be wrong each time: of each line one field at least. Words that are printed
 * need not be a field.
 */
export function neededOf(kind: PaperKind): readonly (readonly string[])[] {
  const rows = rowsOfKind[kind];
  return [
    ...[['so_ky_hieu'], ['ngay_thang_nam'], ['trich_yeu'], ['ho_ten_ky'], ['noi_nhan']],
    ...(partsOfKind[kind].length > 0 ? [['noi_dung', ...partsOfKind[kind].map(({ name }) => name)]] : []),
    ...(kind === 'reminder' || kind === 'late-list' ? [['noi_dung', 'tinh_hinh', 'viec_phai_bao_cao']] : []),
    ...(rows ? [['cac_phu_luc', rows.name, ...(rows.grouped ? ['nhom'] : [])]] : []),
  ];
}
