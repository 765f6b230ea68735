import type { Bytes } from './bytes.ts';
import { type DocFile, parts } from './file.ts';

/**
 * Text boxes: a shape is anchored at a letter of the body, and its text stands in a story of its own, found by the shape's
 * number ([MS-DOC] 2.8.37, 2.8.32).
 */
/** A story is taken once: many anchors at one story would be read as often as they are many. */
export type Boxes = { take(letter: number): [from: number, to: number] | undefined };

const anchorSize = 26;
const boxSize = 22;

export function readBoxes(file: DocFile): Boxes {
  const stories = readStories(file);
  const anchors = new Map<number, number>();
  const list = file.part(parts.anchors);
  const count = countOf(list, anchorSize);
  for (let at = 0; at < count; at++) anchors.set(list.u32(at * 4), list.i32((count + 1) * 4 + at * anchorSize));
  return {
    take: (letter) => {
      const shape = anchors.get(letter) ?? 0;
      const story = stories.get(shape);
      stories.delete(shape);
      return story;
    },
  };
}

function readStories(file: DocFile): Map<number, [number, number]> {
  const list = file.part(parts.boxes);
  const { beforeBoxes, boxes } = file.letters;
  const stories = new Map<number, [number, number]>();
  const count = countOf(list, boxSize);
  for (let at = 0; at < count; at++) {
    const shape = list.i32((count + 1) * 4 + at * boxSize + 14);
    const [from, to] = [list.u32(at * 4), list.u32(at * 4 + 4)];
    if (shape !== 0 && from < to && to <= boxes && !stories.has(shape))
      stories.set(shape, [beforeBoxes + from, beforeBoxes + to]);
  }
  return stories;
}

const countOf = (list: Bytes, size: number): number => Math.max(0, Math.floor((list.length - 4) / (size + 4)));
