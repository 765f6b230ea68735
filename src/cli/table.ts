import { normalize } from '../kernel/text.ts';

/** A column of a table in the terminal; `share` is its part of the width that is left, 0 for as wide as its content. */
export type TableColumn = { heading: string; share: number };

const gap = '  ';

/**
 * Rows under headings, wrapped to fit `width` columns of a terminal. Nothing is cut: a long cell takes more lines. Where
 * the width does not allow columns each row becomes a list of its cells.
 */
export function layTable(columns: readonly TableColumn[], rows: readonly string[][], width: number): string {
  const widths = findWidths(columns, rows, width);
  if (!widths) return rows.map((row) => layCard(columns, row, width)).join('\n');
  const rule = widths.map((w) => '─'.repeat(w)).join(gap);
  const head = layRow(
    columns.map(({ heading }) => heading),
    widths,
  );
  return [head, rule, ...rows.map((row) => layRow(row, widths))].join('\n');
}

const narrowest = 14;

function findWidths(columns: readonly TableColumn[], rows: readonly string[][], width: number): number[] | undefined {
  const natural = columns.map(({ heading }, i) =>
    Math.max(displayWidth(heading), ...rows.flatMap((row) => (row[i] ?? '').split('\n').map(displayWidth))),
  );
  const fixed = columns.reduce((sum, { share }, i) => sum + (share === 0 ? (natural[i] ?? 0) : 0), 0);
  const left = width - fixed - gap.length * (columns.length - 1);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }, i) => (share === 0 ? (natural[i] ?? 0) : Math.floor((left * share) / shares)));
  return columns.some(({ share }, i) => share > 0 && (widths[i] ?? 0) < narrowest) ? undefined : widths;
}

function layRow(row: readonly string[], widths: readonly number[]): string {
  const cells = widths.map((width, i) => wrap(row[i] ?? '', width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, i) => pad(cells[i]?.[line] ?? '', width))
      .join(gap)
      .trimEnd(),
  ).join('\n');
}

function layCard(columns: readonly TableColumn[], row: readonly string[], width: number): string {
  const lines = columns.flatMap(({ heading }, i) => (row[i] ? wrap(`${heading}: ${row[i]}`, width) : []));
  return `${lines.join('\n')}\n`;
}

/** Lines of at most `width` columns, broken between words where it can be. */
export function wrap(text: string, width: number): string[] {
  return normalize(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(1, width)));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/).flatMap((part) => breakWord(part, width))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (displayWidth(longer) <= width) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

/** A word wider than the column (an address, a code) is broken where it must. */
function breakWord(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces = [''];
  for (const character of word) {
    const last = pieces.at(-1) ?? '';
    if (displayWidth(last + character) <= width) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Columns of a terminal a text takes: marks that combine take none, letters of East Asian scripts and emoji two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.normalize('NFC')) {
    if (/[\p{M}\p{Cf}\p{Cc}]/u.test(character)) continue;
    width +=
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
