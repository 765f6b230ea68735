import { fold, squish } from '../../../kernel/text.ts';
import type { Definition } from '../model.ts';
import { readNumber } from '../read-number.ts';
import type { ColumnUse, SheetMapping } from './model.ts';

type Rows = readonly (readonly string[])[];
export type KnownIndicator = { id: string; definition: Pick<Definition, 'name' | 'kind'> };

/** Whether a cell is a figure; a year or a running number alone makes no data. */
const isFigure = (cell: string): boolean => typeof readNumber(cell) === 'number';
const filled = (row: readonly string[]): string[] => row.map(squish).filter((cell) => cell !== '');
const searched = 30;

/** The row of the headings: the last one of words only, above the first that has a name and a figure. */
export function findHeader(rows: Rows): number {
  const first = rows.slice(0, searched).findIndex((row, at) => {
    const cells = filled(row);
    const words = cells.filter((cell) => !isFigure(cell) && /\p{L}{2}/u.test(cell)).length;
    // A heading may name years and months in figures: data have at most two words to a row, and something above them.
    return at > 0 && words >= 1 && words <= 3 && cells.length - words >= 1 && filled(rows[at - 1] ?? []).length >= 2;
  });
  const data = first < 0 ? 1 : first;
  const row = rows[data - 1] ?? [];
  // "(1) (2) (3=2/1)" stands between the headings and the data in official tables.
  const numbered = filled(row).every((cell) => /^[([]?[\dA-Z][\d\s=:/*+,%()[\]A-Z-]*$/u.test(cell));
  return Math.max(0, numbered ? data - 2 : data - 1);
}

/** The heading of each column; what stands above it in a merged row is part of it. */
export function headingsOf(rows: Rows, header: number): string[] {
  const row = (rows[header] ?? []).map(squish);
  const above = groupsOver(row, rows[header - 1] ?? []);
  // A second row of groups is told from a title by a heading that reaches down through both.
  const top = rows[header - 2] ?? [];
  const reaches = above.length > 0 && top.some((cell, at) => squish(cell) !== '' && squish(cell) === above[at]);
  const over = reaches ? joined(groupsOver(above, top), above) : above;
  return joined(over, row);
}

/** The groups above a row of headings; none where one title runs over all of it. In CSV a merged group stands in its first column only. */
function groupsOver(row: readonly string[], above: readonly string[]): string[] {
  const cells = above.map(squish);
  if (new Set(cells.filter((cell) => cell !== '')).size < 2) return [];
  const groups: string[] = [];
  for (let at = 0; at < Math.max(row.length, cells.length); at++) {
    const within = cells[at] === '' && at > 0 && row[at] !== '' && row[at - 1] !== '' && groups[at - 1] !== row[at - 1];
    groups.push(within ? (groups[at - 1] ?? '') : (cells[at] ?? ''));
  }
  return groups;
}

const joined = (over: readonly string[], own: readonly string[]): string[] =>
  Array.from({ length: Math.max(over.length, own.length) }, (_, at) => {
    const [a, b] = [over[at] ?? '', own[at] ?? ''];
    return a === b || a === '' ? b : b === '' ? a : `${a} – ${b}`;
  });

/** What files of one kind share: their headings without the figures that change from month to month. */
export const shapeOf = (headings: readonly string[]): string =>
  headings.map((heading) => fold(squish(heading)).replace(/\d+/g, '#').slice(0, 200)).join('|');

/** What each column seems to be; a person looks before anything is taken. */
export function guessMapping(sheets: readonly Rows[], indicators: readonly KnownIndicator[]): SheetMapping {
  const sheet = Math.max(
    0,
    sheets.findIndex((rows) => rows.length > 1),
  );
  const rows = sheets[sheet] ?? [];
  const header = findHeader(rows);
  const headings = headingsOf(rows, header);
  const unit = findUnitColumn(headings, rows.slice(header + 1));
  const columns = headings.map((heading, at) =>
    at === unit ? { as: 'unit' as const } : guessColumn(heading, indicators),
  );
  return { sheet, header, columns: wholeShares(onlyOnce(columns)), names: {} };
}

const unitWords = /don vi|xa[,/ ]+phuong|co quan|dia phuong|ten (?:xa|phuong)|^xa$|^phuong$/;

function findUnitColumn(headings: readonly string[], data: Rows): number {
  const named = headings.findIndex((heading) => unitWords.test(fold(heading)));
  if (named >= 0) return named;
  const words = headings.map(
    (_, at) => data.filter((row) => /\p{L}{2}/u.test(row[at] ?? '') && !isFigure(row[at] ?? '')).length,
  );
  return words.indexOf(Math.max(...words, 0));
}

const monthColumn = /^(?:thang|ky|ky bao cao|thoi gian|thang bao cao)$/;
const ofMonth = /^(?:thang |t)(\d{1,2})(?:\s*[/.-]\s*\d{4})?$|^(\d{1,2})[/.-]20\d\d$/;

function guessColumn(heading: string, indicators: readonly KnownIndicator[]): ColumnUse {
  const low = fold(squish(heading));
  if (low === '' || /^(?:stt|tt|so tt|ghi chu)$/.test(low)) return { as: 'ignore' };
  if (monthColumn.test(low)) return { as: 'month' };
  const [, a, b] = ofMonth.exec(low.split(' – ').at(-1) ?? '') ?? [];
  const month = Number(a ?? b ?? 0);
  const best = findLike(low, indicators) ?? (month > 0 && indicators.length === 1 ? indicators[0] : undefined);
  if (best === undefined) return { as: 'ignore' };
  return {
    as: 'figure',
    indicatorId: best.id,
    of: partOf(low, best.definition),
    month: month >= 1 && month <= 12 ? month : null,
  };
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !/^(?:ty|le|so|cua|tren|cac|tong|dat|duoc)$/.test(word)),
  );

/** The indicator whose words a heading shares most; half of them at least. */
function findLike(heading: string, indicators: readonly KnownIndicator[]): KnownIndicator | undefined {
  const words = wordsOf(heading);
  const scored = indicators.map((one) => {
    const own = wordsOf(one.definition.name);
    const shared = [...own].filter((word) => words.has(word)).length;
    return { one, score: own.size + words.size === 0 ? 0 : (2 * shared) / (own.size + words.size) };
  });
  const best = scored.sort((x, y) => y.score - x.score)[0];
  return best && best.score >= 0.5 ? best.one : undefined;
}

function partOf(heading: string, { kind }: KnownIndicator['definition']): 'value' | 'part' | 'whole' {
  if (kind !== 'share' && kind !== 'change') return 'value';
  if (/%|ty le|ti le/.test(heading)) return 'value';
  return /(?:^|\W)tong(?:\W|$)|phai |giao\b/.test(heading) ? 'whole' : 'part';
}

/** Of two columns that would say the same thing the first counts. */
function onlyOnce(columns: readonly ColumnUse[]): ColumnUse[] {
  const seen = new Set<string>();
  return columns.map((use) => {
    if (use.as === 'ignore') return use;
    const key = use.as === 'figure' ? `${use.indicatorId} ${use.of} ${use.month}` : use.as;
    if (seen.has(key)) return { as: 'ignore' };
    seen.add(key);
    return use;
  });
}

/** A share told by one column alone is told in percent; a total alone tells nothing. */
function wholeShares(columns: readonly ColumnUse[]): ColumnUse[] {
  const has = (use: ColumnUse & { as: 'figure' }, of: string) =>
    columns.some(
      (one) => one.as === 'figure' && one.indicatorId === use.indicatorId && one.month === use.month && one.of === of,
    );
  return columns.map((use) => {
    if (use.as !== 'figure' || use.of === 'value') return use;
    if (use.of === 'part')
      return has(use, 'whole') ? use : has(use, 'value') ? { as: 'ignore' } : { ...use, of: 'value' };
    return has(use, 'part') ? use : { as: 'ignore' };
  });
}
