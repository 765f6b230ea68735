import { describe, expect, it } from 'vitest';
import { displayWidth, layTable, wrap } from './table.ts';

describe('the width of a text in a terminal', () => {
  it.each([
    ['', 0],
    ['Ủy ban nhân dân', 15],
    ['Ủy ban nhân dân'.normalize('NFD'), 15],
    ['日本', 4],
    ['✅', 2],
    ['\u200bẩn', 2],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrapping', () => {
  it('breaks between words, and a word only where it must', () => {
    expect(wrap('Công khai thông tin', 10)).toEqual(['Công khai', 'thông tin']);
    expect(wrap('https://minhha.example', 10)).toEqual(['https://mi', 'nhha.examp', 'le']);
  });

  it('keeps the lines of the text', () => {
    expect(wrap('- Một\n- Hai', 20)).toEqual(['- Một', '- Hai']);
    expect(wrap('', 5)).toEqual(['']);
  });
});

describe('a table', () => {
  const columns = [
    { heading: '#', share: 0 },
    { heading: 'Nhiệm vụ', share: 2 },
    { heading: 'Cơ quan', share: 1 },
  ];
  const rows = [
    ['1', 'Niêm yết công khai thu, chi ngân sách cấp xã', 'UBND cấp xã'],
    ['10', 'Nâng cao chất lượng khám, chữa bệnh'.normalize('NFD'), 'Sở Y tế, Bảo hiểm xã hội tỉnh'],
  ];

  it.each([50, 80, 120])('fits %d columns with every word and every column in line', (width) => {
    const lines = layTable(columns, rows, width).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    const place = lines[0]?.indexOf('Cơ quan') ?? 0;
    expect(lines.every((line) => line.length <= place || line[place - 1] === ' ' || line.startsWith('─'))).toBe(true);
    for (const word of rows.flat().join(' ').normalize('NFC').split(' ')) expect(lines.join(' ')).toContain(word);
  });

  it('becomes a list where the terminal is narrow', () => {
    const lines = layTable(columns, rows, 30).split('\n');
    expect(lines[0]).toBe('#: 1');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(30);
  });

  it('has only its head where there are no rows', () => {
    expect(layTable(columns, [], 60).split('\n')).toHaveLength(2);
  });
});
