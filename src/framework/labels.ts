/** What offices print before a name: "1.", "II", "a)", "Chỉ số nội dung 3:", "1.2" … */

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** "3" → "III"; undefined past the table. */
export function findRoman(number: number): string | undefined {
  return ROMAN[number - 1];
}

/** "III" and "3" → 3; undefined where it is neither. */
export function findNumber(label: string): number | undefined {
  const roman = ROMAN.indexOf(label.toUpperCase());
  if (roman >= 0) return roman + 1;
  return /^\d{1,2}$/.test(label) ? Number(label) : undefined;
}

const WORD = String.raw`(?:(?:chỉ số|trục)\s+nội\s+dung|nội\s+dung|lĩnh\s+vực|yếu\s+tố|nhóm|phần|mục|chỉ\s+số)(?=\s+(?:(?:thứ|số)\s+)?(?:[IVX]+|\d+)[\s.:)–-])\s+(?:(?:thứ|số)\s+)?`;
const LABEL = new RegExp(
  String.raw`^\s*(?:${WORD})?([IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])(?:\s*[.):/–-]+\s*|\s+)(?=\S)`,
  'iu',
);
const BULLET = /^\s*[-–+•*]\s*/u;

/** Splits the printed label from the name: "II. Cải cách thể chế" → label "II". One letter is a label only before ")" or ".". */
export function splitLabel(text: string): { label: string | null; rest: string } {
  const bare = text.replace(BULLET, '');
  const found = LABEL.exec(bare);
  const label = found?.[1];
  if (!found || label === undefined) return { label: null, rest: bare };
  const letters = /^\p{L}+$/u.test(label);
  const closedBySign = /[.):]/.test(found[0].slice(found[0].lastIndexOf(label) + label.length));
  if (letters && !closedBySign && !isRoman(label)) return { label: null, rest: bare };
  return { label, rest: bare.slice(found[0].length) };
}

/** Romans are printed in capitals; "i" alone is a letter of a list. */
function isRoman(label: string): boolean {
  return label === label.toUpperCase() && ROMAN.includes(label);
}

/** The name at the start of a longer text: what stands before ":" or "(" or the first line's end. */
export function nameOf(text: string): string {
  return (text.split(/[:(\n]|\s[-–—]\s/u)[0] ?? text).trim();
}

/** A component that names several things: "a) … b) … c) …", "…; …", lines. */
export function splitList(text: string): string[] {
  return text
    .split(/[;\n]|(?:^|\s)(?=(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})?)[).]\s)/u)
    .map((part) => splitLabel(part.trim()).rest.trim())
    .filter((part) => part !== '');
}

const JOINT = /\s*,\s*|\s+(?:và|&|hoặc)\s+|\s*\/\s*/giu;

/** Joints past this many make a sentence, not a list of names. */
const MAX_JOINTS = 6;

/** Every way to cut a name at its commas and "và" into two or more pieces: "thu, chi ngân sách và giá đất" in three ways. */
export function cutsOf(text: string): string[][] {
  const joints = [...text.matchAll(JOINT)].map((found) => ({ from: found.index, to: found.index + found[0].length }));
  if (joints.length > MAX_JOINTS) return [];
  const cuts: string[][] = [];
  for (let chosen = 1; chosen < 2 ** joints.length; chosen++) {
    const at = joints.filter((_, joint) => (chosen >> joint) & 1);
    const starts = [0, ...at.map(({ to }) => to)];
    const ends = [...at.map(({ from }) => from), text.length];
    cuts.push(starts.map((start, piece) => text.slice(start, ends[piece]).trim()).filter((piece) => piece !== ''));
  }
  return cuts.filter((pieces) => pieces.length > 1);
}
