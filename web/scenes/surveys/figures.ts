import { sayNumber } from '../../../src/kernel/number.ts';
import type { Variable } from '../../../src/survey/model.ts';
import type { ToldRow } from '../../../src/survey/views.ts';
import { sayDomain, sayRow } from '../../../src/survey/words.ts';

/** Estimates as the screen lays them out: one figure over its groups, or several figures of the whole. */

type Dictionary = { variables: readonly Variable[] };
const words = ({ variables }: Dictionary) => ({ variables: [...variables] });

export type Drawn = { key: string; label: string; row: ToldRow };

export const isWhole = ({ by }: ToldRow): boolean => Object.keys(by).length === 0;
const figureKey = ({ variable, statistic }: ToldRow): string => `${statistic} ${variable}`;

/** The figures there are, in the order they were asked for. */
export function figuresOf(rows: readonly ToldRow[], dictionary: Dictionary): { key: string; label: string }[] {
  const found = new Map(rows.map((row) => [figureKey(row), sayRow(words(dictionary), row)]));
  return [...found].map(([key, label]) => ({ key, label }));
}

/** What is drawn: the groups of one figure against its whole; without groups each figure is a line of its own. */
export function drawnOf(
  rows: readonly ToldRow[],
  dictionary: Dictionary,
  { figure, byName }: { figure: string | undefined; byName: boolean },
): { whole: ToldRow | undefined; lines: Drawn[] } {
  const grouped = rows.filter((row) => !isWhole(row));
  if (grouped.length === 0) {
    const lines = rows.map((row) => ({ key: figureKey(row), label: sayRow(words(dictionary), row), row }));
    return { whole: undefined, lines: sort(lines, byName) };
  }
  const chosen = figure ?? figureKey(rows[0] as ToldRow);
  const lines = grouped
    .filter((row) => figureKey(row) === chosen)
    .map((row) => ({ key: JSON.stringify(row.by), label: sayDomain(words(dictionary), row.by), row }));
  return { whole: rows.find((row) => isWhole(row) && figureKey(row) === chosen), lines: sort(lines, byName) };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** The largest first, what is not told last; or by name. */
const sort = (lines: readonly Drawn[], byName: boolean): Drawn[] =>
  lines.toSorted((a, b) =>
    byName
      ? collator.compare(a.label, b.label)
      : (b.row.estimate ?? Number.NEGATIVE_INFINITY) - (a.row.estimate ?? Number.NEGATIVE_INFINITY) ||
        collator.compare(a.label, b.label),
  );

/** Lines that can stand on one axis: shares, totals, and what has the unit of an answer. */
export const familiesOf = (lines: readonly Drawn[]): Drawn[][] => [
  ...Map.groupBy(lines, ({ row: { statistic } }) =>
    isShare(statistic) ? 'share' : statistic === 'total' ? 'total' : 'answer',
  ).values(),
];

const isShare = (statistic: string): boolean => statistic.startsWith('proportion');
const decimals = (most: number) =>
  new Intl.NumberFormat('vi-VN', { minimumFractionDigits: most, maximumFractionDigits: most });
const [whole, one, two] = [decimals(0), decimals(1), decimals(2)];
const significant = new Intl.NumberFormat('vi-VN', { maximumSignificantDigits: 3 });

/** A figure as it is read aloud: "88,5%", "3,82", "12.480". */
export function sayFigure(value: number | null, statistic: string): string {
  if (value === null) return '—';
  // A hyphen beside a number is easily taken for the dash of an interval.
  if (value < 0) return `−${sayFigure(-value, statistic)}`;
  if (isShare(statistic)) return `${one.format(100 * value)}%`;
  if (statistic === 'total' || Math.abs(value) >= 1_000) return whole.format(value);
  return Math.abs(value) < 0.01 && value !== 0 ? significant.format(value) : two.format(value);
}

/** "3,71 – 3,94". */
export const sayInterval = ({ low, high, statistic }: ToldRow): string =>
  low === null || high === null ? 'chưa tính được' : `${sayFigure(low, statistic)} – ${sayFigure(high, statistic)}`;

export const sayLevel = (level: number): string => `${sayNumber(Math.round(1_000 * level) / 10)}%`;
