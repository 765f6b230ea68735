import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  blankQuestion,
  type Form,
  type Question,
  type QuestionKind,
  questionKinds,
} from '../report/form/model.ts';
import { readBase } from '../report/form/sheet/base.ts';
import { answerColumn, formSheet } from '../report/form/sheet/model.ts';
import { readCell } from '../report/form/sheet/read.ts';
import { takeIn } from '../report/form/sheet/take-in.ts';
import type { Cell, CellRows } from '../report/sheet/hidden.ts';
import { answerSheet } from './form-sheet.ts';

const question = (kind: QuestionKind, name: string, more: Partial<Question> = {}): Question => ({
  ...{ ...blankQuestion(kind, name), label: `Câu ${name}` },
  ...more,
});
const choices = [
  { name: 'a', label: 'Loa; đài' },
  { name: 'b', label: 'Niêm yết' },
];
const form: Form = {
  ...{ title: 'Phiếu', note: '' },
  items: [
    question('note', 'loi'),
    question('integer', 'tong'),
    { kind: 'group', name: 'g', label: 'Nhóm', relevant: '', questions: [question('percent', 'ty_le')] },
    question('integer', 'thanh', { constraint: '. <= ${tong}', message: 'Không lớn hơn tổng.' }),
    question('yes-no', 'co'),
    question('choices', 'hinh_thuc', { choices }),
    question('day', 'ngay'),
    question('long-text', 'kho', { relevant: "${co} = 'no'" }),
    question('calculated', 'tinh', { calculation: '${tong} * 2' }),
    question('evidence', 'tai_lieu'),
  ],
};
const was: Answers = { tong: 12, co: 'yes', hinh_thuc: ['a', 'b'], ngay: '2026-06-05', kho: '=1+1\n- hai' };

const opened = async (answers = was): Promise<CellRows[]> => {
  const bytes = answerSheet({ answerId: 'id-1', title: 'Phiếu, UBND xã A', form, answers });
  return (await readExcelFile(Buffer.from(bytes))).map(({ sheet, data }) => ({
    sheet,
    rows: (data as unknown as (Cell | Date)[][]).map((row) => row.map((cell) => (cell instanceof Date ? '' : cell))),
  }));
};
const filled = (sheets: readonly CellRows[], typed: Record<string, Cell>): CellRows[] =>
  sheets.map((one) =>
    one.sheet === formSheet
      ? {
          ...one,
          rows: one.rows.map((row) =>
            String(row[0]) in typed ? row.with(answerColumn, typed[String(row[0])] ?? null) : row,
          ),
        }
      : one,
  );
const take = (sheets: readonly CellRows[], now = was) => {
  const found = readBase(sheets);
  if (typeof found === 'string') throw new Error(found);
  return takeIn(sheets, { form, base: found.base, now, beside: { pieces: 0, today: '2026-06-15' } });
};

describe('a form as a workbook', () => {
  it('comes back as it left: nothing is changed', async () => {
    expect(take(await opened())).toEqual({ changes: [], faults: [], checks: [], same: 7 });
    expect(readBase(await opened())).toMatchObject({ answerId: 'id-1' });
  });

  it('brings what was typed, tells of each cell that says no answer, and of each answer that does not hold', async () => {
    const sheets = filled(await opened(), {
      ...{ tong: '1.250', ty_le: 92.5, thanh: 2000, co: 'không', hinh_thuc: 'niêm yết' },
      ...{ ngay: 'hôm qua', kho: 'Thiếu loa' },
    });
    const { changes, faults, checks } = take(sheets);
    expect(changes.map(({ name, value, how }) => [name, value, how])).toEqual([
      ['tong', 1250, 'new'],
      ['ty_le', 92.5, 'new'],
      ['thanh', 2000, 'new'],
      ['co', 'no', 'new'],
      ['hinh_thuc', ['b'], 'new'],
      ['kho', 'Thiếu loa', 'new'],
    ]);
    expect(faults).toEqual([
      { where: 'Ô D11, câu “Câu ngay”', message: '“hôm qua” không phải là ngày, ví dụ 15/12/2026.' },
    ]);
    expect(checks).toEqual([{ where: 'Ô D8, câu “Câu thanh”', message: 'Không lớn hơn tổng.' }]);
  });

  it('leaves to a person what was written on the screen since, and an emptied cell takes an answer back', async () => {
    const sheets = filled(await opened(), { tong: 13, co: null });
    const { changes } = take(sheets, { ...was, tong: 14 });
    expect(changes.map(({ name, now, value, how }) => [name, now, value, how])).toEqual([
      ['tong', 14, 13, 'met'],
      ['co', 'yes', null, 'new'],
    ]);
  });

  it('says which row is missing, and tells another workbook, or one that was damaged', async () => {
    const sheets = await opened();
    const cut = sheets.map((one) => ({ ...one, rows: one.rows.filter(([name]) => name !== 'tong') }));
    expect(take(cut).faults.map(({ message }) => message)).toEqual([
      'Thiếu dòng của câu “Câu tong”; câu trả lời giữ như trên màn hình.',
    ]);
    expect(readBase([{ sheet: 'Sheet1', rows: [] }])).toBe('foreign');
    const lost = sheets.map((one) => (one.sheet === formSheet ? one : { ...one, rows: one.rows.slice(0, 3) }));
    expect(readBase(lost)).toBe('damaged');
  });
});

it('a cell never answers what its question does not take', () => {
  const hostile: Cell[] = ['=HYPERLINK("x")', '\u0000', 'x'.repeat(20_001), true, 1e308, '99/99/2026', '<script>'];
  for (const kind of questionKinds)
    for (const cell of hostile) {
      const read = readCell(question(kind, 'q', { choices }), cell);
      const isText =
        kind === 'text' || kind === 'long-text' || kind === 'note' || kind === 'calculated' || kind === 'evidence';
      if (!isText && 'answer' in read)
        expect([kind, cell, read.answer === null || typeof read.answer === 'number' || kind === 'yes-no']).toEqual([
          kind,
          cell,
          true,
        ]);
      if (isText && String(cell).length > 20_000) expect('why' in read).toBe(true);
    }
});
