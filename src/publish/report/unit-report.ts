import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Target } from '../../plan/model.ts';
import type { AskedItem } from '../../report/consolidate.ts';
import {
  componentKey,
  emptyLine,
  noFigure,
  type ReportContent,
  type ReportLine,
  saysAnything,
} from '../../report/content/model.ts';
import { measure } from '../../report/measure/measure.ts';
import { sayMeasure } from '../../report/measure/say.ts';
import type { Block, Paper, Row, Table } from '../paper/model.ts';
import { type Issuer, letterheadOf } from './letterhead.ts';
import { blocksOf, dashes, part, sayDay, stateNames } from './lines.ts';

export type UnitReportPaper = {
  issuer: Issuer;
  /** "Kế hoạch số 21/KH-UBND ngày 05/02/2026 …" */
  plan: string;
  round: { label: string; from: string; to: string };
  items: readonly AskedItem[];
  content: ReportContent;
  /** whom it is sent to */
  receivers: readonly string[];
  number: string | null;
  date: PlainDate | null;
};

/** A unit's report of a period as the paper it is sent as. */
export function unitReportPaper({
  issuer,
  plan,
  round,
  items,
  content,
  receivers,
  number,
  date,
}: UnitReportPaper): Paper {
  const { whole } = content;
  return {
    ...{ type: 'Báo cáo', ...letterheadOf(issuer, 'BC'), number, date, year: Number(round.to.slice(0, 4)) },
    title: `Kết quả thực hiện ${plan}, kỳ ${round.label}`,
    ...{ addressees: [], bases: [] },
    blocks: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${plan}, ${issuer.name} báo cáo kết quả thực hiện kỳ ${round.label} (số liệu từ ngày ${sayDay(round.from)} đến ngày ${sayDay(round.to)}) như sau:`,
      },
      ...part('TÌNH HÌNH CHUNG', blocksOf(whole.overview)),
      ...part('KẾT QUẢ THỰC HIỆN', [...blocksOf(whole.results), ...lineBlocks(items, content)]),
      ...part('TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN', blocksOf(whole.shortcomings)),
      ...part('KHÓ KHĂN, VƯỚNG MẮC', [...blocksOf(whole.difficulties), ...wordsOf(items, content, 'difficulty')]),
      ...part('ĐỀ XUẤT, KIẾN NGHỊ', [...blocksOf(whole.proposals), ...wordsOf(items, content, 'proposal')]),
      ...part('PHƯƠNG HƯỚNG KỲ TỚI', blocksOf(whole.next)),
      { kind: 'paragraph', text: `Trên đây là báo cáo kết quả thực hiện kỳ ${round.label} của ${issuer.name}./.` },
    ],
    recipients: [...receivers, 'Lưu: VT'],
    appendices: appendixOf(items, content),
  };
}

/** How many tasks stand where, in one sentence; the tasks themselves stand in the appendix. */
function lineBlocks(items: readonly AskedItem[], content: ReportContent): Block[] {
  const lines = items.map((item) => lineOf(item, content));
  const count = (state: ReportLine['state']) => lines.filter((line) => line.state === state).length;
  if (items.length === 0) return [];
  const parts = (['done', 'doing', 'not-begun', 'none'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${stateNames[state].toLocaleLowerCase('vi')} ${count(state)}`);
  if (count(null) > 0) parts.push(`chưa nêu tình trạng ${count(null)}`);
  const common = commonBlocks(items, content);
  return [
    {
      kind: 'paragraph',
      text: `Tổng số ${items.length} nhiệm vụ được giao: ${parts.join(', ')} (chi tiết tại Phụ lục kèm theo).`,
    },
    ...common,
  ];
}

/** What was answered for a component at once. */
function commonBlocks(items: readonly AskedItem[], content: ReportContent): Block[] {
  const names = new Map(items.map((item) => [componentKey(item), item.component ?? 'Nhiệm vụ chung']));
  return [...names].flatMap(([key, name]) => {
    const text = content.components[key]?.result.trim() ?? '';
    return text === '' ? [] : ([{ kind: 'heading', level: 2, text: name }, ...blocksOf(text)] satisfies Block[]);
  });
}

/** A line's own state, else that of its component. */
function lineOf(item: AskedItem, content: ReportContent): ReportLine {
  const own = content.items[item.key] ?? emptyLine;
  return { ...own, state: own.state ?? content.components[componentKey(item)]?.state ?? null };
}

function wordsOf(items: readonly AskedItem[], content: ReportContent, field: 'difficulty' | 'proposal'): Block[] {
  const said = items.flatMap((item) => {
    const text = content.items[item.key]?.[field].trim() ?? '';
    return text === '' ? [] : [`${text.replace(/\s*\n\s*/gu, ' ')} (${item.component ?? item.text.slice(0, 80)})`];
  });
  const common = Object.values(content.components).flatMap((line) =>
    line[field].trim() === '' ? [] : [line[field].trim()],
  );
  return dashes([...new Set([...common, ...said])]);
}

function appendixOf(items: readonly AskedItem[], content: ReportContent): Paper['appendices'] {
  if (items.length === 0) return [];
  return [
    {
      ...{ label: 'Phụ lục', title: 'Kết quả thực hiện từng nhiệm vụ', landscape: true },
      blocks: [{ kind: 'table', table: tableOf(items, content) }],
    },
  ];
}

function tableOf(items: readonly AskedItem[], content: ReportContent): Table {
  const groups = Map.groupBy(items, componentKey);
  const rows = [...groups.values()].flatMap((group): Row[] => [
    { kind: 'group', label: null, name: nameOf(group[0]) },
    ...group.map((item): Row => {
      const line = lineOf(item, content);
      return {
        kind: 'row',
        cells: [
          { lines: item.text.split('\n') },
          { lines: [line.state === null ? 'Chưa nêu' : stateNames[line.state]] },
          {
            lines: [
              ...figureLines(item.targets, line),
              ...line.result.split('\n').filter((text) => text.trim() !== ''),
            ],
          },
        ],
      };
    }),
  ]);
  return {
    columns: [
      { header: 'Nhiệm vụ', share: 40, align: 'justify' },
      { header: 'Tình trạng', share: 14, align: 'center' },
      { header: 'Kết quả trong kỳ', share: 46, align: 'left' },
    ],
    counted: 'through',
    rows,
  };
}

const nameOf = (item: AskedItem | undefined): string =>
  [item?.index, item?.component ?? 'Nhiệm vụ chung'].filter(Boolean).join(' - ');

/** Each stated figure beside its target; a target without one says so only where the task came up and something was said. */
function figureLines(targets: readonly Target[], line: ReportLine): string[] {
  if (line.state === 'none' || !saysAnything(line)) return [];
  return targets.map(
    (target, i) => `${target.quote}: ${sayMeasure(measure(target, [line.figures[i] ?? noFigure]), target.unit)}`,
  );
}
