import { readLook } from '../../document/docx/paragraph.ts';
import type { CharacterProperties, Styles } from '../../document/docx/styles.ts';
import { convertFont } from '../../document/encoding/fonts.ts';
import { limits } from '../../document/limits.ts';
import { type Attributes, child, TreeBuilder, val, type XmlHandler, type XmlNode } from '../../document/package/xml.ts';
import { Refusal } from '../../document/refuse.ts';
import { markField, pageOf, writeCode } from './fields.ts';
import type { Cell, LaidParagraph, LaidRun } from './laid-out.ts';
import { layParagraph, type OpenParagraph } from './lay-paragraph.ts';
import { type Letters, type Look, type Looks, over, readLines, stated } from './looks.ts';
import { type Drawing, drawn, look } from './shapes.ts';

/** `sections` are their properties, the last for what stands to the end. */
export type Laid = { paragraphs: LaidParagraph[]; sections: XmlNode[] };

type Table = { cell: Cell; look: Look };
type RunLook = { toggles: CharacterProperties; letters: Letters };
type State = {
  styles: Styles;
  looks: Looks;
  laid: Laid;
  paragraphs: OpenParagraph[];
  runs: RunLook[];
  tables: Table[];
  tablesSeen: number;
  drawings: Drawing[];
  characters: number;
};

/**
 * Walks a part of a Word file and keeps each paragraph with its look. Of alternatives, the newer; text taken back by a
 * revision is not there. What stands in a text box comes before the paragraph it hangs on.
 */
export function layParagraphs(styles: Styles, looks: Looks): XmlHandler & { laid: Laid } {
  const laid: Laid = { paragraphs: [], sections: [] };
  const lists = { paragraphs: [], runs: [], tables: [], drawings: [] };
  const state: State = { styles, looks, laid, ...lists, tablesSeen: 0, characters: 0 };
  const path: string[] = [];
  let skipped = 0;
  let tree: TreeBuilder | undefined;
  return {
    laid,
    open(name, attributes) {
      if (skipped > 0) skipped++;
      else if (tree) tree.open(name, attributes);
      else if (kept.has(name)) {
        tree = new TreeBuilder();
        tree.open(name, attributes);
      } else if (leftOut.has(name)) skipped = 1;
      else {
        path.push(name);
        if (opening[name]) opening[name](state, attributes);
        else if (name.startsWith('?')) for (const drawing of state.drawings.slice(-1)) look(drawing, name, attributes);
      }
    },
    close(name) {
      if (skipped > 0) skipped--;
      else if (tree) {
        if (!tree.close()) return;
        take(state, tree.root as XmlNode, path.at(-1));
        tree = undefined;
      } else {
        path.pop();
        closing[name]?.(state);
      }
    },
    text(text) {
      if (skipped > 0 || tree) return;
      if (path.at(-1) === 'w:t') write(state, text.replace(/\s/g, ' '));
      else if (path.at(-1) === 'w:instrText') writeCode(state.paragraphs.at(-1)?.fields ?? [], text);
    },
  };
}

const kept = new Set(['w:pPr', 'w:rPr', 'w:sectPr', 'w:tblPr']);
const leftOut = new Set(
  'w:del w:moveFrom w:delText w:delInstrText mc:Fallback w:tblGrid w:tblPrEx w:trPr w:tcPr w:sdtPr w:sdtEndPr w:rt w:rubyPr w:fldData'.split(
    ' ',
  ),
);

function openDrawing({ drawings }: State): void {
  drawings.push({ width: null, line: false });
}

function closeDrawing({ drawings, paragraphs }: State): void {
  const drawing = drawings.pop();
  if (drawing) paragraphs.at(-1)?.lines.push(...drawn(drawing));
}

const opening: Record<string, (state: State, attributes: Attributes) => void> = {
  'w:p': openParagraph,
  'w:r': (state) => void state.runs.push(lookOf(state, undefined)),
  'w:tbl': (state) => {
    if (++state.tablesSeen > limits.paragraphs) throw new Refusal('document-too-complex');
    state.tables.push({ cell: { table: state.tablesSeen, row: -1, column: -1 }, look: { letters: {}, lines: {} } });
  },
  'w:tr': ({ tables }) => {
    for (const { cell } of tables.slice(-1)) Object.assign(cell, { row: cell.row + 1, column: -1 });
  },
  'w:tc': ({ tables }) => {
    for (const { cell } of tables.slice(-1)) cell.column += 1;
  },
  'w:tab': (state) => write(state, '\t'),
  'w:ptab': ({ paragraphs }, attributes) => {
    for (const open of paragraphs.slice(-1)) if (attributes['w:alignment'] === 'center') open.centre = true;
  },
  'w:br': (state) => write(state, '\n'),
  'w:cr': (state) => write(state, '\n'),
  'w:noBreakHyphen': (state) => write(state, '-'),
  'w:pgNum': (state) => {
    for (const open of state.paragraphs.slice(-1))
      open.page ??= pageOf([{ code: 'PAGE', result: true }], sizeOf(state));
  },
  'w:fldChar': (state, attributes) => {
    const open = state.paragraphs.at(-1);
    if (!open) return;
    // A field that was never worked out has no result to note it by: its end does.
    notePage(state);
    markField(open.fields, attributes['w:fldCharType']);
  },
  'w:fldSimple': (state, attributes) => {
    state.paragraphs.at(-1)?.fields.push({ code: attributes['w:instr'] ?? '', result: true });
    notePage(state);
  },
  'w:drawing': openDrawing,
  'w:pict': openDrawing,
};

