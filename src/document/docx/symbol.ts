import type { Attributes } from '../package/xml.ts';

/** Signs of symbol fonts that mean something in a sentence; all others count as bullets or ornaments. */
const signs: Record<string, Record<string, string>> = {
  symbol: { a3: '≤', b3: '≥', b1: '±', b4: '×', ae: '→', '2d': '-', '2b': '+' },
  wingdings: { e0: '→', a8: '☐', '6f': '☐', fe: '☑', fd: '☒', fc: '✓' },
};

/** A w:sym as text: its sign where we know it, else the character itself (a bullet of a symbol font at U+F000 and up). */
export function printSymbol(attributes: Attributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code) || code > 0xffff) return '';
  const font = attributes['w:font']?.toLowerCase().replace(/[^a-z].*/, '') ?? '';
  return signs[font]?.[(code & 0xff).toString(16)] ?? String.fromCharCode(code);
}
