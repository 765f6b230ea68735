/**
 * Text from a plan must stay text in a spreadsheet. A cell that starts with one of = + - @ (or a tab or line break before
 * one) is a formula to Excel, LibreOffice and Google Sheets when it comes from CSV, and may become one in XLSX when the
 * cell is edited. Such a cell gets the apostrophe by which spreadsheets mark text.
 */
function harmless(text: string): string {
  return /^\s*[-=+@＝＋－＠]/.test(text) ? `'${text}` : text;
}

/**
 * A cell that begins with a bullet ("- Tổ chức …") is read by people: its hyphen becomes a dash, which is no operator,
 * in place of an apostrophe that would stand in front of half of all tasks.
 */
export const harmlessCell = (text: string): string => harmless(text.replace(/^(\s*)-(?=\s)/, '$1–'));
