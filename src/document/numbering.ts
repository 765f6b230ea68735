import { type NumeralKind, writeNumeral } from './numeral.ts';

/**
 * Word's automatic numbering, in old files and in new: the number is not in the text but follows from the lists and the
 * paragraphs before. Uses of one family are counted together; a use with a start of its own begins its levels anew when
 * it is first used (ISO/IEC 29500-1, 17.9; [MS-DOC] 2.9.131).
 */
export type Label = { text: string; glued: boolean };

export type Numbering = {
  /**
   * The label of the next paragraph at this level of this list; counts on, or from `start`. Undefined where it prints
   * none.
   */
  next(use: number, level: number | undefined, styleId: string | undefined, start?: number): Label | undefined;
};

export type Level = {
  start: number;
  /** a NumeralKind, "bullet" or "none"; anything else is written as digits */
  format: string;
  /** "%1.%2)" */
  text: string;
  suffix: string;
  /** restarts after this level (1-based) or any before; 0 never; undefined: after any level above it */
  restart: number | undefined;
  legal: boolean;
  styleId: string | undefined;
};

export type ListFamily = { id: string; levels: (Level | undefined)[] };
export type ListUse = { family: string | undefined; starts: Map<number, number>; levels: Map<number, Level> };

const deepest = 8;

export function openNumbering(
  uses: Map<number, ListUse>,
  findFamily: (use: number) => ListFamily | undefined,
): Numbering {
  const counters = new Map<string, Counter>();
  const begun = new Set<number>();
  return {
    next(use, stated, styleId, start) {
      const [list, family] = [uses.get(use), findFamily(use)];
      if (!list || !family) return undefined;
      const levels = Array.from({ length: deepest + 1 }, (_, at) => list.levels.get(at) ?? family.levels[at]);
      const level = Math.min(stated ?? levelOfStyle(levels, styleId), deepest);
      const counter = counters.get(family.id) ?? [];
      counters.set(family.id, counter);
      if (!begun.has(use)) for (const at of list.starts.keys()) counter[at] = undefined;
      begun.add(use);
      count(counter, levels, list.starts, level);
      if (start !== undefined) counter[level] = start;
      return write(counter, levels, list.starts, level);
    },
  };
}

type Counter = (number | undefined)[];

/** A style may take part in a list only by being named in one of its levels. */
function levelOfStyle(levels: (Level | undefined)[], styleId: string | undefined): number {
  const found = styleId === undefined ? -1 : levels.findIndex((level) => level?.styleId === styleId);
  return Math.max(found, 0);
}

function count(counter: Counter, levels: (Level | undefined)[], starts: Map<number, number>, level: number): void {
  const before = counter[level];
  counter[level] = before === undefined ? startOf(levels, starts, level) : before + 1;
  for (let deeper = level + 1; deeper <= deepest; deeper++) {
    const restart = levels[deeper]?.restart;
    if (restart === undefined || level < restart) counter[deeper] = undefined;
  }
}

const startOf = (levels: (Level | undefined)[], starts: Map<number, number>, level: number): number =>
  starts.get(level) ?? levels[level]?.start ?? 1;

function write(
  counter: Counter,
  levels: (Level | undefined)[],
  starts: Map<number, number>,
  at: number,
): Label | undefined {
  const level = levels[at];
  if (!level) return undefined;
  const text =
    level.format === 'bullet'
      ? bullet(level.text)
      : level.text.replace(/%([1-9])/g, (_, digit: string) => {
          const index = Number(digit) - 1;
          const value = counter[index] ?? startOf(levels, starts, index);
          return writeFormat(value, level.legal ? 'decimal' : (levels[index]?.format ?? 'decimal'));
        });
  return text.trim() === '' ? undefined : { text: text.trim(), glued: level.suffix === 'nothing' };
}

/** Symbol fonts put their signs at U+F000 and up: F02B is "+". Every other sign is printed as the dash officials use. */
const bullet = (text: string): string => (/^[+\uf02b]$/.test(text.trim()) ? '+' : text.trim() === '' ? '' : '-');

const numerals = new Set<string>(['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'decimalZero']);

function writeFormat(value: number, format: string): string {
  if (format === 'none') return '';
  return writeNumeral(value, (numerals.has(format) ? format : 'decimal') as NumeralKind);
}
