import { describe, expect, test } from 'vitest';
import type { Table } from '../model.ts';
import { readText } from './read-text.ts';

const blocks = (text: string) => readText(text, 'text').blocks;
const texts = (text: string) =>
  blocks(text).map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map((cell) => cell.text)));
const tables = (text: string) => blocks(text).filter((block): block is Table => block.kind === 'table');

describe('paragraphs of a text file', () => {
  test('are its lines where lines are not wrapped', () => {
    expect(texts('ỦY BAN NHÂN DÂN\nTHỊ XÃ MINH CHÂU\n\nSố: 12/KH-UBND\r\n\tThực hiện Kế hoạch')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'THỊ XÃ MINH CHÂU',
      'Số: 12/KH-UBND',
      'Thực hiện Kế hoạch',
    ]);
  });

  test('are joined where lines are wrapped, and parted at labels, sentences and signatures', () => {
    const wrapped = [
      'III. TỔ CHỨC THỰC',
      'HIỆN',
      '1. Sở Thông tin',
      'và Truyền thông tỉnh Minh Hà',
      'Tăng cường thông tin, tuyên truyền về các nội dung của Kế hoạch này',
      'để người dân biết và theo dõi việc thực hiện từ năm',
      '2026.',
      'a)',
      'Chủ trì, phối hợp với các cơ quan, đơn vị liên quan tham mưu Ủy ban nhân dân tỉnh các',
      'giải pháp cần thiết; định kỳ báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh theo',
      'quy định.',
      'TM.',
      'ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Nguyễn Văn An',
    ].join('\n');
    expect(texts(wrapped)).toEqual([
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Sở Thông tin và Truyền thông tỉnh Minh Hà',
      'Tăng cường thông tin, tuyên truyền về các nội dung của Kế hoạch này để người dân biết và theo dõi việc thực hiện từ năm 2026.',
      'a) Chủ trì, phối hợp với các cơ quan, đơn vị liên quan tham mưu Ủy ban nhân dân tỉnh các giải pháp cần thiết; định kỳ báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh theo quy định.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Nguyễn Văn An',
    ]);
  });

  test('lose Markdown and keep what it said', () => {
    const [heading, duty, name] = readText(
      '## **I. MỤC ĐÍCH**\n\n**1. Sở Nội vụ** (*chủ trì*)\n\n**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**',
      'markdown',
    ).blocks;
    expect(heading).toMatchObject({ text: 'I. MỤC ĐÍCH', heading: 2, bold: true, clause: { kind: 'roman' } });
    expect(duty).toMatchObject({ text: '1. Sở Nội vụ (chủ trì)', strongTo: '1. Sở Nội vụ'.length, bold: false });
    expect(name).toMatchObject({ text: 'KT. CHỦ TỊCH', bold: true });
  });

  test('keep what only looks like markup', () => {
    const odd = 'Số #sovb/KH (*) x < 5 và 3 * 4 * 5, <ghi chú>, a_b_c, R&D';
    expect(texts(odd)).toEqual([odd]);
  });

  test('know their line', () => {
    expect(blocks('\n\nmột\n\nhai').map(({ source }) => source.line)).toEqual([3, 5]);
  });
});

describe('tables of a text file', () => {
  const rows = ['TT\tNhiệm vụ\tCơ quan', '1\tNhóm\t', '-\t<p>a;</p> <ul> <li>- b</li> <li>c</li> </ul>\tSở Nội vụ'];

  test('parted by tabs are rows of equally many cells', () => {
    const [table] = tables(`Phụ lục\n${rows.join('\n')}\n\nNơi nhận:`);
    expect(table).toMatchObject({ rows: 3, columns: 3, source: { line: 2 } });
    expect(table?.cells.map(({ text }) => text)).toEqual([
      'TT',
      'Nhiệm vụ',
      'Cơ quan',
      '1',
      'Nhóm',
      '',
      '-',
      'a;\n- b\n- c',
      'Sở Nội vụ',
    ]);
    expect(table?.cells[7]?.source).toEqual({ page: null, table: 1, row: 3, line: 4 });
  });

  test('are cut where a page ended or the header is repeated', () => {
    const torn = [...rows, '', '\tđ tiếp\t', '2\tKhác\tSở', rows[0], '3\te\tf'].join('\n');
    expect(tables(torn).map((table) => table.rows)).toEqual([3, 2, 2]);
  });

  test('with blank lines between all rows are one', () => {
    expect(tables([...rows, '2\tb\tc'].join('\n\n'))).toHaveLength(1);
  });

  test('carry on a cell that was broken over lines', () => {
    const [table] = tables('TT\tNhiệm vụ\tCơ quan\n1\tmột\nhai\tSở\n2\tba\tPhòng');
    expect(table?.cells.map(({ text }) => text).slice(3)).toEqual(['1', 'một\nhai', 'Sở', '2', 'ba', 'Phòng']);
  });

  test('carry on a cell of several paragraphs, as Word copies it', () => {
    const [table] = tables(
      'TT\tNhiệm vụ\tCơ quan\tNăm\n1\tmột\n- hai\n- ba\n- bốn\tSở Nội vụ\nSở Tư pháp\t2026\n2\tnăm\tPhòng\t2027',
    );
    expect(table?.cells.map(({ text }) => text).slice(4)).toEqual([
      '1',
      'một\n- hai\n- ba\n- bốn',
      'Sở Nội vụ\nSở Tư pháp',
      '2026',
      '2',
      'năm',
      'Phòng',
      '2027',
    ]);
  });

  test('are none where a tab only parts labels from their text', () => {
    expect(texts('1.\tMục đích\na)\tNâng cao\n-\tĐạt\n')).toEqual(['1. Mục đích', 'a) Nâng cao', '- Đạt']);
  });

  test('of Markdown have their first rows as header and their breaks as lines', () => {
    const [table] = tables('| **TT** | Nhiệm vụ |\n|:--|---|\n| 1 | - a<br>- b \\| c |\n|  | d |\n\nsau');
    expect(table).toMatchObject({ rows: 3, columns: 2, headerRows: 1 });
    expect(table?.cells.map(({ text }) => text)).toEqual(['TT', 'Nhiệm vụ', '1', '- a\n- b | c', '', 'd']);
    expect(table?.cells[0]?.paragraphs[0]).toMatchObject({ bold: true });
  });
});

