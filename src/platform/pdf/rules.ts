import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '../../document/page/model.ts';
import { type Area, intersect } from './matrix.ts';
import type { State } from './state.ts';
import { type Quarter, turnArea } from './turn.ts';

/** A filled strip or a stroke no thicker than this is a line; Word's thickest border is 6 pt. */
const THICKEST = 4;
/** Pieces of one line may stand this far apart (dots and dashes) or beside one another. */
const DASH = 4;
const BESIDE = 0.75;
/** Shorter lines part no cells. */
const SHORTEST = 5;
/** The mark of a curve among the points of a path; where it is a place instead, little is lost. */
const CURVE = 2;
/** A page with more pieces, or a path with more points, is a drawing. */
const MOST = 200_000;
const MOST_POINTS = 1_000_000;

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Finds straight lines along the axes among what is drawn. */
export class RuleFinder {
  readonly pieces: Rule[] = [];
  /** areas filled with a colour other than white */
  readonly fills: Area[] = [];
  /** how many filled shapes have curves */
  shapes = 0;
  readonly #page: Area;

  constructor(page: Area) {
    this.#page = page;
  }

  add(paint: number, points: Float32Array, { matrix, clip, lineWidth, fill, stroke }: State): void {
    const within = intersect(clip, this.#page);
    if (within.x1 < within.x0 || within.y1 < within.y0 || points.length > MOST_POINTS) return;
    if (this.pieces.length + this.fills.length > MOST) return;
    const [a, b, c, d] = matrix;
    const thickness = lineWidth * Math.sqrt(Math.abs(a * d - b * c));
    const stroked = strokes.has(paint) && stroke !== '#ffffff' && stroke !== 'none' && thickness <= THICKEST;
    const filled = fills.has(paint) && fill !== '#ffffff' && fill !== 'none';
    if (!stroked && !filled) return;
    if (filled && points.includes(CURVE)) this.shapes++;
    for (const corners of straightPaths(points)) {
      const [x, y] = onPage(corners, matrix);
      if (stroked) this.#addStrokes(x, y, within);
      if (filled) this.#addFill(x, y, within);
    }
  }

  #addStrokes(x: number[], y: number[], within: Area): void {
    for (let at = 1; at < x.length; at++) {
      this.#addStrip(...ordered(x[at - 1] ?? 0, x[at] ?? 0), ...ordered(y[at - 1] ?? 0, y[at] ?? 0), within, 0.5);
    }
  }

  #addFill(x: number[], y: number[], within: Area): void {
    if (!isRectangle(x, y)) return;
    const strip = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)] as const;
    if (!this.#addStrip(...strip, within, THICKEST)) {
      this.fills.push({ x0: strip[0], x1: strip[1], y0: strip[2], y1: strip[3] });
    }
  }

  /** A line through the middle of a strip thin enough; a dot is a piece of either direction. */
  #addStrip(x0: number, x1: number, y0: number, y1: number, within: Area, thickest: number): boolean {
    const flat = y1 - y0 <= thickest;
    const upright = x1 - x0 <= thickest;
    if (!flat && !upright) return false;
    const { x0: left, x1: right, y0: top, y1: bottom } = intersect({ x0, x1, y0, y1 }, within);
    if (!(left <= right && top <= bottom)) return true;
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    if (flat && (!upright || right - left >= bottom - top)) this.pieces.push({ x0: left, x1: right, y0: y, y1: y });
    if (upright && (!flat || right - left <= bottom - top)) this.pieces.push({ x0: x, x1: x, y0: top, y1: bottom });
    return true;
  }
}

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

/** The corners of each part of a path that has no curves, closed parts ending where they began. */
function* straightPaths(points: Float32Array): Generator<number[]> {
  let corners: number[] = [];
  let curved = false;
  for (let at = 0; at < points.length; ) {
    const operation = points[at++];
    if (operation === 0) {
      if (corners.length > 2 && !curved) yield corners;
      corners = [points[at++] ?? 0, points[at++] ?? 0];
      curved = false;
    } else if (operation === 1) {
      corners.push(points[at++] ?? 0, points[at++] ?? 0);
    } else if (operation === 4) {
      corners.push(corners[0] ?? 0, corners[1] ?? 0);
    } else {
      curved = true;
      at += operation === 2 ? 6 : 4;
    }
  }
  if (corners.length > 2 && !curved) yield corners;
}

function onPage(corners: number[], [a, b, c, d, e, f]: State['matrix']): [x: number[], y: number[]] {
  const x: number[] = [];
  const y: number[] = [];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    const px = corners[at] ?? 0;
    const py = corners[at + 1] ?? 0;
    x.push(a * px + c * py + e);
    y.push(b * px + d * py + f);
  }
  return [x, y];
}

/** Four corners, each on the edge of the rectangle around them all. */
function isRectangle(x: number[], y: number[]): boolean {
  if (x.length < 4 || x.length > 6) return false;
  const [left, right, top, bottom] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  // Browsers bevel the ends of a border: its corners may stand back from the end by as much as it is thick.
  const thin = Math.min(right - left, bottom - top);
  const slack = thin <= THICKEST ? Math.max(0.3, thin + 0.1) : 0.3;
  const near = (value: number, low: number, high: number) => value - low < slack || high - value < slack;
  return x.every((at) => near(at, left, right)) && y.every((at) => near(at, top, bottom));
}

/** Pieces on one line as one line each, on the page turned. */
export function joinRules(pieces: Rule[], turn: Quarter, width: number, height: number): Rule[] {
  const turned = pieces.map((piece): Rule => turnArea(turn, piece, width, height));
  const flat = turned.filter(({ y0, y1 }) => y0 === y1).map(({ x0, x1, y0 }) => ({ at: y0, from: x0, to: x1 }));
  const upright = turned
    .filter(({ x0, x1, y0, y1 }) => x0 === x1 && y0 !== y1)
    .map(({ x0, y0, y1 }) => ({ at: x0, from: y0, to: y1 }));
  return [
    ...joinLines(flat).map(({ at, from, to }) => ({ x0: from, y0: at, x1: to, y1: at })),
    ...joinLines(upright).map(({ at, from, to }) => ({ x0: at, y0: from, x1: at, y1: to })),
  ];
}

type Line = { at: number; from: number; to: number };

/** Lines beside one another (within `BESIDE` of the first) are one band; in a band, pieces that nearly touch are joined. */
function joinLines(lines: Line[]): Line[] {
  lines.sort((a, b) => a.at - b.at);
  const joined: Line[] = [];
  for (let start = 0; start < lines.length; ) {
    const first = lines[start]?.at ?? 0;
    let end = start;
    while (end < lines.length && (lines[end]?.at ?? 0) - first <= BESIDE) end++;
    for (const line of joinPieces(lines.slice(start, end))) joined.push(line);
    start = end;
  }
  return joined.filter(({ from, to }) => to - from >= SHORTEST);
}

function joinPieces(band: Line[]): Line[] {
  band.sort((a, b) => a.from - b.from);
  const joined: Line[] = [];
  for (const piece of band) {
    const last = joined.at(-1);
    if (last && piece.from - last.to <= DASH) last.to = Math.max(last.to, piece.to);
    else joined.push({ ...piece });
  }
  return joined;
}
