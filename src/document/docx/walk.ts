import type { DraftBlock } from '../draft.ts';
import { limits } from '../limits.ts';
import type { Numbering } from '../numbering.ts';
import {
  type Attributes,
  child,
  childrenNamed,
  TreeBuilder,
  val,
  whole,
  type XmlHandler,
  type XmlNode,
} from '../package/xml.ts';
import { Refusal } from '../refuse.ts';
import {
  addText,
  draft,
  emptyParagraph,
  markIsGone,
  type ParagraphFrame,
  readLook,
  readParagraphProperties,
} from './paragraph.ts';
import type { CharacterProperties, Styles } from './styles.ts';
import { printSymbol } from './symbol.ts';
import { draftTable, emptyCell, readCellProperties, readRowProperties, type TableFrame } from './table.ts';

/**
 * Walks the main part as it is parsed and keeps only what is being written: the blocks of the body, of the open cell or
 * text box, the open paragraph, the look of the open run. Revisions are resolved to the accepted text on the way.
 */
export type Walk = XmlHandler & { finish(): { blocks: DraftBlock[]; foreignPart: boolean } };

/** Where blocks go: the body, a cell or a text box. `joined` is a paragraph whose mark was deleted. */
type Story = { blocks: DraftBlock[]; open: ParagraphFrame | undefined; joined: ParagraphFrame | undefined };

type State = {
  styles: Styles;
  numbering: Numbering;
  stories: Story[];
  tables: TableFrame[];
  look: CharacterProperties;
  looks: CharacterProperties[];
  /** for each open mc:AlternateContent, whether one of its choices was taken */
  choices: { taken: boolean }[];
  pieces: number;
  characters: number;
  foreignPart: boolean;
};

const newStory = (blocks: DraftBlock[] = []): Story => ({ blocks, open: undefined, joined: undefined });

const newState = (styles: Styles, numbering: Numbering): State => ({
  styles,
  numbering,
  stories: [newStory()],
  tables: [],
  look: {},
  looks: [],
  choices: [],
  pieces: 0,
  characters: 0,
  foreignPart: false,
});

export function walkDocument(styles: Styles, numbering: Numbering): Walk {
  const state = newState(styles, numbering);
  const path: string[] = [];
  let skipped = 0;
  let tree: TreeBuilder | undefined;
  return {
    finish: () => ({ blocks: endStory(state), foreignPart: state.foreignPart }),
    open(name, attributes) {
      if (skipped > 0) skipped++;
      else if (tree) tree.open(name, attributes);
      else if (propertyTags.has(name)) {
        tree = new TreeBuilder();
        tree.open(name, attributes);
      } else if (leavesOut(name, attributes, state)) skipped = 1;
      else {
        path.push(name);
        opening[name]?.(state, attributes);
      }
    },
    close(name) {
      if (skipped > 0) skipped--;
      else if (tree) {
        if (!tree.close()) return;
        const ownerIsOut = takeProperties(tree.root as XmlNode, path.at(-1), state);
        tree = undefined;
        if (!ownerIsOut) return;
        // Properties come first in what they belong to: from here to its end it is left out.
        path.pop();
        skipped = 1;
      } else {
        path.pop();
        closing[name]?.(state);
      }
    },
    text(text) {
      const inside = path.at(-1);
      // A line end inside the XML is white space; a break in the text is a w:br.
      if (skipped === 0 && !tree && (inside === 'w:t' || inside === 'm:t')) write(state, text.replace(/\s/g, ' '));
    },
  };
}

const propertyTags = new Set(['w:pPr', 'w:rPr', 'w:trPr', 'w:tcPr', 'w:tblGrid', 'w:sdtPr']);

/** Deleted and moved-away text, codes, and properties that are no text; of alternatives only the first is read. */
const leftOut = new Set(
  'w:del w:moveFrom w:delText w:instrText w:delInstrText w:sdtEndPr w:sectPr w:tblPr w:tblPrEx w:customXmlPr w:smartTagPr w:rt w:rubyPr w:fldData w:fonts w:lists w:styles w:docPr w:hdr w:ftr w:footnote w:endnote w:binData w:docSuppData w:divs'.split(
    ' ',
  ),
);

function leavesOut(name: string, attributes: Attributes, state: State): boolean {
  if (name === 'aml:annotation' && attributes['w:type'] === 'Word.Deletion') return true;
  if (name === 'mc:Choice' || name === 'mc:Fallback') {
    const choice = state.choices.at(-1);
    const taken = choice?.taken ?? false;
    if (choice) choice.taken = true;
    return taken;
  }
  if (name === 'w:altChunk' || name === 'w:subDoc') state.foreignPart = true;
  return leftOut.has(name);
}

