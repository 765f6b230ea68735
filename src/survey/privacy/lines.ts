import type { DomainValue } from '../model.ts';

/** A cell of a table: the group it is of and how many stand behind it. `hidden` cells are not told. */
export type TableCell = { by: Readonly<Record<string, DomainValue>>; n: number; hidden: boolean };

/** Cells of which the first is the sum of the others: who knows all but one knows that one. Numbers of cells. */
export type Line = { total: number; parts: readonly number[] };

/**
 * What adds up to what in a table with margins: a group and the groups of any finer grouping within it; the whole to every
 * grouping, told or not. Two groupings neither of which refines the other are joined through the whole, and through nesting
 * where each group of one lies in a single group of the other (`crossed`: the groups of both together that hold anybody).
 * A total that is no cell of the table is −1.
 */
export function linesOf(cells: readonly TableCell[], crossed: readonly TableCell['by'][] = []): Line[] {
  const groupings = groupBy(cells.map(({ by }, i) => ({ by, i })));
  const lines: Line[] = [];
  for (const coarse of groupings)
    for (const fine of groupings)
      if (fine !== coarse && coarse.columns.every((column) => fine.columns.includes(column)))
        lines.push(...within(coarse, fine));
      else if (fine !== coarse) lines.push(...nested(coarse, fine, crossed));
  return groupings.some(({ columns }) => columns.length === 0) ? lines : [...lines, ...throughTheWhole(groupings)];
}

type Group = { by: TableCell['by']; i: number };
type Grouping = { columns: readonly string[]; groups: readonly Group[] };

function groupBy(groups: readonly Group[]): Grouping[] {
  const found = new Map<string, Group[]>();
  for (const group of groups) {
    const key = JSON.stringify(Object.keys(group.by).sort());
    add(found, key, group);
  }
  return [...found].map(([key, own]) => ({ columns: JSON.parse(key) as string[], groups: own }));
}

/** Puts one more under a key. */
export function add<K, T>(lists: Map<K, T[]>, key: K, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

const keyOf = (by: TableCell['by'], columns: readonly string[]): string =>
  JSON.stringify(columns.map((column) => by[column] ?? null));

function within(coarse: Grouping, fine: Grouping): Line[] {
  const parts = new Map<string, number[]>();
  for (const { by, i } of fine.groups) {
    const key = keyOf(by, coarse.columns);
    add(parts, key, i);
  }
  return coarse.groups.flatMap(({ by, i }) => {
    const own = parts.get(keyOf(by, coarse.columns));
    return own ? [{ total: i, parts: own }] : [];
  });
}

/** Districts within provinces, asked for side by side: which lies in which is known to everybody. */
function nested(coarse: Grouping, fine: Grouping, crossed: readonly TableCell['by'][]): Line[] {
  const homes = new Map<string, Set<string>>();
  const all = [...coarse.columns, ...fine.columns];
  for (const by of crossed) {
    if (!all.every((column) => column in by)) continue;
    const key = keyOf(by, fine.columns);
    homes.set(key, (homes.get(key) ?? new Set()).add(keyOf(by, coarse.columns)));
  }
  if (homes.size === 0 || [...homes.values()].some((home) => home.size > 1)) return [];
  return coarse.groups.flatMap(({ by, i }) => {
    const home = keyOf(by, coarse.columns);
    const parts = fine.groups.filter((group) => homes.get(keyOf(group.by, fine.columns))?.has(home));
    return parts.length === 0 ? [] : [{ total: i, parts: parts.map((group) => group.i) }];
  });
}

/** The whole is not told, but two groupings sum to the same: it is known as soon as one of them is known whole. */
function throughTheWhole(groupings: readonly Grouping[]): Line[] {
  const tops = groupings.filter(
    ({ columns }) =>
      !groupings.some(
        (other) => other.columns.length < columns.length && other.columns.every((one) => columns.includes(one)),
      ),
  );
  return tops.length < 2 ? [] : tops.map(({ groups }) => ({ total: -1, parts: groups.map(({ i }) => i) }));
}
