import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../kernel/text.ts';
import type { Figure } from '../report/content/model.ts';
import type { Definition } from '../report/indicator/model.ts';
import { sayPeriod } from '../report/indicator/period.ts';
import { figureValue } from '../report/measure/measure.ts';
import { harmlessCell } from './cell.ts';

export type IndicatorTable = {
  definition: Pick<Definition, 'name' | 'kind' | 'unit'>;
  periods: readonly string[];
  /** by unit, in the order they are printed: what it has in each period */
  units: readonly { name: string; figures: readonly (Figure | null)[] }[];
};

const head = (value: string) => ({
  value,
  type: String,
  fontWeight: 'bold' as const,
  wrap: true,
  backgroundColor: '#e7f0f2',
});
const text = (value: string) => ({ value: inXml(harmlessCell(value)), type: String, wrap: true });
const cell = (value: number | null) => (value === null ? null : { value, type: Number });
const formula = (value: string) => ({ value, type: 'Formula' as const, fontWeight: 'bold' as const });

/**
 * An indicator as a workbook, units × periods. A share comes with the sheets it is made of, and its last row is Σ/Σ of them by formula, not
 * the mean of shares; an empty cell is missing, not zero.
 */
export async function indicatorXlsx(table: IndicatorTable): Promise<Uint8Array<ArrayBuffer>> {
  const { kind } = table.definition;
  const ratio = kind === 'share' || kind === 'change';
  const layout = {
    columns: [{ width: 44 }, ...table.periods.map(() => ({ width: 13 }))],
    ...{ stickyRowsCount: 2, stickyColumnsCount: 1, orientation: 'landscape' as const },
  };
  const parts = ratio
    ? ([
        [kind === 'share' ? 'Số đạt được' : 'Kỳ này', 'part'],
        [kind === 'share' ? 'Tổng số' : 'Kỳ gốc', 'whole'],
      ] as const)
    : [];
  const sums = ratio
    ? (letter: string) =>
        sumOf(
          kind,
          letter,
          table.units.length,
          parts.map(([name]) => name),
        )
    : plainSum(table);
  const blob = await writeExcelFile([
    { sheet: 'Số liệu', data: sheetOf(table, (figure) => figureValue(kind, figure), sums), ...layout },
    ...parts.map(([sheet, of]) => ({
      sheet,
      data: sheetOf(table, (figure) => figure[of], rangeSum(table.units.length)),
      ...layout,
    })),
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

type Sums = (letter: string) => string;

function sheetOf(
  { definition, periods, units }: IndicatorTable,
  of: (figure: Figure) => number | null,
  sums: Sums,
): SheetData {
  const title = `${definition.name}${definition.unit ? ` (${definition.unit})` : ''}`;
  const rows = units.map(({ name, figures }) => [text(name), ...figures.map((figure) => cell(figure && of(figure)))]);
  const last =
    units.length === 0 ? [] : [[head('Toàn bộ'), ...periods.map((_, at) => formula(sums(letterOf(at + 1))))]];
  return [
    [head(title)],
    [head('Đơn vị'), ...periods.map((period) => head(sayPeriod(period)))],
    ...rows,
    ...last,
  ] as SheetData;
}

const rangeSum =
  (units: number): Sums =>
  (letter) =>
    ifAny(`${letter}3:${letter}${units + 2}`, (range) => `SUM(${range})`);

const plainSum = ({ definition, units }: IndicatorTable): Sums =>
  definition.kind === 'mean'
    ? (letter) => ifAny(`${letter}3:${letter}${units.length + 2}`, (range) => `AVERAGE(${range})`)
    : rangeSum(units.length);

const ifAny = (range: string, sum: (range: string) => string): string => `IF(COUNT(${range})=0,"",${sum(range)})`;

function sumOf(kind: Definition['kind'], letter: string, units: number, [part, whole]: readonly string[]): string {
  const [a, b] = [part, whole].map((sheet) => `'${sheet}'!${letter}${units + 3}`);
  const share = kind === 'change' ? `(${a}-${b})/${b}` : `${a}/${b}`;
  return `IF(N(${b})=0,"",100*${share})`;
}

/** No year has more than 26 periods. */
const letterOf = (at: number): string => String.fromCharCode(65 + at);
