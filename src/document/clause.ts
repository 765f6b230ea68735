import type { Clause } from './model.ts';

/**
 * Finds how a paragraph is numbered from its first characters. Vietnamese official documents (Nghị định 30/2020/NĐ-CP,
 * phụ lục I) go part → I. → 1. → a) → dash; practice adds 1.1., 1), "I/" and "+".
 */
export function findClause(text: string): Clause | null {
  for (const [pattern, read] of kinds) {
    const match = pattern.exec(text);
    const clause = match && read(match[0].trim());
    if (clause) return clause;
  }
  return null;
}

type Read = (label: string) => Clause | null;

/** After the label a space, the end, or at once a capital ("1.Mục đích"); not "1.500", "31/12" or "V/v". */
const kinds: [RegExp, Read][] = [
  [/^(?:phần|chương)\s+(?:thứ\s+\p{L}+|[ivxlc]+|\d+)(?=[\s.:,]|$)[.:]?/iu, (label) => clause('part', label, 0)],
  [
    /^[IVXL]+\s?[.)/](?=\s|$|\p{Lu})|^[IVXL]+\s?[-–](?=\s)/u,
    (label) => (isRoman(label) ? clause('roman', label, 1) : null),
  ],
  [/^[A-ZĐ][.)/](?=\s|$)/u, (label) => clause('part', label, 0)],
  [/^\d{1,3}(?:\.\d{1,2})*\s?[.)/](?=\s|$|\p{Lu})/u, (label) => decimal(label)],
  [/^\d{1,2}(?:\.\d{1,2})+(?=\s|$)/u, (label) => decimal(label)],
  [/^[a-zđ](?:\.?\d{1,2})?[.)](?=\s|$|\p{Lu})/u, (label) => clause('letter', label, 5)],
  [/^[-–—*](?=\s|$|\p{L}|\d)/u, (label) => clause('dash', label === '*' ? '*' : '-', 6)],
  [/^\+(?=\s|$|\p{L}|\d)/u, (label) => clause('plus', label, 7)],
];

const clause = (kind: Clause['kind'], label: string, depth: number): Clause => ({ kind, label, depth });

/** "1." is 2, "1.1." 3; deeper than "1.1.1.1" stays before letters. */
const decimal = (label: string): Clause => {
  const levels = label.split('.').filter((part) => /\d/.test(part)).length;
  return clause('decimal', label, Math.min(1 + levels, 4));
};

const isRoman = (label: string): boolean => /^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\s?[.)/–-]$/.test(label);
