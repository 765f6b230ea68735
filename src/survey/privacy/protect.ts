import type { EstimateRow, SurveyDesign } from '../model.ts';
import { minimumOf } from '../words.ts';
import { add, type TableCell } from './lines.ts';
import { suppressComplements } from './suppress.ts';

/**
 * Rows as they may be told: no figures where too few stand behind them, nor where figures would give away one of those.
 * Every figure asked for is a table of its own: its groupings are the table's margins and cells.
 *
 * @param crossed groups of two groupings together (see `suppressComplements`)
 */
export function protect(
  rows: readonly EstimateRow[],
  minimum: SurveyDesign['minimum'],
  crossed: readonly TableCell['by'][] = [],
): EstimateRow[] {
  const told = rows.map((row) => keepBack(row, smallness(row, minimum)));
  const tables = new Map<string, number[]>();
  told.forEach(({ variable, statistic }, i) => {
    const key = JSON.stringify([variable, statistic]);
    add(tables, key, i);
  });
  for (const places of tables.values()) {
    const cells = places.map((place) => {
      const { by, n, hidden } = told[place] as EstimateRow;
      return { by, n, hidden: hidden !== null };
    });
    for (const cell of suppressComplements(cells, crossed)) {
      const place = places[cell] as number;
      told[place] = keepBack(told[place] as EstimateRow, 'complement');
    }
  }
  return told;
}

/** Why a row is small; the engine has mostly said so already. */
function smallness(row: EstimateRow, minimum: SurveyDesign['minimum']): EstimateRow['hidden'] {
  const { respondents, psus } = minimumOf(minimum);
  return row.hidden ?? (row.n < respondents ? 'respondents' : row.psus < psus ? 'psus' : null);
}

/** A row without its figures. */
export function keepBack(row: EstimateRow, hidden: EstimateRow['hidden']): EstimateRow {
  if (hidden === null) return row;
  const figures = { estimate: null, se: null, df: null, low: null, high: null, deff: null, effective: null };
  return { ...row, ...figures, hidden, warnings: row.n === 0 ? ['empty'] : [] };
}

/** Pairs of groupings of which neither refines the other, as one: what must be known to see what nests in what. */
export function crossings(by: readonly (readonly string[])[]): string[][] {
  const refines = (a: readonly string[], b: readonly string[]): boolean => b.every((column) => a.includes(column));
  return by.flatMap((a, i) =>
    by.slice(i + 1).flatMap((b) => (refines(a, b) || refines(b, a) ? [] : [[...new Set([...a, ...b])]])),
  );
}
