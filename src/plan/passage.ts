import type { Block, Document, Paragraph } from '../document/model.ts';
import type { FieldReading, Source } from './model.ts';

/** Finds the passage a task was read from; made once per document, since a plan may have thousands of tasks. */
export type FindPassage = (source: Source, fields: Record<string, FieldReading>) => string[];

/**
 * The passage of the document a task was read from, piece by piece in reading order: the cells and paragraphs its
 * fields name, or, where they name none, everything in its row or on its line.
 */
export function passagesOf(document: Document): FindPassage {
  const pieces = document.blocks.flatMap(piecesOf);
  const byId = new Map(pieces.flatMap((piece, order) => piece.ids.map((id): [string, number] => [id, order])));
  const byPlace = Map.groupBy(pieces.keys(), (order) => placeOf(pieces[order]?.source));
  return (source, fields) => {
    const cited = Object.values(fields).flatMap(({ source: { cell } }) => byId.get(cell ?? '') ?? []);
    const chosen = cited.length > 0 ? [...new Set(cited)].sort((a, b) => a - b) : (byPlace.get(placeOf(source)) ?? []);
    return chosen.flatMap((order) => pieces[order]?.text ?? '').filter((text) => text.trim() !== '');
  };
}

/** Row of a table, else line of the text; a piece and a task with neither never meet. */
function placeOf(source: Source | undefined): string | symbol {
  if (source && source.table !== null) return source.row === null ? Symbol() : `row ${source.table} ${source.row}`;
  return !source || source.line === null ? Symbol() : `line ${source.line}`;
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
