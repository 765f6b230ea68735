import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../finish.ts';
import type { Block, Table } from '../model.ts';
import { centred, endOf, flat, line, page, prose, table } from './fixture.ts';
import { layOutPages } from './lay-out.ts';
import type { PageContent } from './model.ts';

const blocksOf = (...pages: PageContent[]): Block[] => finish(layOutPages(pages).drafts, 'pdf', []).blocks;
const gridOf = ({ rows, columns, cells }: Table): string[][] => {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, text } of cells) (grid[row] as string[])[column] = text;
  return grid;
};
/** Paragraphs as their text, tables as rows of texts. */
const read = (...pages: PageContent[]) =>
  blocksOf(...pages).map((block) => (block.kind === 'paragraph' ? block.text : gridOf(block)));

const long =
  'Căn cứ chức năng nhiệm vụ được giao, các phòng chuyên môn và các xã chủ động triển khai thực hiện các nhiệm vụ, ' +
  'giải pháp nâng cao chỉ số hài lòng của người dân đối với sự phục vụ của các cơ quan hành chính nhà nước trên địa bàn';
const xs = [60, 100, 330, 430, 540];
const header = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'];

describe('text on a page', () => {
  test('a line broken at the margin goes on; one broken before it ends a paragraph', () => {
    expect(read(page(1, prose(`${long}.\nMột dòng ngắn\n- Một ý`, 60, 540, 80)))).toEqual([
      `${long}.`,
      'Một dòng ngắn',
      '- Một ý',
    ]);
  });

  test('words broken after a hyphen or a slash are whole again, the dash of a name stays apart', () => {
    const texts = ['Thực hiện công văn số 413/UBND-', 'NV của Phòng Tài chính -', 'Kế hoạch trong 6 tháng/', 'năm'];
    const words = texts.flatMap((text, at) => line(text, 60, 80 + at * 14));
    expect(read(page(1, words))).toEqual([
      'Thực hiện công văn số 413/UBND-NV của Phòng Tài chính - Kế hoạch trong 6 tháng/năm',
    ]);
  });

  test('a paragraph torn by a page is one, its place on both', () => {
    const words = prose(long, 60, 540, 80);
    const below = words.filter(({ y0 }) => y0 > 100);
    const blocks = blocksOf(
      page(
        1,
        words.filter(({ y0 }) => y0 < 100),
      ),
      page(
        2,
        below.map((word) => ({ ...word, y0: word.y0 - 40, y1: word.y1 - 40 })),
      ),
    );
    expect(blocks).toMatchObject([{ text: long, source: { page: 1 }, boxes: [{ page: 1 }, { page: 2 }] }]);
  });

  test('a heading in the middle is centred, bold words at a start are strong', () => {
    const start = line('Sở Nội vụ:', 60, 180, { bold: true });
    const words = [...prose(long, 60, 540, 80), ...centred('KẾ HOẠCH', 300, 150, { bold: true }), ...start];
    const rest = line('chủ trì, theo dõi.', endOf(start) + 3, 180);
    expect(blocksOf(page(1, [...words, ...rest])).slice(1)).toMatchObject([
      { text: 'KẾ HOẠCH', align: 'center', bold: true },
      { text: 'Sở Nội vụ: chủ trì, theo dõi.', strongTo: 10, bold: false },
    ]);
  });

  test('words read from a picture keep what recognition thinks of them', () => {
    const [block] = blocksOf(
      page(1, [...line('chủ', 60, 80, { confidence: 1 }), ...line('trị', 90, 80, { confidence: 0.4 })]),
    );
    expect(block).toMatchObject({ recognised: { doubtful: [[4, 7]] } });
  });
});

describe('the head and the foot of an official paper', () => {
  const head = [
    ...centred('ỦY BAN NHÂN DÂN', 150, 60),
    ...centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 410, 60),
    ...centred('XÃ MINH TÂN', 150, 76),
    ...centred('Độc lập - Tự do - Hạnh phúc', 410, 76),
    ...centred('Số: 12/KH-UBND', 150, 96),
    ...centred('Minh Tân, ngày 05 tháng 01 năm 2026', 410, 96),
    ...centred('KẾ HOẠCH', 300, 130),
  ];

  test('are read column by column', () => {
    const foot = [
      ...line('Nơi nhận:', 60, 300),
      ...centred('TM. ỦY BAN NHÂN DÂN', 420, 300),
      ...line('- Như trên;', 60, 316),
      ...centred('CHỦ TỊCH', 420, 316),
      ...line('- Lưu: VT.', 60, 332),
      ...centred('Nguyễn Văn An', 420, 390),
    ];
    expect(read(page(1, [...head, ...prose(`${long}.`, 60, 540, 170), ...foot]))).toEqual([
      [
        [
          'ỦY BAN NHÂN DÂN\nXÃ MINH TÂN\nSố: 12/KH-UBND',
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMinh Tân, ngày 05 tháng 01 năm 2026',
        ],
      ],
      'KẾ HOẠCH',
      `${long}.`,
      [['Nơi nhận:\n- Như trên;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An']],
    ]);
  });

  test('a stamp of arrival and the data of a signature are left out', () => {
    const stamp = [...line('ĐẾN', 20, 20), ...line('Số: ..........', 20, 34), ...line('Ngày: 06/01/2026', 20, 48)];
    const signed = [
      ...line('Người ký: Ủy ban nhân dân', 430, 20, { size: 7 }),
      ...line('Thời gian ký: 05.01.2026', 430, 29, { size: 7 }),
    ];
    const texts = JSON.stringify(read(page(1, [...stamp, ...signed, ...head, ...prose(long, 60, 540, 170)])));
    expect(texts).not.toMatch(/ĐẾN|Thời gian ký|06\/01/);
    expect(texts).toContain('Số: 12/KH-UBND');
  });
});

