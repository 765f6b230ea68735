import type { Frame } from './group-lines.ts';
import type { TextLine } from './text-lines.ts';

/** Ends of lines this near each other stand at one margin. */
const beside = 2;

/** Where the text of each page stands between its margins; a page with little text takes those of all. */
export function framesOf(lines: TextLine[]): Map<number, Frame> {
  const pages = Map.groupBy(lines, ({ page }) => page);
  const frames = new Map<number, Frame>();
  const all = frameOf(lines);
  for (const [page, own] of pages) {
    const frame = frameOf(own);
    const alike = own.length < 10 && Math.abs(frame.left - all.left) < 60 && frame.right < all.right + beside;
    frames.set(page, alike ? all : frame);
  }
  return frames;
}

const frameOf = (lines: TextLine[]): Frame => ({
  left: -marginOf(lines.map(({ x0 }) => -x0)),
  right: marginOf(lines.map(({ x1 }) => x1)),
  pitch: 0,
});

/** The outermost place at which several lines end; one line that runs over does not move it. */
function marginOf(ends: number[]): number {
  const sorted = [...ends].sort((a, b) => b - a);
  const enough = Math.max(2, Math.ceil(sorted.length * 0.04));
  for (const [at, end] of sorted.entries()) {
    const near = sorted[at + enough - 1];
    if (near !== undefined && end - near <= beside) return end;
  }
  return sorted[0] ?? 0;
}
