/** Rows of a CSV file: separated by semicolons, commas or tabs, whichever its lines have most alike; quotes keep line breaks. */
export function readCsv(text: string): string[][] {
  const clean = text.replace(/^\ufeff/, '');
  // Excel's own first line says what separates.
  const said = /^sep=(.)\r?\n/i.exec(clean);
  const body = said ? clean.slice(said[0].length) : clean;
  return split(body, said?.[1] ?? separatorOf(body));
}

/** Vietnamese numbers have commas: a semicolon or tab that is there at all separates, before a comma may. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/).slice(0, 20);
  const most = (sign: string) =>
    Math.max(0, ...lines.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1));
  return [';', '\t'].find((sign) => most(sign) > 0) ?? ',';
}

function split(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
