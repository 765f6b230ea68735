export type Cell = string | number | boolean | null;
export type CellRows = { sheet: string; rows: readonly (readonly Cell[])[] };

/** The hidden sheet of a workbook of ours: whose it is, and what it said when it was made. */

export const hiddenSheet = '_thang';
const portion = 30_000;

/** The mark, the id, and the base in as many cells as it takes. */
export function hiddenRows(mark: string, id: string, base: unknown): string[][] {
  const text = JSON.stringify(base);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += portion) parts.push(text.slice(at, at + portion));
  return [[mark], [id], [String(parts.length)], ...parts.map((one) => [one])];
}

/** `foreign`: no workbook of ours; `damaged`: its hidden sheet was changed. What stands in other columns is not part of it. */
export function readHidden(
  sheets: readonly CellRows[],
  mark: string,
): { id: string; base: unknown } | 'foreign' | 'damaged' {
  const rows = sheets.find(({ sheet }) => sheet === hiddenSheet)?.rows;
  if (rows === undefined || rows[0]?.[0] !== mark) return 'foreign';
  const [, id, count, ...cells] = rows.map(([first]) => String(first ?? ''));
  const parts = cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
  if (id === undefined || parts.length !== Number(count)) return 'damaged';
  try {
    return { id, base: JSON.parse(parts.join('')) };
  } catch {
    return 'damaged';
  }
}
