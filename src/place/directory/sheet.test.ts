import { describe, expect, it, test } from 'vitest';
import { minhHaDirectory } from './minh-ha.ts';
import { agencyHeadings, successionHeadings, toRows } from './sheet.ts';
import { type Codes, fromSheets } from './sheet-read.ts';

const row = ['A1', 'Sở Nội vụ', '', 'Sở, ngành', 'Tỉnh', '', '01/01/2020', '', 'Sở NV; SNV', ''];
const withCell = (at: number, text: string): string[] => row.map((cell, i) => (i === at ? text : cell));
const nobody: Codes = { idOf: (code) => code, isKnown: () => false };

function read(rows: readonly string[][], links: readonly string[][] = [], codes = nobody) {
  const sheets = [
    { sheet: 'Cơ quan', rows: [[...agencyHeadings], ...rows] },
    { sheet: 'Kế thừa', rows: [[...successionHeadings], ...links] },
  ];
  return fromSheets(sheets, codes);
}

describe('a directory as rows', () => {
  it('comes back as it went, but for the order of places', () => {
    const directory = minhHaDirectory((key) => key);
    const { agencies, successions } = toRows(directory);
    const back = read(agencies, successions);
    expect(back.wrong).toEqual([]);
    const plain = (all: typeof directory.agencies) => all.map(({ position: _, ...agency }) => agency);
    expect(plain(back.agencies.map(({ agency }) => agency))).toEqual(plain(directory.agencies));
    expect(back.successions).toEqual(directory.successions);
  });

  it('takes what a person types: no code, other names, a kind in small letters', () => {
    const { agencies, wrong } = read([withCell(0, '').map((cell, i) => (i === 3 ? 'sở, ngành' : cell)), []]);
    expect(wrong).toEqual([]);
    expect(agencies).toMatchObject([
      { rows: [2], agency: { id: 'dòng 2', kind: 'department', aliases: ['Sở NV', 'SNV'] } },
    ]);
  });

  test.each([
    [withCell(1, ' '), /thiếu tên/],
    [withCell(1, 'x'.repeat(501)), /dài 501 ký tự/],
    [withCell(8, `a; ${'x'.repeat(501)}`), /dài 501 ký tự/],
    [withCell(1, 'Sở\u0001Y tế'), /không in được/],
    [withCell(3, 'Cục'), /loại “Cục”/],
    [withCell(4, 'Quận'), /cấp “Quận”/],
    [withCell(6, '31/02/2020'), /“từ ngày” là/],
    [withCell(7, 'mai'), /“đến hết ngày” là/],
    [withCell(7, '01/01/2019'), /kết thúc trước/],
    [withCell(5, 'B9'), /“B9” không có trong tệp và trong danh bạ/],
    [withCell(5, 'A1'), /trực thuộc chính nó/],
  ])('tells the row of %j', (cells, told) => {
    const { wrong } = read([row.map((cell, i) => (i === 0 ? 'Z' : cell)), cells]);
    expect(wrong).toMatchObject([{ row: 3, what: expect.stringMatching(told) }]);
  });

  it('takes a parent that the directory has and the file has not', () => {
    const { agencies, wrong } = read([withCell(5, 'B9')], [], { ...nobody, isKnown: (code) => code === 'B9' });
    expect([wrong, agencies[0]?.agency.spans[0]?.parentId]).toEqual([[], 'B9']);
  });

  it('tells spans of one agency that overlap, and links to nobody', () => {
    const { wrong } = read([row, withCell(6, '01/06/2021')], [['A1', 'X', '01/01/2021', '']]);
    expect(wrong.map(({ name }) => name)).toContain(row[1]);
    expect(wrong.map(({ what }) => what)).toEqual([
      expect.stringContaining('Kế thừa'),
      'trùng ngày với dòng 2 của cùng mã',
    ]);
  });
});

describe('the columns', () => {
  const shuffled = ['Ghi chú', 'Tên', 'TU NGAY', 'mã', 'Loại', 'Cấp', 'Đến hết ngày', 'Trực thuộc (Mã)'];
  const cells = ['của tôi', 'Sở Nội vụ', '01/01/2020', 'A1', 'Sở, ngành', 'Tỉnh', '', ''];

  it('are found by their headings, in any order and spelling, among others', () => {
    const { agencies, wrong, keepsShortNames } = fromSheets([{ sheet: 'Danh sách', rows: [shuffled, cells] }], nobody);
    expect([wrong, keepsShortNames]).toEqual([[], true]);
    expect(agencies).toMatchObject([{ agency: { id: 'A1', spans: [{ name: 'Sở Nội vụ', from: '2020-01-01' }] } }]);
  });

  it('that are missing or stand twice are named, and nothing is taken', () => {
    const without = shuffled.filter((heading) => heading !== 'mã' && heading !== 'Tên');
    expect(() => fromSheets([{ sheet: 'Tờ 1', rows: [without, cells] }], nobody)).toThrow(
      /trang “Tờ 1” thiếu cột “Mã”, “Tên”/,
    );
    expect(() => fromSheets([{ sheet: 'Tờ 1', rows: [[...shuffled, 'Tên'], cells] }], nobody)).toThrow(
      /có hai cột “Tên”/,
    );
    expect(() => fromSheets([], nobody)).toThrow(/thiếu cột/);
  });
});
