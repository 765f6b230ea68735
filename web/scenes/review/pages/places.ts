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

/** A box the task at hand was read from; `low` where a field in it waits for an eye. */
export type Mark = { id: string; box: Box; low: boolean };

/**
 * The lines drawn around marks: cells of one printed row stand side by side and share one outline, as the row is one
 * thing to the reader; a merged cell beside several rows keeps its own.
 */
export function outlinesOf(marks: readonly Mark[]): Box[] {
  const outlines: Box[] = [];
  for (const { box } of [...marks].sort((a, b) => a.box.x0 - b.box.x0)) {
    const beside = outlines.find((one) => isBeside(one, box));
    if (beside) beside.x1 = Math.max(beside.x1, box.x1);
    else outlines.push({ ...box });
  }
  return outlines;
}

/** Of one row, and nothing as wide as a column between them. Points: cells of a row differ by the thickness of lines. */
const isBeside = (left: Box, right: Box): boolean =>
  left.page === right.page &&
  Math.abs(left.y0 - right.y0) <= 4 &&
  Math.abs(left.y1 - right.y1) <= 4 &&
  right.x0 - left.x1 <= 12;
