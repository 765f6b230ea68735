import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { GridCell, ParagraphPiece, Piece, TablePiece } from './pieces.ts';

export type Format = 'docx' | 'html' | 'md' | 'txt';

/** The paper as a file. */
export async function write(pieces: Piece[], format: Format): Promise<Uint8Array> {
  if (format === 'docx') return writeDocx(pieces);
  const text = { html: writeHtml, md: writeMarkdown, txt: writeText }[format](pieces);
  return new TextEncoder().encode(text);
}

const levels = [
  { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1' },
  { level: 1, format: LevelFormat.DECIMAL, text: '%2' },
];

/** Each table on landscape pages of its own, as appendices are; numbers counted by the word processor. */
async function writeDocx(pieces: Piece[]): Promise<Uint8Array> {
  const parts: { landscape: boolean; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const landscape = piece.kind === 'table' && piece.landscape;
    const last = parts.at(-1);
    if (last && (piece.kind === 'paragraph' || last.landscape === landscape)) last.pieces.push(piece);
    else parts.push({ landscape, pieces: [piece] });
  }
  const tables = pieces.filter((piece) => piece.kind === 'table');
  const document = new Document({
    creator: 'Minh Hà',
    numbering: { config: tables.map((_, at) => ({ reference: `table${at}`, levels })) },
    sections: parts.map((part) => ({
      properties: {
        page: { size: { orientation: part.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT } },
      },
      children: part.pieces.map((piece) =>
        piece.kind === 'paragraph' ? wordParagraph(piece) : wordTable(piece, `table${tables.indexOf(piece)}`),
      ),
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function wordParagraph({ text, bold = false, centred = false }: ParagraphPiece): Paragraph {
  return new Paragraph({
    ...(centred && { alignment: AlignmentType.CENTER }),
    children: [new TextRun({ text, bold })],
  });
}

function wordTable({ rows, headerRows }: TablePiece, reference: string): Table {
  const made = rows.map(
    (row, at) =>
      new TableRow({
        ...(at < headerRows && { tableHeader: true }),
        children: row.map((cell) => wordCell(cell, reference)),
      }),
  );
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: made });
}

function wordCell({ text, colSpan, rowSpan, bold = false, counted }: GridCell, reference: string): TableCell {
  const children =
    counted === undefined
      ? text.split('\n').map((each) => new Paragraph({ children: [new TextRun({ text: each, bold })] }))
      : [new Paragraph({ text: '', numbering: { reference, level: counted } })];
  return new TableCell({
    children,
    ...(colSpan !== undefined && { columnSpan: colSpan }),
    ...(rowSpan !== undefined && { rowSpan }),
  });
}

const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function writeHtml(pieces: Piece[]): string {
  const cell = ({ text, colSpan, rowSpan, bold }: GridCell) => {
    const inside = safe(text).replaceAll('\n', '<br>');
    const spans = `${colSpan ? ` colspan="${colSpan}"` : ''}${rowSpan ? ` rowspan="${rowSpan}"` : ''}`;
    return `<td${spans}>${bold ? `<b>${inside}</b>` : inside}</td>`;
  };
  const body = pieces.map((piece) =>
    piece.kind === 'paragraph'
      ? `<p${piece.centred ? ' align="center"' : ''}>${piece.bold ? `<b>${safe(piece.text)}</b>` : safe(piece.text)}</p>`
      : `<table border="1">${piece.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</table>`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><body>${body.join('\n')}</body></html>`;
}

/** Rows as a plain format has them: a merged cell stands once, the places it covers are empty. */
function spread({ rows }: TablePiece): string[][] {
  const grid: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const { text, colSpan = 1, rowSpan = 1 } of row) {
      while (grid[at]?.[column] !== undefined) column++;
      for (let r = 0; r < rowSpan; r++)
        for (let c = 0; c < colSpan; c++)
          if (grid[at + r]) (grid[at + r] as string[])[column + c] = r + c === 0 ? text : '';
      column += colSpan;
    }
  }
  return grid;
}

function writeMarkdown(pieces: Piece[]): string {
  const row = (cells: string[]) =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`;
  return pieces
    .map((piece) => {
      if (piece.kind === 'paragraph') return piece.bold ? `**${piece.text}**` : piece.text;
      const [head = [], ...rest] = spread(piece);
      return [row(head), `|${head.map(() => '---').join('|')}|`, ...rest.map(row)].join('\n');
    })
    .join('\n\n');
}

/** Copied out of a word processor: a tab between cells. */
function writeText(pieces: Piece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'paragraph'
        ? piece.text
        : spread(piece)
            .map((row) => row.map((text) => text.replaceAll('\n', ' ')).join('\t'))
            .join('\n'),
    )
    .join('\n\n');
}
