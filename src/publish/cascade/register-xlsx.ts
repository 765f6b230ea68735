import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { formatPlainDate, isPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { harmlessCell } from '../cell.ts';
import { contentWords, stateWords } from './model.ts';
import type { CascadeView, OwnPlanLine } from './views.ts';

const headings = [
  ['STT', 6],
  ['Đơn vị', 40],
  ['Số nhiệm vụ', 12],
  ['Tình trạng', 16],
  ['Số kế hoạch', 18],
  ['Ngày ban hành', 15],
  ['Hạn ban hành', 15],
  ['Chậm (ngày)', 12],
  ['Nội dung còn thiếu', 70],
] as const;

const sayIso = (day: string | null): string => (day !== null && isPlainDate(day) ? formatPlainDate(day) : '');

const missingOf = ({ checks }: OwnPlanLine): string =>
  (checks ?? [])
    .filter(({ ok }) => !ok)
    .map(({ what, missing }) => `${contentWords[what]}: ${missing.map(({ said }) => said).join('; ')}`)
    .join('\n');

/** The register of units' own plans as a workbook; what is not known is left empty. */
export async function registerXlsx({ plan, units }: CascadeView, today: PlainDate): Promise<Uint8Array<ArrayBuffer>> {
  const line = (value: string | number | null, wrap = false) =>
    value === null || value === ''
      ? null
      : typeof value === 'number'
        ? { value, type: Number }
        : { value: harmlessCell(value), type: String, wrap, alignVertical: 'top' as const };
  const rows = units.map((unit, at) => [
    ...[line(at + 1), line(unit.name, true), line(unit.tasks), line(stateWords[unit.state])],
    ...[line(unit.child?.number ?? null), line(sayIso(unit.child?.date ?? null)), line(sayIso(unit.due))],
    ...[line(unit.late > 0 ? unit.late : null), line(missingOf(unit), true)],
  ]);
  const bold = { type: String, fontWeight: 'bold' as const };
  const data = [
    [
      {
        value: harmlessCell(`Kế hoạch của các đơn vị thực hiện ${plan.name}, đến ngày ${formatPlainDate(today)}`),
        ...bold,
      },
    ],
    headings.map(([value]) => ({ value, ...bold, backgroundColor: '#e7f0f2' })),
    ...rows,
  ] as SheetData;
  const columns = headings.map(([, width]) => ({ width }));
  const blob = await writeExcelFile([{ data, sheet: 'Kế hoạch của đơn vị', columns, stickyRowsCount: 2 }]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
