import type { PlainDate } from '../../kernel/plain-date.ts';

/** The 29 types of administrative documents, as words: Nghị định 30/2020/NĐ-CP, Điều 7. */
export const paperTypes = [
  ...(['Nghị quyết', 'Quyết định', 'Chỉ thị', 'Quy chế', 'Quy định', 'Thông cáo', 'Thông báo', 'Hướng dẫn'] as const),
  ...(['Chương trình', 'Kế hoạch', 'Phương án', 'Đề án', 'Dự án', 'Báo cáo', 'Biên bản', 'Tờ trình'] as const),
  ...(['Hợp đồng', 'Công văn', 'Công điện', 'Bản ghi nhớ', 'Bản thỏa thuận', 'Giấy ủy quyền', 'Giấy mời'] as const),
  ...(['Giấy giới thiệu', 'Giấy nghỉ phép', 'Phiếu gửi', 'Phiếu chuyển', 'Phiếu báo', 'Thư công'] as const),
] as const;
export type PaperType = (typeof paperTypes)[number];

/**
 * One official document as data, before any file format: what is printed, never how. A draft has no number, day or name
 * yet; the writers leave their places blank.
 */
export type Paper = {
  type: PaperType;
  /** printed in capitals above the issuer, as the decree has it for bodies that have one */
  superior: string | null;
  issuer: string;
  /** the whole number, "21/KH-UBND" */
  number: string | null;
  /** "KH-UBND" */
  symbol: string | null;
  place: string | null;
  date: PlainDate | null;
  /** printed where the day is still blank */
  year: number | null;
  /** trích yếu; a Công văn prints it as "V/v …" under its number */
  title: string;
  /** Kính gửi */
  addressees: string[];
  /** căn cứ */
  bases: string[];
  blocks: Block[];
  signature: Signature;
  /** Nơi nhận; the last says where it is kept: "Lưu: VT, …" */
  recipients: string[];
  appendices: Appendix[];
};

export type Block =
  /** Word counts I., 1., a); `label` stands as it is where the count would give another, and null for none */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; label?: string | null }
  | { kind: 'paragraph'; text: string }
  /** each item after a dash, or at the second level after a plus */
  | { kind: 'list'; level?: 1 | 2; items: string[] }
  | { kind: 'table'; table: Table };

/** `authority` are the lines above the signer's own office: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
export type Signature = { authority: string[]; title: string; name: string | null };

export type Appendix = {
  /** "Phụ lục I" */
  label: string;
  title: string;
  landscape: boolean;
  blocks: Block[];
};

export type Align = 'left' | 'center' | 'right' | 'justify';
export type Column = { header: string /** of the table's width, against the others */; share: number; align: Align };

/** `rows` says how many rows it covers, from its own down; one that a cell above covers is null. */
export type Cell = { lines: string[]; rows?: number; bold?: boolean };

export type Row =
  /** over all columns; a table that counts its rows prints `label` in the counting column */
  { kind: 'group'; label: string | null; name: string } | { kind: 'row'; cells: (Cell | null)[] };

/** A counted table has a first column "TT" that Word counts: through all rows, or anew under each group. */
export type Table = { columns: Column[]; counted: 'through' | 'by-group' | null; rows: Row[] };
