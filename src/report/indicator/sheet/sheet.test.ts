import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../document/text/csv.ts';
import type { Definition } from '../model.ts';
import { findHeader, guessMapping, headingsOf, shapeOf } from './guess.ts';
import { readMonth, takeRows } from './take.ts';

const share = { name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', unit: '%', kind: 'share' } as Definition;
const cover = { name: 'Tỷ lệ bao phủ bảo hiểm y tế', unit: '%', kind: 'share' } as Definition;
const indicators = [
  { id: 'ontime', definition: share },
  { id: 'cover', definition: cover },
];

const csv = `BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ;;;
Tháng 5 năm 2026;;;
STT;Tên đơn vị;Hồ sơ giải quyết đúng hạn;Tổng hồ sơ giải quyết;Bao phủ bảo hiểm y tế (%)
(1);(2);(3);(4);(5)
1;UBND xã Tân Lập;1.234;1.250;92,3%
2;UBND xã An Phú;95;100;
3;Xã Không Có;1;2;90
4;UBND phường Hòa Bình;12;10;abc
;Tổng cộng;1.341;1.360;92`;

const units: Record<string, string> = { 'UBND xã Tân Lập': 'tl', 'UBND xã An Phú': 'ap', 'UBND phường Hòa Bình': 'hb' };
const take = (rows: string[][], mapping = guessMapping([rows], indicators)) =>
  takeRows({
    ...{ mapping, rows, period: '2026-05' },
    unitOf: (name) => (units[name] ? { agencyId: units[name] } : { why: 'không rõ' }),
    definitionOf: (id) => indicators.find((one) => one.id === id)?.definition,
    refuse: () => undefined,
  });

describe('an exported table', () => {
  const rows = readCsv(csv);
  it('has its headings found below its title, and each column for what it is', () => {
    expect(findHeader(rows)).toBe(2);
    expect(guessMapping([rows], indicators)).toMatchObject({
      header: 2,
      columns: [
        { as: 'ignore' },
        { as: 'unit' },
        { as: 'figure', indicatorId: 'ontime', of: 'part' },
        { as: 'figure', indicatorId: 'ontime', of: 'whole' },
        { as: 'figure', indicatorId: 'cover', of: 'value' },
      ],
    });
  });

  it('gives its figures with their rows, and says of all else why not', () => {
    const { taken, left } = take(rows);
    expect(taken.map(({ row, agencyId, indicatorId, figure }) => [row, agencyId, indicatorId, figure])).toEqual([
      [5, 'tl', 'ontime', { value: null, part: 1234, whole: 1250 }],
      [5, 'tl', 'cover', { value: 92.3, part: null, whole: null }],
      [6, 'ap', 'ontime', { value: null, part: 95, whole: 100 }],
    ]);
    expect(left.map(({ row, why }) => [row, why])).toEqual([
      [7, 'không rõ'],
      [8, 'Tỷ lệ hồ sơ giải quyết đúng hạn: số đạt được lớn hơn tổng số'],
      [8, 'Tỷ lệ bao phủ bảo hiểm y tế: “abc” không phải là số'],
      [9, 'dòng cộng: phần mềm tự cộng'],
    ]);
  });

  it('of the next month has the same shape, another table has not', () => {
    const shape = (text: string) => {
      const other = readCsv(text);
      return shapeOf(headingsOf(other, findHeader(other)));
    };
    expect(shape(csv.replace('Tháng 5', 'Tháng 6').replace('1.234', '1.100'))).toBe(shape(csv));
    expect(shape(csv.replace('Tổng hồ sơ', 'Số hồ sơ'))).not.toBe(shape(csv));
  });

  it('may name a unit twice, or write its shares as fractions', () => {
    const twice = readCsv(
      'Đơn vị;Bao phủ bảo hiểm y tế\nUBND xã Tân Lập;0,923\nUBND xã An Phú;0,5\nUBND xã Tân Lập;0,9',
    );
    const { taken, left } = take(twice);
    expect(taken.map(({ figure }) => figure.value)).toEqual([92.3, 50]);
    expect(left.map(({ row, why }) => [row, why])).toEqual([[4, 'Tỷ lệ bao phủ bảo hiểm y tế: đơn vị đã có ở dòng 2']]);
  });

  it('may have a column for each month of one indicator, or one that says the month', () => {
    const one = [{ id: 'cover', definition: cover }];
    const wide = readCsv('Đơn vị;Tháng 1;Tháng 2\nUBND xã Tân Lập;90;91');
    expect(take(wide, guessMapping([wide], one)).taken.map(({ period }) => period)).toEqual(['2026-01', '2026-02']);
    const long = readCsv('Đơn vị;Tháng;Bao phủ bảo hiểm y tế\nUBND xã Tân Lập;04/2026;90\nUBND xã An Phú;mười;91');
    const { taken, left } = take(long);
    expect(taken.map(({ period }) => period)).toEqual(['2026-04']);
    expect(left).toMatchObject([{ row: 3, why: 'không rõ tháng “mười”' }]);
  });

  it('may have groups of headings, a line of numbers under them, groups of units and a signature', () => {
    const grouped = readCsv(
      [
        'UBND TỈNH MINH HÀ;;;;;;',
        'STT;Tên đơn vị;Hồ sơ tiếp nhận;;Hồ sơ đã giải quyết;;Bao phủ bảo hiểm y tế (%)',
        ';;Trong kỳ;Kỳ trước;Tổng số;Đúng hạn;',
        '(1);(2);(3);(4);(5);(6);(7)=(6)/(5)',
        'A;KHỐI XÃ;;;;;',
        ';TOÀN TỈNH;9.999;9;2.250;2.240;99,5',
        '1;UBND xã Tân Lập;1.100;12;1.250;1.245;92,3',
        '2;;5;5;5;5;5',
        ';Người lập biểu;;;;Thủ trưởng;',
      ].join('\n'),
    );
    expect(headingsOf(grouped, findHeader(grouped))).toEqual([
      ...['STT', 'Tên đơn vị', 'Hồ sơ tiếp nhận – Trong kỳ', 'Hồ sơ tiếp nhận – Kỳ trước'],
      ...['Hồ sơ đã giải quyết – Tổng số', 'Hồ sơ đã giải quyết – Đúng hạn', 'Bao phủ bảo hiểm y tế (%)'],
    ]);
    const { taken, left } = take(grouped);
    expect(taken.map(({ row, indicatorId, figure }) => [row, indicatorId, figure])).toEqual([
      [7, 'ontime', { value: null, part: 1245, whole: 1250 }],
      [7, 'cover', { value: 92.3, part: null, whole: null }],
    ]);
    expect(left.map(({ row, why, name }) => [row, why, name ?? false])).toEqual([
      [5, 'dòng không có số liệu', false],
      [6, 'dòng cộng: phần mềm tự cộng', false],
      [8, 'dòng có số mà không ghi đơn vị', false],
      [9, 'dòng không có số liệu', false],
    ]);
  });

  it('with a title over all its columns has headings of one row', () => {
    const titled = [Array(3).fill('TỔNG HỢP HỒ SƠ'), ['Đơn vị', 'Đúng hạn', 'Tổng'], ['UBND xã Tân Lập', '1', '2']];
    expect(headingsOf(titled, findHeader(titled))).toEqual(['Đơn vị', 'Đúng hạn', 'Tổng']);
  });

  it('of nothing gives nothing', () => {
    expect(take([])).toEqual({ taken: [], left: [] });
    expect(take([['a']])).toEqual({ taken: [], left: [] });
  });
});

it('months are read as they are written', () => {
  expect(
    ['Tháng 5', 'Tháng 5 năm 2026', '05/2026', '2026-05', '31/05/2026', 'T5', 'Quý II/2026', 'quý 4', '13', 'hè'].map(
      (text) => readMonth(text, 2026),
    ),
  ).toEqual([
    ...['2026-05', '2026-05', '2026-05', '2026-05', '2026-05', '2026-05', '2026-Q2', '2026-Q4', undefined, undefined],
  ]);
});

it('rows of CSV keep quotes and line breaks, whatever separates them', () => {
  expect(readCsv('\ufeffa,"b,1"\r\n"c\n""d""",2\n')).toEqual([
    ['a', 'b,1'],
    ['c\n"d"', '2'],
  ]);
  expect(readCsv('sep=;\na;b')).toEqual([['a', 'b']]);
  expect(readCsv('a\t1,5')).toEqual([['a', '1,5']]);
});
