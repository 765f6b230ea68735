/** A row found again: its cells stand from column `start` on; the columns before it go on from the row above. */
export type InferredRow<T> = { start: number; cells: T[] };

/**
 * Finds the rows in a run of cells of a table with `columns` columns whose merged cells stand only once.
 *
 * Merged cells hang down from the left (group, component), so what is missing in a row is its first columns, and every row
 * ends in the last column. Two signs show a row's start: a lone number is the first column; a letter, "b)" after "a)", is
 * the column where "a)" stood in the first row that has one. What lies between two signs is then one row where the count
 * fits; fewer cells are a group row; more are a row and further ones of equal length, each missing more columns.
 */
export function inferRows<T>(cells: T[], columns: number, textOf: (cell: T) => string): InferredRow<T>[] {
  const texts = cells.map(textOf);
  const letters = findLetterColumn(texts, columns);
  const rows: InferredRow<T>[] = [];
  for (let at = 0; at < cells.length; ) {
    const start = isNumber(texts[at]) ? 0 : letterOf(texts[at]) ? letters : 0;
    const next = findNextStart(texts, at, start, letters, columns);
    for (const row of cut(cells.slice(at, next), start, columns, letters)) rows.push(row);
    at = next;
  }
  return rows;
}

/** "1", "1.2", "IV.", "(1)", "-": a cell that holds nothing but a number of its row. */
const isNumber = (text = ''): boolean => /^(?:\(?\d{1,3}(?:\.\d{1,2})*|[IVXL]+|[A-H])[.)]?$|^[-+]$/.test(text);

/** A dash numbers a row only where one can begin; elsewhere it says that a cell is empty. */
const isSign = (text = ''): boolean => /^[-+]$/.test(text);

const letterOf = (text = ''): string | undefined => /^([a-zđ])[.)]\s/.exec(text)?.[1];

/** Where "a)" stands in the first row that has one; past the last column where there are no letters. */
function findLetterColumn(texts: string[], columns: number): number {
  let column = 0;
  for (const text of texts) {
    column = isNumber(text) ? 0 : column + 1;
    if (letterOf(text) === 'a' && column < columns - 1) return column;
  }
  return columns;
}

/** The next cell that must begin a row. A letter counts where it follows the one before and a row could end here. */
function findNextStart(texts: string[], from: number, start: number, letters: number, columns: number): number {
  let letter = letterOf(texts[from + letters - start]) ?? letterOf(texts[from]);
  for (let at = from + 1; at < texts.length; at++) {
    if (isNumber(texts[at]) && (!isSign(texts[at]) || at - from === columns - start || at - from === 2)) return at;
    const found = letterOf(texts[at]);
    if (!found || letters >= columns || at - from <= letters - start) continue;
    if (letter !== undefined && follows(letter, found)) return at;
    letter ??= found;
  }
  return texts.length;
}

const alphabet = 'abcdđeghiklmnopqrstuvxy';

/** Vietnamese lists count a b c d đ e g h i; some keep f or skip đ. A cell "a) … d) …" may cover letters in between. */
function follows(before: string, after: string): boolean {
  const step = alphabet.indexOf(after) - alphabet.indexOf(before);
  return (step > 0 && step <= 4) || after.codePointAt(0) === (before.codePointAt(0) ?? 0) + 1;
}

function cut<T>(cells: T[], start: number, columns: number, letters: number): InferredRow<T>[] {
  const need = columns - start;
  if (cells.length <= need) return [{ start, cells }];
  const rest = cells.slice(need);
  const deeper = Math.max(start, letters < columns ? letters : 0) + 1;
  const rows: InferredRow<T>[] = [{ start, cells: cells.slice(0, need) }];
  const from = findDivisor(rest.length, deeper, columns);
  for (let at = 0; at < rest.length; at += columns - from)
    rows.push({ start: from, cells: rest.slice(at, at + columns - from) });
  return rows;
}

/** The first column at which rows of equal length use up `count` cells; rows of one cell are no explanation. */
function findDivisor(count: number, first: number, columns: number): number {
  for (let column = first; column < columns - 1; column++) if (count % (columns - column) === 0) return column;
  return Math.min(first, columns - 1);
}
