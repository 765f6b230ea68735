import { describe, expect, test } from 'vitest';
import { line, page } from './fixture.ts';
import { layOutPages } from './lay-out.ts';
import type { PageContent, Word } from './model.ts';

/** Tables that no line is drawn for: only white space parts their columns. */

const xs = [60, 260, 430];
const row = (y: number, ...texts: string[]): Word[] =>
  texts.flatMap((text, at) => (text === '' ? [] : line(text, xs[at] as number, y)));
const header = (y: number): Word[] => row(y, 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian');

const tablesOf = (...pages: PageContent[]): string[][][] =>
  layOutPages(pages).drafts.flatMap((draft) =>
    draft.kind === 'table'
      ? [
          draft.rows.map(({ cells }) =>
            cells.map(({ paragraphs }) =>
              paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('/'),
            ),
          ),
        ]
      : [],
  );

const first = page(1, [
  ...header(700),
  ...row(720, 'Rà soát thủ tục về đất', 'Sở Tư pháp', 'Quý I/2026'),
  ...row(740, 'Mở đường dây nóng nhận', 'Thanh tra tỉnh', 'Hằng quý'),
]);

describe('a table without lines', () => {
  test('goes on over the page below its header printed again', () => {
    const second = page(2, [
      ...header(60),
      ...row(80, 'phản ánh của người dân', '', ''),
      ...row(100, 'Công khai quỹ đất còn trống', 'Sở Xây dựng', 'Quý II/2026'),
    ]);
    expect(tablesOf(first, second)).toEqual([
      [
        ['Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
        ['Rà soát thủ tục về đất', 'Sở Tư pháp', 'Quý I/2026'],
        ['Mở đường dây nóng nhận phản ánh của người dân', 'Thanh tra tỉnh', 'Hằng quý'],
        ['Công khai quỹ đất còn trống', 'Sở Xây dựng', 'Quý II/2026'],
      ],
    ]);
  });

  test('ends above a title that would fit into its first column', () => {
    const below = [...row(760, 'III. TỔ CHỨC THỰC HIỆN', '', ''), ...row(780, 'Sở Nội vụ theo dõi.', '', '')];
    const [table] = tablesOf(page(1, [...first.words, ...below]));
    expect(table?.at(-1)).toEqual(['Mở đường dây nóng nhận', 'Thanh tra tỉnh', 'Hằng quý']);
  });

  test('is parted at rows in bold where nothing is numbered', () => {
    const below = [
      ...line('Nhóm hai: đất đai', 60, 760, { bold: true }),
      ...row(780, 'Công khai quỹ đất còn trống', 'Sở Xây dựng', 'Quý II/2026'),
    ];
    const [table] = tablesOf(page(1, [...first.words, ...below]));
    expect(table?.slice(-2)).toEqual([
      ['Nhóm hai: đất đai', '', ''],
      ['Công khai quỹ đất còn trống', 'Sở Xây dựng', 'Quý II/2026'],
    ]);
  });
});

test('a table with lines below its rows has its header above the first', () => {
  const rule = (y: number) => ({ x0: 55, x1: 545, y0: y, y1: y });
  const [table] = tablesOf(page(1, first.words, [rule(716), rule(736), rule(756)]));
  expect(table).toEqual([
    ['Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
    ['Rà soát thủ tục về đất', 'Sở Tư pháp', 'Quý I/2026'],
    ['Mở đường dây nóng nhận', 'Thanh tra tỉnh', 'Hằng quý'],
  ]);
});
