import { describe, expect, it, test } from 'vitest';
import { minhHaDirectory } from './minh-ha.ts';
import { fromRows, toRows } from './sheet.ts';

const row = ['A1', 'Sở Nội vụ', '', 'Sở, ngành', 'Tỉnh', '', '01/01/2020', '', 'Sở NV; SNV', ''];
const withCell = (at: number, text: string): string[] => row.map((cell, i) => (i === at ? text : cell));

describe('a directory as rows', () => {
  it('comes back as it went, but for the order of places', () => {
    const directory = minhHaDirectory((key) => key);
    const { agencies, successions } = toRows(directory);
    const back = fromRows(agencies, successions, (code) => code);
    expect(back.wrong).toEqual([]);
    const plain = ({ agencies: all }: typeof directory) => all.map(({ position: _, ...agency }) => agency);
    expect(plain(back.directory)).toEqual(plain(directory));
    expect(back.directory.successions).toEqual(directory.successions);
  });

  it('takes what a person types: no code, other names, a kind in small letters', () => {
    const { directory, wrong } = fromRows(
      [withCell(0, '').map((cell, i) => (i === 3 ? 'sở, ngành' : cell)), []],
      [],
      (code) => code,
    );
    expect(wrong).toEqual([]);
    expect(directory.agencies).toMatchObject([{ id: 'dòng 2', kind: 'department', aliases: ['Sở NV', 'SNV'] }]);
  });

  test.each([
    [withCell(1, ' '), /thiếu tên/],
    [withCell(3, 'Cục'), /loại “Cục”/],
    [withCell(4, 'Quận'), /cấp “Quận”/],
    [withCell(6, '31/02/2020'), /“từ ngày” là/],
    [withCell(7, 'mai'), /“đến hết ngày” là/],
    [withCell(7, '01/01/2019'), /kết thúc trước/],
    [withCell(5, 'B9'), /“B9” không có trong tệp/],
  ])('tells the row of %j', (cells, told) => {
    const { wrong } = fromRows([row.map((cell, i) => (i === 0 ? 'Z' : cell)), cells], [], (code) => code);
    expect(wrong).toMatchObject([{ row: 3, what: expect.stringMatching(told) }]);
  });

  it('tells spans of one agency that overlap, and links to nobody', () => {
    const { wrong } = fromRows([row, withCell(6, '01/06/2021')], [['A1', 'X', '01/01/2021', '']], (code) => code);
    expect(wrong.map(({ what }) => what)).toEqual([
      expect.stringContaining('Kế thừa'),
      expect.stringContaining('trùng ngày'),
    ]);
  });
});
