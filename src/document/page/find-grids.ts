import { joinRules, type Line, levelsOf, near } from './join-rules.ts';
import { mergeCells } from './merge-cells.ts';
import type { PageGrid, Rule } from './model.ts';

/** How far a line may miss the one it should meet: corners of scans are round, and Word ends lines short of each other. */
const reach = 4;

/** A grid of more places than this is a drawing or squared paper. */
const mostPlaces = 40_000;

/**
 * The tables drawn on a page by its ruled lines, from top to bottom. A frame of one cell, a line under a motto, and a
 * grid inside another one's cell are none. Tolerates lines drawn in pieces, doubled, slightly broken or missing at the rim.
 */
export function findGrids(rules: Rule[], width: number, height: number): PageGrid[] {
  const onPage = rules.filter(({ x0, y0, x1, y1 }) => x1 >= 0 && y1 >= 0 && x0 <= width && y0 <= height);
  const { across, down } = joinRules(onPage);
  const grids = connect(across, down).flatMap((lines) => toGrid(lines));
  return withoutNested(grids).sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
}

export const topOf = ({ ys }: PageGrid): number => ys[0] as number;
export const bottomOf = ({ ys }: PageGrid): number => ys.at(-1) as number;
export const leftOf = ({ xs }: PageGrid): number => xs[0] as number;
export const rightOf = ({ xs }: PageGrid): number => xs.at(-1) as number;

type Lines = { across: Line[]; down: Line[] };

/** Lines that cross or touch each other belong together. */
function connect(across: Line[], down: Line[]): Lines[] {
  const parents = [...across, ...down].map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] as number] as number;
    return root;
  };
  for (const [h, flat] of across.entries())
    for (const [v, steep] of down.entries()) if (touches(flat, steep)) parents[find(h)] = find(across.length + v);
  const groups = new Map<number, Lines>();
  const groupOf = (at: number): Lines => {
    const group = groups.get(find(at)) ?? { across: [], down: [] };
    groups.set(find(at), group);
    return group;
  };
  for (const [at, line] of across.entries()) groupOf(at).across.push(line);
  for (const [at, line] of down.entries()) groupOf(across.length + at).down.push(line);
  return [...groups.values()].filter((lines) => lines.across.length > 0 && lines.down.length > 0);
}

const touches = (flat: Line, steep: Line): boolean =>
  steep.at >= flat.from - reach &&
  steep.at <= flat.to + reach &&
  flat.at >= steep.from - reach &&
  flat.at <= steep.to + reach;

function toGrid({ across, down }: Lines): PageGrid[] {
  const rows = withRims(across, down);
  const columns = withRims(down, across);
  const [ys, xs] = [levelsOf(rows.map(({ at }) => at)), levelsOf(columns.map(({ at }) => at))];
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > mostPlaces) return [];
  const grid = mergeCells(xs, ys, rows, columns);
  if (grid.cells.length < 2) return [];
  const closed = (y: number): boolean => across.some(({ at }) => Math.abs(at - y) <= near);
  return [{ ...grid, closedTop: closed(grid.ys[0] as number), closedBottom: closed(grid.ys.at(-1) as number) }];
}

/** Past its last drawn line a table is open where two or more lines of the other direction run on: the rim is there. */
function withRims(lines: Line[], crossing: Line[]): Line[] {
  const positions = lines.map(({ at }) => at);
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  const rims: Line[] = [];
  const from = Math.min(...crossing.map(({ at }) => at));
  const to = Math.max(...crossing.map(({ at }) => at));
  const before = crossing.filter((line) => line.from < first - 2 * reach);
  const after = crossing.filter((line) => line.to > last + 2 * reach);
  if (before.length > 1) rims.push({ at: Math.min(...before.map((line) => line.from)), from, to });
  if (after.length > 1) rims.push({ at: Math.max(...after.map((line) => line.to)), from, to });
  return [...lines, ...rims];
}

/** A grid in a cell of another one is part of that cell. */
function withoutNested(grids: PageGrid[]): PageGrid[] {
  return grids.filter((inner) => !grids.some((outer) => outer !== inner && holds(outer, inner)));
}

const holds = (outer: PageGrid, inner: PageGrid): boolean =>
  leftOf(outer) <= leftOf(inner) &&
  topOf(outer) <= topOf(inner) &&
  rightOf(outer) >= rightOf(inner) &&
  bottomOf(outer) >= bottomOf(inner);
