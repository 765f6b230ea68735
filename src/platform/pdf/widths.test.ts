import { describe, expect, it } from 'vitest';
import { givesTooManyWidths } from './widths.ts';

const tooMany = (objects: string): boolean => givesTooManyWidths(Buffer.from(objects, 'latin1'));

describe('widths of letters', () => {
  it.each([
    ['one by one and from letter to letter', '<< /DW 1000 /W [0 [500 600] 3 90 250 700000 [1]] >>'],
    ['in an object of their own', '9 0 obj [ 3[ 250] 17 65535 722 ] endobj'],
    ['beside a list of other objects', '9 0 obj [ 100000 0 R 400000 0 R 3 0 R 999999 0 R ] endobj'],
    ['beside what a table of objects is made of', '<< /Type /XRef /W [1 3 2] /Index [0 900000] >>'],
    ['beside a page as large as a field', '<< /MediaBox [0 900000 900000 900000] >>'],
  ])('%s are those of a font', (_, objects) => {
    expect(tooMany(objects)).toBe(false);
  });

  it.each([
    ['given to more letters than any font has', '<< /W [0 2147483647 500] >>'],
    ['behind a list', '<< /W [0 [500 600] 3 999999 250] >>'],
    ['held by another object', '<< /W [0 2147483647 12 0 R] >>'],
    ['in an object of their own', '9 0 obj [ 3[ 250] 17 4294967295 722 ] endobj'],
    ['after an object that never ended', '8 0 obj << /A [ endobj 9 0 obj [ 0 4294967295 722 ] endobj'],
    ['of letters set downwards', '<< /W2 [0 2147483647 1 2 3] >>'],
  ])('%s are too many', (_, objects) => {
    expect(tooMany(objects)).toBe(true);
  });
});
