import type { CharacterProperties } from '../docx/styles.ts';
import type { Bytes } from './bytes.ts';
import { type DocFile, parts } from './file.ts';
import {
  type CharacterLook,
  changeCharacters,
  changeParagraph,
  type ParagraphLook,
  plainParagraph,
} from './properties.ts';
import { noSprms } from './sprm.ts';

/** A style with what it inherits. */
export type DocStyle = { paragraph: ParagraphLook; character: CharacterLook };

export type DocStyles = { find(number: number): DocStyle };

type Raw = { kind: number; base: number; outline: number | undefined; paragraph: Bytes; character: Bytes };

const noBase = 0xfff;
const kinds = { paragraph: 1, character: 2 };

/** Styles are kept by number, built on each other ([MS-DOC] 2.9.271). One that inherits from itself stops there. */
export function readStyles(file: DocFile): DocStyles {
  const raw = readAll(file.part(parts.styles));
  const known = new Map<number, DocStyle>();
  const resolve = (number: number, above: number[]): DocStyle => {
    const found = known.get(number);
    if (found) return found;
    const own = raw[number];
    if (!own || above.includes(number)) return { paragraph: plainParagraph(number), character: {} };
    const base = own.base === noBase ? undefined : resolve(own.base, [...above, number]);
    const style = build(number, own, base, file.data);
    known.set(number, style);
    return style;
  };
  return { find: (number) => resolve(number, []) };
}

function build(number: number, own: Raw, base: DocStyle | undefined, data: Bytes | undefined): DocStyle {
  const paragraph: ParagraphLook = { ...plainParagraph(number), ...base?.paragraph, style: number };
  if (own.outline !== undefined) paragraph.outline = own.outline;
  changeParagraph(paragraph, own.paragraph, data);
  const character: CharacterLook = { ...base?.character };
  const inherited: CharacterProperties = { ...base?.character };
  const { font } = character;
  delete character.font;
  changeCharacters(character, own.character, inherited);
  if (font !== undefined) character.font ??= font;
  // What a style says of a row is about rows it makes, not about the paragraph.
  return { paragraph: { ...paragraph, depth: 0, rowEnd: false }, character };
}

function readAll(sheet: Bytes): (Raw | undefined)[] {
  if (sheet.length < 6) return [];
  const [count, baseSize] = [sheet.u16(2), sheet.u16(4)];
  const styles: (Raw | undefined)[] = [];
  let at = 2 + sheet.u16(0);
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const size = sheet.u16(at);
    const end = Math.min(at + 2 + size, sheet.length);
    styles.push(size === 0 ? undefined : readOne(sheet.slice(at + 2, end), baseSize));
    at += 2 + size;
  }
  return styles;
}

function readOne(style: Bytes, baseSize: number): Raw | undefined {
  if (style.length < Math.max(baseSize, 10) + 2) return undefined;
  const identity = style.u16(0) & 0xfff;
  const [kind, base] = [style.u16(2) & 0xf, style.u16(2) >> 4];
  const raw: Raw = { kind, base, outline: undefined, paragraph: noSprms(), character: noSprms() };
  // Word's headings have the numbers 1 to 9 in every language.
  if (identity >= 1 && identity <= 9) raw.outline = identity - 1;
  const name = style.u16(baseSize);
  let at = baseSize + 2 + (name + 1) * 2;
  const read = (): Bytes => {
    if (at + 2 > style.length) return noSprms();
    const [start, size] = [at + 2, style.u16(at)];
    at = start + size + (size & 1);
    return start + size > style.length ? noSprms() : style.slice(start, start + size);
  };
  if (kind === kinds.paragraph) {
    const changes = read();
    raw.paragraph = changes.length > 2 ? changes.slice(2, changes.length) : noSprms();
  }
  if (kind === kinds.paragraph || kind === kinds.character) raw.character = read();
  return raw;
}

/** The names of the fonts in the order they are numbered ([MS-DOC] 2.9.286). */
export function readFonts(file: DocFile): string[] {
  const list = file.part(parts.fonts);
  const names: string[] = [];
  let at = 4;
  while (at < list.length) {
    const size = list.u8(at) + 1;
    const letters = Math.floor((Math.min(at + size, list.length) - at - 40) / 2);
    names.push(letters > 0 ? (list.utf16(at + 40, letters).split('\0')[0] ?? '') : '');
    at += size;
  }
  return names;
}
