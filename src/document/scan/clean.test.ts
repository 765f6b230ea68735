import { describe, expect, it } from 'vitest';
import { clean } from './clean.ts';
import { toInk, whiten } from './ink.ts';
import { paper, writeLines } from './testing.ts';

const inkOf = (dots: Uint8Array): number => dots.reduce((sum, dot) => sum + dot, 0);

describe('ink', () => {
  it('is what is dark on white, and nothing on a blank page', () => {
    expect(inkOf(toInk(paper(200, 200).fill(10, 10, 30, 20)).dots)).toBe(200);
    expect(inkOf(toInk(paper(200, 200)).dots)).toBe(0);
  });

  it('is the same on grey paper and under a shadow', () => {
    const shadowed = paper(600, 400, 200, 200);
    for (let x = 0; x < 600; x++) shadowed.fill(x, 0, x + 1, 400, 200 - Math.round(x / 10));
    for (let x = 50; x < 550; x += 40) shadowed.fill(x, 180, x + 10, 200, 30);
    expect(inkOf(toInk(whiten(shadowed)).dots)).toBe(13 * 200);
  });
});

describe('a cleaned page', () => {
  const text = () => writeLines(paper(900, 600), 100, 100, 800, 10);

  it('keeps its letters', () => {
    const sheet = text();
    expect(clean(sheet).picture.gray).toEqual(sheet.gray);
  });

  it('loses specks, and dots that stand alone', () => {
    const sheet = text().fill(400, 30, 401, 31).fill(700, 560, 703, 563);
    expect(clean(sheet).picture.gray).toEqual(text().gray);
  });

  it('loses the black border of the copier', () => {
    const { ink } = clean(text().fill(0, 0, 40, 600).fill(0, 585, 900, 600));
    expect(inkOf(ink.dots)).toBe(inkOf(toInk(text()).dots));
  });
});
