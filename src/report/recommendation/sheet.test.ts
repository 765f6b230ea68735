import { describe, expect, it } from 'vitest';
import { sheetFields } from './model.ts';
import { fieldOf, readSheet } from './sheet.ts';
import { sheetHeadings } from './words.ts';

const units = new Map([
  ['UBND xã Tân Lập', 'tl'],
  ['UBND xã An Phú', 'ap'],
]);
const defaults = {
  source: 'audit' as const,
  paper: { what: 'Kết luận kiểm toán', number: '7/KL', date: null, issuer: null },
};
const read = (rows: string[][], refuse: (text: string) => string | undefined = () => undefined) =>
  readSheet(rows, { defaults, unitOf: (name) => units.get(name), refuse: ({ text }) => refuse(text) });
const table = (...rows: string[][]) => [['STT', 'Nội dung kiến nghị', 'Cơ quan thực hiện', 'Thời hạn', '%'], ...rows];

describe('the headings of a register', () => {
  it('of the template are each known for what they are', () => {
    expect(sheetFields.map((field) => fieldOf(sheetHeadings[field]))).toEqual(sheetFields);
  });

  it.each([
    ['Số, ký hiệu', 'number'],
    ['Số văn bản', 'number'],
    ['Trách nhiệm thực hiện', 'unit'],
    ['Thời gian hoàn thành', 'due'],
    ['Kết quả thực hiện đến nay', 'result'],
    ['Kết luận thanh tra', 'what'],
    ['STT', undefined],
    ['Ghi chú', undefined],
    ['', undefined],
  ])('%j is %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field);
  });

  it('are found below a title, and missed where a table has none', () => {
    const found = read([['PHỤ LỤC I'], ['(Kèm theo Kết luận)'], ...table(['1', 'Thu hồi', 'UBND xã Tân Lập', '', ''])]);
    expect(found?.taken).toMatchObject([{ row: 4, text: 'Thu hồi', agencyId: 'tl', due: null, percent: null }]);
    expect(
      read([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBeUndefined();
    expect(read([])).toBeUndefined();
  });
});

describe('a row', () => {
  it('takes what the file says of all where it says nothing, and its own where it does', () => {
    const rows = [
      ['Nguồn', 'Văn bản', 'Số', 'Ngày văn bản', 'Kiến nghị', 'Đơn vị thực hiện', 'Mức độ hoàn thành (%)'],
      ['', '', '', '', 'Thu hồi', 'UBND xã Tân Lập', '60,5%'],
      ['Chỉ đạo của Chủ tịch', 'Thông báo', '41/TB', '05/01/2026', 'Niêm yết', 'UBND xã An Phú', '100'],
    ];
    expect(read(rows)?.taken).toMatchObject([
      { source: 'audit', paper: { what: 'Kết luận kiểm toán', number: '7/KL', date: null }, percent: 60 },
      { source: 'directive', paper: { what: 'Thông báo', number: '41/TB', date: '2026-01-05' }, percent: 100 },
    ]);
  });

  it('of two units is a recommendation to each; one the directory does not know is told', () => {
    const found = read(table(['1', 'Rà soát', 'UBND xã Tân Lập; UBND xã An Phú và Hợp tác xã', '31/12/2026', '']));
    expect(found?.taken.map(({ agencyId, due }) => [agencyId, due])).toEqual([
      ['tl', '2026-12-31'],
      ['ap', '2026-12-31'],
    ]);
    expect(found?.left).toMatchObject([{ row: 2, text: 'Rà soát', why: expect.stringContaining('“Hợp tác xã”') }]);
  });

  it.each([
    [['1', 'Thu hồi', '', '', ''], 'đơn vị thực hiện'],
    [['1', '', 'UBND xã Tân Lập', '', ''], 'kiến nghị'],
    [['1', 'Thu hồi', 'UBND xã Tân Lập', 'quý IV', ''], 'không phải là ngày'],
    [['1', 'Thu hồi', 'UBND xã Tân Lập', '31/02/2026', ''], 'không phải là ngày'],
    [['1', 'Thu hồi', 'UBND xã Tân Lập', '', '120'], 'từ 0 đến 100'],
    [['1', 'Có rồi', 'UBND xã Tân Lập', '', ''], 'đã có trong sổ'],
  ])('%j is left, and why is said', (cells, why) => {
    const found = read(table(cells), (text) => (text === 'Có rồi' ? 'đã có trong sổ' : undefined));
    expect(found?.taken).toEqual([]);
    expect(found?.left).toMatchObject([{ row: 2, why: expect.stringContaining(why) }]);
  });

  it('that is empty or numbers the columns is no row', () => {
    expect(read(table(['(1)', '(2)', '(3)', '', ''], ['', '', '', '', '']))).toMatchObject({ taken: [], left: [] });
  });
});
