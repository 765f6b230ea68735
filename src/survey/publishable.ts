import type { Dictionary, EstimateRow, Estimates, SurveyDesign } from './model.ts';
import type { EstimatesView } from './views.ts';
import { minimumOf } from './words.ts';

/** Nothing is told of fewer respondents than this, whatever a design says: somebody would be known again. */
export const leastRespondents = 10;

type Asked = { design: SurveyDesign; dictionary: Pick<Dictionary, 'variables'> };

/**
 * What of some estimates may be told: the one place between the engine and whoever asks, on every way out. A group below
 * the minimum keeps its name only where the dictionary lists the column's values; else the value itself stands in the
 * responses, and might be somebody's name or number.
 */
export function publishable({ design, rows }: Estimates, asked: Asked): EstimatesView {
  const told = rows.map((row) => heldBack(row, asked.design));
  const listed = listedColumns(asked.dictionary);
  const unnamed = new Set<string>();
  const named = told.filter(({ n, by }) => {
    const known = Object.keys(by).every((column) => listed.has(column));
    if (known || n >= minimumOf(asked.design.minimum).respondents) return true;
    unnamed.add(JSON.stringify(by));
    return false;
  });
  return { estimates: { design, rows: named }, unnamed: unnamed.size };
}

/** A row below the minimum comes without figures, even if whoever made it had forgotten. */
function heldBack(row: EstimateRow, { minimum }: SurveyDesign): EstimateRow {
  const least = minimumOf(minimum);
  const hidden = row.hidden ?? (row.n < least.respondents ? 'respondents' : row.psus < least.psus ? 'psus' : null);
  if (hidden === null) return row;
  const figures = { estimate: null, se: null, df: null, low: null, high: null, deff: null, effective: null };
  return { ...row, ...figures, hidden, warnings: [] };
}

const listedColumns = ({ variables }: Pick<Dictionary, 'variables'>): ReadonlySet<string> =>
  new Set(variables.filter(({ type, choices }) => type === 'boolean' || choices.length > 0).map(({ name }) => name));
