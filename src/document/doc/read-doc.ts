import { openCompound } from '../compound/open-compound.ts';
import { printSymbol } from '../docx/symbol.ts';
import { addRun, type DraftBlock, draftParagraph, plainRun, type Run } from '../draft.ts';
import { finish } from '../finish.ts';
import { limits } from '../limits.ts';
import type { Document } from '../model.ts';
import type { Numbering } from '../numbering.ts';
import { Refusal } from '../refuse.ts';
import { type Boxes, readBoxes } from './boxes.ts';
import { type Builder, buildBlocks } from './build.ts';
import { type DocFile, openDoc } from './file.ts';
import { readLists } from './lists.ts';
import { type Looks, openLooks } from './looks.ts';
import { type Piece, readPieces } from './pieces.ts';
import type { CharacterLook, ParagraphLook } from './properties.ts';
import { type Portion, readPortions } from './story.ts';

/**
 * Reads a Word 97–2003 file as it prints: tables with their merged cells, automatic numbers written out, deleted and
 * hidden text, headers, notes and comments left out. Macros and objects in it are not looked at.
 */
export function readDoc(bytes: Uint8Array): Document {
  const file = openDoc(openCompound(bytes));
  const source = {
    file,
    pieces: readPieces(file),
    looks: openLooks(file),
    lists: readLists(file),
    boxes: readBoxes(file),
  };
  return finish(readStory(source, [0, file.letters.body], 0), 'doc', []);
}

type Source = { file: DocFile; pieces: Piece[]; looks: Looks; lists: Numbering; boxes: Boxes };

/** The paragraph being read, and the fields open in it: their code is not printed, their result is. */
type Open = { runs: Run[]; fields: ('code' | 'result')[]; boxes: { before: DraftBlock[]; after: DraftBlock[] } };

type State = { source: Source; builder: Builder; open: Open; depth: number; pieces: { count: number } };

const newOpen = (): Open => ({ runs: [], fields: [], boxes: { before: [], after: [] } });

function readStory(source: Source, range: [from: number, to: number], depth: number): DraftBlock[] {
  const state: State = { source, builder: buildBlocks(), open: newOpen(), depth, pieces: { count: 0 } };
  let last: Portion | undefined;
  for (const portion of readPortions(source.file.main, source.pieces, source.looks.stretches, range)) {
    readPortion(state, portion);
    last = portion;
  }
  if (last && state.open.runs.length > 0) endParagraph(state, last, false, false);
  return state.builder.finish();
}

const marks = { cell: '\x07', box: '\b', lineBreak: '\v', section: '\f', paragraph: '\r', column: '\x0e' } as const;
const fieldMarks = { begin: '\x13', separate: '\x14', end: '\x15' } as const;

function readPortion(state: State, portion: Portion): void {
  const look = state.source.looks.characters(portion);
  let start = 0;
  for (let at = 0; at < portion.text.length; at++) {
    const letter = portion.text[at] as string;
    if (letter >= ' ' && !(letter === '(' && look.special)) continue;
    write(state, portion.text.slice(start, at), look);
    start = at + 1;
    readMark(state, letter, at, portion, look);
  }
  write(state, portion.text.slice(start), look);
}

function readMark(state: State, letter: string, at: number, portion: Portion, look: CharacterLook): void {
  const { fields } = state.open;
  if (letter === marks.paragraph || letter === marks.cell) {
    endParagraph(state, portion, letter === marks.cell, look.deleted ?? false);
  } else if (letter === marks.section && endsParagraph(portion, at)) endParagraph(state, portion, false, false);
  else if (letter === marks.lineBreak) write(state, '\n', look);
  else if (letter === '\t' || letter === marks.section || letter === marks.column) write(state, ' ', look);
  else if (letter === '\x1e') write(state, '-', look);
  else if (letter === fieldMarks.begin) fields.push('code');
  else if (letter === fieldMarks.separate && fields.length > 0) fields[fields.length - 1] = 'result';
  else if (letter === fieldMarks.end) fields.pop();
  else if (letter === '(') write(state, symbolOf(state, look), look);
  else if (letter === marks.box) readBox(state, portion.from + at);
}

/** A form feed is the end of a section where a paragraph ends with it, else a page break inside one. */
const endsParagraph = ({ place, piece, paragraph }: Portion, at: number): boolean =>
  paragraph?.to === place + (at + 1) * piece.width;

function symbolOf({ source }: State, { symbol }: CharacterLook): string {
  if (!symbol) return '(';
  const { name } = source.looks.font(symbol.font);
  return printSymbol({ 'w:char': symbol.code.toString(16), 'w:font': name });
}

function write({ source, open }: State, text: string, look: CharacterLook): void {
  if (text === '' || look.deleted || look.hidden || open.fields.includes('code')) return;
  const { bold = false, italic = false, underline = false } = look;
  const { legacy } = source.looks.font(look.font);
  const run: Run = { text: look.caps && !legacy ? text.toLocaleUpperCase('vi') : text, bold, italic, underline };
  if (legacy) run.legacy = legacy;
  addRun(open.runs, run);
}

/** A paragraph whose mark was deleted runs on into the next, unless it ends a cell. */
function endParagraph(state: State, portion: Portion, isCellMark: boolean, deleted: boolean): void {
  if (++state.pieces.count > limits.paragraphs) throw new Refusal('document-too-complex');
  state.open.fields = [];
  if (deleted && !isCellMark) return;
  const { runs, boxes } = state.open;
  state.open = newOpen();
  const look = state.source.looks.paragraph(portion);
  const isRowEnd = look.rowEnd || look.innerRowEnd;
  const label = isRowEnd ? undefined : labelOf(look, state.source.lists);
  const draft = draftParagraph(label?.glued ? [plainRun(label.text), ...runs] : runs, {
    label: label && !label.glued ? label.text : null,
    heading: look.outline !== undefined && look.outline < 6 ? look.outline + 1 : null,
    align: look.align ?? null,
  });
  state.builder.add(draft, look, { isCellMark, deleted }, boxes);
}

function labelOf({ list, level, style }: ParagraphLook, lists: Numbering): ReturnType<Numbering['next']> {
  return list === undefined || list === 0 ? undefined : lists.next(list, level, String(style));
}

/**
 * A text box is read where it is anchored: before the paragraph if that has no text yet, else after it. Boxes inside
 * boxes are not drawn by Word either.
 */
function readBox(state: State, letter: number): void {
  const range = state.depth > 0 ? undefined : state.source.boxes.take(letter);
  if (!range) return;
  const { runs, boxes } = state.open;
  const side = runs.some(({ text }) => /\S/.test(text)) ? boxes.after : boxes.before;
  for (const block of readStory(state.source, range, state.depth + 1)) side.push(block);
}
