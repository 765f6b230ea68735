/** How a counter is written: one spelling for HTML lists and Word's automatic numbering. */
export type NumeralKind = 'decimal' | 'upperRoman' | 'lowerRoman' | 'upperLetter' | 'lowerLetter' | 'decimalZero';

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** "iv", "d", "12" for 4, 4, 12. Outside what a kind can write (roman 0) it falls back to digits. */
export function writeNumeral(value: number, kind: NumeralKind): string {
  if (kind === 'decimalZero') return String(value).padStart(2, '0');
  if (kind === 'decimal' || value < 1 || value > 3999) return String(value);
  const written = kind.endsWith('Roman') ? roman(value) : letter(value);
  return kind.startsWith('upper') ? written.toUpperCase() : written;
}

function roman(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, sign] of romans) {
    for (; rest >= worth; rest -= worth) written += sign;
  }
  return written;
}

/** a … z, then aa, bb, cc as Word counts on. */
const letter = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
