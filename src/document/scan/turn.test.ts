import { describe, expect, it } from 'vitest';
import { clean } from './clean.ts';
import { paper, writeLines } from './testing.ts';
import { findSlope, straighten, turnPicture } from './turn.ts';
import { setLevel } from './upright.ts';

const page = () => writeLines(paper(1000, 800), 100, 100, 900, 14);
const slopeOf = (sheet: Parameters<typeof clean>[0]) => findSlope(clean(sheet).letters, sheet.dpi).degrees;

describe('a page laid askew', () => {
  it.each([-3, -1.3, 0, 0.4, 2.5])('by %d degrees is measured and made level', (degrees) => {
    const leaning = straighten(page(), -degrees);
    expect(slopeOf(leaning)).toBeCloseTo(degrees, 0.9);
    expect(Math.abs(slopeOf(setLevel(leaning).cleaned))).toBeLessThan(0.15);
  });

  it('on its side is turned so that lines run across', () => {
    const { quarters, cleaned } = setLevel(turnPicture(page(), 1));
    expect(quarters).toBe(1);
    expect([cleaned.width, cleaned.height]).toEqual([1000, 800]);
    expect(setLevel(page()).quarters).toBe(0);
  });

  it('with hardly a letter stays as it is', () => {
    expect(slopeOf(writeLines(paper(400, 400), 100, 100, 200, 1))).toBe(0);
  });
});

it('four quarter turns give the picture back', () => {
  const sheet = page();
  let turned = turnPicture(sheet, 1);
  turned = turnPicture(turnPicture(turned, 1), 2);
  expect(turned.gray).toEqual(sheet.gray);
  expect(turnPicture(turnPicture(sheet, 3), 1).gray).toEqual(sheet.gray);
});
