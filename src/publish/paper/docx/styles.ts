import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { firstLine, font, gap, sizes, twips } from '../measures.ts';

const { CENTER, BOTH, LEFT } = AlignmentType;
const points = (size: number): number => size * 2;
const space = (size: number): number => size * 20;

type Look = { size: number; bold?: boolean; italics?: boolean; allCaps?: boolean };
type Set = NonNullable<IParagraphStyleOptions['paragraph']>;

const style = (name: string, { size, ...look }: Look, paragraph: Set): Omit<IParagraphStyleOptions, 'id'> => ({
  ...{ name, basedOn: 'Normal', next: 'NoiDung', quickFormat: true },
  run: { size: points(size), ...look },
  paragraph: { spacing: { before: 0, after: 0 }, ...paragraph },
});

const centred: Set = { alignment: CENTER };
const afterGap = { before: 0, after: space(gap) };
const running: Set = {
  alignment: BOTH,
  spacing: { ...afterGap, line: 264, lineRule: LineRuleType.AUTO },
  indent: { firstLine: twips(firstLine) },
};
const heading: Set = { ...running, keepNext: true };

/** The components of an official document as styles of Word, so that an office changes a look in one place. */
const styles = {
  QuocHieu: style('Quốc hiệu', { size: sizes.motto, bold: true }, centred),
  TieuNgu: style('Tiêu ngữ', { size: sizes.creed, bold: true }, centred),
  CoQuanChuQuan: style('Cơ quan chủ quản', { size: sizes.superior }, centred),
  CoQuanBanHanh: style('Cơ quan ban hành', { size: sizes.issuer, bold: true }, centred),
  SoKyHieu: style('Số và ký hiệu', { size: sizes.number }, centred),
  TrichYeuCongVan: style('Trích yếu công văn', { size: sizes.subject }, centred),
  DiaDanhNgay: style('Địa danh và thời gian', { size: sizes.day, italics: true }, centred),
  TenLoai: style(
    'Tên loại',
    { size: sizes.type, bold: true },
    { ...centred, spacing: { before: space(14), after: 0 } },
  ),
  TrichYeu: style('Trích yếu', { size: sizes.title, bold: true }, centred),
  KinhGui: style('Kính gửi', { size: sizes.body }, { ...centred, spacing: { before: space(14), after: space(14) } }),
  KinhGuiDanhSach: style(
    'Kính gửi (danh sách)',
    { size: sizes.body },
    { alignment: LEFT, indent: { left: twips(55), hanging: twips(4) } },
  ),
  CanCu: style('Căn cứ', { size: sizes.body, italics: true }, running),
  NoiDung: style('Nội dung', { size: sizes.body }, running),
  GachDauDong: style('Gạch đầu dòng', { size: sizes.body }, running),
  ChucVuKy: style('Quyền hạn và chức vụ người ký', { size: sizes.signature, bold: true }, centred),
  HoTenKy: style('Họ tên người ký', { size: sizes.signature, bold: true }, centred),
  NoiNhan: style('Nơi nhận', { size: sizes.recipientsHead, bold: true, italics: true }, { alignment: LEFT }),
  NoiNhanDanhSach: style('Nơi nhận (danh sách)', { size: sizes.recipients }, { alignment: LEFT }),
  PhuLuc: style('Phụ lục', { size: sizes.title, bold: true }, { ...centred, keepNext: true }),
  TenPhuLuc: style('Tên phụ lục', { size: sizes.title, bold: true, allCaps: true }, { ...centred, keepNext: true }),
  KemTheo: style('Kèm theo', { size: sizes.title, italics: true }, { ...centred, keepNext: true }),
  DauCot: style('Đầu cột', { size: sizes.cell, bold: true }, { ...centred, keepNext: true }),
  NhomBang: style('Nhóm trong bảng', { size: sizes.cell, bold: true }, { alignment: LEFT, keepNext: true }),
  OBang: style('Ô bảng', { size: sizes.cell }, { alignment: LEFT, spacing: { before: 20, after: 20 } }),
  SoTrang: style('Số trang', { size: sizes.page }, centred),
  SauBang: style(
    'Sau bảng',
    { size: 1 },
    { ...centred, spacing: { before: space(gap), after: 0, line: 60, lineRule: LineRuleType.EXACT } },
  ),
  DongKe: style(
    'Dòng kẻ',
    { size: 1 },
    { ...centred, spacing: { before: 0, after: 0, line: 60, lineRule: LineRuleType.EXACT } },
  ),
};
export type StyleId = keyof typeof styles | 'Heading1' | 'Heading2' | 'Heading3';

/** The last of three levels (a, b, c) is set as running text. */
const headingStyle = (level: number) => ({
  run: { size: points(sizes.body), bold: level < 2, color: '000000' },
  paragraph: { ...heading, outlineLevel: level },
});

export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: points(sizes.body), language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' } },
    },
    heading1: headingStyle(0),
    heading2: headingStyle(1),
    heading3: headingStyle(2),
  },
  paragraphStyles: Object.entries(styles).map(([id, one]) => ({ id, ...one })),
};
