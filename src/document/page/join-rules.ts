import type { Rule } from './model.ts';

/** A ruled line made whole: `at` across it, from `from` to `to` along it. */
export type Line = { at: number; from: number; to: number };

/** Lines nearer than this are one: double borders, both edges of a thick one, a line drawn cell by cell. */
export const near = 3;

/** The pieces of one line may stand this far apart where a scan broke it. */
const bridge = 5;

/** More lines than any page of a document has: a drawing. Only the longest are worth looking at. */
const most = 2_000;

/** Shorter strokes are dots, ticks or the foot of a letter. */
const shortest = 3;

/** Lines with their pieces joined and their doubles taken together, across and down. */
export function joinRules(rules: Rule[]): { across: Line[]; down: Line[] } {
  const across: Line[] = [];
  const down: Line[] = [];
  for (const { x0, y0, x1, y1 } of rules) {
    if (x1 - x0 >= y1 - y0) across.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    else down.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
  }
  return { across: longest(join(across)), down: longest(join(down)) };
}

const longest = (lines: Line[]): Line[] =>
  lines.length <= most ? lines : [...lines].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, most);

function join(lines: Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.at - b.at);
  const joined: Line[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start] as Line;
    let end = start + 1;
    while (end < sorted.length && (sorted[end] as Line).at - first.at <= near) end++;
    for (const line of joinLevel(sorted.slice(start, end))) joined.push(line);
    start = end;
  }
  return joined.filter(({ from, to }) => to - from >= shortest);
}

/** The pieces on one level: those that touch become one line, at the middle of what they are made of. */
function joinLevel(pieces: Line[]): Line[] {
  const lines: (Line & { weight: number })[] = [];
  for (const { at, from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = lines.at(-1);
    const weight = Math.max(to - from, 0.1);
    if (last && from <= last.to + bridge) {
      last.at = (last.at * last.weight + at * weight) / (last.weight + weight);
      last.to = Math.max(last.to, to);
      last.weight += weight;
    } else lines.push({ at, from, to, weight });
  }
  return lines.map(({ at, from, to }) => ({ at, from, to }));
}

/** Positions nearer than `near` as one each, from small to large. */
export function levelsOf(positions: number[]): number[] {
  const levels: { sum: number; count: number; first: number }[] = [];
  for (const at of [...positions].sort((a, b) => a - b)) {
    const last = levels.at(-1);
    if (last && at - last.first <= near) {
      last.sum += at;
      last.count++;
    } else levels.push({ sum: at, count: 1, first: at });
  }
  return levels.map(({ sum, count }) => sum / count);
}
