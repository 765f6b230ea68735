import { describe, expect, it } from 'vitest';
import { drawsTooMuch } from './operands.ts';

const tooMuch = (content: string): boolean => drawsTooMuch(Buffer.from(content, 'latin1'));
const million = 1_000_000;

describe('drawing operations', () => {
  it.each([
    ['of a dense map', '12.5 700.25 l 13 701 m S\n'.repeat(200_000)],
    ['with a picture among them whose bytes look like brackets', `BI /W 9 ID ${'([<'.repeat(2 * million)} EI\nQ`],
    ['with brackets in a string', `${'(a\\)(b)) Tj '.repeat(100)}${' '.repeat(4 * million)}`],
  ])('%s are drawn', (_, content) => {
    expect(tooMuch(content)).toBe(false);
  });

  it.each([
    ['with a string without end', `(${'a'.repeat(5 * million)}`],
    ['with much text in figures', `<${'0041'.repeat(30_000)}> Tj `.repeat(40)],
    ['with a list of millions of numbers', `[${'1 '.repeat(3 * million)}] TJ`],
    ['with a path of millions of lines', '9 9 l '.repeat(4 * million)],
  ])('%s are too much', (_, content) => {
    expect(tooMuch(content)).toBe(true);
  });
});
