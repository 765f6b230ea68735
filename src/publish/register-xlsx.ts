import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../kernel/text.ts';
import type { Figure } from '../report/content/model.ts';
import type { Definition } from '../report/indicator/model.ts';
import { periodsWithin, sayPeriod } from '../report/indicator/period.ts';
import { sayTarget } from '../report/indicator/say.ts';
import { findTarget } from '../report/indicator/summarize.ts';
import { harmlessCell } from './cell.ts';

/** The register of a year: each indicator with its units, and what each has in each of `registerPeriods`. */
export type RegisterTable = {
  year: number;
  indicators: readonly {
    definition: Definition;
    units: readonly { name: string; figures: readonly (Figure | null)[] }[];
  }[];
};

/** Months, quarters and the whole year: what a unit stated for a quarter has no month to stand in. */
export const registerPeriods = (year: number): string[] => [
  ...periodsWithin(String(year), 'month'),
  ...periodsWithin(String(year), 'quarter'),
  String(year),
];

const fill = '#e7f0f2';
const head = (value: string) => ({
  value,
  type: String,
  fontWeight: 'bold' as const,
  wrap: true,
  backgroundColor: fill,
});
const text = (value: string) => ({ value: inXml(harmlessCell(value)).slice(0, 32_767), type: String, wrap: true });
const number = (value: number | null) => (value === null ? null : { value, type: Number });
const format = '#,##0.##';
const formula = (value: string) => ({ value, type: 'Formula' as const, format });
const total = (value: string) => ({ ...formula(value), fontWeight: 'bold' as const, backgroundColor: fill });

const data = 'Số liệu';
/** Indicator, its unit of measure, the unit that gave it, which of its figures. */
const before = 4;
const letterOf = (at: number): string => String.fromCharCode(65 + at);

/**
 * The whole register as a workbook: unit × indicator × month. A share stands with what it is made of, its row of all units is Σ/Σ by
 * formula; who changes a figure sees the sums follow. An empty cell is missing, not zero.
 */
export async function registerXlsx({ year, indicators }: RegisterTable): Promise<Uint8Array<ArrayBuffer>> {
  const periods = registerPeriods(year);
  const rows: SheetData[number][] = [
    [...['Chỉ tiêu', 'Đơn vị tính', 'Đơn vị', 'Số liệu'].map(head), ...periods.map((one) => head(sayPeriod(one)))],
  ];
  const totals: { definition: Definition; row: number }[] = [];
  for (const { definition, units } of indicators) {
    const first = rows.length + 1;
    for (const unit of units) rows.push(...unitRows(definition, unit, rows.length + 1));
    if (units.length === 0) continue;
    rows.push(totalRow(definition, periods.length, first, rows.length));
    totals.push({ definition, row: rows.length });
  }
  const layout = { stickyRowsCount: 1, orientation: 'landscape' as const };
  const widths = periods.map(() => ({ width: 12 }));
  const blob = await writeExcelFile([
    {
      ...{ sheet: 'Tổng hợp', data: overview(totals, periods, year), ...layout, stickyColumnsCount: 1 },
      columns: [{ width: 48 }, { width: 14 }, { width: 18 }, ...widths],
    },
    {
      ...{ sheet: data, data: rows as SheetData, ...layout, stickyColumnsCount: 3 },
      columns: [{ width: 40 }, { width: 12 }, { width: 36 }, { width: 16 }, ...widths],
    },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const isRatio = ({ kind }: Definition): boolean => kind === 'share' || kind === 'change';
const parts = ({ kind }: Definition): [string, string, string] =>
  kind === 'share' ? ['Số đạt được', 'Tổng số', 'Tỷ lệ (%)'] : ['Kỳ này', 'Kỳ gốc', 'Tăng, giảm (%)'];

type Unit = RegisterTable['indicators'][number]['units'][number];

/** One row, or of what is a share or a change three: of what, over what, and what it comes to. */
function unitRows(definition: Definition, { name, figures }: Unit, row: number): SheetData[number][] {
  const cells = (said: string) => [definition.name, definition.unit, name, said].map(text);
  if (!isRatio(definition)) return [[...cells('Giá trị'), ...figures.map((one) => number(one?.value ?? null))]];
  const [part, whole, share] = parts(definition);
  return [
    [...cells(part), ...figures.map((one) => number(one?.part ?? null))],
    [...cells(whole), ...figures.map((one) => number(one?.whole ?? null))],
    [
      ...cells(share),
      ...figures.map((one, at) => {
        const [a, b] = [`${letterOf(at + before)}${row}`, `${letterOf(at + before)}${row + 1}`];
        if (one === null) return null;
        return one.part === null || one.whole === null ? number(one.value) : formula(ratio(definition, a, b));
      }),
    ],
  ];
}

const ratio = ({ kind }: Definition, part: string, whole: string): string =>
  `IF(${whole}=0,"",100*${kind === 'change' ? `(${part}-${whole})` : part}/${whole})`;

function totalRow(definition: Definition, count: number, first: number, last: number): SheetData[number] {
  const [part, whole] = parts(definition);
  const sums = Array.from({ length: count }, (_, at) => {
    const letter = letterOf(at + before);
    const range = `${letter}${first}:${letter}${last}`;
    if (!isRatio(definition)) {
      const sum = definition.kind === 'mean' ? 'AVERAGE' : 'SUM';
      return total(`IF(COUNT(${range})=0,"",${sum}(${range}))`);
    }
    const of = (said: string) => `SUMIFS(${range},$D${first}:$D${last},"${said}")`;
    return total(ratio(definition, of(part), of(whole)));
  });
  return [
    ...[definition.name, definition.unit, 'Toàn bộ', ''].map((value) => head(inXml(harmlessCell(value)))),
    ...sums,
  ];
}

/** One line for each indicator: what all its units come to, taken from the other sheet. */
function overview(
  totals: readonly { definition: Definition; row: number }[],
  periods: readonly string[],
  year: number,
): SheetData {
  const heads = ['Chỉ tiêu', 'Đơn vị tính', `Mục tiêu ${year}`].map(head);
  return [
    [...heads, ...periods.map((one) => head(sayPeriod(one)))],
    ...totals.map(({ definition, row }) => {
      const target = findTarget(definition, String(year), null);
      return [
        ...[definition.name, definition.unit, target ? sayTarget(definition, target) : ''].map(text),
        ...periods.map((_, at) => formula(`'${data}'!${letterOf(at + before)}${row}`)),
      ];
    }),
  ] as SheetData;
}
