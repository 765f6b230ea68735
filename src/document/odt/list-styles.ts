import type { Level } from '../numbering.ts';
import { whole, type XmlNode } from '../package/xml.ts';

/** The levels of a list, outermost first. */
export type ListStyle = (Level | undefined)[];

const formats: Record<string, string> = {
  '1': 'decimal',
  I: 'upperRoman',
  i: 'lowerRoman',
  A: 'upperLetter',
  a: 'lowerLetter',
  '01, 02, 03, ...': 'decimalZero',
};

export function readListStyle(node: XmlNode): ListStyle {
  const levels: ListStyle = [];
  for (const level of node.children) {
    const number = whole(level.attributes['text:level']);
    if (number !== undefined && number >= 1 && number <= 10) levels[number - 1] = readLevel(level, number);
  }
  return levels;
}

function readLevel({ name, attributes }: XmlNode, number: number): Level {
  const bullet = name === 'text:list-level-style-bullet';
  const format = attributes['style:num-format'] ?? '';
  const level: Level = {
    start: whole(attributes['text:start-value']) ?? 1,
    format: bullet ? 'bullet' : format === '' ? 'none' : (formats[format] ?? 'decimal'),
    text: '',
    suffix: 'tab',
    restart: undefined,
    legal: false,
    styleId: undefined,
  };
  if (bullet) level.text = attributes['text:bullet-char'] ?? '-';
  else if (format !== '') level.text = writePattern(attributes, number);
  return level;
}

/** "%1.%2)": written as such in newer files, made of a prefix, a suffix and how many levels show in older ones. */
function writePattern(attributes: Record<string, string>, number: number): string {
  const pattern = attributes['loext:num-list-format'];
  if (pattern !== undefined) return pattern.replace(/%(\d+)%/g, '%$1');
  const shown = Math.min(whole(attributes['text:display-levels']) ?? 1, number);
  const places = Array.from({ length: shown }, (_, at) => `%${number - shown + 1 + at}`);
  return `${attributes['style:num-prefix'] ?? ''}${places.join('.')}${attributes['style:num-suffix'] ?? ''}`;
}
