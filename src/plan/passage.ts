import type { Block, Document, Paragraph } from '../document/model.ts';
import type { FieldReading, Source } from './model.ts';

/**
 * The passage of the document a task was read from, piece by piece in reading order: the cells and paragraphs its
 * fields name, or, where they name none, everything in its row or on its line.
 */
export function findPassage(document: Document, source: Source, fields: Record<string, FieldReading>): string[] {
  const cited = new Set(Object.values(fields).flatMap(({ source: { cell } }) => (cell === null ? [] : [cell])));
  const pieces = document.blocks.flatMap(piecesOf);
  const named = pieces.filter(({ ids }) => ids.some((id) => cited.has(id)));
  const chosen = named.length > 0 ? named : pieces.filter((piece) => standsAt(piece, source));
  return chosen.map(({ text }) => text).filter((text) => text.trim() !== '');
}

type Piece = { ids: string[]; text: string; source: Source };

function piecesOf(block: Block): Piece[] {
  if (block.kind === 'paragraph') return [pieceOf(block)];
  return block.cells.map(({ id, text, source, paragraphs }) => ({
    ids: [id, ...paragraphs.map((paragraph) => paragraph.id)],
    text,
    source,
  }));
}

const pieceOf = ({ id, text, source }: Paragraph): Piece => ({ ids: [id], text, source });

function standsAt(piece: Piece, { table, row, line }: Source): boolean {
  if (table !== null && row !== null) return piece.source.table === table && piece.source.row === row;
  return table === null && line !== null && piece.source.line === line;
}
