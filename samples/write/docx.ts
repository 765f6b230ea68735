import {
  AlignmentType,
  BorderStyle,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  type ILevelsOptions,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SamplePlan, Sheet } from '../model.ts';
import { bodyOf, motto, numberOf, placeAndDay, titleOf } from './body.ts';
import { type Row, rowsOf } from './rows.ts';

/** The plan as a word processor keeps it: merged cells, repeated headers, automatic numbers, tracked changes. */
export async function writeDocx(plan: SamplePlan): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Minh Hà',
    title: plan.head.title,
    numbering: { config: [bodyNumbers, ...plan.sheets.map((_, at) => tableNumbers(plan, at))] },
    styles: { default: { document: { run: { font: 'Times New Roman', size: 26 } } } },
    sections: [
      {
        ...furniture(plan),
        children: [
          ...headOf(plan),
          ...clausesOf(plan),
          signatureOf(plan),
          ...plan.sheets.flatMap((sheet, at) => sheetOf(plan, sheet, at)),
        ],
      },
    ],
  });
  return steady(new Uint8Array(await Packer.toBuffer(document)));
}

/** The same bytes for the same plan: no time of making, one date in the archive. */
function steady(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
  files['docProps/core.xml'] = strToU8(core.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, '$12026-01-05T00:00:00Z'));
  return zipSync(files, { mtime: new Date(2026, 0, 5), level: 9 });
}

/** Page numbers at the top and a running line at the bottom belong to the page, not to the plan. */
function furniture(plan: SamplePlan) {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const running = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun(plan.docx.runningHeader ?? '')],
  });
  return {
    headers: { default: new Header({ children: [number] }) },
    footers: { default: new Footer({ children: [running] }) },
  };
}

const bodyNumbers = {
  reference: 'body',
  levels: [
    level(0, LevelFormat.UPPER_ROMAN, '%1.'),
    level(1, LevelFormat.DECIMAL, '%2.'),
    level(2, LevelFormat.LOWER_LETTER, '%3)'),
    level(3, LevelFormat.BULLET, '-'),
  ],
};

function level(at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string): ILevelsOptions {
  return {
    level: at,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 300 * (at + 1), hanging: 300 } } },
  };
}

/** Groups count on level 0 and their tasks on level 1, which starts again under each group. */
function tableNumbers(plan: SamplePlan, at: number) {
  const numbering = plan.sheets[at]?.numbering;
  const tasks = numbering === 'decimal' ? '%1.%2' : numbering === 'none' ? '%2)' : '%2';
  const letters = numbering === 'none' ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL;
  const groups = numbering === 'restart' ? LevelFormat.UPPER_ROMAN : LevelFormat.DECIMAL;
  return {
    reference: `sheet${at}`,
    levels: [level(0, groups, numbering === 'none' ? '%1.' : '%1'), level(1, letters, tasks)],
  };
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

function plainTable(columns: Paragraph[][]): Table {
  const children = columns.map(
    (children) => new TableCell({ children, width: { size: 50, type: WidthType.PERCENTAGE } }),
  );
  return new Table({
    borders: noBorders,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children })],
  });
}

function centred(text: string, bold = true): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold })] });
}

function headOf(plan: SamplePlan): (Paragraph | Table)[] {
  const left = [...plan.head.issuer.map((line) => centred(line)), centred(numberOf(plan), false)];
  const right = [
    ...motto.map((line) => centred(line)),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: placeAndDay(plan), italics: true })],
    }),
  ];
  const addressees = plan.head.addressees.map(
    (name, at, all) => new Paragraph(`- ${name}${at + 1 < all.length ? ';' : '.'}`),
  );
  const greeting = addressees.length ? [new Paragraph('Kính gửi:'), ...addressees] : [];
  return [plainTable([left, right]), new Paragraph(''), ...titleOf(plan).map((line) => centred(line)), ...greeting];
}

const levels: [RegExp, number][] = [
  [/^[IVX]+\.\s/, 0],
  [/^\d+\.\s/, 1],
  [/^[a-zđ]\)\s/, 2],
  [/^-\s/, 3],
];

function clausesOf(plan: SamplePlan): Paragraph[] {
  return bodyOf(plan).map((line) => {
    const [mark, at] = levels.find(([pattern]) => pattern.test(line)) ?? [];
    if (mark === undefined || at === undefined) return new Paragraph(line);
    const bold = at < 2;
    if (!plan.docx.automaticNumbers) return new Paragraph({ children: [new TextRun({ text: line, bold })] });
    const children = [new TextRun({ text: line.replace(mark, ''), bold })];
    return new Paragraph({ numbering: { reference: 'body', level: at }, children });
  });
}

function signatureOf({ head }: SamplePlan): Table {
  const recipients = head.recipients.map(
    (name, at, all) => new Paragraph(`- ${name}${at + 1 < all.length ? ';' : '.'}`),
  );
  const right = [
    ...head.signer.lines.map((line) => centred(line)),
    new Paragraph(''),
    new Paragraph(''),
    centred(head.signer.name),
  ];
  return plainTable([[new Paragraph('Nơi nhận:'), ...recipients], right]);
}

