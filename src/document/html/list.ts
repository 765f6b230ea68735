import { type NumeralKind, writeNumeral } from '../numeral.ts';
import { readStyle } from './look.ts';
import { attribute, children, type Element, readNumber } from './parse.ts';

const kinds: Record<string, NumeralKind> = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
};

/** The label of each item of a list: "-" or "1.", "a)", "I." as its type, start and values say; null where it shows none. */
export function labelItems(list: Element): Map<Element, string | null> {
  const items = children(list).filter(({ tagName }) => tagName === 'li');
  const type = listType(list);
  const step = attribute(list, 'reversed') === null ? 1 : -1;
  let next = readNumber(list, 'start') ?? (step === 1 ? 1 : items.length);
  const labels = new Map<Element, string | null>();
  for (const item of items) {
    next = readNumber(item, 'value') ?? next;
    labels.set(item, label(type, next));
    next += step;
  }
  return labels;
}

function listType(list: Element): NumeralKind | 'bullet' | null {
  const style = readStyle(list);
  const named = style.get('list-style-type') ?? style.get('list-style')?.split(' ')[0];
  if (named === 'none') return null;
  if (named && kinds[named]) return kinds[named];
  if (list.tagName !== 'ol') return 'bullet';
  return kinds[attribute(list, 'type') ?? '1'] ?? 'decimal';
}

/** Official documents write letters with a bracket, numbers with a dot. */
function label(type: NumeralKind | 'bullet' | null, value: number): string | null {
  if (type === null) return null;
  if (type === 'bullet') return '-';
  return writeNumeral(value, type) + (type === 'lowerLetter' ? ')' : '.');
}
