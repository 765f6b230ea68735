import type { PaperHead } from '../paper/late-list.ts';
import type { Block, Column, Paper } from '../paper/model.ts';
import { partClosing, sectionsOf } from '../paper/sections.ts';
import { blocksOf, part, sayDay } from './lines.ts';

/** How the units reported in one period of a review. */
export type ReviewedRound = { label: string; expected: number; reported: number; late: number; missing: number };

/** What the office writes itself; where it wrote nothing, what the reports of the last period came to stands. */
export const reviewFields = ['leading', 'results', 'shortcomings', 'difficulties', 'proposals', 'next'] as const;
export type ReviewWords = Readonly<Partial<Record<(typeof reviewFields)[number], string>>>;

export type Review = PaperHead & {
  kind: 'mid-year' | 'year-end';
  /** the office as the directory has it */
  unit: string;
  plan: string;
  /** "6 tháng đầu năm 2026" */
  period: { label: string; from: string; to: string };
  rounds: readonly ReviewedRound[];
  /** what the reports of the period came to, as the paper that sums them up; null where nobody has reported */
  sums: Pick<Paper, 'blocks' | 'appendices'> | null;
  words: ReviewWords;
};

const columns: Column[] = [
  { header: 'Kỳ báo cáo', share: 36, align: 'left' },
  { header: 'Phải báo cáo', share: 16, align: 'center' },
  { header: 'Đã báo cáo', share: 16, align: 'center' },
  { header: 'Trễ hạn', share: 16, align: 'center' },
  { header: 'Chưa báo cáo', share: 16, align: 'center' },
];

/** The review of half a year or a year (sơ kết, tổng kết): how units reported in each period, and what it all came to. */
export function reviewPaper(review: Review): Paper {
  const { kind, unit, plan, period, rounds, sums, words, ...head } = review;
  // Chosen as "Cả năm 2026" from a list, it is "năm 2026" in a sentence.
  const label = period.label.replace(/^Cả năm/u, 'năm');
  const name = kind === 'mid-year' ? 'sơ kết' : 'tổng kết';
  const summed = new Map(
    sectionsOf(partClosing(sums?.blocks ?? []).body).map(({ heading, blocks }) => [heading, blocks]),
  );
  const own = (field: keyof ReviewWords, heading: string): readonly Block[] =>
    words[field]?.trim() ? blocksOf(words[field]) : (summed.get(heading) ?? []);
  return {
    ...head,
    type: 'Báo cáo',
    title: `${name === 'sơ kết' ? 'Sơ kết' : 'Tổng kết'} ${label} thực hiện ${plan}`,
    ...{ addressees: [], bases: [] },
    blocks: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${plan}, ${unit} báo cáo ${name} ${label} (số liệu từ ngày ${sayDay(period.from)} đến ngày ${sayDay(period.to)}) như sau${pointer(sums?.appendices ?? [])}:`,
      },
      ...part('CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', blocksOf(words.leading ?? '')),
      ...part('TÌNH HÌNH BÁO CÁO QUA CÁC KỲ', roundBlocks(rounds)),
      ...part('KẾT QUẢ THỰC HIỆN', own('results', 'KẾT QUẢ THỰC HIỆN')),
      ...part('TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN', own('shortcomings', 'TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN')),
      ...part('KHÓ KHĂN, VƯỚNG MẮC', own('difficulties', 'KHÓ KHĂN, VƯỚNG MẮC')),
      ...part('ĐỀ XUẤT, KIẾN NGHỊ', own('proposals', 'ĐỀ XUẤT, KIẾN NGHỊ')),
      ...part('PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI', own('next', 'PHƯƠNG HƯỚNG KỲ TỚI')),
      { kind: 'paragraph', text: `Trên đây là báo cáo ${name} ${label} của ${unit}./.` },
    ],
    appendices: sums?.appendices ?? [],
  };
}

const pointer = (appendices: Paper['appendices']): string =>
  appendices.length === 0 ? '' : ` (chi tiết tại ${appendices.map(({ label }) => label).join(', ')} kèm theo)`;

function roundBlocks(rounds: readonly ReviewedRound[]): Block[] {
  if (rounds.length === 0) return [];
  const rows = rounds.map(({ label, expected, reported, late, missing }) => ({
    kind: 'row' as const,
    cells: [label, expected, reported, late, missing].map((value) => ({ lines: [String(value)] })),
  }));
  return [
    { kind: 'paragraph', text: `Trong kỳ có ${rounds.length} kỳ báo cáo; đơn vị chưa báo cáo không được tính là 0.` },
    { kind: 'table', table: { columns, counted: 'through', rows } },
  ];
}
