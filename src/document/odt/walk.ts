import { addRun, type DraftBlock, draftParagraph, plainRun, type Run } from '../draft.ts';
import { limits } from '../limits.ts';
import { type Attributes, TreeBuilder, whole, type XmlHandler } from '../package/xml.ts';
import { Refusal } from '../refuse.ts';
import { type Lists, openLists } from './lists.ts';
import { type Look, type OdtStyles, openStyles, styleParts } from './styles.ts';
import {
  addColumns,
  closeCell,
  closeRow,
  coverCell,
  finishTable,
  newTable,
  type OpenTable,
  openCell,
  openRow,
} from './table.ts';

/**
 * Walks the text of an OpenDocument file as it is parsed. Styles stand before the text they are for, in the same part or
 * in one read earlier. What was deleted, notes, comments, forms and lists of contents are left out.
 */
export type Walk = XmlHandler & { finish(): DraftBlock[] };

type OpenParagraph = {
  runs: Run[];
  look: Look;
  looks: Look[];
  label: string | undefined;
  heading: number | null;
  after: DraftBlock[];
};
/** Where blocks go: the body, a cell, a text box. */
type Story = { blocks: DraftBlock[]; open: OpenParagraph | undefined };
type State = {
  styles: OdtStyles;
  lists: Lists;
  stories: Story[];
  tables: OpenTable[];
  /** attributes of the open cells: how often each is repeated is known at its end */
  cells: Attributes[];
  /** changes that took text away, and which of them are open: some programs leave the text where it stood */
  deletions: Set<string>;
  deleting: Set<string>;
  region: string;
  pieces: number;
  characters: number;
};

export function walkText(styles = openStyles()): Walk {
  const lists = openLists(styles);
  const state: State = {
    styles,
    lists,
    stories: [{ blocks: [], open: undefined }],
    tables: [],
    cells: [],
    deletions: new Set(),
    deleting: new Set(),
    region: '',
    pieces: 0,
    characters: 0,
  };
  let skipped = 0;
  let tree: TreeBuilder | undefined;
  return {
    finish: () => state.stories[0]?.blocks ?? [],
    open(name, attributes) {
      if (skipped > 0) skipped++;
      else if (tree) tree.open(name, attributes);
      else if (styleParts.has(name)) {
        tree = new TreeBuilder();
        tree.open(name, attributes);
      } else if (name === 'text:deletion') {
        state.deletions.add(state.region);
        skipped = 1;
      } else if (leftOut.has(name) || attributes['text:display'] === 'none') skipped = 1;
      else opening[name]?.(state, attributes);
    },
    close(name) {
      if (skipped > 0) skipped--;
      else if (tree) {
        if (!tree.close()) return;
        if (tree.root) state.styles.add(tree.root);
        tree = undefined;
      } else closing[name]?.(state);
    },
    text(text) {
      if (skipped === 0 && !tree && state.stories.at(-1)?.open) write(state, text.replace(/[\t\r\n]/g, ' '));
    },
  };
}

const leftOut = new Set(
  (
    'text:insertion text:format-change text:note office:annotation office:annotation-end text:ruby-text text:table-of-content ' +
    'text:illustration-index text:table-index text:object-index text:alphabetical-index text:bibliography ' +
    'text:sequence-decls text:variable-decls text:user-field-decls office:forms office:scripts office:settings ' +
    'office:meta office:master-styles draw:image draw:object draw:object-ole draw:plugin draw:applet ' +
    'draw:glue-point svg:title svg:desc text:hidden-text office:event-listeners'
  ).split(' '),
);

const opening: Record<string, (state: State, attributes: Attributes) => void> = {
  'text:p': (state, attributes) => openParagraph(state, attributes, null),
  'text:h': (state, attributes) => openParagraph(state, attributes, whole(attributes['text:outline-level']) ?? 1),
  'text:span': openSpan,
  'text:changed-region': (state, attributes) => {
    state.region = attributes['text:id'] ?? attributes['xml:id'] ?? '';
  },
  'text:change-start': ({ deletions, deleting }, attributes) => {
    const id = attributes['text:change-id'] ?? '';
    if (deletions.has(id)) deleting.add(id);
  },
  'text:change-end': ({ deleting }, attributes) => void deleting.delete(attributes['text:change-id'] ?? ''),
  'text:s': (state) => write(state, ' '),
  'text:tab': (state) => write(state, ' '),
  'text:line-break': (state) => write(state, '\n'),
  'text:list': ({ lists }, attributes) => lists.open(attributes),
  'text:list-item': ({ lists }, attributes) => lists.item(attributes, true),
  'text:list-header': ({ lists }, attributes) => lists.item(attributes, false),
  'draw:text-box': openStory,
  'draw:custom-shape': openStory,
  'table:table': (state) => {
    state.tables.push(newTable());
    state.lists.enter();
  },
  'table:table-header-rows': ({ tables }) => setHeader(tables, true),
  'table:table-column': ({ tables, styles }, attributes) => {
    const table = tables.at(-1);
    if (table) addColumns(table, attributes, styles);
  },
  'table:table-row': (state, attributes) => {
    countPiece(state);
    const table = state.tables.at(-1);
    if (table) openRow(table, attributes);
  },
  'table:table-cell': (state, attributes) => {
    countPiece(state);
    const table = state.tables.at(-1);
    state.stories.push({ blocks: table ? openCell(table, attributes) : [], open: undefined });
    state.cells.push(attributes);
  },
  'table:covered-table-cell': (state, attributes) => {
    countPiece(state);
    const table = state.tables.at(-1);
    if (table) coverCell(table, attributes);
    // What a covered place holds is not shown.
    state.stories.push({ blocks: [], open: undefined });
  },
};

