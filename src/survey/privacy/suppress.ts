import { findDetermined } from './determined.ts';
import { add, type Line, linesOf, type TableCell } from './lines.ts';

/**
 * Which further cells of a table with margins are to be kept back, so that no cell kept back for being small follows from
 * what is told (complementary suppression; Hundepool et al. 2012, Statistical Disclosure Control, ch. 4). Every
 * line has none or at least two cells kept back, and no small cell follows from the lines together. Of the cells that would
 * help the one with the fewest respondents goes. It guards against what follows exactly; bounds on a value are not looked at.
 *
 * @param crossed groups of two groupings together, where both are told but not their crossing: shows what nests in what
 * @returns numbers of the cells to keep back besides
 */
export function suppressComplements(
  cells: readonly TableCell[],
  crossed: readonly TableCell['by'][] = [],
): Set<number> {
  const small = cells.flatMap(({ hidden, n }, i) => (hidden && n > 0 ? [i] : []));
  const added = new Set<number>();
  if (small.length === 0) return added;
  const table = layTable(cells, crossed);
  for (;;) {
    const open = findOpen(table, small);
    const next = open && chooseCell(table, cells, open);
    if (next === undefined) return added;
    table.hide(next);
    added.add(next);
  }
}

/** The lines of a table, how many unknowns each has, and in which a cell stands. */
type Laid = {
  lines: readonly Line[];
  hidden: readonly boolean[];
  unknowns: readonly number[];
  linesOf: (cell: number) => readonly number[];
  hide: (cell: number) => void;
};

function layTable(cells: readonly TableCell[], crossed: readonly TableCell['by'][]): Laid {
  // A group nobody answered in adds nothing to its total: it stands in no equation.
  const lines = linesOf(cells, crossed).flatMap(({ total, parts }) => {
    const there = parts.filter((part) => (cells[part]?.n ?? 0) > 0);
    return there.length === 0 ? [] : [{ total, parts: there }];
  });
  const hidden = cells.map((cell) => cell.hidden);
  const at = new Map<number, number[]>();
  lines.forEach((line, i) => {
    for (const cell of cellsOf(line)) add(at, cell, i);
  });
  const unknowns = lines.map((line) => cellsOf(line).filter((cell) => cell === -1 || hidden[cell]).length);
  const linesAt = (cell: number): readonly number[] => at.get(cell) ?? [];
  const hide = (cell: number): void => {
    hidden[cell] = true;
    for (const line of linesAt(cell)) unknowns[line] = (unknowns[line] ?? 0) + 1;
  };
  return { lines, hidden, unknowns, linesOf: linesAt, hide };
}

const cellsOf = ({ total, parts }: Line): number[] => [total, ...parts];

/**
 * Lines that give something away: the shortest with a single unknown; where there is none, those of a small cell that
 * follows from several lines together.
 */
function findOpen({ lines, hidden, unknowns }: Laid, small: readonly number[]): readonly Line[] | undefined {
  const alone = lines.filter(({ total }, i) => total !== -1 && unknowns[i] === 1);
  if (alone.length > 0) return [alone.reduce((short, line) => (line.parts.length < short.parts.length ? line : short))];
  const determined = findDetermined(lines, hidden);
  const given = small.find((cell) => determined.has(cell));
  return given === undefined ? undefined : reachable(lines, hidden, given);
}

/** The lines of a cell, or of its neighbours where all of those are hidden already. */
function reachable(lines: readonly Line[], hidden: readonly boolean[], given: number): readonly Line[] | undefined {
  let reached = new Set([given]);
  for (;;) {
    const around = lines.filter((line) => cellsOf(line).some((cell) => reached.has(cell)));
    if (around.some((line) => cellsOf(line).some((cell) => cell !== -1 && !hidden[cell]))) return around;
    const all = new Set([...reached, ...around.flatMap(cellsOf)]);
    if (all.size === reached.size) return undefined;
    reached = all;
  }
}

/** Of the cells still told the one that opens the fewest other lines, then the one with the fewest respondents. */
function chooseCell(table: Laid, cells: readonly TableCell[], open: readonly Line[]): number | undefined {
  const told = [...new Set(open.flatMap(cellsOf))].filter((cell) => cell !== -1 && !table.hidden[cell]);
  const ranked = told.map((cell) => ({
    cell,
    opens: table.linesOf(cell).filter((line) => table.unknowns[line] === 0).length,
    n: cells[cell]?.n ?? 0,
  }));
  return ranked.sort((a, b) => a.opens - b.opens || a.n - b.n)[0]?.cell;
}
