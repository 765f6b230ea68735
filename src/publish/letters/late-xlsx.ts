import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../../kernel/text.ts';
import { harmlessCell } from '../cell.ts';
import { type LateUnit, lateWords } from '../paper/late-list.ts';

const name = 'Danh sách chậm';
const head = (value: string) => ({
  ...{ value, type: String, fontWeight: 'bold' as const, wrap: true, align: 'center' as const },
  backgroundColor: '#e7f0f2',
});
const text = (value: string) => ({ value: inXml(harmlessCell(value)), type: String, wrap: true });
const formula = (value: string) => ({ value, type: 'Formula' as const });

/** Who is late with what as a workbook: the list, and beside it each unit with how much and how long, by formulas. */
export async function lateXlsx(units: readonly LateUnit[]): Promise<Uint8Array<ArrayBuffer>> {
  const last = Math.max(2, units.length + 1);
  const rows = units.map(({ unit, what, due, state, days, note }, at) => [
    { value: at + 1, type: Number },
    ...[text(unit), text(what)],
    { value: new Date(`${due}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' },
    text(lateWords[state]),
    days === null ? null : { value: days, type: Number },
    text(note ?? ''),
  ]);
  const names = [...new Set(units.map(({ unit }) => unit))];
  const cells = (letter: string) => `'${name}'!$${letter}$2:$${letter}$${last}`;
  const counts = names.map((unit, at) => [
    text(unit),
    formula(`COUNTIF(${cells('B')},$A${at + 2})`),
    formula(`SUMIF(${cells('B')},$A${at + 2},${cells('F')})`),
  ]);
  const sum = (letter: string) => formula(names.length === 0 ? '0' : `SUM(${letter}2:${letter}${names.length + 1})`);
  const blob = await writeExcelFile([
    {
      data: [
        ['TT', 'Cơ quan, đơn vị', 'Nội dung', 'Hạn', 'Tình trạng', 'Số ngày chậm', 'Ghi chú'].map(head),
        ...rows,
      ] as SheetData,
      ...{ sheet: name, stickyRowsCount: 1, stickyColumnsCount: 2, orientation: 'landscape' },
      columns: [6, 36, 60, 13, 22, 12, 36].map((width) => ({ width })),
    },
    {
      data: [
        ['Cơ quan, đơn vị', 'Số việc chậm', 'Tổng số ngày chậm'].map(head),
        ...counts,
        [{ ...text('Tổng số'), fontWeight: 'bold' as const }, sum('B'), sum('C')],
      ] as SheetData,
      ...{ sheet: 'Theo đơn vị', stickyRowsCount: 1, stickyColumnsCount: 1 },
      columns: [46, 16, 20].map((width) => ({ width })),
    },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
