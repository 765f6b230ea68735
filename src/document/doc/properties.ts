import type { CharacterProperties } from '../docx/styles.ts';
import type { Paragraph } from '../model.ts';
import type { Bytes } from './bytes.ts';
import { readSprms, type Sprm, sprms } from './sprm.ts';

/** The look of a stretch of characters: what is stated, undefined where the style decides. */
export type CharacterLook = CharacterProperties & {
  deleted?: boolean;
  special?: boolean;
  style?: number;
  font?: number;
  /** a sign of a symbol font */
  symbol?: { font: number; code: number };
};

export type ParagraphLook = {
  style: number;
  align?: Paragraph['align'];
  list?: number;
  level?: number;
  outline?: number;
  /** how many tables it stands in */
  depth: number;
  rowEnd: boolean;
  innerCellEnd: boolean;
  innerRowEnd: boolean;
  row: RowLook;
};

/** What the mark at the end of a row says of the row. */
export type RowLook = {
  header: boolean;
  /** edges of the cells in twentieths of a point, one more than cells */
  edges: number[];
  cells: { horizontal: number; vertical: number }[];
};

/** 0 and 1 are said; 0x80 is as in the style, 0x81 the opposite of it. */
const toggle = (operand: Bytes, style: boolean | undefined): boolean => {
  const value = operand.u8(0);
  return value >= 0x80 ? (value === 0x81) !== Boolean(style) : value !== 0;
};

type Toggle = 'bold' | 'italic' | 'caps' | 'hidden';
const toggles: Record<number, Toggle> = {
  [sprms.bold]: 'bold',
  [sprms.italic]: 'italic',
  [sprms.caps]: 'caps',
  [sprms.hidden]: 'hidden',
};

/** Applies changes to a look; `style` is what toggles are compared with. */
export function changeCharacters(look: CharacterLook, changes: Bytes, style: CharacterProperties): void {
  for (const { code, operand } of readSprms(changes)) changeCharacter(look, { code, operand }, style);
}

function changeCharacter(look: CharacterLook, { code, operand }: Sprm, style: CharacterProperties): void {
  const name = toggles[code];
  if (name) look[name] = toggle(operand, style[name]);
  else if (code === sprms.underline) look.underline = operand.u8(0) !== 0 && operand.u8(0) !== 5;
  else if (code === sprms.deleted) look.deleted = operand.u8(0) !== 0;
  else if (code === sprms.special) look.special = operand.u8(0) !== 0;
  else if (code === sprms.characterStyle) look.style = operand.u16(0);
  else if (code === sprms.otherFont) look.font = operand.u16(0);
  else if (code === sprms.asciiFont) look.font ??= operand.u16(0);
  else if (code === sprms.symbol) look.symbol = { font: operand.u16(0), code: operand.u16(2) };
}

export const plainParagraph = (style: number): ParagraphLook => ({
  style,
  depth: 0,
  rowEnd: false,
  innerCellEnd: false,
  innerRowEnd: false,
  row: { header: false, edges: [], cells: [] },
});

const alignments: Paragraph['align'][] = ['left', 'center', 'right', 'justify', 'justify', 'justify'];

/** Applies changes to a paragraph. Those that did not fit stand in the stream of data, one step away. */
export function changeParagraph(look: ParagraphLook, changes: Bytes, data: Bytes | undefined): void {
  for (const { code, operand } of readSprms(changes)) {
    const long = code === sprms.elsewhere || code === sprms.elsewhereOld;
    if (!long) changeOne(look, code, operand);
    else if (data) {
      const at = operand.u32(0);
      changeParagraph(look, data.slice(at + 2, at + 2 + data.u16(at)), undefined);
    }
  }
}

function changeOne(look: ParagraphLook, code: number, operand: Bytes): void {
  if (code === sprms.inTable && operand.u8(0) !== 0) look.depth = Math.max(look.depth, 1);
  else if (code === sprms.depth) look.depth = Math.max(look.depth && 1, operand.i32(0));
  else if (code === sprms.rowEnd) look.rowEnd = operand.u8(0) !== 0;
  else if (code === sprms.innerCellEnd) look.innerCellEnd = operand.u8(0) !== 0;
  else if (code === sprms.innerRowEnd) look.innerRowEnd = operand.u8(0) !== 0;
  else if (code === sprms.align || code === sprms.align80) look.align = alignments[operand.u8(0)] ?? null;
  else if (code === sprms.list) look.list = operand.u16(0);
  else if (code === sprms.listLevel) look.level = operand.u8(0);
  else if (code === sprms.outline) look.outline = operand.u8(0);
  else changeRow(look.row, code, operand);
}

function changeRow(row: RowLook, code: number, operand: Bytes): void {
  if (code === sprms.tableHeader) row.header = operand.u8(0) !== 0;
  else if (code === sprms.tableDefinition) readDefinition(row, operand);
  else if (code === sprms.verticalMerge) {
    const cell = row.cells[operand.u8(0)];
    if (cell) cell.vertical = operand.u8(1);
  } else if (code === sprms.merge) {
    const [first, end] = [operand.u8(0), operand.u8(1)];
    for (const [at, cell] of row.cells.entries()) if (at >= first && at < end) cell.horizontal = at === first ? 1 : 2;
  }
}

/** Edges of the cells, then 20 bytes for each cell, of which those at the end may be missing. */
function readDefinition(row: RowLook, operand: Bytes): void {
  const count = operand.u8(0);
  row.edges = Array.from({ length: count + 1 }, (_, at) => operand.i16(1 + at * 2));
  row.cells = Array.from({ length: count }, (_, at) => {
    const place = 1 + (count + 1) * 2 + at * 20;
    const flags = place + 2 <= operand.length ? operand.u16(place) : 0;
    return { horizontal: flags & 3, vertical: (flags >> 5) & 3 };
  });
}
