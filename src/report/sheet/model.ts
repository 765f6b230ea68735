import type { Target } from '../../plan/model.ts';
import type { FieldPlace, LineField, LineState, ReportContent, WholeField } from '../content/model.ts';
import { hiddenSheet } from './hidden.ts';

/** A report as a workbook that is filled in where there is no line: what stands where, and what it was made of. */

export type { Cell, CellRows } from './hidden.ts';

/** A task as the workbook asks for it; targets only of who answers for it. */
export type SheetItem = { id: string; text: string; owes: boolean; targets: readonly Target[] };

/** What the report said when the workbook was made: the base both sides of a merge began from. */
export type SheetReport = { reportId: string; title: string; items: readonly SheetItem[]; content: ReportContent };

export const sheetNames = { items: 'Nhiệm vụ', figures: 'Số liệu', whole: 'Phần chung', base: hiddenSheet } as const;

/** Rows above the first line of each sheet: its title, how it is filled in, the heads. */
export const headRows = 3;

export const itemColumns = [
  'Mã',
  'TT',
  'Nhiệm vụ',
  'Vai trò',
  'Tình trạng',
  'Kết quả trong kỳ',
  'Khó khăn, vướng mắc',
  'Đề xuất',
];
export const itemFields = ['state', 'result', 'difficulty', 'proposal'] as const satisfies readonly LineField[];
/** Where the first of `itemFields` stands. */
export const firstField = 4;

export const figureColumns = [
  'Mã',
  'Chỉ tiêu số',
  'Nhiệm vụ',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Số đạt được',
  'Trên tổng số',
  'Giá trị hoặc tỷ lệ',
];
export const figureFields = ['part', 'whole', 'value'] as const;
export const firstFigure = 5;

export const wholeColumns = ['Mã', 'Phần', 'Nội dung'];

export const sheetStates: Record<LineState, string> = {
  done: 'Hoàn thành',
  doing: 'Đang thực hiện',
  'not-begun': 'Chưa thực hiện',
  none: 'Không phát sinh',
};

export const wholeNames: Record<WholeField, string> = {
  overview: 'Tình hình chung',
  results: 'Kết quả nổi bật',
  shortcomings: 'Tồn tại, hạn chế và nguyên nhân',
  difficulties: 'Khó khăn, vướng mắc chung',
  proposals: 'Đề xuất, kiến nghị',
  next: 'Phương hướng kỳ tới',
};

/** Excel keeps at most 32,767 characters in a cell: what is longer is written on the screen only. */
export const longestCell = 32_000;
export const tooLong = '(Nội dung dài hơn một ô Excel chứa được; xem và sửa trên màn hình Soạn báo cáo.)';

/** The mark a workbook of ours carries, with the number of its shape. */
export const sheetMark = 'thang-bao-cao 1';

/** One place and what it said. */
export type BaseField = { place: FieldPlace; was: unknown };

/**
 * What a filled-in workbook changes. new: nobody wrote there since · merged: somebody wrote other words, both are in `value` · met:
 * somebody wrote the same place since, and it has to be said which stands; `value` is what the workbook says.
 */
export type SheetChange = {
  place: FieldPlace;
  /** the task, or the part of the whole, with the column */
  of: string;
  column: string;
  was: unknown;
  now: unknown;
  value: unknown;
  how: 'new' | 'merged' | 'met';
};

/** What of the workbook is not taken, where, and why. */
export type SheetFault = { where: string; message: string };

export type TakenIn = { changes: SheetChange[]; faults: SheetFault[]; same: number };
