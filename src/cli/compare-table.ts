import { sayNumber } from '../kernel/number.ts';
import type { Compared, Surveyed } from '../survey/compare/compare-figures.ts';
import type { TestedTable } from '../survey/compare/test-table.ts';
import { sayDomain, sayHidden, sayRow, sayValue, sayVariable } from '../survey/words.ts';
import { layTable, wrap } from './table.ts';

/** Differences for a person at a terminal: a table for each figure. */
export function layCompared(
  { level, rows }: { level: number; rows: readonly Compared[] },
  { dictionary, design }: Surveyed,
  options: { with?: readonly string[]; shared?: boolean },
  width: number,
): string {
  const figures = Map.groupBy(rows, (row) => sayRow(dictionary, row));
  const columns = [
    { heading: options.with ? 'Nhóm' : 'Hai nhóm', share: 1 },
    ...['Chênh lệch', `Khoảng tin cậy ${sayNumber(100 * level)}%`, 'p'].map((heading) => ({ heading, share: 0 })),
  ];
  const tables = Array.from(figures, ([name, some]) => {
    const lines = some.map((row) => [
      options.with
        ? sayDomain(dictionary, row.first)
        : `${sayDomain(dictionary, row.first)} − ${sayDomain(dictionary, row.second)}`,
      ...cells(row),
    ]);
    return [...wrap(name, width), '', layTable(columns, lines, width), ''].join('\n');
  });
  const notes = [
    options.with
      ? `Chênh lệch là cuộc khảo sát nêu trước trừ cuộc nêu ở --with; hai mẫu được coi là ${options.shared ? 'có cụm chung (cùng tầng, cùng mã)' : 'độc lập'}.`
      : 'Chênh lệch là nhóm nêu trước trừ nhóm nêu sau.',
    'Khoảng tin cậy chứa 0 thì chưa đủ căn cứ nói hai bên khác nhau.',
    ...(rows.length > 10 ? [`Với ${sayNumber(rows.length)} phép so sánh, vài p nhỏ có thể chỉ do ngẫu nhiên.`] : []),
    ...(rows.some(({ difference }) => difference === null)
      ? [`–: ${sayHidden('respondents', design.minimum)}, hoặc không đủ cụm để tính sai số.`]
      : []),
  ];
  return [...tables, ...notes.flatMap((note) => wrap(note, width)), ''].join('\n');
}

function cells({ difference }: Compared): string[] {
  if (difference === null) return ['–', '–', '–'];
  const { estimate, low, high, p } = difference;
  return [say(estimate), `${say(low)} … ${say(high)}`, sayChance(p)];
}

const say = (value: number): string =>
  sayNumber((Math.abs(value) >= 10_000 ? Math.round(value) : Number(value.toPrecision(4))) + 0);

/** "0,03", "< 0,0001": a chance as it is read. */
const sayChance = (p: number): string => (p < 0.0001 ? '< 0,0001' : sayNumber(Number(p.toPrecision(2))));

/** A table of shares with its test for a person at a terminal. */
export function layTested(
  tested: TestedTable,
  { design, dictionary }: Surveyed,
  { test = '' }: { test?: string },
  width: number,
): string {
  const [rows = '', columns = ''] = test.split(/[*×]/).map((name) => name.trim());
  const share = (value: number): string => `${sayNumber(Number((100 * value).toFixed(1)))}%`;
  const heads = ['', ...tested.columns.map((value) => sayValue(dictionary, columns, value))];
  const lines = tested.rows.map((value, i) => [
    sayValue(dictionary, rows, value),
    ...tested.columns.map((_, j) => (tested.shares === null ? '–' : share(tested.shares[i]?.[j] ?? 0))),
  ]);
  const { f, ndf, ddf, p, n } = tested;
  const said = Number.isFinite(p)
    ? `Kiểm định Rao–Scott: F = ${say(f)} với ${say(ndf)} và ${say(ddf)} bậc tự do, p = ${sayChance(p)}; ${sayNumber(n)} người trả lời cả hai câu. ${
        p < 0.05
          ? 'Hai câu trả lời có liên quan với nhau.'
          : 'Chưa đủ căn cứ nói hai câu trả lời có liên quan với nhau.'
      }`
    : 'Không đủ cụm để kiểm định.';
  return [
    ...wrap(`${sayVariable(dictionary, rows)} × ${sayVariable(dictionary, columns)}`, width),
    '',
    layTable(
      heads.map((heading, i) => ({ heading, share: i === 0 ? 1 : 0 })),
      lines,
      width,
    ),
    '',
    ...wrap(said, width),
    ...(tested.shares === null ? wrap(`–: ${sayHidden('respondents', design.minimum)} ở một ô của bảng.`, width) : []),
    '',
  ].join('\n');
}
