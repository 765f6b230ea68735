import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../../kernel/text.ts';
import type { Answer, AskedItem, Consolidation } from '../../report/consolidated/model.ts';
import { sayComponent } from '../../report/consolidated/say.ts';
import { lineStates } from '../../report/content/model.ts';
import { kindOf } from '../../report/measure/model.ts';
import { harmlessCell } from '../cell.ts';
import { stateNames } from './lines.ts';

/** Figures of a consolidation as a workbook that recounts them: what each unit said, and the sums as formulas over it. */

export type ConsolidatedXlsx = {
  round: { label: string };
  items: readonly AskedItem[];
  result: Consolidation;
  answers: readonly Answer[];
  names: ReadonlyMap<string, string>;
};

const answers = 'Từng đơn vị';
/** A line of a unit and a target of a task: what the sums are made of. */
type Line = {
  task: number;
  target: number;
  unit: string;
  counts: number[];
  part: number | null;
  whole: number | null;
  value: number | null;
  of: number;
};

/** The workbook of a round: each task and target with its counts and results, and the rows of the units behind them. */
export async function consolidatedXlsx(one: ConsolidatedXlsx): Promise<Uint8Array<ArrayBuffer>> {
  const lines = linesOf(one);
  const blob = await writeExcelFile([
    {
      data: sums(one, lines.length) as SheetData,
      sheet: 'Tổng hợp',
      ...{ stickyRowsCount: 1, stickyColumnsCount: 3, orientation: 'landscape' },
      columns: [{ width: 6 }, { width: 26 }, { width: 56 }, ...sumHeads.slice(3).map(() => ({ width: 12 }))],
    },
    {
      data: [answerHeads.map(head), ...lines.map((line) => answerRow(line, one.items))] as SheetData,
      sheet: answers,
      ...{ stickyRowsCount: 1, stickyColumnsCount: 2, orientation: 'landscape' },
      columns: [{ width: 8 }, { width: 34 }, { width: 44 }, ...answerHeads.slice(3).map(() => ({ width: 11 }))],
    },
    {
      data: unitRows(one) as SheetData,
      sheet: 'Đơn vị',
      ...{ stickyRowsCount: 1, stickyColumnsCount: 1 },
      columns: [{ width: 44 }, { width: 60 }],
    },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const states = [...lineStates, 'silent'] as const;
const stateHeads = [...lineStates.map((state) => stateNames[state]), 'Không nêu'];
const answerHeads = [
  'Mã',
  'Đơn vị',
  'Nhiệm vụ',
  ...stateHeads,
  'Đạt được',
  'Trên tổng số',
  'Giá trị',
  'Số đơn vị nêu số',
];
const sumHeads = [
  'Mã',
  'Nội dung thành phần',
  'Nhiệm vụ, mục tiêu',
  ...stateHeads,
  'Chưa có báo cáo',
  'Kết quả',
  'Đơn vị tính',
  'Số đơn vị nêu số',
  'Tài liệu kiểm chứng',
];

const head = (value: string) => ({
  ...{ value, type: String, fontWeight: 'bold' as const, wrap: true, align: 'center' as const },
  backgroundColor: '#e7f0f2',
});
const words = (value: string) => ({ value: inXml(harmlessCell(value)), type: String, wrap: true });
const number = (value: number | null) => (value === null ? null : { value, type: Number });
const formula = (value: string, format?: string) => ({ value, type: 'Formula' as const, ...(format && { format }) });

/** Numbers a task, or a target of it, in both sheets: tasks count from 1, their targets are decimals of them. */
const codeOf = ({ task, target }: { task: number; target: number }): string =>
  `${task}${target < 0 ? '' : `.${target + 1}`}`;

function linesOf({ items, answers: said, names }: ConsolidatedXlsx): Line[] {
  const tasks = new Map(items.map(({ key }, i) => [key, i + 1]));
  return said.flatMap(({ agencyId, together, key, counts, stated }) => {
    const task = tasks.get(key);
    if (task === undefined) return [];
    const unit = `${names.get(agencyId) ?? ''}${together ? ' (tổng hợp)' : ''}`;
    const blank = { task, unit, part: null, whole: null, value: null, of: 0 };
    const of = states.map((state) => counts[state] ?? 0);
    return [
      { ...blank, target: -1, counts: of },
      ...stated.map((one) => ({ ...blank, counts: states.map(() => 0), ...one })),
    ];
  });
}

function answerRow(line: Line, items: readonly AskedItem[]): unknown[] {
  const item = items[line.task - 1];
  const text = line.target < 0 ? (item?.text.split('\n')[0] ?? '') : `- ${item?.targets[line.target]?.quote ?? ''}`;
  const counts = line.target < 0 ? line.counts.map(number) : states.map(() => null);
  return [
    words(codeOf(line)),
    words(line.unit),
    words(text),
    ...counts,
    number(line.part),
    number(line.whole),
    number(line.value),
    number(line.target < 0 ? null : line.of),
  ];
}

function sums({ items, result }: ConsolidatedXlsx, rows: number): unknown[][] {
  const results = new Map(result.items.map((one) => [one.key, one]));
  const body: unknown[][] = [];
  for (const [i, item] of items.entries()) {
    const one = results.get(item.key);
    const at = body.length + 2;
    const code = codeOf({ task: i + 1, target: -1 });
    body.push([
      ...[words(code), words(sayComponent(item)), words(item.text)],
      ...states.map((_, s) => formula(sumIf(letterOf(3 + s), at, rows))),
      ...[number(one?.counts.missing ?? 0), null, null, null, number(one?.evidence ?? 0)],
    ]);
    for (const [target, { quote, unit }] of item.targets.entries())
      body.push(targetRow({ item, i, target, quote, unit, rows, at: body.length + 2 }));
  }
  return [sumHeads.map(head), ...body];
}

type TargetRow = {
  item: AskedItem;
  i: number;
  target: number;
  quote: string;
  unit: string | null;
  rows: number;
  at: number;
};

/** Shares are Σ/Σ, levels a mean by how many units each figure is of, the rest sums. */
function targetRow({ item, i, target, quote, unit, rows, at }: TargetRow): unknown[] {
  const sum = (column: string) => sumIf(column, at, rows);
  const kind = item.targets[target] ? kindOf(item.targets[target]) : 'sum';
  const [part, whole, value, of] = ['I', 'J', 'K', 'L'];
  const ratio =
    kind === 'share' ? `${sum(part ?? '')}/${sum(whole ?? '')}*100` : `(${sum(part ?? '')}/${sum(whole ?? '')}-1)*100`;
  const mean = `${weighted(at, rows)}/${sum(of ?? '')}`;
  const made = kind === 'sum' ? sum(value ?? '') : kind === 'mean' ? mean : ratio;
  return [
    ...[words(codeOf({ task: i + 1, target })), null, words(`- ${quote}`)],
    ...states.map(() => null),
    ...[
      null,
      formula(`IF(${sum(of ?? '')}=0,"chưa có số",IFERROR(${made},"không cộng được"))`, '#,##0.##'),
      words(unit ?? ''),
    ],
    ...[formula(sum(of ?? '')), null],
  ];
}

/** As text, or Excel takes "1.10" for 1.1. */
const same = (at: number, rows: number): string => `'${answers}'!$A$2:$A$${Math.max(2, rows + 1)}=$A${at}`;
const column = (letter: string, rows: number): string =>
  `'${answers}'!$${letter}$2:$${letter}$${Math.max(2, rows + 1)}`;
const sumIf = (letter: string, at: number, rows: number): string =>
  `SUMPRODUCT((${same(at, rows)})*${column(letter, rows)})`;
const weighted = (at: number, rows: number): string =>
  `SUMPRODUCT((${same(at, rows)})*${column('K', rows)}*${column('L', rows)})`;

const letterOf = (at: number): string => String.fromCharCode(65 + at);

function unitRows({ result: { units, counted }, names }: ConsolidatedXlsx): unknown[][] {
  const name = (id: string) => names.get(id) ?? '';
  const late = new Map(units.late.map(({ agencyId, days }) => [agencyId, days]));
  const rows = [
    ...[...new Set(counted.map(({ agencyId }) => agencyId))].map((id) => [
      name(id),
      late.has(id) ? `Trễ ${late.get(id)} ngày làm việc` : 'Đúng hạn',
    ]),
    ...units.missing.map((id) => [name(id), 'Chưa báo cáo']),
    ...units.excluded.map(({ agencyId, reason }) => [name(agencyId), `Không đưa vào tổng hợp: ${reason}`]),
    ...units.excused.map(({ agencyId, reason }) => [name(agencyId), `Không phải báo cáo: ${reason}`]),
  ];
  return [
    ['Cơ quan, đơn vị', 'Tình trạng báo cáo'].map(head),
    ...rows.map((row) => row.map((text) => words(text ?? ''))),
  ];
}
