import { fold } from '../../../src/kernel/text.ts';
import type { Agency, HeatMap } from '../../api-follow.ts';
import { sayComponent } from '../../words/work.ts';
import type { FollowSearch, UnitGroup } from './search.ts';
import { addSums, datedOf, doneOf, noSum, type Sum } from './sum.ts';

/** One column: a task, or all tasks of a component. */
export type Column = {
  key: string;
  short: string;
  title: string;
  group: string;
  /** of the component, "2.1", where the plan gives one */
  code: string;
  itemIds: readonly string[];
};
export type Row = { agency: Agency; cells: readonly (Sum | undefined)[]; total: Sum };
export type Grid = { rows: readonly Row[]; columns: readonly Column[]; totals: readonly Sum[]; total: Sum };

type Item = HeatMap['items'][number];
type Wanted = Pick<FollowSearch, 'chi-so' | 'noi-dung' | 'loai' | 'tre' | 'cot' | 'xep' | 'tim'>;

/** Which chapter of the directory an agency belongs to, as a reader would look for it. */
export function groupOf({ asked, level, kind }: Agency): UnitGroup {
  if (asked) return 'doan-the';
  if (level === 'commune' || level === 'village') return 'cap-xa';
  if (level === 'district') return 'cap-huyen';
  return level === 'central' || kind === 'central' ? 'trung-uong' : 'cap-tinh';
}

export const unitGroupWords: Record<UnitGroup, string> = {
  'cap-xa': 'Cấp xã',
  'cap-tinh': 'Sở, ban, ngành',
  'trung-uong': 'Cơ quan Trung ương tại địa phương',
  'doan-the': 'Đảng, Mặt trận, đoàn thể',
  'cap-huyen': 'Cấp huyện',
};

/**
 * The heat map as it is shown: units × tasks or components, within what is asked for, with totals of both. `desk` holds the
 * items of a desk, where one is looked at.
 */
export function buildGrid(map: HeatMap, wanted: Wanted, desk: ReadonlySet<string> | undefined): Grid {
  const words = fold(wanted.tim ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const rows = map.agencies.map((agency) => {
    if (wanted.loai && groupOf(agency) !== wanted.loai) return false;
    const name = fold(agency.name);
    return words.every((word) => name.includes(word));
  });
  const columns = columnsOf(widestFirst(map), wanted, desk);
  const columnOf = new Map(columns.flatMap(({ itemIds }, at) => itemIds.map((id) => [id, at] as const)));
  const table = map.agencies.map((): (Sum | undefined)[] => columns.map(() => undefined));
  for (const [unit = 0, item = 0, done = 0, doneLate = 0, open = 0, late = 0, waiting = 0] of map.cells) {
    const at = columnOf.get(map.items[item]?.id ?? '');
    const line = table[unit];
    if (at === undefined || !rows[unit] || !line) continue;
    line[at] = addSums(line[at] ?? noSum, { done, doneLate, open, late, waiting });
  }
  const all = map.agencies.flatMap((agency, unit): Row[] => {
    const cells = table[unit] ?? [];
    return cells.some(Boolean) ? [{ agency, cells, total: cells.reduce<Sum>(plus, noSum) }] : [];
  });
  return order(narrowToLate({ rows: all, columns }, wanted), wanted);
}

/** Of several plans the one that reaches most units first: what all have to do stands where the eye begins. */
function widestFirst({ items, cells }: HeatMap): Item[] {
  const units = new Map<string, Set<number>>();
  for (const [unit = 0, item = 0] of cells) {
    const plan = items[item]?.planId ?? '';
    units.set(plan, (units.get(plan) ?? new Set()).add(unit));
  }
  const reach = ({ planId }: Item): number => units.get(planId)?.size ?? 0;
  return items.toSorted((a, b) => reach(b) - reach(a));
}

const plus = (sum: Sum, cell: Sum | undefined): Sum => (cell ? addSums(sum, cell) : sum);

function columnsOf(items: readonly Item[], wanted: Wanted, desk: ReadonlySet<string> | undefined): Column[] {
  const shown = items.filter(
    (item) =>
      (!desk || desk.has(item.id)) &&
      (!wanted['chi-so'] || item.index === wanted['chi-so']) &&
      (!wanted['noi-dung'] || sayComponent(item) === wanted['noi-dung']),
  );
  if (wanted.cot)
    return shown.map((item, at) => ({
      ...{ key: item.id, short: String(at + 1), title: item.text, itemIds: [item.id] },
      ...{ group: sayComponent(item), code: item.codes.join(', ') },
    }));
  const groups = Map.groupBy(shown, (item) => `${item.index ?? ''}|${sayComponent(item)}`);
  return [...groups].map(([key, group]) => {
    const title = group[0] ? sayComponent(group[0]) : '';
    const [index, itemIds] = [group[0]?.index ?? '', group.map(({ id }) => id)];
    return { key, short: title, title, group: index, code: group[0]?.codes.join(', ') ?? '', itemIds };
  });
}

type Bare = Pick<Grid, 'rows' | 'columns'>;

function narrowToLate({ rows, columns }: Bare, { tre }: Wanted): Bare {
  const keep = columns.map((_, at) =>
    rows.some(({ cells }) => (tre ? (cells[at]?.late ?? 0) > 0 : cells[at] !== undefined)),
  );
  const kept = tre ? rows.filter(({ total }) => total.late > 0) : rows;
  return {
    columns: columns.filter((_, at) => keep[at]),
    rows: kept.map(({ agency, cells }) => {
      const left = cells.filter((_, at) => keep[at]);
      return { agency, cells: left, total: left.reduce<Sum>(plus, noSum) };
    }),
  };
}

/** The worst first; who is only asked (đề nghị) is never ranked and stays below in the official order. */
function order({ rows, columns }: Bare, { xep }: Wanted): Grid {
  const worst = (a: Row, b: Row): number =>
    Number(a.agency.asked) - Number(b.agency.asked) ||
    (a.agency.asked ? 0 : b.total.late - a.total.late || shareOf(a.total) - shareOf(b.total));
  const sorted = xep ? rows : rows.toSorted(worst);
  const totals = columns.map((_, at) => sorted.reduce((sum, { cells }) => plus(sum, cells[at]), noSum));
  return { rows: sorted, columns, totals, total: totals.reduce<Sum>(plus, noSum) };
}

const shareOf = (sum: Sum): number => (datedOf(sum) === 0 ? 1 : doneOf(sum) / datedOf(sum));

/** The grid as rows of a spreadsheet: for a file, for Excel's clipboard. */
export function toRows({ rows, columns, totals, total }: Grid): (string | number)[][] {
  const figures = (sum: Sum): number[] => [doneOf(sum), datedOf(sum), sum.late];
  const head = ['Đơn vị', 'Đã xong', 'Có hạn', 'Quá hạn', ...columns.map(({ title }) => title)];
  const sums = ['Toàn bộ', ...figures(total), ...totals.map(sayForSheet)];
  return [head, sums, ...rows.map((row) => [row.agency.name, ...figures(row.total), ...row.cells.map(sayForSheet)])];
}

/** "2/4" would be taken for a day by Excel: words it leaves alone. */
export const sayForSheet = (sum: Sum | undefined): string => {
  if (!sum) return '';
  const dated = datedOf(sum);
  if (dated === 0) return sum.waiting > 0 ? 'chờ sự kiện' : '';
  return `${doneOf(sum)} trong ${dated}${sum.late > 0 ? `, ${sum.late} quá hạn` : ''}`;
};
