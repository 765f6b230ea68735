import { fold } from '../../kernel/text.ts';
import type { Header } from './header.ts';
import { agencyFields, own, type Row, workFields } from './row.ts';

/** Why a table with a known header holds no tasks; undefined where it does hold them. */
export function findOtherKind(
  header: Header,
  rows: Row[],
  captions: string[],
): { code: string; message: string } | undefined {
  const roles = new Set(header.columns.map(({ role }) => role));
  const title = fold(captions.join(' '));
  const agencies = agencyFields.some((field) => roles.has(field));
  if (rows.length === 0 || rows.every((row) => workFields.every((field) => own(row, field) === ''))) {
    return {
      code: 'empty-form',
      message: 'Bảng chỉ có tiêu đề, không có nội dung (biểu mẫu báo cáo): không có nhiệm vụ.',
    };
  }
  if (header.wordings.includes('inspected') || /^lich |lich (?:kiem tra|thanh tra|cong tac)/.test(title)) {
    return { code: 'inspection-schedule', message: 'Bảng là lịch kiểm tra, không phải bảng nhiệm vụ.' };
  }
  if (isTargetList(header, roles)) {
    return { code: 'target-list', message: 'Bảng là danh mục chỉ tiêu, không phải bảng nhiệm vụ.' };
  }
  if (!roles.has('text') || !(agencies || (roles.has('time') && header.wordings.includes('text')))) {
    return {
      code: 'table-without-tasks',
      message: 'Bảng không có cột nhiệm vụ cùng cột cơ quan hoặc thời gian nên không đọc thành nhiệm vụ.',
    };
  }
  if (isReportForm(header, rows, title)) {
    return { code: 'report-form', message: 'Bảng là biểu mẫu báo cáo để các đơn vị điền, không phải bảng nhiệm vụ.' };
  }
  return undefined;
}

/** Figures by year or in units, and no column that says what is to be done. */
function isTargetList(header: Header, roles: Set<string>): boolean {
  const values = header.wordings.filter((wording) => wording === 'value').length;
  return (
    values > 0 &&
    !header.wordings.includes('text') &&
    !header.wordings.includes('content') &&
    (values > 1 || !roles.has('lead'))
  );
}

/** A form to be filled in: it says so, or has columns for what was done and why not, and leaves them empty. */
function isReportForm(header: Header, rows: Row[], title: string): boolean {
  const asks = header.columns.some(({ header: words }) =>
    /ton tai|nguyen nhan|vuong mac|da thuc hien|chua thuc hien|so lieu/.test(fold(words)),
  );
  const called = /bieu mau|mau so|^mau |de cuong|tong hop bao cao|mau bao cao|bieu bao cao|bieu tong hop ket qua/.test(
    title,
  );
  if (!asks && !called) return false;
  const filled = rows.filter((row) => agencyFields.some((field) => own(row, field) !== '')).length;
  return filled * 4 < rows.length;
}
