import { fold } from '../../kernel/text.ts';
import type { Header } from './header.ts';
import { agencyFields, type Field, own, type Row, workFields } from './row.ts';

export type OtherKind = { code: string; message: string };

const kinds = {
  form: {
    code: 'empty-form',
    message: 'Bảng chỉ có tiêu đề, không có nội dung (biểu mẫu báo cáo): không có nhiệm vụ.',
  },
  schedule: { code: 'inspection-schedule', message: 'Bảng là lịch kiểm tra, không phải bảng nhiệm vụ.' },
  agenda: { code: 'agenda', message: 'Bảng là chương trình làm việc theo giờ, không phải bảng nhiệm vụ.' },
  targets: { code: 'target-list', message: 'Bảng là danh mục chỉ tiêu, không phải bảng nhiệm vụ.' },
  report: { code: 'report-form', message: 'Bảng là biểu mẫu báo cáo để các đơn vị điền, không phải bảng nhiệm vụ.' },
  done: { code: 'report-of-work', message: 'Bảng trong báo cáo kể việc đã làm, không phải nhiệm vụ được giao.' },
  people: {
    code: 'list-of-people',
    message: 'Bảng là danh sách người (thành viên, lịch trực), không phải bảng nhiệm vụ.',
  },
  procedures: { code: 'list-of-procedures', message: 'Bảng là danh mục thủ tục hành chính, không phải bảng nhiệm vụ.' },
  budget: { code: 'budget', message: 'Bảng là dự toán, phân bổ kinh phí, không phải bảng nhiệm vụ.' },
  results: { code: 'results', message: 'Bảng là điểm số, xếp hạng đã có, không phải bảng nhiệm vụ.' },
  signature: { code: 'signature-block', message: 'Bảng là phần chữ ký và nơi nhận, không có nhiệm vụ.' },
  other: {
    code: 'table-without-tasks',
    message: 'Bảng không có cột nhiệm vụ cùng cột cơ quan hoặc thời gian nên không đọc thành nhiệm vụ.',
  },
} as const;

/** Why a table with a known header holds no tasks; undefined where it does hold them. */
export function findOtherKind(
  header: Header,
  rows: Row[],
  captions: string[],
  type: string | null,
): OtherKind | undefined {
  const roles = new Set(header.columns.map(({ role }) => role));
  // A title is short; the paragraph that happens to stand above a table is none.
  const titles = captions.filter((caption) => caption.length <= 160).map((caption) => fold(caption));
  const told = kindOfWords(header.columns.map(({ header: words }) => words));
  if (told && !(roles.has('lead') && roles.has('time') && header.wordings.includes('text'))) return told;
  const agencies = agencyFields.some((field) => roles.has(field) || rows.some((row) => row.slots[field]));
  if (rows.every((row) => workFields.every((field) => own(row, field) === ''))) return kinds.form;
  if (
    header.wordings.includes('inspected') ||
    titles.some((title) => /^(?:(?:phu luc|bieu|bang)\W*\w*\W+)?lich /.test(title))
  )
    return kinds.schedule;
  if (tellsPast(rows)) return kinds.done;
  if (type === 'Báo cáo' && header.columns.some(({ header: words }) => tellsDone.test(fold(words)))) return kinds.done;
  if (isAgenda(rows)) return kinds.agenda;
  if (isTargetList(header)) return kinds.targets;
  if (!roles.has('text') || !(agencies || (roles.has('time') && header.wordings.includes('text')))) return kinds.other;
  return isReportForm(header, rows, titles) ? kinds.report : undefined;
}

/** What the words of a header say it lists, whatever else they name: people, procedures, money, scores. */
const listed: [keyof typeof kinds, RegExp][] = [
  ['people', /^ho (?:va )?ten|^ho,? ten/],
  ['procedures', /^(?:ten )?(?:thu tuc|tthc)|^ma (?:so )?(?:tthc|thu tuc)/],
  ['budget', /^don gia|^thanh tien|^so tien|^muc chi|^du toan (?:giao|nam|duoc)|^noi dung chi\b/],
  ['results', /^(?:thu hang|xep hang|xep loai)/],
];

/** The kind of a table whose columns say outright what it lists; undefined where they do not. */
export function kindOfWords(headers: string[]): OtherKind | undefined {
  const words = headers.map((header) => fold(header).replace(/\s+/g, ' ').trim());
  const kind = listed.find(([, pattern]) => words.some((one) => pattern.test(one)))?.[0];
  return kind && kinds[kind];
}

export const signatureBlock: OtherKind = kinds.signature;

/** Most results begin with "Đã …", or most rows are marked as done: it tells what was, not what is to be. */
function tellsPast(rows: Row[]): boolean {
  const results = rows.map((row) => own(row, 'result')).filter((text) => text !== '');
  const past = results.filter((text) => /^(?:[-+•]\s*)?đã\s/iu.test(text)).length;
  const marked = rows.filter(({ unknown }) =>
    unknown.some(({ text }) => /^(?:đã |chưa |không )?hoàn thành(?: (?:đúng|trước|quá) hạn)?$/iu.test(text.trim())),
  ).length;
  return (results.length > 0 && past * 2 > results.length) || (rows.length > 1 && marked * 2 > rows.length);
}

/** In a report such a column says what came of the work, in a plan what is to come of it. */
const tellsDone = /ket qua (?:thuc hien|dat duoc|giai quyet)|da (?:thuc hien|hoan thanh)|tinh hinh thuc hien/;

/** "8h00", "07:30 - 08:00": the time of day is when a meeting does something, not when a task is due. */
function isAgenda(rows: Row[]): boolean {
  const times = rows.map((row) => own(row, 'time')).filter((time) => time !== '');
  return times.length > 0 && times.filter((time) => /\d\s*(?:h|giờ|:\d\d)/iu.test(time)).length * 2 > times.length;
}

/** Figures by year or in units, and no column that says what is to be done. */
function isTargetList({ wordings }: Header): boolean {
  return wordings.includes('value') && !wordings.includes('text') && !wordings.includes('content');
}

/** A form to be filled in: it says so, or has columns for what was done and why not, and leaves them empty. */
function isReportForm(header: Header, rows: Row[], titles: string[]): boolean {
  const asks = header.columns.some(({ header: words }) =>
    /ton tai|nguyen nhan|vuong mac|da thuc hien|chua thuc hien|so lieu/.test(fold(words)),
  );
  const called = titles.some((title) =>
    /bieu mau|mau so|^mau |^de cuong|mau bao cao|bieu bao cao|tong hop ket qua/.test(title),
  );
  if (!asks && !called) return false;
  const empty = (fields: readonly Field[]) =>
    rows.filter((row) => fields.every((field) => own(row, field) === '')).length;
  const toFill = header.columns.some(({ role }) => role === 'result');
  return empty(agencyFields) * 4 > rows.length * 3 || (toFill && empty(['result']) === rows.length);
}
