/** A table as a file the browser keeps: what stands on the screen, with its filters, as CSV or as an Excel workbook. */
export type Table = readonly (readonly (string | number)[])[];

/** Text stays text in a spreadsheet: one that begins like a formula gets the apostrophe by which spreadsheets mark text. */
export const harmless = (text: string): string => (/^\s*[-=+@＝＋－＠]/.test(text) ? `'${text}` : text);

const byteOrderMark = '\ufeff';

export const toCsv = (table: Table): string =>
  byteOrderMark + table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = harmless(cell);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel keeps at most this many characters in a cell. */
const longest = 32_767;
/** XML has no place for most control characters; one of them would make the whole workbook unreadable. */
const legal = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, (c) => (/[\t\n]/.test(c) ? c : ''));

/** The library comes only when a workbook is asked for. */
async function toXlsx(table: Table, sheet: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const rows = table.map((row, at) =>
    row.map((cell) => {
      if (cell === '') return null;
      const look = { wrap: true, alignVertical: 'top' as const, ...(at === 0 && { fontWeight: 'bold' as const }) };
      if (typeof cell === 'number') return { value: cell, type: Number, ...look };
      return { value: legal(harmless(cell)).slice(0, longest), type: String, ...look };
    }),
  );
  const columns = (table[0] ?? []).map((_, at) => ({ width: at === 0 ? 36 : 18 }));
  const sticky = { stickyRowsCount: 1, stickyColumnsCount: 1 };
  return write(rows as never, { sheet, orientation: 'landscape', columns, ...sticky } as never).toBlob();
}

export async function saveTable(table: Table, name: string, format: 'csv' | 'xlsx', sheet = 'Theo dõi'): Promise<void> {
  const csv = () => new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' });
  const blob = format === 'csv' ? csv() : await toXlsx(table, sheet);
  keepFile(blob, `${name}.${format}`);
}

/** A file made in the browser goes where its downloads go. */
export function keepFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
