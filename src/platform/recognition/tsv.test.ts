import { expect, it } from 'vitest';
import { parseTsv } from './tsv.ts';

const row = (...fields: (string | number)[]): string => fields.join('\t');

it('keeps the words of each piece, and nothing of what a broken program prints', () => {
  const text = [
    row('level', 'page_num', 'block_num'),
    row(5, 1, 1, 1, 1, 1, 10, 20, 30, 12, 91.5, 'Sở'),
    row(5, 2, 1, 1, 1, 1, 0, 0, 5, 5, 'nan', 'Nội'),
    row(5, 2, 1, 1, 1, 1, '', 'x', 5, 5, 90, 'vụ'),
    row(5, 9, 1, 1, 1, 1, 1, 1, 5, 5, 90, 'ngoài'),
    'Segmentation fault',
  ].join('\n');
  const word = { text: 'Sở', x0: 10, y0: 20, x1: 40, y1: 32, confidence: 0.915, line: 0 };
  expect(parseTsv(text, 2)).toEqual([[word], []]);
});