describe('what only pages have', () => {
  const pages = (rim: (number: number) => ReturnType<typeof line>): PageContent[] =>
    [1, 2, 3].map((number) =>
      page(number, [...rim(number), ...prose(`Phần ${'abc'[number - 1]} nói: ${long}.\nHết phần.`, 60, 540, 80)]),
    );

  test('page numbers and running titles go', () => {
    const numbers = read(...pages((number) => centred(`- ${number} -`, 300, 40)));
    const titles = read(...pages((number) => line(`Kế hoạch năm 2026 | trang ${number}`, 60, 800)));
    for (const texts of [numbers, titles]) expect(texts).toHaveLength(6);
  });

  test('a title that counts appendices, not pages, stays', () => {
    expect(read(...pages((number) => centred(`PHỤ LỤC ${7 - 2 * number}`, 300, 60)))).toContain('PHỤ LỤC 3');
  });

  test('footnotes below their line go, a last sentence stays', () => {
    const words = [...prose(`${long}.`, 60, 540, 80), ...line('1 Theo số liệu năm 2025.', 60, 790, { size: 9 })];
    expect(read(page(1, words, [flat(785, 60, 200)]))).toEqual([`${long}.`]);
    expect(read(page(1, words))).toHaveLength(2);
  });
});

describe('a table', () => {
  const made = (rows: string[][], y = 80) => table(rows, xs, y);
  const first = ['1', `${long}.\n- Một ý riêng`, 'Sở Nội vụ', 'Quý I'];

  test('has the paragraphs of its cells', () => {
    const { words, rules } = made([header, first]);
    expect(read(page(1, words, rules))).toEqual([[header, first]]);
  });

  test('stands between the text above and below', () => {
    const { words, rules, bottom } = made([header, first], 120);
    const around = [...line('PHỤ LỤC', 60, 80), ...line('Hết bảng.', 60, bottom + 20)];
    expect(read(page(1, [...words, ...around], rules))).toEqual(['PHỤ LỤC', [header, first], 'Hết bảng.']);
  });

  test('goes on over a page with rows that differ in a number alone', () => {
    const rows = ['1', '2', '3', '4'].map((number) => [number, `Công khai đợt ${number}`, 'Sở Nội vụ', 'Thường xuyên']);
    const pages = [made([header, ...rows.slice(0, 2)], 600), made([header, ...rows.slice(2)])];
    expect(read(...pages.map(({ words, rules }, at) => page(at + 1, words, rules)))).toEqual([[header, ...rows]]);
  });

  test('goes on over a page, its header once, a new row a row of its own', () => {
    const [above, below] = [
      made([header, first], 600),
      made([header, ['2', 'Công khai thủ tục', 'Sở Y tế', 'Quý II']]),
    ];
    const blocks = blocksOf(page(1, above.words, above.rules), page(2, below.words, below.rules));
    expect(blocks).toHaveLength(1);
    expect(gridOf(blocks[0] as Table).map(([number]) => number)).toEqual(['TT', '1', '2']);
    expect((blocks[0] as Table).cells.at(-1)).toMatchObject({ source: { page: 2 } });
  });

  test('has a row torn by the page whole, words and names too', () => {
    const above = made([header, ['1', 'Công khai thủ tục hành chính tại trụ sở của UBND cấp', 'Sở Nội', 'Quý I']], 700);
    const below = made([header, ['', 'xã và nhà văn hóa thôn.', 'vụ', '']]);
    expect(read(page(1, above.words, above.rules), page(2, below.words, below.rules))).toEqual([
      [
        header,
        ['1', 'Công khai thủ tục hành chính tại trụ sở của UBND cấp xã và nhà văn hóa thôn.', 'Sở Nội vụ', 'Quý I'],
      ],
    ]);
  });

  test('leaves to others what may be torn or not', () => {
    const above = made([header, ['1', 'Công khai thủ tục.', 'Sở Nội vụ', 'Quý I']], 700);
    const below = made([header, ['', 'Mời dân họp.', '', '']]);
    const [block] = blocksOf(page(1, above.words, above.rules), page(2, below.words, below.rules));
    expect(block).toMatchObject({ rows: 3, cuts: [2] });
  });

  test('is another one where its columns are others, or text stands between', () => {
    const above = made([header, first], 500);
    const other = table(
      [
        ['A', 'B'],
        ['1', '2'],
      ],
      [60, 300, 540],
      80,
    );
    expect(blocksOf(page(1, above.words, above.rules), page(2, other.words, other.rules))).toHaveLength(2);
    const below = made([header, first], 120);
    const title = line('PHỤ LỤC II', 60, 80);
    expect(blocksOf(page(1, above.words, above.rules), page(2, [...title, ...below.words], below.rules))).toHaveLength(
      3,
    );
  });

  test('is found without any line by the words of its header', () => {
    const rows = [
      header,
      ['I', 'Cải cách thể chế', '', ''],
      ['1', 'Rà soát văn bản', 'Sở Tư pháp', 'Quý I'],
      ['2', 'Kiểm tra văn bản', 'Sở Nội vụ', 'Quý II'],
    ];
    expect(read(page(1, [...prose(`${long}.`, 60, 540, 40), ...table(rows, xs, 120).words]))).toEqual([
      `${long}.`,
      rows,
    ]);
  });

  test('is found by the lines between its rows alone', () => {
    const rows = [
      header,
      ['1', 'Rà soát văn bản', 'Sở Tư pháp', 'Quý I'],
      ['2', 'Kiểm tra', 'Sở Y tế', 'Quý II'],
      ['3', 'Công khai', 'Sở Nội vụ', 'Quý III'],
    ];
    const { words, rules } = table(rows, xs, 120);
    const between = rules.filter(({ y0, y1 }) => y0 === y1).map(({ y0 }) => flat(y0, 60, 540));
    expect(read(page(1, words, between))).toEqual([rows]);
  });

  test('prose in two columns is none', () => {
    const left = prose(long, 60, 290, 80);
    const right = prose(long, 320, 540, 80);
    expect(blocksOf(page(1, [...left, ...right])).every(({ kind }) => kind === 'paragraph')).toBe(true);
  });
});

