import { expect, it } from 'vitest';
import { harmlessCell } from './cell.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+84 24', "'+84 24"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['--x', "'--x"],
  ['\t=cmd', "'\t=cmd"],
  ['\r\n=cmd', "'\r\n=cmd"],
  ['＝1', "'＝1"],
])('makes a formula text: %j', (text, safe) => {
  expect(harmlessCell(text)).toBe(safe);
});

it.each([
  ['- Tổ chức tuyên truyền\n- Công khai', '– Tổ chức tuyên truyền\n- Công khai'],
  ['-\tTổ chức', '–\tTổ chức'],
  ['Tăng 5% = đạt', 'Tăng 5% = đạt'],
  ['a) Rà soát', 'a) Rà soát'],
  ['', ''],
])('leaves what people read readable: %j', (text, safe) => {
  expect(harmlessCell(text)).toBe(safe);
});
