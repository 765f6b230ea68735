import { sayNumber } from '../kernel/number.ts';
import type { Dictionary, SurveyDesign } from '../survey/model.ts';
import type { EstimatesView, ToldRow } from '../survey/views.ts';
import { sayDesign, sayDomain, sayHidden, sayRow, sayWarning } from '../survey/words.ts';
import { layTable, wrap } from './table.ts';

/** Estimates for a person at a terminal of `width` columns: a table for each figure, its warnings in words, the design. */
export function layEstimates(
  { design, rows }: EstimatesView['estimates'],
  unnamed: number,
  dictionary: Dictionary,
  minimum: SurveyDesign['minimum'],
  width: number,
): string {
  const lines: string[] = wrap(dictionary.title ?? dictionary.source, width);
  for (const [name, some] of byFigure(rows, dictionary))
    lines.push(
      '',
      ...wrap(name, width),
      '',
      layTable(
        columns(design.level),
        some.map((row) => cells(row, dictionary)),
        width,
      ),
    );
  const notes = rows.flatMap((row) => notesOf(row, dictionary, minimum));
  if (notes.length > 0) lines.push('', ...notes.flatMap((note) => wrap(`! ${note}`, width)));
  const apart = unnamed > 0 ? [`${sayNumber(unnamed)} nhóm nhỏ không nêu ở đây để không nhận ra người trả lời.`] : [];
  return [...lines, '', ...[...sayDesign(design), ...apart].flatMap((line) => wrap(line, width)), ''].join('\n');
}

function byFigure(rows: readonly ToldRow[], dictionary: Dictionary): Map<string, ToldRow[]> {
  const groups = new Map<string, ToldRow[]>();
  for (const row of rows) {
    const name = sayRow(dictionary, row);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

const columns = (level: number) => [
  { heading: 'Nhóm', share: 1 },
  ...['Ước lượng', 'Sai số chuẩn', `Khoảng tin cậy ${sayNumber(100 * level)}%`, 'Người trả lời', 'Cụm', 'DEFF'].map(
    (heading) => ({
      ...{ heading, share: 0 },
    }),
  ),
];

function cells(row: ToldRow, dictionary: Dictionary): string[] {
  const { estimate, se, low, high, n, psus, deff, hidden } = row;
  const interval = low === null || high === null ? '–' : `${say(low)} … ${say(high)}`;
  const mark = hidden || row.warnings.length > 0 ? ' !' : '';
  const counts = hidden ? ['–', '–'] : [sayNumber(n ?? 0), sayNumber(psus ?? 0)];
  return [`${sayDomain(dictionary, row.by)}${mark}`, say(estimate), say(se), interval, ...counts, say(deff, 3)];
}

/** As many digits as tell something: four, or all of a whole number. */
const say = (value: number | null, digits = 4): string =>
  value === null || !Number.isFinite(value)
    ? '–'
    : sayNumber(Math.abs(value) >= 10 ** digits ? Math.round(value) : Number(value.toPrecision(digits)));

function notesOf(row: ToldRow, dictionary: Dictionary, minimum: SurveyDesign['minimum']): string[] {
  const { hidden, warnings } = row;
  const hides = hidden !== null && row.n !== 0;
  const said = hides ? [sayHidden(hidden, minimum)] : warnings.map((warning) => sayWarning(warning, row));
  const of = `${sayRow(dictionary, row)}, ${sayDomain(dictionary, row.by)}`;
  return said.length > 0 ? [`${of}: ${said.join('; ')}.`] : [];
}