describe('any table', () => {
  const word = fc.stringMatching(/^[a-zđ]{2,7}$/);
  const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => `Việc ${words.join(' ')}.`);
  const tasks = fc.array(fc.tuple(sentence, sentence, sentence), { minLength: 2, maxLength: 12 });
  const numbered = (rows: [string, string, string][]) => rows.map((cells, at) => [`${at + 1}`, ...cells]);

  test('cut into pages between rows, the header repeated or not, comes out as it was', () => {
    fc.assert(
      fc.property(tasks, fc.array(fc.nat(11), { maxLength: 3 }), fc.boolean(), (made, cuts, repeats) => {
        const rows = numbered(made);
        const starts = [...new Set([0, ...cuts.filter((cut) => cut < rows.length)])].sort((a, b) => a - b);
        const pages = starts.map((start, at) => {
          const own = rows.slice(start, starts[at + 1] ?? rows.length);
          const { words, rules } = table(at === 0 || repeats ? [header, ...own] : own, xs, 60);
          return page(at + 1, words, rules, { height: 2_000 });
        });
        expect(read(...pages)).toEqual([[header, ...rows]]);
      }),
      { seed: 20260101, numRuns: 100 },
    );
  });

  test('torn within a row in the middle of a sentence is whole again', () => {
    fc.assert(
      fc.property(tasks, fc.nat(11), fc.integer({ min: 1, max: 6 }), (made, row, after) => {
        const rows = numbered(made);
        const torn = rows[row % rows.length] as string[];
        const text = `${torn[1]} ${torn[1]?.toLowerCase()}`.replace('. ', ' ');
        torn[1] = text;
        const parts = text.split(' ');
        const at = Math.min(after, parts.length - 1);
        const above = rows.slice(0, row % rows.length);
        const upper = table(
          [header, ...above, [torn[0], parts.slice(0, at).join(' '), torn[2], torn[3]] as string[]],
          xs,
          60,
        );
        const rest = ['', parts.slice(at).join(' '), '', ''];
        const lower = table([header, rest, ...rows.slice((row % rows.length) + 1)], xs, 60);
        const pages = [
          page(1, upper.words, upper.rules, { height: 2_000 }),
          page(2, lower.words, lower.rules, { height: 2_000 }),
        ];
        expect(read(...pages)).toEqual([[header, ...rows]]);
      }),
      { seed: 20260101, numRuns: 100 },
    );
  });
});
