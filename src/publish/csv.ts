import { harmlessCell } from './cell.ts';

/** Excel takes CSV for the local code page unless it begins with this mark. */
const byteOrderMark = '\ufeff';

/** Rows of texts as CSV by RFC 4180; what a spreadsheet would take for a formula stays text, a number below zero a number. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');

function toCell(text: string): string {
  const safe = /^-\d+(\.\d+)?(e-?\d+)?$/.test(text) ? text : harmlessCell(text);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
