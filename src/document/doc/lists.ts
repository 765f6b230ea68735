import { limits } from '../limits.ts';
import { type Level, type ListFamily, type ListUse, type Numbering, openNumbering } from '../numbering.ts';
import { Refusal } from '../refuse.ts';
import type { Bytes } from './bytes.ts';
import { type DocFile, parts } from './file.ts';

/** Automatic numbering of a Word 97–2003 file: lists with their levels, and uses of them ([MS-DOC] 2.9.131, 2.9.150). */
export function readLists(file: DocFile): Numbering {
  const families = readFamilies(file);
  const uses = readUses(file);
  return openNumbering(uses, (use) => families.get(uses.get(use)?.family ?? ''));
}

/** The levels of all lists follow after the list of lists, past its stated end. */
function readFamilies(file: DocFile): Map<string, ListFamily> {
  const list = file.part(parts.lists);
  const families = new Map<string, ListFamily>();
  if (list.length < 2) return families;
  const count = Math.min(list.u16(0), Math.floor((list.length - 2) / 28));
  let at = file.startOf(parts.lists) + 2 + count * 28;
  for (let index = 0; index < count; index++) {
    const start = 2 + index * 28;
    const simple = (list.u8(start + 26) & 1) !== 0;
    const family: ListFamily = { id: String(list.i32(start)), levels: [] };
    for (let number = 0; number < (simple ? 1 : 9); number++) {
      const style = list.u16(start + 8 + number * 2);
      const { level, next } = readLevel(file.table, at, style === 0xfff ? undefined : String(style));
      family.levels[number] = level;
      at = next;
    }
    families.set(family.id, family);
  }
  return families;
}

const formats: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

function readLevel(table: Bytes, at: number, styleId: string | undefined): { level: Level; next: number } {
  const flags = table.u8(at + 5);
  const [characters, paragraphs] = [table.u8(at + 24), table.u8(at + 25)];
  const text = at + 28 + characters + paragraphs;
  const letters = table.u16(text);
  const noRestart = (flags & 8) !== 0;
  const level: Level = {
    start: table.i32(at),
    format: formats[table.u8(at + 4)] ?? 'decimal',
    text: placesToPercents(table.utf16(text + 2, letters)),
    suffix: table.u8(at + 15) === 2 ? 'nothing' : 'tab',
    restart: noRestart ? table.u8(at + 26) : undefined,
    legal: (flags & 4) !== 0,
    styleId,
  };
  return { level, next: text + 2 + letters * 2 };
}

/** The numbers of levels stand in the text as letters below 9: "%1.%2)" as newer files write it. */
const placesToPercents = (text: string): string =>
  [...text].map((letter) => (letter < '\t' ? `%${letter.charCodeAt(0) + 1}` : letter)).join('');

/** Uses are numbered from 1. What they override follows after all of them. */
function readUses(file: DocFile): Map<number, ListUse> {
  const list = file.part(parts.listUses);
  const uses = new Map<number, ListUse>();
  if (list.length < 4) return uses;
  const count = Math.min(list.u32(0), Math.floor((list.length - 4) / 16));
  if (count > limits.treeNodes) throw new Refusal('document-too-complex');
  let at = file.startOf(parts.listUses) + 4 + count * 16;
  for (let index = 0; index < count; index++) {
    const start = 4 + index * 16;
    const use: ListUse = { family: String(list.i32(start)), starts: new Map(), levels: new Map() };
    uses.set(index + 1, use);
    const overrides = list.u8(start + 12);
    // Each begins with four bytes that mean nothing, even where nothing is overridden.
    if (at + 4 <= file.table.length) at = readOverrides(file.table, at + 4, overrides, use);
  }
  return uses;
}

function readOverrides(table: Bytes, start: number, count: number, use: ListUse): number {
  let at = start;
  for (let index = 0; index < count; index++) {
    const [first, flags] = [table.i32(at), table.u32(at + 4)];
    const number = flags & 0xf;
    at += 8;
    if (flags & 0x10) use.starts.set(number, first);
    if (!(flags & 0x20)) continue;
    const { level, next } = readLevel(table, at, undefined);
    use.levels.set(number, level);
    if (flags & 0x10) use.starts.set(number, level.start);
    at = next;
  }
  return at;
}
