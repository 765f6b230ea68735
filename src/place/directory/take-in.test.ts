import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { loadUnits } from '../../platform/units.ts';
import type { Directory } from '../model.ts';
import { getUnit } from '../units/find.ts';
import { makeDirectory } from './make.ts';
import { agencyHeadings, toRows } from './sheet.ts';
import { fromSheets } from './sheet-read.ts';
import { takeIn } from './take-in.ts';

const units = loadUnits();
const known = makeDirectory(units, getUnit(units, '04', '2026-01-01' as PlainDate), { ids: (key) => key });
const province = '04@2025-03-01/Ủy ban nhân dân {place}';
const finance = '04@2025-03-01/Sở Tài chính';
const health = '04@2025-03-01/Sở Y tế';

/** The rows of the export that speak of these, changed as a person would. */
const rowsOf = (...ids: string[]): string[][] => toRows(known).agencies.filter(([id]) => ids.includes(id ?? ''));
const changed = (row: readonly string[] | undefined, at: number, text: string): string[] =>
  (row ?? []).map((cell, i) => (i === at ? text : cell));
const village = (code: string, name: string, under: string, from = '01/01/2026'): string[] => [
  ...[code, name, '', 'Thôn, tổ dân phố', 'Thôn', under, from, ''],
];

function take(rows: readonly string[][], directory: Directory = known) {
  const own = new Set(directory.agencies.map(({ id }) => id));
  const codes = {
    idOf: (code: string) => (own.has(code) ? code : `new ${code}`),
    isKnown: (code: string) => own.has(code),
  };
  return takeIn(directory, fromSheets([{ sheet: 'Cơ quan', rows: [[...agencyHeadings], ...rows] }], codes));
}
const refusals = (rows: readonly string[][]) =>
  take(rows).rows.flatMap(({ row, what, told }) => (what === 'refused' ? [[row, told.join('; ')]] : []));

