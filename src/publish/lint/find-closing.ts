import { isBlank, isBold, isCapital, type Line } from './lines.ts';

/** Who it goes to and who signs, mostly side by side in one table. */
export type Closing = {
  recipientsHead: Line[];
  recipients: Line[];
  signerTitle: Line[];
  signerName: Line[];
  start: number;
  end: number;
};

const authority =
  /^(?:t\/m|k\/t|t\/l)\b|^(?:t[./]?m|k[./]?t|t[./]?l|t[./]?u[./]?q|q)\s*[./]|^(?:tm|kt|tl|tuq|q)\s|^(?:quyen )?(?:chu tich|pho chu tich|giam doc|pho giam doc|tong giam doc|truong|pho truong|pho|chanh|bi thu|pho bi thu|bo truong|thu truong|cuc truong|chi cuc truong|chi huy truong|(?:pho )?tong bien tap|hieu truong|vien truong|thu tuong)\b/;

const isTitle = (line: Line): boolean => line.words.length < 90 && authority.test(line.folded) && isCapital(line);

/** Signatures stand no further from the recipients than this, in lines that are not blank. */
const near = 16;

/** `lines` are those of the document itself, appendices apart; `from`: where its head and title end. */
export function findClosing(lines: readonly Line[], from: number): Closing {
  const at = lines.findIndex((line, i) => i >= from && /^noi nhan\b/.test(line.folded) && line.words.length < 40);
  const cell = lines[at]?.cell ?? null;
  const signed = findSigned(lines, from, at);
  const table = cell?.table ?? lines[signed]?.cell?.table;
  if (at < 0 && signed < 0) return { ...empty, start: lines.length, end: lines.length };
  const inTable = (line: Line): boolean => line.cell?.table === table;
  const loose = [at, signed].filter((place) => place >= 0);
  const start = table === undefined ? Math.min(...loose) : Math.min(lines.findIndex(inTable), ...loose);
  const end = table === undefined ? endOfLoose(lines, Math.max(...loose)) : lines.findLastIndex(inTable) + 1;
  return { ...partClosing(lines.slice(start, Math.max(end, ...loose.map((i) => i + 1))), lines[at]), start, end };
}

/** Without a table of its own it ends where another begins, or after as much as a signature takes. */
function endOfLoose(lines: readonly Line[], last: number): number {
  const rest = lines.slice(last + 1, last + 1 + near * 2);
  const table = rest.findIndex(({ cell }) => cell !== null);
  return last + 1 + (table < 0 ? rest.length : table);
}

const empty = { recipientsHead: [], recipients: [], signerTitle: [], signerName: [] };

/** The first line of the signature: beside the recipients, or the last one of its kind where there are none. */
function findSigned(lines: readonly Line[], from: number, recipients: number): number {
  const table = lines[recipients]?.cell?.table;
  const found = lines.flatMap((line, i) => (i >= from && isTitle(line) ? [i] : []));
  const beside = found.find((i) =>
    table === undefined ? Math.abs(i - recipients) <= near : lines[i]?.cell?.table === table,
  );
  if (recipients >= 0) return beside ?? found.find((i) => Math.abs(i - recipients) <= near) ?? -1;
  const last = found.at(-1);
  if (last === undefined) return -1;
  // Back over the lines of one signature: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
  return found.find((i) => last - i <= 4) ?? last;
}

function partClosing(all: readonly Line[], head: Line | undefined): Omit<Closing, 'start' | 'end'> {
  const inside = all.filter((line) => !isBlank(line) && line !== head);
  const listed = new Set(head ? listOf(all, head) : []);
  const signing = inside.filter(
    (line) => !listed.has(line) && !/^\W*(?:da ky|da ki|ky ten|chu ky)\b/.test(line.folded),
  );
  const first = signing.findIndex(isTitle);
  const from = first < 0 ? signing : signing.slice(first);
  const other = from.findIndex((line, i) => !isTitle(line) && (!isCapital(line) || i === from.length - 1));
  const titles = first < 0 ? [] : from.slice(0, other < 0 ? undefined : other);
  const name = from.slice(titles.length).find(isPerson);
  return {
    ...{ recipientsHead: head ? [head] : [], recipients: [...listed] },
    ...{ signerTitle: titles, signerName: name ? [name] : [] },
  };
}

/** A person's name: two to eight words, each beginning with a capital letter; titles of learning may stand before. */
function isPerson({ words }: Line): boolean {
  const parts = words.length < 60 ? words.split(/[\s.]+/).filter(Boolean) : [];
  return parts.length > 1 && parts.length < 9 && parts.every((one) => /^\p{Lu}\p{L}*$/u.test(one));
}

/** In the column below the heading; where there are no columns, as far as whoever signs. */
function listOf(all: readonly Line[], head: Line): Line[] {
  const { cell } = head;
  const below = all.slice(all.indexOf(head) + 1).filter((line) => !isBlank(line));
  if (cell) return toFiled(below.filter((line) => line.cell?.table === cell.table && line.cell.column === cell.column));
  const end = below.findIndex((line) => isTitle(line) || (isBold(line) && isCapital(line)));
  return end < 0 ? below.filter(isItem) : toFiled(below.slice(0, end));
}

const isItem = ({ words, listed }: Line): boolean => listed || /^[-–]/.test(words);

/** Below where it is filed may stand who wrote it and how many copies there are (mục III khoản 3): no recipients. */
function toFiled(list: Line[]): Line[] {
  const last = list.findLastIndex(isItem);
  return /^\W*luu\b/.test(list[last]?.folded ?? '') ? list.slice(0, last + 1) : list;
}