const closing: Record<string, (state: State) => void> = {
  'w:p': closeParagraph,
  'w:r': ({ runs }) => void runs.pop(),
  'w:tbl': ({ tables }) => void tables.pop(),
  'w:fldSimple': ({ paragraphs }) => void paragraphs.at(-1)?.fields.pop(),
  'w:drawing': closeDrawing,
  'w:pict': closeDrawing,
};

/** What stands behind a paragraph's own style: the defaults, then what its table says. */
const behind = ({ looks, tables }: State): Look => over(looks.base, tables.at(-1)?.look ?? looks.style(undefined));

function openParagraph(state: State): void {
  if (state.laid.paragraphs.length >= limits.paragraphs) throw new Refusal('document-too-complex');
  const styleId = state.styles.defaultParagraph;
  state.paragraphs.push({
    ...{ look: over(behind(state), state.looks.style(styleId)), style: state.styles.find(styleId), styleId },
    ...{ runs: [], lines: [], fields: [], page: null, section: undefined, ownIndent: false, centre: false },
  });
}

function take(state: State, node: XmlNode, owner: string | undefined): void {
  const open = state.paragraphs.at(-1);
  if (node.name === 'w:sectPr') state.laid.sections.push(node);
  else if (node.name === 'w:tblPr') {
    for (const table of state.tables.slice(-1)) table.look = state.looks.style(val(node, 'w:tblStyle'));
  } else if (node.name === 'w:rPr' && owner === 'w:r' && state.runs.length > 0) {
    state.runs[state.runs.length - 1] = lookOf(state, node);
  } else if (node.name === 'w:pPr' && open) takeParagraph(state, open, node);
}

function takeParagraph(state: State, open: OpenParagraph, node: XmlNode): void {
  const named = val(node, 'w:pStyle');
  if (named !== undefined && state.styles.find(named)) {
    open.styleId = named;
    open.style = state.styles.find(named);
  }
  const styled = over(behind(state), state.looks.style(open.styleId));
  open.look = over(styled, { letters: {}, lines: readLines(node) });
  open.ownIndent = child(node, 'w:ind') !== undefined;
  open.centre = child(node, 'w:framePr')?.attributes['w:xAlign'] === 'center';
  open.section = child(node, 'w:sectPr');
}

/** The look of a run: its own properties, then its character style, then what its paragraph starts from. */
function lookOf(state: State, node: XmlNode | undefined): RunLook {
  const open = state.paragraphs.at(-1);
  const near = stated(state.looks.style(val(node, 'w:rStyle')).letters, state.looks.letters(node));
  return {
    toggles: readLook(node, open && { style: open.style }, state.styles),
    letters: stated(open?.look.letters ?? {}, near),
  };
}

/** What Word sets letters in where nothing says otherwise. */
const usualSize = 10;

const sizeOf = ({ runs }: State) => {
  const { toggles, letters } = runs.at(-1) ?? { toggles: {}, letters: {} };
  return { size: letters.size ?? usualSize, italic: toggles.italic ?? false };
};

function notePage(state: State): void {
  const open = state.paragraphs.at(-1);
  if (open) open.page = pageOf(open.fields, sizeOf(state)) ?? open.page;
}

function write(state: State, text: string): void {
  const open = state.paragraphs.at(-1);
  state.characters += text.length;
  if (state.characters > limits.characters) throw new Refusal('document-too-complex');
  const { toggles, letters } = state.runs.at(-1) ?? lookOf(state, undefined);
  if (!open || toggles.hidden || open.fields.some(({ result }) => !result)) return;
  notePage(state);
  for (const piece of letters.ascii === letters.beyond
    ? [text]
    : text.split(/(?<=[^\0-\x7f])(?=[\0-\x7f])|(?<=[\0-\x7f])(?=[^\0-\x7f])/))
    open.runs.push(runOf(piece, toggles, letters));
}

function runOf(text: string, toggles: CharacterProperties, letters: Letters): LaidRun {
  const { legacy, bold = false, italic = false } = toggles;
  const printed = legacy ? convertFont(text, legacy) : toggles.caps ? text.toLocaleUpperCase('vi') : text;
  const font = (/^[\0-\x7f]/.test(text) ? letters.ascii : letters.beyond) ?? null;
  const { size = usualSize, underline = false, colour = null } = letters;
  return { text: printed, font, size, bold, italic, underline, colour, old: legacy != null };
}

function closeParagraph(state: State): void {
  const { paragraphs, laid, tables } = state;
  const open = paragraphs.pop();
  if (!open) return;
  const cell = tables.at(-1)?.cell;
  const place = { number: laid.paragraphs.length + 1, cell: cell ? { ...cell } : null, section: laid.sections.length };
  laid.paragraphs.push(layParagraph(open, place));
  // A section ends with the paragraph that carries its properties.
  if (open.section) laid.sections.push(open.section);
}
