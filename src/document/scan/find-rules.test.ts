import { describe, expect, it } from 'vitest';
import { findGrids } from '../page/find-grids.ts';
import { rulesOf } from './find-pieces.ts';
import { findRules } from './find-rules.ts';
import { type Paper, paper, writeLines } from './testing.ts';
import { straighten } from './turn.ts';

/** A table of two columns and three rows, each cell with text. */
function table(level = 0, thick = 2): Paper {
  const sheet = paper(900, 700);
  for (const y of [100, 250, 400, 550]) sheet.fill(100, y, 800 + thick, y + thick, level);
  for (const x of [100, 300, 800]) sheet.fill(x, 100, x + thick, 550, level);
  for (const y of [120, 270, 420]) writeLines(writeLines(sheet, 120, y, 280, 3), 320, y, 780, 3);
  return sheet;
}

const shapes = (sheet: Parameters<typeof findRules>[0]): string[] =>
  findGrids(rulesOf(findRules(sheet), sheet.dpi), 400, 400).map(({ xs, ys }) => `${xs.length - 1}×${ys.length - 1}`);

describe('the rules of a picture', () => {
  it('are found with their places', () => {
    const { rules } = findRules(table());
    const across = rules.filter((rule) => rule.across).map(({ at }) => Math.round(at / 10) * 10);
    expect([...new Set(across)].sort((a, b) => a - b)).toEqual([100, 250, 400, 550]);
    expect(shapes(table())).toEqual(['2×3']);
  });

  it('are found where they are thick or as faint as a scanner leaves a hair line', () => {
    expect(shapes(table(0, 6))).toEqual(['2×3']);
    expect(shapes(table(170, 1))).toEqual(['2×3']);
  });

  it('are found where the copy broke them', () => {
    const sheet = table();
    for (let x = 130; x < 800; x += 70) for (const y of [100, 250, 400, 550]) sheet.fill(x, y, x + 6, y + 2, 255);
    expect(shapes(sheet)).toEqual(['2×3']);
  });

  it('are found on a page that still leans a little', () => {
    expect(shapes(straighten(table(), 0.2))).toEqual(['2×3']);
  });

  it('are none where there is only text, however dense', () => {
    expect(findRules(writeLines(paper(900, 700), 40, 40, 860, 15)).rules).toEqual([]);
  });

  it('are none on a blank page', () => {
    expect(findRules(paper(300, 300)).rules).toEqual([]);
  });
});
