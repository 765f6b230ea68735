import type { Dictionary, EstimateRow, Estimates, SurveyDesign } from './model.ts';
import type { TableCell } from './privacy/lines.ts';
import { protect } from './privacy/protect.ts';
import type { EstimatesView, ToldRow } from './views.ts';
import { minimumOf } from './words.ts';

/** Nothing is told of fewer respondents than this, whatever a design says: somebody would be known again. */
export const leastRespondents = 10;

type Asked = { design: SurveyDesign; dictionary: Pick<Dictionary, 'variables'> };

/**
 * What of some estimates may be told: the one place between the engine and whoever asks, on every way out. Groups below the
 * minimum come without figures, as do those that would give them away; and with a name only where the dictionary lists the
 * column's values: else the value itself stands in the responses, and might be somebody's name or number.
 *
 * @param crossed what nests in what, where groupings stand side by side (`findCrossed`)
 */
export function publishable(
  { design, rows }: Estimates,
  asked: Asked,
  crossed: readonly TableCell['by'][] = [],
): EstimatesView {
  const { minimum } = asked.design;
  const listed = listedColumns(asked.dictionary);
  const unnamed = new Set<string>();
  const named = protect(rows, minimum, crossed).filter(({ n, by }) => {
    const known = Object.keys(by).every((column) => listed.has(column));
    if (known || n >= minimumOf(minimum).respondents) return true;
    unnamed.add(JSON.stringify(by));
    return false;
  });
  return { estimates: { design, rows: named.map(tell) }, unnamed: unnamed.size };
}

const tell = (row: EstimateRow): ToldRow => (row.hidden === null ? row : { ...row, n: null, psus: null });

const listedColumns = ({ variables }: Pick<Dictionary, 'variables'>): ReadonlySet<string> =>
  new Set(variables.filter(({ type, choices }) => type === 'boolean' || choices.length > 0).map(({ name }) => name));
