import { type NumeralKind, writeNumeral } from '../numeral.ts';
import type { Styles } from './styles.ts';
import { child, childrenNamed, toggle, val, whole, type XmlNode } from './xml.ts';

/**
 * Word's automatic numbering: the number is not in the text but follows from numbering.xml and the paragraphs before.
 * A w:num points at a w:abstractNum, whose levels are counted together by all nums that share it; a num with a
 * start override begins its levels anew when it is first used (ISO/IEC 29500-1, 17.9).
 */
export type Label = { text: string; glued: boolean };

export type Numbering = {
  /** The label of the next paragraph at this level of this num; counts on. Undefined where it prints none. */
  next(numId: number, level: number | undefined, styleId: string | undefined): Label | undefined;
};

type Level = {
  start: number;
  format: string;
  text: string;
  suffix: string;
  /** restarts after this level (1-based) or any before; 0 never; undefined: after any level above it */
  restart: number | undefined;
  legal: boolean;
  styleId: string | undefined;
};

type Abstract = { id: string; levels: (Level | undefined)[]; styleLink: string | undefined };
type Num = { abstractId: string | undefined; starts: Map<number, number>; levels: Map<number, Level> };

const deepest = 8;

export function readNumbering(root: XmlNode | undefined, styles: Styles): Numbering {
  const abstracts = new Map(
    childrenNamed(root, 'w:abstractNum')
      .map(readAbstract)
      .map((one) => [one.id, one]),
  );
  const nums = new Map(childrenNamed(root, 'w:num').map((node) => [whole(node.attributes['w:numId']), readNum(node)]));
  const counters = new Map<string, Counter>();
  const begun = new Set<number>();

  const findAbstract = (numId: number, hops = 0): Abstract | undefined => {
    const abstract = abstracts.get(nums.get(numId)?.abstractId ?? '');
    const linked = abstract?.styleLink && hops < 5 ? styles.listNumId(abstract.styleLink) : undefined;
    return (linked === undefined || linked === numId ? undefined : findAbstract(linked, hops + 1)) ?? abstract;
  };

  return {
    next(numId, stated, styleId) {
      const [num, abstract] = [nums.get(numId), findAbstract(numId)];
      if (!num || !abstract) return undefined;
      const levels = Array.from({ length: deepest + 1 }, (_, at) => num.levels.get(at) ?? abstract.levels[at]);
      const level = Math.min(stated ?? levelOfStyle(levels, styleId), deepest);
      const counter = counters.get(abstract.id) ?? [];
      counters.set(abstract.id, counter);
      if (!begun.has(numId)) for (const at of num.starts.keys()) counter[at] = undefined;
      begun.add(numId);
      count(counter, levels, num.starts, level);
      return write(counter, levels, num.starts, level);
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

function readAbstract(node: XmlNode): Abstract {
  const levels: (Level | undefined)[] = [];
  for (const level of childrenNamed(node, 'w:lvl')) levels[whole(level.attributes['w:ilvl']) ?? 0] = readLevel(level);
  return { id: node.attributes['w:abstractNumId'] ?? '', levels, styleLink: val(node, 'w:numStyleLink') };
}

function readNum(node: XmlNode): Num {
  const num: Num = { abstractId: val(node, 'w:abstractNumId'), starts: new Map(), levels: new Map() };
  for (const override of childrenNamed(node, 'w:lvlOverride')) {
    const at = whole(override.attributes['w:ilvl']) ?? 0;
    const start = whole(val(override, 'w:startOverride'));
    const level = child(override, 'w:lvl');
    if (start !== undefined) num.starts.set(at, start);
    if (level) num.levels.set(at, readLevel(level));
  }
  return num;
}

function readLevel(node: XmlNode): Level {
  return {
    start: whole(val(node, 'w:start')) ?? 0,
    format: readFormat(node),
    text: val(node, 'w:lvlText') ?? '',
    suffix: val(node, 'w:suff') ?? 'tab',
    restart: whole(val(node, 'w:lvlRestart')),
    legal: toggle(node, 'w:isLgl') ?? false,
    styleId: val(node, 'w:pStyle'),
  };
}

/** A custom format stands in an mc:Choice with its pattern ("01, 02, 03, ..."); the fallback is for older readers. */
function readFormat(level: XmlNode): string {
  const custom = child(child(child(level, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt');
  if (custom?.attributes['w:format']?.startsWith('01,')) return 'decimalZero';
  const fallback = child(child(child(level, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
  return val(level, 'w:numFmt') ?? fallback?.attributes['w:val'] ?? 'decimal';
}
