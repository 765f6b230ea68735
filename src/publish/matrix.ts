import type { MatrixColumn, TaskView } from '../plan/views.ts';
import { roleWords } from '../plan/words/roles.ts';
import { saySchedule } from '../plan/words/schedule.ts';
import { sayTarget } from '../plan/words/target.ts';

/** A column of the matrix as a file: its heading, its width in characters, and what a task says in it. */
export type Column = { name: MatrixColumn; heading: string; width: number; of: (task: ExportedTask) => string };

/** What an export needs of a task; a reading that was never stored has no plan of its own to name. */
export type ExportedTask = Omit<TaskView, 'id' | 'planId' | 'source' | 'order'>;

/** A line each, ended so that whoever reads the file, we too, can tell a second agency from a long name. */
const lines = (names: readonly string[]): string => names.join(';\n');

const columns: Record<MatrixColumn, Omit<Column, 'name'>> = {
  index: { heading: 'Chỉ số', width: 12, of: ({ index }) => index ?? '' },
  dimension: { heading: 'Chỉ số nội dung / lĩnh vực', width: 14, of: ({ dimension }) => String(dimension ?? '') },
  component: { heading: 'Nội dung thành phần', width: 28, of: ({ component }) => component ?? '' },
  codes: { heading: 'Mã', width: 10, of: ({ codes }) => codes.join(', ') },
  text: { heading: 'Nhiệm vụ', width: 60, of: ({ text }) => text },
  result: { heading: 'Kết quả, sản phẩm', width: 30, of: ({ result }) => result ?? '' },
  lead: { heading: roleWords.lead, width: 26, of: ({ lead }) => lines(lead) },
  implement: { heading: roleWords.implement, width: 26, of: ({ implement }) => lines(implement) },
  cooperate: { heading: roleWords.cooperate, width: 26, of: ({ cooperate }) => lines(cooperate) },
  monitor: { heading: roleWords.monitor, width: 26, of: ({ monitor }) => lines(monitor) },
  time: { heading: 'Thời gian (như văn bản)', width: 20, of: ({ time }) => time ?? '' },
  schedule: { heading: 'Thời hạn', width: 22, of: ({ schedule }) => (schedule ? saySchedule(schedule).sentence : '') },
  targets: { heading: 'Chỉ tiêu', width: 30, of: ({ targets }) => targets.map(sayTarget).join('\n') },
  plan: {
    heading: 'Kế hoạch',
    width: 18,
    of: ({ planNumber, planSymbol, planTitle }) => planNumber ?? planSymbol ?? planTitle ?? '',
  },
  year: { heading: 'Năm', width: 8, of: ({ year }) => String(year ?? '') },
};

/** The chosen columns, in the order chosen. */
export const getColumns = (names: readonly MatrixColumn[]): Column[] =>
  names.map((name) => ({ name, ...columns[name] }));
