import { describe, expect, it } from 'vitest';
import { findPieces, withoutRules } from './find-pieces.ts';
import { findRules } from './find-rules.ts';
import { type Paper, paper, writeLines } from './testing.ts';

function piecesOf(sheet: Paper) {
  const found = findRules(sheet);
  return findPieces(withoutRules(sheet, found), found);
}

describe('the pieces of a page', () => {
  it('are its lines', () => {
    const pieces = piecesOf(writeLines(paper(900, 400), 100, 100, 800, 4));
    expect(pieces.map(({ layout, y0 }) => [layout, y0])).toEqual([100, 140, 180, 220].map((y) => ['line', y]));
  });

  it('keep marks above capitals with their letters', () => {
    const sheet = writeLines(paper(900, 300), 100, 100, 800, 2);
    for (let x = 104; x < 700; x += 120) sheet.fill(x, 90, x + 6, 95);
    expect(piecesOf(sheet).map(({ y0, y1 }) => [y0, y1])).toEqual([
      [90, 118],
      [140, 158],
    ]);
  });

  it('do not mix the two columns of a head', () => {
    const sheet = writeLines(writeLines(paper(1000, 300), 60, 100, 380, 3), 520, 110, 940, 3);
    const sides = piecesOf(sheet).map(({ x0, x1 }) => (x1 < 460 ? 'left' : x0 > 500 ? 'right' : 'both'));
    expect(sides).toEqual(['left', 'left', 'left', 'right', 'right', 'right']);
  });

  it('are those of each cell, and a lone dash in one', () => {
    const sheet = paper(900, 400);
    for (const y of [100, 250]) sheet.fill(100, y, 802, y + 2);
    for (const x of [100, 200, 800]) sheet.fill(x, 100, x + 2, 250);
    writeLines(sheet, 220, 130, 780, 2).fill(145, 170, 157, 173);
    expect(piecesOf(sheet).map(({ layout, x0 }) => [layout, x0 < 200 ? 1 : 2])).toEqual([
      ['dash', 1],
      ['line', 2],
      ['line', 2],
    ]);
  });

  it('are none on a blank page', () => {
    expect(piecesOf(paper(300, 300))).toEqual([]);
  });
});
