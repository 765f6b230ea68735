import { normalize } from '../kernel/text.ts';
import { findClause } from './clause.ts';
import type { Run } from './draft.ts';
import type { Recognition } from './model.ts';

export type Spelled = { text: string; bold: boolean; strongTo: number; recognised?: Recognition };

/** Below this a recognised word is in doubt: found by comparing what was recognised with what was printed. */
const doubtBelow = 0.8;

/** Bullets of lists and symbol fonts. Officials write "-", so all are printed as "- "; alone in a cell one is a cross. */
const bullet = /^(?:[•●▪■◦○‣∙·◆♦▶►➢➤❖✓✔\uf000-\uf0ff]\s*(?=\S)|[–—]\s+|[-–—](?=[\p{Lu}]))/u;

/** A bullet that a list put before a label of its own ("- a) Tham mưu"): the label is what counts. */
const bulletBeforeLabel = /^- (?=(?:[-–—+•]|[a-zđ][.)]|\d{1,2}(?:\.\d{1,2})*[.)])\s)/u;

/** What is left of symbol fonts has no meaning outside them. */
const ornament = /[\uf000-\uf0ff]/g;

/** A longer paragraph is no paragraph of a document; its looks are not worth an object per letter. */
const longest = 50_000;

/**
 * Joins runs into one text: NFC, white space collapsed, each line trimmed, bullets as "- "; and notes how far its start
 * is bold, italic or underlined. The clause label counts as strong: "1. **Sở Nội vụ** …" is meant as a strong start.
 */
export function spell(runs: Run[], label: string | null): Spelled {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  if (length > longest) return { text: spellPlainly(runs, label), bold: false, strongTo: 0 };
  return spellAlike(runs, label) ?? spellByLetter(runs, label);
}

/** Most paragraphs look the same from end to end: no object per letter is needed to say so. Undefined for the others. */
function spellAlike(runs: Run[], label: string | null): Spelled | undefined {
  const { bold, italic, underline } = runs[0] ?? plain;
  const strong = bold || italic || underline;
  for (const run of runs) {
    const alike = run.bold === bold && (run.bold || run.italic || run.underline) === strong;
    if (!alike || run.confidence !== undefined) return undefined;
  }
  const text = spellPlainly(runs, label);
  if (label !== null && !text.startsWith(label)) return undefined;
  const start = label !== null ? label.length : (findClause(text)?.label.length ?? 0);
  const visible = /\S/.test(text.slice(start));
  return { text, bold: bold && visible, strongTo: strong && visible ? text.trimEnd().length : 0 };
}

const plain = { bold: false, italic: false, underline: false };

function spellByLetter(runs: Run[], label: string | null): Spelled {
  const marked = [...mark(label === null ? '' : `${label} `, false, false)];
  for (const run of joinMarks(runs))
    marked.push(...mark(run.text, run.bold, run.bold || run.italic || run.underline, run.confidence));
  const lines = splitLines(marked)
    .map(collapse)
    .map(dash)
    .map(dropOrnaments)
    .filter((line) => line.length > 0);
  const joined = dropRepeated(lines, label).flatMap((line, at) => (at === 0 ? line : [lineBreak, ...line]));
  const text = joined.map(({ char }) => char).join('');
  const start = label !== null && text.startsWith(label) ? label.length : (findClause(text)?.label.length ?? 0);
  return { text, ...strength(joined, start), ...recognitionOf(joined) };
}

/** How sure the recognition is of the letters, and where it is not; nothing where nothing was recognised. */
function recognitionOf(marked: Marked[]): { recognised?: Recognition } {
  const recognised = marked.filter(({ char, confidence }) => confidence !== undefined && !/\s/.test(char));
  if (recognised.length === 0) return {};
  const sum = recognised.reduce((total, { confidence = 1 }) => total + confidence, 0);
  const doubtful: Recognition['doubtful'] = [];
  for (const [at, { char, confidence = 1 }] of marked.entries()) {
    if (confidence >= doubtBelow || /\s/.test(char)) continue;
    const last = doubtful.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else doubtful.push([at, at + 1]);
  }
  return { recognised: { confidence: sum / recognised.length, doubtful } };
}

