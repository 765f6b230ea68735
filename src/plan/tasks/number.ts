/** How rows are numbered, from outer to inner. */
export type NumberStyle = 'letter' | 'roman' | 'decimal' | 'dotted' | 'small' | 'mark' | 'none';

export type Numbered = { style: NumberStyle; label: string; depth: number };

const romans = /^(?:M{0,3})(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** "1.", "1.2", "II", "(3)", "a)", "-": the label without its punctuation. `before` settles whether "C" follows "B". */
export function readNumber(text: string, before?: string): Numbered {
  const label = text.trim().replace(/^\(|[.):/,\s]+$/g, '');
  if (label === '') return { style: 'none', label, depth: 9 };
  if (/^\d+$/.test(label)) return { style: 'decimal', label, depth: 2 };
  if (/^\d+(?:\.\d+)+$/.test(label)) return { style: 'dotted', label, depth: 1 + label.split('.').length };
  const followsLetter =
    before !== undefined && /^[A-Z]$/.test(before) && label.charCodeAt(0) === before.charCodeAt(0) + 1;
  if (romans.test(label) && !(followsLetter && label.length === 1 && before !== 'H'))
    return { style: 'roman', label, depth: 1 };
  if (/^[A-ZĐ]$/.test(label)) return { style: 'letter', label, depth: 0 };
  if (/^[a-zđ]$/.test(label)) return { style: 'small', label, depth: 7 };
  if (/^[ivx]+$/.test(label)) return { style: 'roman', label: label.toUpperCase(), depth: 6 };
  return { style: 'mark', label, depth: 8 };
}

/** The label printed at the start of a text ("1. Công khai", "Mục II: …") and the rest. */
export function splitNumber(text: string): { label: string; rest: string } {
  const found =
    /^(?:(?:phần|mục|nhóm|nội dung|chỉ số)\s+)?((?:[IVX]+|[A-HĐ]|\d+(?:\.\d+)*|[a-zđ](?=\)))[.):/]|(?:[IVX]+|\d+(?:\.\d+)+)(?=\s))\s*/iu.exec(
      text,
    );
  const label = found?.[1] ?? '';
  if (!found || label === '' || /^[IVX]+[.):/]?$/i.test(label) !== /^[IVX]+[.):/]?$/.test(label))
    return { label: '', rest: text };
  return { label: label.replace(/[.):/]+$/, ''), rest: text.slice(found[0].length) };
}

export function romanToNumber(roman: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };
  const digits = [...roman].map((digit) => values[digit] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
