import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { PaperHead } from '../paper/late-list.ts';
import type { Block, Column, Paper } from '../paper/model.ts';
import { blocksOf, part } from './lines.ts';

/** A task a unit is late with or has not finished, and what it says of it. */
export type LateTask = { text: string; due: PlainDate | null; state: string; reason: string; remedy: string };

export type Explanation = PaperHead & {
  /** the unit as the directory has it */
  unit: string;
  /** "nhiệm vụ chậm, chưa hoàn thành kỳ Quý II/2026" */
  subject: string;
  /** what gave the work, as papers cite it */
  basis: string;
  addressees: string[];
  tasks: readonly LateTask[];
  causes: string;
  remedies: string;
  proposals: string;
};

const columns: Column[] = [
  { header: 'Nhiệm vụ', share: 32, align: 'justify' },
  { header: 'Hạn', share: 11, align: 'center' },
  { header: 'Tình trạng', share: 13, align: 'center' },
  { header: 'Nguyên nhân', share: 22, align: 'left' },
  { header: 'Biện pháp, ngày hoàn thành', share: 22, align: 'left' },
];

/** Why a unit is late with its tasks, in its own words, and what it does about it (báo cáo giải trình). */
export function explanationPaper(explanation: Explanation): Paper {
  const { unit, subject, basis, addressees, tasks, causes, remedies, proposals, ...head } = explanation;
  const blocks: Block[] = [
    { kind: 'paragraph', text: `Thực hiện ${basis}, ${unit} báo cáo giải trình ${subject} như sau:` },
    ...part('NHIỆM VỤ CHẬM, CHƯA HOÀN THÀNH', [{ kind: 'paragraph', text: sayTasks(tasks) }]),
    ...part('NGUYÊN NHÂN', blocksOf(causes)),
    ...part('BIỆN PHÁP KHẮC PHỤC', blocksOf(remedies)),
    ...part('ĐỀ XUẤT, KIẾN NGHỊ', blocksOf(proposals)),
    { kind: 'paragraph', text: `Trên đây là báo cáo giải trình của ${unit}./.` },
  ];
  return {
    ...head,
    ...{ type: 'Báo cáo', title: `Giải trình ${subject}`, addressees, bases: [], blocks },
    appendices: tasks.length > 0 ? [appendixOf(tasks)] : [],
  };
}

const sayTasks = (tasks: readonly LateTask[]): string =>
  tasks.length === 0
    ? 'Không có nhiệm vụ nào chậm, chưa hoàn thành.'
    : `Đơn vị có ${tasks.length} nhiệm vụ chậm, chưa hoàn thành (chi tiết tại Phụ lục kèm theo).`;

function appendixOf(tasks: readonly LateTask[]): Paper['appendices'][number] {
  const rows = tasks.map(({ text, due, state, reason, remedy }) => ({
    kind: 'row' as const,
    cells: [text, due === null ? '' : formatPlainDate(due), state, reason, remedy].map((words) => ({
      lines: words.split('\n').filter((line) => line.trim() !== ''),
    })),
  }));
  return {
    ...{ label: 'Phụ lục', title: 'Nhiệm vụ chậm, chưa hoàn thành', landscape: true },
    blocks: [{ kind: 'table', table: { columns, counted: 'through', rows } }],
  };
}
