import type { Area } from './area.ts';
import { findBands } from './find-lines.ts';
import type { Ink } from './ink.ts';

/** In inches: white this wide between ink on both sides may part two columns. */
const gutter = 0.3;

/** Rows of pixels with ink, and the white inside them wide enough to part columns. */
type Band = { y0: number; y1: number; gaps: Gap[]; left: number; right: number };
type Gap = { from: number; to: number };

/**
 * The page in areas of one column each: lines of text in a row that have white at the same place stand beside each other
 * (the head of an official paper, recipients beside the signature).
 */
export function findColumns(ink: Ink): Area[] {
  const bands = bandsOf(ink);
  const areas: Area[] = [];
  for (let at = 0; at < bands.length; ) {
    const shared = shareGap(bands, at, ink.dpi);
    if (shared) {
      const [y0, y1] = [(bands[at] as Band).y0, (bands[shared.end - 1] as Band).y1];
      const middle = Math.round((shared.gap.from + shared.gap.to) / 2);
      areas.push({ x0: 0, y0, x1: middle, y1 }, { x0: middle, y0, x1: ink.width, y1 });
      at = shared.end;
    } else {
      const { y0, y1 } = bands[at++] as Band;
      const last = areas.at(-1);
      // Lines in one column go on from line to line; far apart, they are two pieces.
      if (last && last.x0 === 0 && last.x1 === ink.width && y0 - last.y1 < 0.5 * ink.dpi) last.y1 = y1;
      else areas.push({ x0: 0, y0, x1: ink.width, y1 });
    }
  }
  return areas;
}

/** How many bands from here on leave the same gap free, where the first has ink on both sides of it. */
function shareGap(bands: Band[], at: number, dpi: number): { gap: Gap; end: number } | undefined {
  for (const first of (bands[at] as Band).gaps) {
    let [gap, end] = [first, at + 1];
    for (; end < bands.length; end++) {
      const next = freeOf(bands[end] as Band, gap, dpi);
      if (!next || (bands[end] as Band).y0 - (bands[end - 1] as Band).y1 > dpi) break;
      gap = next;
    }
    return { gap, end };
  }
  return undefined;
}

/** What of the gap a band leaves free; ink on one side of it alone is no hindrance. */
function freeOf({ gaps, left, right }: Band, gap: Gap, dpi: number): Gap | undefined {
  const whites = [...gaps, { from: 0, to: left }, { from: right, to: Number.MAX_SAFE_INTEGER }];
  for (const { from, to } of whites) {
    const free = { from: Math.max(from, gap.from), to: Math.min(to, gap.to) };
    if (free.to - free.from >= gutter * 0.7 * dpi) return free;
  }
  return undefined;
}

function bandsOf(ink: Ink): Band[] {
  const { width, height, dots, dpi } = ink;
  return findBands(ink, { x0: 0, y0: 0, x1: width, y1: height }).map(({ y0, y1 }) => {
    const columns = new Uint8Array(width);
    for (let y = y0; y < y1; y++)
      for (let x = 0, at = y * width; x < width; x++, at++) if (dots[at] === 1) columns[x] = 1;
    return bandOf(columns, y0, y1, dpi);
  });
}

function bandOf(columns: Uint8Array, y0: number, y1: number, dpi: number): Band {
  const [left, right] = [columns.indexOf(1), columns.lastIndexOf(1) + 1];
  const gaps: Gap[] = [];
  let from = left;
  for (let x = left; x < right; x++) {
    if (columns[x] === 0) continue;
    if (x - from >= gutter * dpi) gaps.push({ from, to: x });
    from = x + 1;
  }
  return { y0, y1, gaps: gaps.sort((a, b) => b.to - b.from - (a.to - a.from)), left, right };
}