describe('a workbook held against the directory', () => {
  it('that is its own export changes nothing', () => {
    const intake = take(toRows(known).agencies);
    expect(new Set(intake.rows.map(({ what }) => what))).toEqual(new Set(['unchanged']));
    expect([intake.added, intake.changed, intake.aliases]).toEqual([[], [], []]);
  });

  it('fills an empty directory with nothing refused', () => {
    const { rows, added } = take(toRows(known).agencies, { agencies: [], successions: [] });
    expect(new Set(rows.map(({ what }) => what))).toEqual(new Set(['added']));
    expect(added.length).toBe(known.agencies.length);
  });

  it('adds villages under a commune that is not in the file', () => {
    const commune = known.agencies.find(
      ({ kind, level, spans }) => kind === 'committee' && level === 'commune' && spans.at(-1)?.to === null,
    );
    const { rows, added } = take([
      village('T1', 'Thôn Đông', commune?.id ?? ''),
      village('T2', 'Thôn Đoài', commune?.id ?? ''),
    ]);
    expect(rows).toMatchObject([
      { row: 2, what: 'added' },
      { row: 3, what: 'added' },
    ]);
    expect(added.map(({ spans }) => spans[0]?.parentId)).toEqual([commune?.id, commune?.id]);
  });

  it('proposes names and days it says otherwise, told before and after', () => {
    const own = known.agencies.find(({ spans }) => spans[0]?.name === 'Thanh tra Sở Y tế')?.id ?? '';
    const [row] = rowsOf(own);
    const book = [changed(changed(row, 1, 'Thanh tra ngành Y tế'), 6, '01/06/2014')];
    const { rows, changed: after, added } = take(book);
    expect(rows).toEqual([
      {
        ...{ row: 2, name: 'Thanh tra ngành Y tế', what: 'changed' },
        told: [
          'tên: “Thanh tra Sở Y tế” → “Thanh tra ngành Y tế”',
          expect.stringMatching(/^từ ngày: .* → 01\/06\/2014$/),
        ],
      },
    ]);
    expect([after.map(({ id }) => id), added]).toEqual([[own], []]);
  });

  it('refuses days that leave those under it with nobody above', () => {
    expect(refusals([changed(rowsOf(health)[0], 6, '01/06/2014')])).toEqual([
      [2, expect.stringContaining('“Thanh tra Sở Y tế” trực thuộc cơ quan này')],
    ]);
  });

  it('adds other names to those that are known', () => {
    const { rows, aliases } = take([changed(rowsOf(health)[0], 8, 'Ngành Y tế')]);
    expect(rows).toMatchObject([{ what: 'changed', told: ['thêm cách gọi “Ngành Y tế”'] }]);
    expect(aliases).toEqual([{ id: health, alias: 'Ngành Y tế' }]);
  });

  test.each<[string, string[][], [number, RegExp][]]>([
    [
      'two under each other',
      [village('A', 'Thôn A', 'B'), village('B', 'Thôn B', 'A')],
      [
        [2, /một vòng/],
        [3, /một vòng/],
      ],
    ],
    [
      'three in a ring',
      [village('A', 'Thôn A', 'B'), village('B', 'Thôn B', 'C'), village('C', 'Thôn C', 'A')],
      [
        [2, /vòng/],
        [3, /vòng/],
        [4, /vòng/],
      ],
    ],
    [
      'a name that stands there',
      [['X', 'Sở Y Tế', '', 'Sở, ngành', 'Tỉnh', province, '01/01/2026', '']],
      [[2, /đã có một “Sở Y Tế”/]],
    ],
    [
      'one name twice in the file',
      [village('A', 'Thôn A', province), village('B', 'Thôn  a', province)],
      [
        [2, /đã có/],
        [3, /đã có/],
      ],
    ],
    [
      'a parent that ended before',
      [village('A', 'Thôn A', '04@2025-03-01/Sở Kế hoạch và Đầu tư')],
      [[2, /đã kết thúc \(28\/02\/2025\)/]],
    ],
    ['a parent that began later', [village('A', 'Thôn A', province, '01/01/2010')], [[2, /trước khi có đơn vị đó/]]],
    [
      'a known agency under itself',
      [changed(rowsOf(finance)[0], 5, '04@2025-03-01/Phòng x')],
      [[2, /không có trong tệp và trong danh bạ/]],
    ],
    ['an end, whose work must go somewhere', [changed(rowsOf(finance)[0], 7, '31/12/2026')], [[2, /Sắp xếp đơn vị/]]],
    ['another kind', [changed(rowsOf(finance)[0], 3, 'Phòng')], [[2, /loại, cấp/]]],
    ['a beginning after those under it', [changed(rowsOf(province)[0], 6, '01/01/2026')], [[2, /những ngày đã bỏ/]]],
  ])('refuses %s, by row', (_, rows, told) => {
    expect(refusals(rows)).toEqual(told.map(([row, what]) => [row, expect.stringMatching(what)]));
  });

  it('tells good rows beside bad ones', () => {
    const { rows } = take([village('A', 'Thôn A', province), village('B', '', province)]);
    expect(rows).toMatchObject([
      { row: 2, what: 'added' },
      { row: 3, what: 'refused', told: ['thiếu tên'] },
    ]);
  });

  it('leaves short names alone where the file has no column of them', () => {
    const short = known.agencies.find(({ id }) => id === province)?.spans.map(({ shortName }) => shortName);
    const rows = rowsOf(province).map((row) => row.filter((__, i) => i !== 2));
    const heading = agencyHeadings.filter((one) => one !== 'Tên viết tắt');
    const codes = { idOf: (code: string) => code, isKnown: () => true };
    const intake = takeIn(known, fromSheets([{ sheet: 'Cơ quan', rows: [heading, ...rows] }], codes));
    expect(short?.[0]).toBeTruthy();
    expect(intake.rows).toMatchObject([{ what: 'unchanged' }]);
  });
});
