import type { Box, Document } from '../../../../src/document/model.ts';

/** Where each cell and paragraph stands on the pages, by id. A cell comes before its paragraphs. */
export type PieceBoxes = Map<string, Box[]>;

export function findBoxes(document: Document): PieceBoxes {
  const boxes: PieceBoxes = new Map();
  for (const block of document.blocks) {
    for (const piece of block.kind === 'paragraph' ? [block] : block.cells) {
      if (piece.boxes) boxes.set(piece.id, piece.boxes);
      if (!('paragraphs' in piece)) continue;
      for (const part of piece.paragraphs) if (part.boxes) boxes.set(part.id, part.boxes);
    }
  }
  return boxes;
}

/** The smallest piece under a point of a page, among those that belong to a task. */
export function pieceAt(
  boxes: PieceBoxes,
  links: ReadonlyMap<string, string>,
  page: number,
  { x, y }: { x: number; y: number },
): string | undefined {
  let found: { id: string; area: number } | undefined;
  for (const id of links.keys()) {
    for (const box of boxes.get(id) ?? []) {
      const inside = box.page === page && x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
      const area = (box.x1 - box.x0) * (box.y1 - box.y0);
      if (inside && (!found || area < found.area)) found = { id, area };
    }
  }
  return found?.id;
}