function sheetOf(plan: SamplePlan, sheet: Sheet, at: number): (Paragraph | Table)[] {
  const heading = sheet.heading.map(
    (line, first) =>
      new Paragraph({
        pageBreakBefore: first === 0,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: line, bold: first < 2 })],
      }),
  );
  const rows = rowsOf(sheet);
  const body = rows.map((row, here) => new TableRow({ children: cellsOf(plan, sheet, at, rows, here, row) }));
  return [
    ...heading,
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...headerRows(sheet), ...body] }),
  ];
}

function headerRows(sheet: Sheet): TableRow[] {
  const row = (texts: string[]) =>
    new TableRow({ tableHeader: true, children: texts.map((text) => new TableCell({ children: [centred(text)] })) });
  const numbers = sheet.numberedHeader ? [row(sheet.columns.map((_, at) => `(${at + 1})`))] : [];
  return [row(sheet.columns.map((column) => column.header)), ...numbers];
}

function cellsOf(plan: SamplePlan, sheet: Sheet, at: number, rows: Row[], here: number, row: Row): TableCell[] {
  if (row.kind === 'group') return groupCells(plan, sheet, at, row);
  return row.cells.flatMap((text, column) => {
    const kind = sheet.columns[column]?.kind;
    const merged = mergedOver(sheet, rows, here, kind);
    if (merged === 0) return [];
    const children =
      kind === 'number' || kind === 'component' ? numbered(plan, sheet, at, text, kind) : linesOf(plan, text);
    return [new TableCell({ children, ...(merged > 1 && { rowSpan: merged }) })];
  });
}

function groupCells(plan: SamplePlan, sheet: Sheet, at: number, row: Row & { kind: 'group' }): TableCell[] {
  const automatic = plan.docx.automaticNumbers;
  const number = { reference: `sheet${at}`, level: 0 };
  const name = new TextRun({ text: row.name, bold: true });
  if (sheet.columns[0]?.kind !== 'number') {
    const printed = automatic ? name : new TextRun({ text: `${row.label} ${row.name}`, bold: true });
    return [
      new TableCell({
        columnSpan: sheet.columns.length,
        children: [new Paragraph({ children: [printed], ...(automatic && { numbering: number }) })],
      }),
    ];
  }
  const label = automatic ? new Paragraph({ numbering: number }) : centred(row.label);
  return [
    new TableCell({ children: [label] }),
    new TableCell({ columnSpan: sheet.columns.length - 1, children: [new Paragraph({ children: [name] })] }),
  ];
}

/** How many rows a cell covers: 0 where a cell above covers it already. */
function mergedOver(sheet: Sheet, rows: Row[], here: number, kind: string | undefined): number {
  const row = rows[here];
  if (row?.kind !== 'task') return 1;
  const byGroup =
    sheet.columns.some((column) => column.kind === 'dimension') && (kind === 'number' || kind === 'dimension');
  const byComponent = kind === 'component' || (kind === 'number' && sheet.numbering === 'decimal');
  if (!byGroup && !byComponent) return 1;
  const starts = (one: Row | undefined) => one?.kind !== 'task' || (byGroup ? one.opens : one.leads);
  if (!starts(row)) return 0;
  const next = rows.findIndex((one, at) => at > here && starts(one));
  return (next < 0 ? rows.length : next) - here;
}

/** The number column, or a component's "a)", left to the word processor where the plan numbers automatically. */
function numbered(plan: SamplePlan, sheet: Sheet, at: number, text: string, kind: 'number' | 'component'): Paragraph[] {
  const letter = /^[a-zđ]\)\s/;
  const byLetter = kind === 'component' && sheet.numbering === 'none' && letter.test(text);
  const automatic = plan.docx.automaticNumbers && text !== '' && (kind === 'number' || byLetter);
  if (!automatic) return linesOf(plan, text);
  return [
    new Paragraph({ text: byLetter ? text.replace(letter, '') : '', numbering: { reference: `sheet${at}`, level: 1 } }),
  ];
}

function linesOf(plan: SamplePlan, text: string): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ children: revised(plan, line) }));
}

/** A tracked change strikes out what was and puts in what is; both are in the file. */
function revised(plan: SamplePlan, line: string): ParagraphChild[] {
  const revision = plan.docx.revisions?.find(({ now }) => line.includes(now));
  if (revision === undefined) return [new TextRun(line)];
  const at = line.indexOf(revision.now);
  const mark = { author: 'Sở Nội vụ', date: '2026-02-03T08:00:00Z' };
  return [
    new TextRun(line.slice(0, at)),
    new DeletedTextRun({ ...mark, id: at * 2 + 1, text: revision.was }),
    new InsertedTextRun({ ...mark, id: at * 2 + 2, text: revision.now }),
    new TextRun(line.slice(at + revision.now.length)),
  ];
}
