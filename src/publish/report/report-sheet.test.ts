import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../plan/model.ts';
import { emptyContent, emptyLine, type ReportContent, type ReportLine } from '../../report/content/model.ts';
import { overlay } from '../../report/content/overlay.ts';
import { readBase } from '../../report/sheet/base.ts';
import { type Cell, type CellRows, headRows, type SheetReport, sheetNames } from '../../report/sheet/model.ts';
import { takeIn } from '../../report/sheet/take-in.ts';
import { reportSheet } from './report-sheet.ts';

const share: Target = { subject: null, op: '>=', value: 90, unit: '%', baseline: null, quote: '90% thôn niêm yết' };
const long = 'Dài '.repeat(10_000).trim();
const content = (items: Record<string, Partial<ReportLine>>): ReportContent => ({
  ...emptyContent,
  whole: { ...emptyContent.whole, overview: '- Đã họp', next: long },
  items: Object.fromEntries(Object.entries(items).map(([key, line]) => [key, { ...emptyLine, ...line }])),
});
const report: SheetReport = {
  ...{ reportId: 'r1', title: 'Báo cáo Quý II/2026' },
  items: [
    { id: 'a', text: 'Niêm yết tại các thôn', owes: true, targets: [share] },
    { id: 'b', text: '=Tập huấn', owes: true, targets: [] },
  ],
  content: content({ a: { state: 'doing', result: 'Đã niêm yết 3 thôn.\nCòn 2 thôn.' }, b: {} }),
};

let sheets: CellRows[];
beforeAll(async () => {
  const read = await readExcelFile(Buffer.from(reportSheet(report)));
  sheets = read.map(({ sheet, data }) => ({ sheet, rows: data as Cell[][] }));
});

/** The workbook with cells filled in: sheet, line, column, what was typed. */
const fill = (...typed: (readonly [string, number, number, Cell])[]): CellRows[] =>
  sheets.map(({ sheet, rows }) => ({
    sheet,
    rows: rows.map((row, at) => {
      const mine = typed.filter(([name, line]) => name === sheet && line + headRows === at);
      return mine.reduce((cells, [, , column, value]) => cells.with(column, value), [...row, null, null, null, null]);
    }),
  }));
const take = (filled: readonly CellRows[], now = report.content) => {
  const found = readBase(filled);
  if (typeof found === 'string') throw new Error(found);
  return takeIn(filled, found.base, { items: report.items, content: now });
};
const { items, figures } = sheetNames;

describe('a report as a workbook', () => {
  it('comes back as it left: nothing changes, and what fits no cell is left alone', () => {
    expect(take(sheets)).toMatchObject({ changes: [], faults: [] });
    expect(readBase(sheets)).toMatchObject({ reportId: 'r1' });
  });

  it('brings what was filled in: words, a state in any capitals, numbers typed either way', () => {
    const filled = fill(
      [items, 1, 4, 'hoàn thành'],
      [items, 1, 5, '- Đã dạy'],
      [figures, 0, 5, 4],
      [figures, 0, 6, '1.005'],
    );
    expect(take(filled).changes.map(({ place, value, how }) => [Object.values(place).join(' '), value, how])).toEqual([
      ['item b state', 'done', 'new'],
      ['item b result', '- Đã dạy', 'new'],
      ['item a figures', [{ value: null, part: 4, whole: 1005 }], 'new'],
    ]);
  });

  it('is merged with what was typed on the screen since; what met is for a person to say, and a second time nothing changes', () => {
    const since = content({
      a: { state: 'done', result: 'Đã niêm yết 3 thôn.\nCòn 2 thôn, xong trong tháng.' },
      b: { difficulty: 'Thiếu máy' },
    });
    const filled = fill(
      ...([
        [items, 0, 4, 'Chưa thực hiện'],
        [items, 0, 5, 'Ngày 02/6 đã niêm yết 3 thôn.\nCòn 2 thôn.'],
      ] as const),
      [items, 1, 6, 'Thiếu người'],
    );
    const { changes } = take(filled, since);
    expect(changes.map(({ how, value }) => [how, value])).toEqual([
      ['met', 'not-begun'],
      ['merged', 'Ngày 02/6 đã niêm yết 3 thôn.\nCòn 2 thôn, xong trong tháng.'],
      ['met', 'Thiếu người'],
    ]);
    const both = changes.map(({ place, value, now }) => ({
      place,
      value: value === 'Thiếu người' ? `${now}\n${value}` : value,
    }));
    expect(take(filled, overlay(since, both)).changes).toEqual([]);
  });

  it('tells of what cannot be meant, with its row, and takes the rest', () => {
    const filled = fill(
      [items, 0, 0, 'x'],
      [items, 1, 4, 'Xong rồi'],
      [items, 1, 5, 'Đã dạy'],
      [figures, 0, 7, 'nhiều'],
    );
    const { changes, faults } = take(filled);
    expect(changes.map(({ value }) => value)).toEqual(['Đã dạy']);
    expect(faults.map(({ where }) => where)).toEqual([
      ...['Trang “Nhiệm vụ”, dòng 4', 'Trang “Nhiệm vụ”, dòng 5, cột “Tình trạng”'],
      ...['Trang “Số liệu”, dòng 4, cột “Giá trị hoặc tỷ lệ”', 'Trang “Nhiệm vụ”'],
    ]);
  });

  it('is told from other workbooks, and from one whose hidden sheet was changed', () => {
    expect(readBase([{ sheet: 'Sheet1', rows: [['a']] }])).toBe('foreign');
    const cut = sheets.map((one) => (one.sheet === sheetNames.base ? { ...one, rows: one.rows.slice(0, -1) } : one));
    expect(readBase(cut)).toBe('damaged');
  });
});
