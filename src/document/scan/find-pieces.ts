import { findGrids } from '../page/find-grids.ts';
import type { Picture, Rule } from '../page/model.ts';
import type { Area } from './area.ts';
import { findColumns } from './find-columns.ts';
import { findLines } from './find-lines.ts';
import type { FoundRules } from './find-rules.ts';
import { type Ink, toInk } from './ink.ts';

/**
 * What is recognised at once: one line of text, or a block of lines that cannot be told apart. A lone dash in a cell
 * stands for its number, and no recognition sees it. `column`: the cell or column it is part of.
 */
export type Piece = Area & { layout: 'line' | 'block' | 'dash'; column: Area };

/** Points from pixels. */
export const toPoints = (pixels: number, dpi: number): number => (pixels * 72) / dpi;

/** Rules as the page has them. */
export const rulesOf = ({ rules }: FoundRules, dpi: number): Rule[] =>
  rules.map(({ across, from, to, at }) => {
    const [start, end, level] = [toPoints(from, dpi), toPoints(to, dpi), toPoints(at, dpi)];
    return across ? { x0: start, x1: end, y0: level, y1: level } : { x0: level, x1: level, y0: start, y1: end };
  });

/** The picture without its lines. */
export function withoutRules(picture: Picture, { traces }: FoundRules): Picture {
  const { width, height, dpi } = picture;
  const gray = new Uint8Array(picture.gray);
  const soft = Math.max(1, Math.round(dpi / 150));
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (traces.dots[at] === 0) continue;
      gray[at] = 255;
      // The soft edge of a line is grey, and letters near it are darker.
      for (let by = 1; by <= soft; by++)
        for (const near of [at - by, at + by, at - by * width, at + by * width])
          if ((gray[near] ?? 0) > 90) gray[near] = 255;
    }
  return { ...picture, gray };
}

/**
 * The parts of a page that are recognised each by itself, so that columns do not mix: the cells of its tables, and of
 * the rest what stands in one column. Only where there is ink.
 */
export function findPieces(picture: Picture, found: FoundRules): Piece[] {
  const { width, height, dpi } = picture;
  const [wide, high] = [toPoints(width, dpi), toPoints(height, dpi)];
  const ink = toInk(picture);
  const pixel = (points: number): number => Math.round((points * dpi) / 72);
  const cells = findGrids(rulesOf(found, dpi), wide, high).flatMap((grid) => grid.cells);
  const areas = cells.map(({ x0, y0, x1, y1 }): Area => {
    const area = { x0: pixel(x0), y0: pixel(y0), x1: pixel(x1), y1: pixel(y1) };
    return {
      x0: Math.max(0, area.x0),
      y0: Math.max(0, area.y0),
      x1: Math.min(width, area.x1),
      y1: Math.min(height, area.y1),
    };
  });
  const inside = areas.flatMap((area) => trim(ink, area) ?? []);
  const whole = { ...ink, dots: new Uint8Array(ink.dots) };
  for (const area of areas) paintWhite(ink, area);
  const outside = findColumns(ink).flatMap((area) => trim(ink, area) ?? []);
  return [...inside, ...outside].flatMap((area) => piecesOf(whole, area));
}

function piecesOf(ink: Ink, area: Area): Piece[] {
  if (isDash(area, ink.dpi)) return [{ ...area, layout: 'dash', column: area }];
  const lines = findLines(ink, area);
  if (!lines) return [{ ...area, layout: 'block', column: area }];
  return lines.flatMap((line) => {
    const trimmed = trim(ink, line);
    return trimmed ? [{ ...trimmed, layout: 'line' as const, column: area }] : [];
  });
}

function paintWhite({ width, dots }: Ink, { x0, y0, x1, y1 }: Area): void {
  for (let y = y0; y < y1; y++) dots.fill(0, y * width + x0, y * width + x1);
}

/** The area without the white around what it holds; undefined where it holds nothing. */
export function trim(ink: Ink, area: Area): Area | undefined {
  const { dpi, width, dots } = ink;
  const rows = new Uint32Array(Math.max(0, area.y1 - area.y0));
  const columns = new Uint32Array(Math.max(0, area.x1 - area.x0));
  for (let y = area.y0; y < area.y1; y++)
    for (let x = area.x0; x < area.x1; x++)
      if (dots[y * width + x] === 1) {
        rows[y - area.y0] = (rows[y - area.y0] as number) + 1;
        columns[x - area.x0] = (columns[x - area.x0] as number) + 1;
      }
  const full = (count: number): boolean => count > 0;
  const [top, left] = [rows.findIndex(full), columns.findIndex(full)];
  if (top < 0 || left < 0) return undefined;
  const trimmed = {
    x0: area.x0 + left,
    y0: area.y0 + top,
    x1: area.x0 + columns.findLastIndex(full) + 1,
    y1: area.y0 + rows.findLastIndex(full) + 1,
  };
  const [wide, high] = [trimmed.x1 - trimmed.x0, trimmed.y1 - trimmed.y0];
  return isDash(trimmed, dpi) || (high >= 0.02 * dpi && (high >= 0.05 * dpi || wide >= 0.05 * dpi))
    ? trimmed
    : undefined;
}

/** As long and thin as the dash of a list. */
function isDash({ x0, y0, x1, y1 }: Area, dpi: number): boolean {
  const [wide, high] = [x1 - x0, y1 - y0];
  return wide >= 0.03 * dpi && wide <= 0.12 * dpi && high <= 0.03 * dpi && wide >= 2 * high;
}

/** White around a piece, in inches: letters that touch the rim are not recognised. */
const margin = 0.04;

/** The area as a picture of its own. */
export function cut(picture: Picture, { x0, y0, x1, y1 }: Area): { picture: Picture; left: number; top: number } {
  const around = Math.round(margin * picture.dpi);
  const [width, height] = [x1 - x0 + 2 * around, y1 - y0 + 2 * around];
  const gray = new Uint8Array(width * height).fill(255);
  // A little beyond the ink, for its soft edge.
  const [left, right] = [Math.max(0, x0 - 2), Math.min(picture.width, x1 + 2)];
  for (let y = Math.max(0, y0 - 2); y < Math.min(picture.height, y1 + 2); y++) {
    const row = picture.gray.subarray(y * picture.width + left, y * picture.width + right);
    gray.set(row, (y - y0 + around) * width + (left - x0 + around));
  }
  return { picture: { width, height, gray, dpi: picture.dpi }, left: x0 - around, top: y0 - around };
}
