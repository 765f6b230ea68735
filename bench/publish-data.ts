import type { PlainDate } from '../src/kernel/plain-date.ts';
import type { Cell, Column, Paper, Row } from '../src/publish/paper/model.ts';

/**
 * The largest table a consolidated report of a province has: what each of 140 units says of each of 60 tasks, one row each,
 * as the appendix that the figures of the report itself are counted from.
 */
export const units = 140;
export const tasks = 60;
export const day = '2026-10-20' as PlainDate;

export const columns: Column[] = [
  { header: 'Đơn vị', share: 16, align: 'left' },
  { header: 'Nhiệm vụ', share: 34, align: 'justify' },
  { header: 'Trạng thái', share: 10, align: 'center' },
  { header: 'Kết quả', share: 20, align: 'left' },
  { header: 'Khó khăn, vướng mắc', share: 20, align: 'left' },
];

export type Answer = { unit: string; task: string; state: string; result: string; difficulty: string };

export const answers: Answer[] = Array.from({ length: units * tasks }, (_, at) => {
  const [unit, task] = [Math.floor(at / tasks) + 1, (at % tasks) + 1];
  return {
    unit: `Ủy ban nhân dân xã số ${unit}`,
    task: `Nhiệm vụ ${task}: niêm yết công khai thu, chi ngân sách tại trụ sở và nhà văn hóa các thôn, tổ dân phố`,
    state: task % 7 === 0 ? 'Chậm' : 'Hoàn thành',
    result: `Đã niêm yết ${(task % 9) + 3} lần tại ${(unit % 6) + 2} điểm, đạt ${60 + (task % 40)}%`,
    difficulty: task % 5 === 0 ? 'Thiếu bảng niêm yết & kinh phí <hạn hẹp>' : '',
  };
});

export const cellsOf = ({ unit, task, state, result, difficulty }: Answer): Cell[] =>
  [unit, task, state, result, difficulty].map((line) => ({ lines: [line] }));

/** A report with these rows in its appendix. */
export const reportOf = (rows: Row[]): Paper => ({
  type: 'Báo cáo',
  superior: null,
  issuer: 'Ủy ban nhân dân tỉnh Minh Hà',
  ...{ number: '312/BC-UBND', symbol: 'BC-UBND', place: 'Minh Hà', date: day, year: 2026 },
  title: 'Kết quả nâng cao Chỉ số PAPI quý III năm 2026',
  ...{ addressees: [], bases: [] },
  blocks: [{ kind: 'paragraph', text: 'Kết quả của từng đơn vị tại Phụ lục kèm theo./.' }],
  signature: { authority: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch', name: 'Lê Quốc Bảo' },
  recipients: ['Bộ Nội vụ', 'Lưu: VT, NC'],
  appendices: [
    {
      ...{ label: 'Phụ lục', title: 'Kết quả của từng đơn vị', landscape: true },
      blocks: [{ kind: 'table', table: { columns, counted: 'through', rows } }],
    },
  ],
});
