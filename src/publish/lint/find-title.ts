import { fold } from '../../kernel/text.ts';
import { decree } from './decree.ts';
import { isBlank, isBold, isCapital, type Line } from './lines.ts';

/** The kind of document on a line of its own and what it is about, with who decides where that follows. */
export type Title = { name: string | null; type: Line[]; subject: Line[]; end: number };

const names = new Map(Object.keys(decree.types).map((name) => [fold(name), name]));
const reach = 14;
const longest = 8;

/** What follows the head: blanks and "Kính gửi" may stand before the kind, nothing of the text. */
export function findTitle(rest: readonly Line[]): Title {
  const at = rest.slice(0, reach).findIndex((line) => names.has(line.folded) && line.cell === null);
  const type = rest[at];
  if (!type) return { name: null, type: [], subject: [], end: 0 };
  const subject: Line[] = [];
  let end = at + 1;
  for (const line of rest.slice(at + 1)) {
    const over = subject.length === longest || (isBlank(line) ? subject.length > 0 : !goesOn(line, subject));
    if (over) break;
    if (!isBlank(line)) subject.push(line);
    end += 1;
  }
  return { name: names.get(type.folded) ?? null, type: [type], subject, end };
}

const otherwise =
  /^(?:[ivx]+[.:]|\d+[.)]|(?:can cu|kinh gui|chuong|phan|dieu|muc|uy ban nhan dan|chu tich|hoi dong|giam doc)\b)/;

/** Who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN …") stands below the subject in capitals, and is not of it. */
function goesOn(line: Line, subject: readonly Line[]): boolean {
  if (line.cell !== null) return false;
  if (subject.length === 0) return isBlank(line) || (!/[.:;]$/.test(line.words) && !otherwise.test(line.folded));
  if (line.align !== 'center' && !isBold(line)) return false;
  return !otherwise.test(line.folded) && (!isCapital(line) || subject.every(isCapital));
}