describe('a table with one cell a line', () => {
  const lines = (cells: string[]) => cells.map((cell) => `${cell}\n|`).join('\n');
  const header = ['TT', 'Nhóm', 'Nội dung', 'Nhiệm vụ', 'Cơ quan', 'Thời gian'];
  const read = (cells: string[]) => tables(`PHỤ LỤC\n${lines([...header, ...cells])}\nSau bảng`)[0];
  const places = (table: Table | undefined) =>
    table?.cells.slice(6).map(({ row, column, rowSpan, text }) => `${row}:${column}×${rowSpan} ${text}`);

  test('finds rows by numbers and letters, and hangs merged cells over them', () => {
    const table = read([
      '1',
      'Tham gia',
      'a) Tri thức',
      'việc 1',
      'Sở',
      'Quý I',
      'b) Cơ hội',
      'việc 2',
      'Ban',
      'Quý II',
      '2',
      'Minh bạch',
      'a) Thông tin',
      'việc 3',
      'Sở',
      'Năm',
    ]);
    expect(table).toMatchObject({ rows: 4, columns: 6, grid: 'dropped', headerRows: 1 });
    expect(places(table)).toEqual(
      ['1:0×2 1', '1:1×2 Tham gia', '1:2×1 a) Tri thức', '1:3×1 việc 1', '1:4×1 Sở', '1:5×1 Quý I'].concat(
        ['2:2×1 b) Cơ hội', '2:3×1 việc 2', '2:4×1 Ban', '2:5×1 Quý II'],
        ['3:0×1 2', '3:1×1 Minh bạch', '3:2×1 a) Thông tin', '3:3×1 việc 3', '3:4×1 Sở', '3:5×1 Năm'],
      ),
    );
  });

  test('splits what lies between two signs into rows of equal length', () => {
    const table = read([
      '1',
      'Dịch vụ',
      'a) Hạ tầng',
      'điện',
      'Sở A',
      'Quý I',
      'đường',
      'Sở B',
      'Quý II',
      'nước',
      'Sở C',
      'Năm',
      'b) An ninh',
      'việc',
      'Công an',
      'Năm',
    ]);
    expect(table?.rows).toBe(5);
    expect(table?.cells.find(({ text }) => text === 'a) Hạ tầng')).toMatchObject({ rowSpan: 3 });
    expect(table?.cells.find(({ text }) => text === 'Sở C')).toMatchObject({ row: 3, column: 4 });
  });

  test('takes a short run as a group row over all columns', () => {
    const table = read(['I', 'TÀI CHÍNH CÔNG', '1', 'Nhóm', 'a) Nội dung', 'việc', 'Sở', 'Năm']);
    expect(table?.cells.find(({ text }) => text === 'TÀI CHÍNH CÔNG')).toMatchObject({ row: 1, column: 1, colSpan: 5 });
    expect(table?.rows).toBe(3);
  });

  test('ends, though its last cells are empty', () => {
    const text = 'STT\n|\nNhiệm vụ\n|\nCơ quan\n|\n1\n|\nCông khai thông tin\n|\nSở Y tế\n|\n|\n|\n';
    expect(tables(text)[0]?.cells.map((cell) => cell.text)).toContain('Công khai thông tin');
  });

  test('is found where lines before it are left out, and what follows it is kept', () => {
    const text =
      '---\ntitle: Kế hoạch\n---\n\nSTT\n|\nNhiệm vụ\n|\nCơ quan\n|\n1\n|\nCông khai thông tin\n|\nSở Y tế\n|\nNơi nhận:\n- Như trên;';
    const { blocks } = readText(text, 'markdown');
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'paragraph']);
  });

  test('leaves the paragraphs around it alone', () => {
    expect(
      texts(`PHỤ LỤC\n${lines([...header, '1', 'a', 'b', 'c', 'd', 'e'])}\nSau bảng`).filter(
        (text) => typeof text === 'string',
      ),
    ).toEqual(['PHỤ LỤC', 'Sau bảng']);
  });
});
