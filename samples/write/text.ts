import type { SamplePlan, Sheet } from '../model.ts';
import { bodyOf, motto, numberOf, placeAndDay, titleOf } from './body.ts';
import { type Row, rowsOf } from './rows.ts';

/** The plan as a text extraction gives it, in the manner of its layout: pages torn, merged cells lost, stray markup. */
export function writeText(plan: SamplePlan): string {
  const lines = plan.layout === 'columns' ? oneCellPerLine(plan) : spaced(plan);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Paragraphs with an empty line between them; tables by the layout. */
function spaced(plan: SamplePlan): string[] {
  const markdown = plan.layout === 'markdown';
  const strong = (text: string) => (markdown ? `**${text}**` : text);
  const head =
    plan.layout === 'appendices'
      ? [plan.head.issuer.join('\n'), motto.join('\n'), numberOf(plan), placeAndDay(plan)]
      : plan.layout === 'directives'
        ? [`${numberOf(plan)} ${placeAndDay(plan)}`]
        : [numberOf(plan), placeAndDay(plan)];
  const title = titleOf(plan).map((line, at) => (markdown ? `${'#'.repeat(at + 2)} **${line}**` : line));
  const addressees = plan.head.addressees.length
    ? [
        'Kính gửi:',
        plan.head.addressees.map((name, at, all) => `- ${name}${at + 1 < all.length ? ';' : '.'}`).join('\n'),
      ]
    : [];
  const body = bodyOf(plan).map((line) => (markdown && /^(?:[IVX]+|\d+)\. /.test(line) ? `### **${line}**` : line));
  const recipients = ['Nơi nhận:', recipientLines(plan).join('\n')];
  const signature = [plan.head.signer.lines.map(strong).join(markdown ? '  \n' : '\n'), strong(plan.head.signer.name)];
  const sheets = plan.sheets.flatMap((sheet) => [
    sheet.heading.map(strong).join('\n'),
    tableOf(plan, sheet).join('\n'),
  ]);
  return [...head, ...title, ...addressees, ...body, ...recipients, ...signature, ...sheets].flatMap((block) => [
    block,
    '',
  ]);
}

function recipientLines({ head }: SamplePlan): string[] {
  return head.recipients.map((name, at, all) => `- ${name}${at + 1 < all.length ? ';' : '.'}`);
}

function tableOf(plan: SamplePlan, sheet: Sheet): string[] {
  if (plan.layout === 'markdown') return pipes(sheet);
  return tabs(plan, sheet);
}

/** A page ends in a row that can be torn, or at the latest after MOST rows. */
const LEAST = 6;
const MOST = 9;

type Printed = { cells: string[]; torn: [string[], string[]] | undefined };

/** Puts what stands between two pages where a page ends: inside a torn row, or before a whole one. */
function paged(rows: Printed[], line: (cells: string[]) => string, pageTop: string[]): string[] {
  let onPage = 0;
  return rows.flatMap(({ cells, torn }) => {
    onPage += 1;
    if (onPage <= LEAST || (torn === undefined && onPage <= MOST)) return [line(cells)];
    onPage = 0;
    return torn ? [line(torn[0]), ...pageTop, line(torn[1])] : [...pageTop, line(cells)];
  });
}

/** Cells joined by tabs. A new page repeats the header, except where the layout never does, and tears one row in two. */
function tabs(plan: SamplePlan, sheet: Sheet): string[] {
  const header = sheet.columns.map((column) => column.header).join('\t');
  const numbers = sheet.numberedHeader ? [sheet.columns.map((_, at) => `(${at + 1})`).join('\t')] : [];
  const pageTop = plan.layout === 'directives' ? [''] : ['', header];
  const rows = rowsOf(sheet).map((row) => withTear(sheet, row, tabRow(plan, sheet, row)));
  return [header, ...numbers, ...paged(rows, (cells) => cells.join('\t'), pageTop)];
}

function withTear(sheet: Sheet, row: Row, cells: string[]): Printed {
  return { cells, torn: row.kind === 'task' ? tear(sheet, cells) : undefined };
}

function tabRow(plan: SamplePlan, sheet: Sheet, row: Row): string[] {
  if (row.kind === 'group') return [row.label, row.name, ...sheet.columns.slice(2).map(() => '')];
  return row.cells.map((cell, at) => {
    const kind = sheet.columns[at]?.kind;
    if (kind !== 'text') return cell.replaceAll('\n', ' ');
    return plan.layout === 'directives' ? asHtmlList(cell) : asMarked(cell, row.task.component, plan.layout);
  });
}

/** Bullets of a cell come out of the extraction as a list of HTML. */
function asHtmlList(text: string): string {
  if (!text.includes('\n')) return text;
  return `<ul> ${text
    .split('\n')
    .map((line) => `<li>${line}</li>`)
    .join(' ')} </ul>`;
}

function asMarked(text: string, component: string | null, layout: SamplePlan['layout']): string {
  const flat = text.replaceAll('\n', ' ');
  if (component === null || !flat.startsWith(component)) return flat;
  const rest = flat.slice(component.length);
  if (layout === 'appendices') return `<i>${component}:</i>${rest.slice(1)}`;
  return `${component}${rest.replace(/\((.*)\)/, '(<i>$1</i>)')}`;
}

/** The text cell goes on over the page; the other cells stay whole on the first. Short texts are not torn. */
function tear(sheet: Sheet, cells: string[]): [string[], string[]] | undefined {
  const at = sheet.columns.findIndex((column) => column.kind === 'text');
  const text = (cells[at] ?? '').replace(/<\/?i>/g, '');
  if (text.length < 60 || text.includes('<')) return undefined;
  const cut = text.slice(Math.floor(text.length * 0.5)).search(/ \p{Ll}/u) + Math.floor(text.length * 0.5);
  return [cells.with(at, text.slice(0, cut)), cells.map((_, cell) => (cell === at ? text.slice(cut + 1) : ''))];
}

/** Markdown pipes; a page is a table of its own under a repeated header. */
function pipes(sheet: Sheet): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const header = [line(sheet.columns.map((column) => `<b>${column.header}</b>`)), line(sheet.columns.map(() => '---'))];
  const rows = rowsOf(sheet).map((row) => withTear(sheet, row, pipeRow(sheet, row)));
  return [...header, ...paged(rows, line, ['', ...header])];
}

