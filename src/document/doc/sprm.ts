import { type Bytes, readBytes } from './bytes.ts';

/** One change of a property: what, and its operand ([MS-DOC] 2.2.5.1). */
export type Sprm = { code: number; operand: Bytes };

/** The codes that matter for reading. */
export const sprms = {
  // characters
  deleted: 0x0800,
  special: 0x0855,
  bold: 0x0835,
  italic: 0x0836,
  caps: 0x083b,
  hidden: 0x083c,
  underline: 0x2a3e,
  plain: 0x2a33,
  characterStyle: 0x4a30,
  asciiFont: 0x4a4f,
  otherFont: 0x4a51,
  symbol: 0x6a09,
  // paragraphs
  style: 0x4600,
  align80: 0x2403,
  align: 0x2461,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  depth: 0x6649,
  listLevel: 0x260a,
  list: 0x460b,
  outline: 0x2640,
  elsewhere: 0x6646,
  elsewhereOld: 0x6645,
  // rows
  tableDefinition: 0xd608,
  tableHeader: 0x3404,
  verticalMerge: 0xd62b,
  merge: 0x5624,
} as const;

const changeTabs = 0xc615;
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];

/** The changes of a list of them; a list cut short ends there. */
export function* readSprms(list: Bytes): Generator<Sprm> {
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.u16(at);
    at += 2;
    const [skip, size] = measure(list, at, code);
    if (at + skip + size > list.length) return;
    yield { code, operand: list.slice(at + skip, at + skip + size) };
    at += skip + size;
  }
}

/** How many bytes say the size of an operand, and the size. */
function measure(list: Bytes, at: number, code: number): [skip: number, size: number] {
  const fixed = sizes[code >> 13] ?? 1;
  if (fixed > 0) return [0, fixed];
  if (code === sprms.tableDefinition)
    return at + 2 > list.length ? [0, list.length] : [2, Math.max(0, list.u16(at) - 1)];
  const size = list.u8(at);
  if (code !== changeTabs || size < 255) return [1, size];
  // Tabs taken out have four bytes each, tabs put in three; both counts are in the way.
  const out = at + 1 < list.length ? list.u8(at + 1) : 0;
  const into = at + 2 + out * 4 < list.length ? list.u8(at + 2 + out * 4) : 0;
  return [1, 2 + out * 4 + into * 3];
}

export const noSprms = (): Bytes => readBytes(new Uint8Array());
