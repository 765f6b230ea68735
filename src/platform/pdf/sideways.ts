import type { Word } from '../../document/page/model.ts';
import { type Quarter, turnArea, turnPoint } from './turn.ts';

/**
 * The narrow columns of a form have their heads written sideways: "Cơ quan / chủ trì" running upwards. So that they are
 * read in order, each word gets a strip of the whole block, the first one at the top.
 *
 * `words` stand on the page turned back by `from`; the page is shown turned back by `to`.
 */
export function placeSideways(words: Word[], from: Quarter, to: Quarter, width: number, height: number): Word[] {
  return blocksOf(words).flatMap((block) => {
    const around = {
      x0: Math.min(...block.map(({ x0 }) => x0)),
      y0: Math.min(...block.map(({ y0 }) => y0)),
      x1: Math.max(...block.map(({ x1 }) => x1)),
      y1: Math.max(...block.map(({ y1 }) => y1)),
    };
    const { x0, x1, y0, y1 } = reframe(around, from, to, width, height);
    const strip = (y1 - y0) / block.length;
    return block.map((word, at) => ({ ...word, x0, x1, y0: y0 + at * strip, y1: y0 + (at + 1) * strip }));
  });
}

/** Lines under one another that overlap, each line from left to right. */
function blocksOf(words: Word[]): Word[][] {
  const blocks: { x0: number; x1: number; y1: number; words: Word[] }[] = [];
  for (const word of words.toSorted((a, b) => a.y1 - b.y1 || a.x0 - b.x0)) {
    const { x0, x1, y0, y1, size } = word;
    const block = blocks.find(
      (above) => y0 - above.y1 < size * 0.8 && x0 < above.x1 + size * 1.5 && x1 > above.x0 - size * 1.5,
    );
    if (block) {
      block.words.push(word);
      Object.assign(block, { x0: Math.min(block.x0, x0), x1: Math.max(block.x1, x1), y1: Math.max(block.y1, y1) });
    } else blocks.push({ x0, x1, y1, words: [word] });
  }
  return blocks.map((block) => block.words);
}

/** From the page turned back by `from` to the page turned back by `to`. */
function reframe(
  area: Pick<Word, 'x0' | 'y0' | 'x1' | 'y1'>,
  from: Quarter,
  to: Quarter,
  width: number,
  height: number,
) {
  const [w, h] = from % 2 === 1 ? [height, width] : [width, height];
  const back = ((4 - from) % 4) as Quarter;
  const [ax, ay] = turnPoint(back, area.x0, area.y0, w, h);
  const [bx, by] = turnPoint(back, area.x1, area.y1, w, h);
  const shown = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
  return turnArea(to, shown, width, height);
}