function pipeRow(sheet: Sheet, row: Row): string[] {
  if (row.kind === 'group') return [`<b>${row.label} ${row.name}</b>`, ...sheet.columns.slice(1).map(() => '')];
  return row.cells.map((cell, at) => {
    const lines = cell.split('\n');
    const list = sheet.columns[at]?.kind === 'text' && lines.length > 2;
    return list ? `<ul> ${lines.map((item) => `<li>${item}</li>`).join(' ')} </ul>` : lines.join('<br>');
  });
}

const WIDTH = 88;

/** One cell per line between bars, lines wrapped, merged cells lost: what some sites give for a table. */
function oneCellPerLine(plan: SamplePlan): string[] {
  const bar = (cell: string) => [...wrap(cell), '|'];
  const head = [plan.head.issuer.join('\n'), motto.join('\n'), numberOf(plan), placeAndDay(plan)].flatMap(bar);
  const body = [...titleOf(plan), ...bodyOf(plan)].flatMap(wrap);
  const signature = [
    ['Nơi nhận:', ...recipientLines(plan)].join('\n'),
    [...plan.head.signer.lines, plan.head.signer.name].join('\n'),
  ];
  const sheets = plan.sheets.flatMap((sheet) => [
    ...sheet.heading.flatMap(wrap),
    ...sheet.columns.flatMap((column) => bar(column.header)),
    ...rowsOf(sheet).flatMap((row) => (row.kind === 'task' ? keptCells(sheet, row).flatMap(bar) : [])),
  ]);
  return [...head, ...body, ...signature.flatMap(bar), ...sheets];
}

/** A merged cell is there once: in the row that opens it. */
function keptCells(sheet: Sheet, row: Row & { kind: 'task' }): string[] {
  return row.cells.filter((_, at) => {
    const kind = sheet.columns[at]?.kind;
    if (kind === 'number' || kind === 'dimension') return row.opens;
    return kind === 'component' ? row.leads : true;
  });
}

function wrap(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let rest = line;
    while (rest.length > WIDTH) {
      const cut = rest.lastIndexOf(' ', WIDTH);
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut + 1);
    }
    return [...lines, rest];
  });
}
