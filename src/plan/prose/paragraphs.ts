import type { Block, Document, Paragraph, Provenance, Table } from '../../document/model.ts';
import { squish } from '../../kernel/text.ts';
import { type ClauseLabel, readClauseLabel } from './clause-label.ts';

/**
 * The prose of a document as an officer reads it: page furniture gone, paragraphs torn by a page whole again, the
 * letterhead and the signature the same whether they were printed as lines or as a table of two columns.
 */
export type Prose = {
  id: string;
  text: string;
  label: ClauseLabel | null;
  /** the text after the label */
  body: string;
  /** set as a title or heading is: centred, bold, or marked so by the format */
  display: boolean;
  /** a task table or any other table of content stands directly before */
  afterTable: boolean;
  /** stands in a table that only places things side by side */
  layout: boolean;
  /** how far in an item of a Markdown list stands; 0 where that says nothing */
  indent: number;
  source: Provenance;
};

/** What pages and scanners leave between lines; it is never part of a sentence. */
const furniture = [
  /^\d{1,3}$/,
  // a lone letter is a stroke of a pen or a stamp's edge; a clause "b" carries its bracket
  /^[\p{L}]$/u,
  /^[-–_=.·*~\s|]+$/u,
  /^(?:trang|page)\s*\d+(?:\s*[/of]+\s*\d+)?$/iu,
  /^[A-Z]:\\\S.*$/u,
  /^(?:\\\\|file:\/\/)\S+/iu,
];

const isFurniture = (text: string): boolean => text === '' || furniture.some((pattern) => pattern.test(text));

/** Words that only ever stand in the letterhead or the signature, whichever grid holds them. */
const layoutWords =
  /độc lập\s*[-–]\s*tự do|đảng\s+cộng\s+sản\s+việt\s+nam|cộng\s+hòa\s+xã\s+hội|cộng\s+hoà\s+xã\s+hội|nơi\s+nhận\s*:|^\s*(?:(?:TM|KT|TL|TUQ)\.|T\/M)\s|^\s*số\s*:/imu;

/**
 * A table that only puts the letterhead or the signature side by side. It has few rows, so that a task table whose cell
 * happens to quote such words is never taken for one.
 */
export function isLayoutTable(table: Table): boolean {
  if (table.rows > 4 || table.columns > 4) return false;
  return table.cells.some(({ text }) => layoutWords.test(text) || (table.rows === 1 && dated.test(text.trim())));
}

/** "Minh Hà, ngày 12 tháng 02 năm 2026", alone in its cell. */
const dated = /^[\p{L}\s.'’-]{2,40},\s*ngày[\s\d…._]*tháng[\s\d…._]*năm\s*\d{4}$/iu;

type Piece = Pick<Prose, 'id' | 'text' | 'display' | 'layout' | 'indent' | 'source'> | 'table';

function pieces(paragraph: Paragraph, layout: boolean): Piece[] {
  const display = paragraph.bold || paragraph.align === 'center' || paragraph.heading !== null;
  return paragraph.text
    .split('\n')
    .map((line) => squish(line))
    .filter((text) => !isFurniture(text))
    .map((text) => ({
      id: paragraph.id,
      text,
      display,
      layout,
      indent: paragraph.indent ?? 0,
      source: paragraph.source,
    }));
}

function blockPieces(block: Block): Piece[] {
  if (block.kind === 'paragraph') return pieces(block, false);
  if (!isLayoutTable(block)) return ['table'];
  // Down each column: a column is one text, the row only sets two texts side by side.
  const columns = [...block.cells].sort((a, b) => a.column - b.column || a.row - b.row);
  return columns.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => pieces(paragraph, true)));
}

const endsSentence = /[.;:?!…”"»\])]$/u;
const goesOn = /^(?:\p{Ll}|\((?!(?:[Đđ]ã ký|[Kk]ý|[Kk]èm|[Đđ]ính kèm|[Bb]an hành)[^\p{L}]))/u;

/** A sentence torn by a page goes on in lower case; a clause of its own carries a label or a capital. */
function continues(before: string, after: string): boolean {
  if (endsSentence.test(before)) return false;
  if (readClauseLabel(after).label) return false;
  if (/(?:^|\s)(?:năm|tháng|ngày|số|quý)$/iu.test(before) && /^[\dIVX]/u.test(after)) return true;
  return goesOn.test(after) || /,$/u.test(before);
}

/** Clean paragraphs in reading order. Tables of content are left out; what follows one says so. */
export function readParagraphs(document: Document): Prose[] {
  const prose: Prose[] = [];
  let afterTable = false;
  for (const piece of document.blocks.flatMap(blockPieces)) {
    if (piece === 'table') {
      afterTable = true;
      continue;
    }
    const last = prose.at(-1);
    if (last && !afterTable && !last.layout && !piece.layout && continues(last.text, piece.text)) {
      const text = `${last.text} ${piece.text}`;
      prose[prose.length - 1] = { ...last, text, body: readClauseLabel(text).body };
      continue;
    }
    const indent = document.format === 'markdown' ? piece.indent : 0;
    prose.push({ ...piece, indent, ...readClauseLabel(piece.text), afterTable });
    afterTable = false;
  }
  return prose;
}
