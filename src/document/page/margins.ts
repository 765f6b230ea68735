import type { Frame } from './group-lines.ts';
import type { PageContent } from './model.ts';
import type { TextLine } from './text-lines.ts';

/** Ends of lines this near each other stand at one margin. */
const beside = 2;

/** Where the text of each page stands between its margins; a page that does not tell takes those of pages of its size. */
export function framesOf(
  lines: TextLine[],
  pages: Pick<PageContent, 'number' | 'width' | 'height'>[],
): Map<number, Frame> {
  const sizes = new Map(
    pages.map(({ number, width, height }) => [number, `${Math.round(width)} ${Math.round(height)}`]),
  );
  const bySize = Map.groupBy(lines, ({ page }) => sizes.get(page));
  const frames = new Map<number, Frame>();
  for (const alike of bySize.values()) {
    const usual = frameOf(alike);
    for (const [page, own] of Map.groupBy(alike, (line) => line.page)) {
      const clear = own.length >= 10 && clusterOf(own.map(({ x1 }) => x1)) !== undefined;
      frames.set(page, clear ? frameOf(own) : usual);
    }
  }
  return frames;
}

const frameOf = (lines: TextLine[]): Frame => ({
  left: -marginOf(lines.map(({ x0 }) => -x0)),
  right: marginOf(lines.map(({ x1 }) => x1)),
  pitch: 0,
  ragged: clusterOf(lines.map(({ x1 }) => x1)) === undefined,
});

/** Where many lines end, as in justified text; else where the longest does. */
const marginOf = (ends: number[]): number =>
  clusterOf(ends) ?? ends.reduce((most, end) => Math.max(most, end), Number.NEGATIVE_INFINITY);

/** The outermost place at which a good part of the lines end; a line that runs over it does not move it. */
function clusterOf(ends: number[]): number | undefined {
  const sorted = [...ends].sort((a, b) => b - a);
  const enough = Math.max(4, Math.ceil(sorted.length * 0.15));
  return sorted.find((end, at) => end - (sorted[at + enough - 1] ?? Number.NEGATIVE_INFINITY) <= beside);
}
