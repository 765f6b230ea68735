import type { SamplePlan, Sheet } from '../../samples/model.ts';
import { bodyOf, numberOf, placeAndDay, titleOf } from '../../samples/write/body.ts';
import { type Row, rowsOf } from '../../samples/write/rows.ts';
import { cell, header, par, row, table, word } from './word.ts';

/** Where the pages of a plan fall: rows on each page, and how far into its text the row at the foot is torn (0–1). */
export type Pages = { rows: number[]; tears: number[]; headers: boolean };

/** A sample as a Word file made from a print: each page a table of its own, the row at its foot torn in two. */
export function tornWord(plan: SamplePlan, pages: Pages): Uint8Array {
  const { head } = plan;
  const lines = [
    ...head.issuer,
    numberOf(plan),
    placeAndDay(plan),
    ...titleOf(plan),
    ...(head.addressees.length > 0 ? ['Kính gửi:', ...head.addressees.map((name) => `- ${name};`)] : []),
    ...bodyOf(plan),
    'Nơi nhận:',
    ...head.recipients.map((name) => `- ${name};`),
    ...head.signer.lines,
    head.signer.name,
  ];
  const sheets = plan.sheets.map((sheet) => sheet.heading.map((line) => par(line)).join('') + tables(sheet, pages));
  return word(lines.map((line) => par(line)).join('') + sheets.join(''));
}

function tables(sheet: Sheet, { rows, tears, headers }: Pages): string {
  const headRow = row(
    sheet.columns.map((column) => column.header),
    headers ? header : '',
  );
  const all: string[][] = [[headRow]];
  let onPage = 0;
  for (const one of rowsOf(sheet)) {
    const room = rows[all.length % rows.length] ?? 5;
    const halves = onPage >= room ? tear(sheet, one, tears[all.length % tears.length] ?? 0.5) : undefined;
    onPage += 1;
    all.at(-1)?.push(halves ? row(halves[0]) : whole(sheet, one));
    if (!halves) continue;
    all.push([...(headers ? [headRow] : []), row(halves[1])]);
    onPage = 0;
  }
  return all.map((page) => table(sheet.columns.length, ...page)).join(par(''));
}

function whole(sheet: Sheet, one: Row): string {
  if (one.kind === 'task') return row(one.cells);
  const columns = sheet.columns.length;
  if (sheet.columns[0]?.kind !== 'number') return row([cell(`${one.label} ${one.name}`, { span: columns })]);
  return row([one.label, cell(one.name, { span: columns - 1 })]);
}

/** The text goes on overleaf; the other cells stay whole. Nothing tells the rest from a group if it opens in capitals. */
function tear(sheet: Sheet, one: Row, share: number): [string[], string[]] | undefined {
  const at = sheet.columns.findIndex((column) => column.kind === 'text');
  const text = one.kind === 'task' ? (one.cells[at] ?? '') : '';
  const parts = text.split(' ');
  const cut = 2 + Math.floor(share * (parts.length - 4));
  if (one.kind !== 'task' || parts.length < 6 || text.includes('\n')) return undefined;
  if (!/^(?:\p{Ll}|\p{Lu}\p{Ll}|\d)/u.test(parts[cut] ?? '')) return undefined;
  const halves = [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
  return [one.cells.with(at, halves[0] ?? ''), one.cells.map((_, here) => (here === at ? (halves[1] ?? '') : ''))];
}