const closing: Record<string, (state: State) => void> = {
  'text:p': closeParagraph,
  'text:h': closeParagraph,
  'text:span': ({ stories }) => {
    const paragraph = stories.at(-1)?.open;
    if (paragraph) paragraph.look = paragraph.looks.pop() ?? paragraph.look;
  },
  'text:list': ({ lists }) => lists.close(),
  'draw:text-box': closeStory,
  'draw:custom-shape': closeStory,
  'table:table': (state) => {
    const table = state.tables.pop();
    state.lists.leave();
    if (table) append(state.stories.at(-1)?.blocks, finishTable(table));
  },
  'table:table-header-rows': ({ tables }) => setHeader(tables, false),
  'table:table-row': ({ tables }) => {
    const table = tables.at(-1);
    if (table) closeRow(table);
  },
  'table:table-cell': (state) => {
    state.stories.pop();
    const [table, attributes] = [state.tables.at(-1), state.cells.pop()];
    if (table && attributes) closeCell(table, attributes);
  },
  'table:covered-table-cell': ({ stories }) => void stories.pop(),
};

function setHeader(tables: OpenTable[], inHeader: boolean): void {
  const table = tables.at(-1);
  if (table) table.inHeader = inHeader;
}

function countPiece(state: State): void {
  if (++state.pieces > limits.paragraphs) throw new Refusal('document-too-complex');
}

/** One by one: a spread of very many blocks would overflow the stack. */
function append(blocks: DraftBlock[] | undefined, more: DraftBlock[]): void {
  for (const block of more) blocks?.push(block);
}

function openParagraph(state: State, attributes: Attributes, level: number | null): void {
  countPiece(state);
  const look = state.styles.find('paragraph', attributes['text:style-name']);
  const heading = level ?? look.outline ?? null;
  const label = state.lists.label() ?? (level === null ? undefined : state.lists.heading(level));
  const runs = label?.glued ? [plainRun(label.text)] : [];
  const story = state.stories.at(-1) as Story;
  story.open = {
    runs,
    look,
    looks: [],
    label: label?.glued ? undefined : label?.text,
    heading: heading !== null && heading >= 1 && heading <= 6 ? heading : null,
    after: [],
  };
}

function closeParagraph(state: State): void {
  const story = state.stories.at(-1) as Story;
  const paragraph = story.open;
  story.open = undefined;
  if (!paragraph) return;
  const { runs, heading, look, looks, label } = paragraph;
  const align = (looks[0] ?? look).align ?? null;
  story.blocks.push(draftParagraph(runs, { label: label ?? null, heading, align }));
  append(story.blocks, paragraph.after);
}

/** A span's look is its own over that of what it stands in. */
function openSpan({ stories, styles }: State, attributes: Attributes): void {
  const paragraph = stories.at(-1)?.open;
  if (!paragraph) return;
  paragraph.looks.push(paragraph.look);
  const stated = styles.find('text', attributes['text:style-name']);
  paragraph.look = { ...paragraph.look, ...stated };
}

function write(state: State, text: string): void {
  state.characters += text.length;
  if (state.characters > limits.characters) throw new Refusal('document-too-complex');
  const paragraph = state.stories.at(-1)?.open;
  if (!paragraph || paragraph.look.hidden || state.deleting.size > 0) return;
  const { bold = false, italic = false, underline = false, caps, legacy = null } = paragraph.look;
  const run: Run = { text: caps && legacy === null ? text.toLocaleUpperCase('vi') : text, bold, italic, underline };
  if (legacy) run.legacy = legacy;
  addRun(paragraph.runs, run);
}

function openStory(state: State): void {
  state.stories.push({ blocks: [], open: undefined });
  state.lists.enter();
}

/** A text box is read where it is anchored: before the paragraph if that has no text yet, else after it. */
function closeStory(state: State): void {
  const blocks = state.stories.pop()?.blocks ?? [];
  state.lists.leave();
  const story = state.stories.at(-1) as Story;
  const begun = story.open?.runs.some(({ text }) => /\S/.test(text));
  append(begun ? story.open?.after : story.blocks, blocks);
}
