import { describe, expect, it } from 'vitest';
import { mapsTooMuch } from './character-map.ts';

const map = (ranges: string): Buffer => Buffer.from(`begincmap 1 beginbfrange ${ranges} endbfrange endcmap`, 'latin1');

describe('a character map', () => {
  it.each([
    ['of all codes of two bytes', '<0000> <FFFF> <0000>'],
    ['of codes that stand for lists', '<0000> <0002> [<0041> <0042> <0043>] <0005> <0006> 65'],
    ['that lost a whole code, so that letters are read as codes', '<0000> <00FF> <00FF> <0000> <1EA0>'],
    ['with names and comments', '/A <00> %<00> <FFFFFF> <00>\n <10> <41>'],
  ])('%s is no more than a font has', (_, ranges) => {
    expect(mapsTooMuch(map(ranges))).toBe(false);
  });

  it.each([
    ['whose code lost its bracket and took in the next line', '<9200> <92FF\nFF> <a800>'],
    ['whose code holds letters that are no digits', '<a000> <a0FF 0 R> <a000>'],
    ['whose code holds a bracket', '<0000> <00FF<00FF> <0000>'],
    ['whose codes are written as letters', '(\\000\\000) (\\377\\377\\377) <00>'],
    ['that stand for a number', '<0000> <FFFFFF> 65'],
    ['after a word that is none', '<00> \u0080beginbfrange <0000> <FFFFFF> 65'],
    ['after a word too long to be one', `<00> ${'x'.repeat(128)}beginbfrange <0000> <FFFFFF> 65`],
    ['of codes counted over and over', '<0000> <FFFF> <0000>\n'.repeat(5)],
  ])('%s holds too much', (_, ranges) => {
    expect(mapsTooMuch(map(ranges))).toBe(true);
  });

  it('from codes to letters of a font is counted too', () => {
    expect(mapsTooMuch(Buffer.from('begincidrange <000000> <FFFFFF> 0 endcidrange'))).toBe(true);
  });

  it('is looked through once, however many lists in it never end', () => {
    expect(mapsTooMuch(map('<00><00>['.repeat(200_000)))).toBe(false);
  });
});
