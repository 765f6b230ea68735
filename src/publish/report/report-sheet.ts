import { type LineState, wholeFields } from '../../report/content/model.ts';
import { kindOf } from '../../report/measure/model.ts';
import { baseRows, saidAt } from '../../report/sheet/base.ts';
import {
  type Cell,
  figureColumns,
  firstField,
  firstFigure,
  headRows,
  itemColumns,
  longestCell,
  type SheetReport,
  sheetNames,
  sheetStates,
  tooLong,
  wholeColumns,
  wholeNames,
} from '../../report/sheet/model.ts';
import { type LockedCell, type LockedSheet, lockedWorkbook } from './locked-workbook.ts';

/** A report as a workbook to be filled in where there is no line, and taken in again: report/sheet says what stands where. */

const howTo =
  'Chỉ nhập vào các ô nền vàng; không thêm, xóa, đổi chỗ dòng. Xong thì lưu tệp và tải lên ở màn hình Soạn báo cáo, nút “Nhận biểu Excel”.';

export function reportSheet(report: SheetReport): Uint8Array<ArrayBuffer> {
  const sheets = [items(report), figures(report), whole(report), base(report)];
  return lockedWorkbook(sheets.filter(({ rows, name }) => name !== sheetNames.figures || rows.length > headRows));
}

const locked = (text: string | number): LockedCell => ({ text, look: 'locked' });
const filled = (text: string): LockedCell => (text.length > longestCell ? locked(tooLong) : { text, look: 'text' });

/** Title, how to fill in, heads: `headRows` of them. */
const above = (title: string, columns: readonly string[]): LockedCell[][] => [
  [
    { text: null, look: 'title' },
    { text: title, look: 'title' },
  ],
  [
    { text: null, look: 'hint' },
    { text: howTo, look: 'hint' },
  ],
  columns.map((text) => ({ text, look: 'head' })),
];

function items({ title, items, content }: SheetReport): LockedSheet {
  const rows = items.map(({ id, text, owes }, at) => {
    const line = content.items[id];
    const state: LineState | null = line?.state ?? null;
    return [
      ...[locked(id), locked(at + 1), locked(text), locked(owes ? 'Thực hiện' : 'Phối hợp')],
      filled(state === null ? '' : sheetStates[state]),
      ...[line?.result ?? '', line?.difficulty ?? '', line?.proposal ?? ''].map(filled),
    ];
  });
  return {
    name: sheetNames.items,
    rows: [...above(title, itemColumns), ...rows],
    ...{ widths: [0, 30, 48, 12, 18, 48, 36, 36], frozen: headRows },
    list: { column: firstField, from: headRows + 1, words: Object.values(sheetStates) },
  };
}

/** Titles stand in the second column, which is as wide as they need. */
function figures({ title, items, content }: SheetReport): LockedSheet {
  const rows = items
    .filter(({ owes }) => owes)
    .flatMap(({ id, text, targets }) => {
      const said = saidAt(content, { of: 'item', key: id, field: 'figures' }, targets.length) as Record<
        string,
        number | null
      >[];
      return targets.map((target, at) => {
        const isShare = kindOf(target) === 'share';
        const number = (value: Cell | undefined): LockedCell => ({
          text: (value ?? null) as number | null,
          look: 'number',
        });
        return [
          ...[locked(id), locked(at + 1), locked(text), locked(target.quote), locked(target.unit ?? '')],
          ...(isShare ? [number(said[at]?.part), number(said[at]?.whole)] : [locked(''), locked('')]),
          number(said[at]?.value),
        ];
      });
    });
  return {
    name: sheetNames.figures,
    rows: [...above(title, figureColumns), ...rows],
    ...{ widths: [0, 30, 48, 40, 14, 14, 14, 18], frozen: headRows },
    numbers: { columns: [firstFigure, firstFigure + 1, firstFigure + 2], from: headRows + 1 },
  };
}

const whole = ({ title, content }: SheetReport): LockedSheet => ({
  name: sheetNames.whole,
  rows: [
    ...above(title, wholeColumns),
    ...wholeFields.map((field) => [locked(field), locked(wholeNames[field]), filled(content.whole[field])]),
  ],
  ...{ widths: [0, 36, 110], frozen: headRows },
});

const base = (report: SheetReport): LockedSheet => ({
  ...{ name: sheetNames.base, widths: [40], frozen: 0, hidden: true },
  rows: baseRows(report).map((row) => row.map((text) => locked(text as string))),
});