/** True when what they belong to is not to be read: a deleted row, a table of contents. */
function takeProperties(node: XmlNode, owner: string | undefined, state: State): boolean {
  const [story, table] = [state.stories.at(-1), state.tables.at(-1)];
  const row = table?.rows.at(-1);
  const cell = row?.cells.at(-1);
  if (node.name === 'w:sdtPr') return val(child(node, 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents';
  if (node.name === 'w:pPr' && story?.open) readParagraphProperties(node, story.open, state.styles);
  else if (node.name === 'w:rPr' && owner === 'w:r') state.look = readLook(node, story?.open, state.styles);
  else if (node.name === 'w:tcPr' && cell) readCellProperties(node, cell);
  else if (node.name === 'w:tblGrid' && table) {
    table.widths = childrenNamed(node, 'w:gridCol').map(({ attributes }) => whole(attributes['w:w']) ?? 0);
  } else if (node.name === 'w:trPr' && row) {
    if (child(node, 'w:del')) {
      table?.rows.pop();
      return true;
    }
    readRowProperties(node, row);
  }
  return false;
}

const opening: Record<string, (state: State, attributes: Attributes) => void> = {
  'mc:AlternateContent': ({ choices }) => choices.push({ taken: false }),
  'w:p': openParagraph,
  'w:r': (state) => {
    state.looks.push(state.look);
    state.look = readLook(undefined, state.stories.at(-1)?.open, state.styles);
  },
  'w:tab': (state) => write(state, ' '),
  'w:ptab': (state) => write(state, ' '),
  'w:br': (state) => write(state, '\n'),
  'w:cr': (state) => write(state, '\n'),
  'w:noBreakHyphen': (state) => write(state, '-'),
  'w:sym': (state, attributes) => write(state, printSymbol(attributes)),
  'w:fldChar': readField,
  'w:tbl': (state) => {
    emitJoined(state);
    state.tables.push({ rows: [], widths: [] });
  },
  'w:tr': (state) => {
    countPiece(state);
    state.tables.at(-1)?.rows.push({ cells: [], before: 0, header: false });
  },
  'w:tc': (state) => {
    countPiece(state);
    const cell = emptyCell();
    state.tables.at(-1)?.rows.at(-1)?.cells.push(cell);
    state.stories.push(newStory(cell.blocks));
  },
  'w:txbxContent': ({ stories }) => stories.push(newStory()),
};

const closing: Record<string, (state: State) => void> = {
  'mc:AlternateContent': ({ choices }) => choices.pop(),
  'w:p': closeParagraph,
  'w:r': (state) => {
    state.look = state.looks.pop() ?? {};
  },
  'w:tbl': closeTable,
  'w:tc': endStory,
  'w:txbxContent': closeTextBox,
};

function countPiece(state: State): void {
  if (++state.pieces > limits.paragraphs) throw new Refusal('document-too-complex');
}

function write(state: State, text: string): void {
  state.characters += text.length;
  if (state.characters > limits.characters) throw new Refusal('document-too-complex');
  const paragraph = state.stories.at(-1)?.open;
  if (paragraph) addText(paragraph, text, state.look);
}

function openParagraph(state: State): void {
  countPiece(state);
  const story = state.stories.at(-1) as Story;
  story.open = { ...emptyParagraph(state.styles), runs: story.joined?.runs ?? [], after: story.joined?.after ?? [] };
  story.joined = undefined;
}

function closeParagraph(state: State): void {
  const story = state.stories.at(-1) as Story;
  const frame = story.open;
  story.open = undefined;
  if (!frame) return;
  if (markIsGone(frame)) story.joined = frame;
  else emit(state, story, frame);
}

/** One by one: a spread of very many blocks would overflow the stack. */
function append(blocks: DraftBlock[], more: DraftBlock[]): void {
  for (const block of more) blocks.push(block);
}

function emit(state: State, story: Story, frame: ParagraphFrame): void {
  story.blocks.push(draft(frame, state.numbering));
  append(story.blocks, frame.after);
}

/** A deleted mark with nothing after it to join: the paragraph stands, unless all of it was deleted. */
function emitJoined(state: State): void {
  const story = state.stories.at(-1) as Story;
  const frame = story.joined;
  story.joined = undefined;
  if (frame && (frame.runs.length > 0 || frame.after.length > 0)) emit(state, story, frame);
}

function endStory(state: State): DraftBlock[] {
  emitJoined(state);
  return state.stories.pop()?.blocks ?? [];
}

/** A text box is read where it is anchored: before the paragraph if that has no text yet, else after it. */
function closeTextBox(state: State): void {
  const blocks = endStory(state);
  const story = state.stories.at(-1) as Story;
  if (story.open?.runs.some(({ text }) => /\S/.test(text))) append(story.open.after, blocks);
  else append(story.blocks, blocks);
}

/** A table of one cell is a frame drawn around text: what is in it flows on, tables included. */
function closeTable(state: State): void {
  const table = state.tables.pop();
  const story = state.stories.at(-1) as Story;
  const cells = table?.rows.flatMap((row) => row.cells) ?? [];
  if (cells.length === 1) append(story.blocks, cells[0]?.blocks ?? []);
  else if (table && cells.length > 0) story.blocks.push(draftTable(table));
}

/** A field's code runs from begin to separate; nested fields stack. */
function readField(state: State, attributes: Attributes): void {
  const fields = state.stories.at(-1)?.open?.fields;
  const type = attributes['w:fldCharType'];
  if (type === 'begin') fields?.push('code');
  else if (type === 'end') fields?.pop();
  else if (fields && fields.length > 0) fields[fields.length - 1] = 'result';
}
