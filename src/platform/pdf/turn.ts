import type { Area } from './matrix.ts';

/** Quarter turns clockwise in which text runs: 0 upright, 1 downwards, 2 upside down, 3 upwards. */
export type Quarter = 0 | 1 | 2 | 3;

/** Where a point of a page is once the page is turned back by so many quarters; `width` and `height` are those before. */
export function turnPoint(turn: Quarter, x: number, y: number, width: number, height: number): [number, number] {
  if (turn === 0) return [x, y];
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  return [height - y, x];
}

export function turnArea<T extends Area>(turn: Quarter, { x0, y0, x1, y1 }: T, width: number, height: number): Area {
  const [ax, ay] = turnPoint(turn, x0, y0, width, height);
  const [bx, by] = turnPoint(turn, x1, y1, width, height);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

/** Text this far from a quarter turn (as the sine of the angle) is a stamp or a watermark. */
const SLANT = 0.06;

export function quarterOf(cos: number, sin: number): Quarter | undefined {
  if (Math.abs(sin) < SLANT) return cos > 0 ? 0 : 2;
  if (Math.abs(cos) < SLANT) return sin > 0 ? 1 : 3;
  return undefined;
}
