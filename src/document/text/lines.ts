import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';

/** A line of a text file; `number` counts from 1. Trailing white space is gone, tabs inside stay. */
export type Line = { text: string; number: number };

export function splitLines(text: string): Line[] {
  if (text.length > limits.characters) throw new Refusal('document-too-complex');
  const lines = text.split(/\r\n|[\n\r\f\u0085\u2028\u2029]/, limits.lines + 1);
  if (lines.length > limits.lines) throw new Refusal('document-too-complex');
  return lines.map((line, at) => ({ text: line.trimEnd(), number: at + 1 }));
}

/** A row of a tab table may end in empty cells, which are tabs: only other white space goes. */
export const isBlank = ({ text }: Line): boolean => text.trim() === '';
