import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';

/**
 * A line of a text file; `number` counts from 1. Trailing white space is gone, but for the tabs of a row whose last cells
 * are empty.
 */
export type Line = { text: string; number: number };

export function splitLines(text: string): Line[] {
  if (text.length > limits.characters) throw new Refusal('document-too-complex');
  const lines = text.split(/\r\n|[\n\r\f\u0085\u2028\u2029]/, limits.lines + 1);
  if (lines.length > limits.lines) throw new Refusal('document-too-complex');
  return lines.map((line, at) => ({ text: trimmed(line), number: at + 1 }));
}

/** One tab at the end of a paragraph is a slip of typing; after another tab, or two together, it ends an empty cell. */
function trimmed(line: string): string {
  const text = line.trimEnd();
  if (text.length === line.length || text === '') return text;
  const tabs = line.slice(text.length).replace(/[^\t]/g, '');
  return tabs.length > 1 || text.includes('\t') ? text + tabs : text;
}

export const isBlank = ({ text }: Line): boolean => text.trim() === '';