function spellPlainly(runs: Run[], label: string | null): string {
  const text = printed((label === null ? '' : `${label} `) + runs.map((run) => run.text).join(''));
  const lines = text
    .split('\n')
    .map((line) => dashText(line.replace(/\s+/g, ' ').trim()).replace(ornament, ''))
    .filter((line) => line !== '');
  const [first = ''] = lines;
  if (label !== null && first.startsWith(`${label} ${label} `)) lines[0] = first.slice(label.length + 1);
  return lines.join('\n');
}

function dashText(line: string): string {
  const { from, dashed } = findDash((at) => line.slice(at, at + 16));
  return `${dashed ? '- ' : ''}${line.slice(from)}`;
}

/** Where a line goes on behind its bullets, and whether one of them counts. `peek` shows the letters from a place on. */
function findDash(peek: (at: number) => string): { from: number; dashed: boolean } {
  for (let at = 0; ; ) {
    const found = bullet.exec(peek(at).slice(0, 8))?.[0].length;
    const from = at + (found ?? 0);
    const shown = found === undefined ? peek(at) : `- ${peek(from)}`;
    if (!bulletBeforeLabel.test(shown.slice(0, 16))) return { from, dashed: found !== undefined };
    at = found === undefined ? at + 2 : from;
  }
}

/** A number that is both automatic and typed stands once. */
function dropRepeated(lines: Marked[][], label: string | null): Marked[][] {
  const [first, ...rest] = lines;
  if (label === null || !first || !textOf(first).startsWith(`${label} ${label} `)) return lines;
  return [first.slice(label.length + 1), ...rest];
}

type Marked = { char: string; bold: boolean; strong: boolean; confidence?: number };

const lineBreak: Marked = { char: '\n', bold: true, strong: true };

const textOf = (line: Marked[]): string => line.map(({ char }) => char).join('');

/** NFC, and letters by what they look like: no-break hyphens, and the Icelandic Ð old keyboards gave for Đ. */
const printed = (text: string): string =>
  normalize(text)
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u00d0', 'Đ')
    .replaceAll('\u00f0', 'đ');

function* mark(text: string, bold: boolean, strong: boolean, confidence?: number): Generator<Marked> {
  const look = { bold, strong, ...(confidence === undefined ? {} : { confidence }) };
  for (const char of printed(text).split('')) yield { char, ...look };
}

/** A combining mark at the start of a run belongs to the letter before it, or NFC could not compose the two. */
function joinMarks(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const marks = /^\p{M}+/u.exec(run.text)?.[0] ?? '';
    const last = joined.at(-1);
    if (marks && last) joined[joined.length - 1] = { ...last, text: last.text + marks };
    const rest = marks && last ? run.text.slice(marks.length) : run.text;
    if (rest) joined.push({ ...run, text: rest });
  }
  return joined;
}

function splitLines(marked: Marked[]): Marked[][] {
  const lines: Marked[][] = [[]];
  for (const one of marked) {
    if (one.char === '\n') lines.push([]);
    else lines.at(-1)?.push(one);
  }
  return lines;
}

/** Runs of white space become one space; none at the ends. */
function collapse(line: Marked[]): Marked[] {
  const kept: Marked[] = [];
  for (const one of line) {
    if (!/\s/.test(one.char)) kept.push(one);
    else if (kept.length > 0 && kept.at(-1)?.char !== ' ') kept.push({ ...one, char: ' ' });
  }
  if (kept.at(-1)?.char === ' ') kept.pop();
  return kept;
}

function dash(line: Marked[]): Marked[] {
  const { from, dashed } = findDash((at) => textOf(line.slice(at, at + 16)));
  const first = line[from - 1];
  return dashed && first ? [{ ...first, char: '-' }, { ...first, char: ' ' }, ...line.slice(from)] : line.slice(from);
}

const dropOrnaments = (line: Marked[]): Marked[] => line.filter(({ char }) => char.replace(ornament, '') !== '');

function strength(marked: Marked[], start: number): { bold: boolean; strongTo: number } {
  const visible = marked.slice(start).filter(({ char }) => !/\s/.test(char));
  const bold = visible.length > 0 && visible.every((one) => one.bold);
  let end = start;
  for (let at = start; at < marked.length; at++) {
    const one = marked[at] as Marked;
    if (/\s/.test(one.char)) continue;
    if (!one.strong) break;
    end = at + 1;
  }
  return { bold, strongTo: end > start ? end : 0 };
}
