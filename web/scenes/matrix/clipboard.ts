/** Cells as Excel and Word take them: tab-separated text, and a table for those that read HTML. */
export function toClipboard(rows: readonly (readonly unknown[])[]): { plain: string; html: string } {
  const plain = rows.map((row) => row.map(quote).join('\t')).join('\r\n');
  const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${toHtml(cell)}</td>`).join('')}</tr>`).join('');
  return { plain, html: `<table>${html}</table>` };
}

const text = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell));

/** A cell with a line break or a tab stays one cell only between quotes. */
function quote(cell: unknown): string {
  const said = text(cell);
  return /[\t\r\n"]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
}

const toHtml = (cell: unknown): string =>
  text(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
