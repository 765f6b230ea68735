import type { Document, Paragraph } from '../../document/model.ts';
import { squish } from '../../kernel/text.ts';
import { startsWithAct } from './acts.ts';
import { isOtherLabel, isPerson, type Label, type LabelLine, readLabelLine } from './label.ts';
import { splitNumber } from './number.ts';
import type { Row, Slot } from './row.ts';
import { flow } from './wording.ts';

/**
 * Tasks told in prose as lists of labels: "- Cơ quan chủ trì: …", "- Thời gian thực hiện: …" under what is to be done, or
 * behind it on the same line. They say what a row of a table says, so they become rows.
 */
export type LabelledTask = {
  row: Row;
  /** numbered headings above it, from outer to inner */
  headings: Paragraph[];
  paragraphs: Paragraph[];
};

type Labelled = Label & { paragraph: Paragraph; more: Paragraph[] };
type Open = { before: Paragraph[]; headings: Paragraph[]; labels: Labelled[]; besides: Paragraph[] };

/** Who, and something more: one label alone is an ordinary sentence with a colon. */
const ENOUGH = 2;

export function findLabelled(document: Document): LabelledTask[] {
  const found = collect(document, false);
  // Where an office lists its tasks by labels, one label is enough for the next.
  return found.length > 0 ? collect(document, true) : found;
}

function collect(document: Document, certain: boolean): LabelledTask[] {
  const found: LabelledTask[] = [];
  let open: Open = { before: [], headings: [], labels: [], besides: [] };
  const close = () => {
    if (open.labels.length === 0) return;
    found.push(...toTasks(open, certain));
    open = { ...open, before: [], labels: [], besides: [] };
  };
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      close();
      open = { ...open, before: [], headings: [] };
      continue;
    }
    const line = readLabelLine(block);
    if (line && line.told === '') open.labels.push(...line.labels.map((label) => labelled(label, block)));
    else if (line) {
      close();
      open = { ...open, before: [], headings: nest(open.headings, block) };
      found.push(...toldAtOnce(block, line, open.headings, certain));
    } else if (continuesLabel(block, open.labels)) extend(open.labels, block);
    else if (open.labels.length > 0 && isOtherLabel(block.text)) open.besides.push(block);
    else {
      close();
      open = { ...open, headings: nest(open.headings, block) };
      if (restarts(block)) open.before = [];
      open.before.push(block);
    }
  }
  close();
  return found;
}

const labelled = (label: Label, paragraph: Paragraph): Labelled => ({ ...label, paragraph, more: [] });

/** Agencies listed under their label, one line each. */
function continuesLabel(paragraph: Paragraph, labels: Labelled[]): boolean {
  const last = labels.at(-1);
  if (!last || !paragraph.clause) return false;
  const listed =
    last.value === '' || (last.value.startsWith('\n') && last.more[0]?.clause?.kind === paragraph.clause.kind);
  if (listed) return paragraph.clause.kind === 'dash' || paragraph.clause.kind === 'plus';
  if (!last.paragraph.clause) return last.more.length > 0 && paragraph.clause.kind === last.more[0]?.clause?.kind;
  return paragraph.clause.depth > last.paragraph.clause.depth && paragraph.clause.kind !== 'decimal';
}

function extend(labels: Labelled[], paragraph: Paragraph): void {
  const last = labels.at(-1) as Labelled;
  labels[labels.length - 1] = { ...last, value: `${last.value}\n${paragraph.text}`, more: [...last.more, paragraph] };
}

function isHeading({ clause }: Paragraph): boolean {
  return clause !== null && clause.kind !== 'dash' && clause.kind !== 'plus';
}

/** What comes after a number is about that number; items with letters may share the labels below them all. */
const restarts = ({ clause, heading, text }: Paragraph): boolean =>
  clause === null ? heading !== null || numberedByWord.test(text) : clause.depth < LETTER;
/** "Nhiệm vụ 1: Quy hoạch điểm du lịch" */
const numberedByWord = /^(?:nhiệm vụ|nội dung|giải pháp|hoạt động|dự án|nhóm)\s+(?:số\s+)?(?:\d{1,2}|[IVX]+)\s*[:.]/iu;
const LETTER = 5;

function nest(headings: Paragraph[], paragraph: Paragraph): Paragraph[] {
  if (!isHeading(paragraph)) return headings;
  const depth = paragraph.clause?.depth ?? 0;
  return [...headings.filter((one) => (one.clause?.depth ?? 0) < depth), paragraph];
}

/** One line that says what, who and when. */
function toldAtOnce(
  paragraph: Paragraph,
  { told, labels, bracketed }: LabelLine,
  headings: Paragraph[],
  certain: boolean,
): LabelledTask[] {
  const fields = labels.filter(({ value }) => value !== '').map((label) => labelled(label, paragraph));
  if (!isEnough(fields, bracketed || certain) || fields.some(({ value }) => isPerson(value))) return [];
  const text = splitNumber(told).rest.replace(/^[-–+•*]\s*/u, '');
  const slots = { ...slotsOf(fields), text: slotOf(flow(text), paragraph) };
  return [
    { row: rowOf(slots, paragraph), headings: headings.filter((one) => one !== paragraph), paragraphs: [paragraph] },
  ];
}

function isEnough(labels: Labelled[], certain: boolean): boolean {
  const fields = new Set(labels.map(({ field }) => field));
  if (!fields.has('lead') && !fields.has('implement')) return false;
  const noun = labels.some(({ sure, field }) => sure && (field === 'lead' || field === 'implement'));
  return fields.size >= ENOUGH || (noun && certain);
}

/** What the labels are about: the items above them where they share the labels, else the numbered item. */
function toTasks({ before, headings, labels, besides }: Open, certain: boolean): LabelledTask[] {
  const fields = labels.filter(({ value }) => value !== '');
  const items = sharingItems(before, labels[0]?.paragraph);
  const first = before[0];
  if (!first || fields.length === 0 || fields.some(({ value }) => isPerson(value))) return [];
  if (!isEnough(fields, items.length > 0 || certain)) return [];
  const paragraphs = [...besides, ...labels.flatMap((one) => [one.paragraph, ...one.more])];
  const tasks = items.length > 0 ? items.map((item) => itemTask(item, before, fields)) : [wholeTask(before, fields)];
  const told = items.length > 0 || restarts(first) ? before : before.slice(-1);
  const above = headings.filter((one) => !told.includes(one));
  return tasks.map((row, at) => ({ row, headings: above, paragraphs: at === 0 ? [...told, ...paragraphs] : [] }));
}

/** An item with what hangs under it. */
type Item = [Paragraph, ...Paragraph[]];

/**
 * "a) … b) … c) …" and one line of labels for all of them. Bullets are items too where the line of labels is none of them
 * and each says an act; else they are the parts of one task.
 */
function sharingItems(before: Paragraph[], line: Paragraph | undefined): Item[] {
  const letters = group(before, 'letter');
  if (letters.length > 0) return letters;
  const bullets = group(before, 'dash');
  const acts = bullets.every(([{ text }]) => startsWithAct(bare(text)));
  return line?.clause === null && bullets.length > 1 && acts ? bullets : [];
}

function group(before: Paragraph[], kind: 'letter' | 'dash'): Item[] {
  const items: Item[] = [];
  for (const one of before) {
    if (one.clause?.kind === kind) items.push([one]);
    else items.at(-1)?.push(one);
  }
  return items;
}

const bare = (text: string): string =>
  splitNumber(
    squish(text)
      .replace(/^[-–+•*]\s*/u, '')
      .replace(numberedByWord, ''),
  ).rest.trim();

function itemTask([item, ...under]: Item, before: Paragraph[], fields: Labelled[]): Row {
  const text = flow([bare(item.text), ...under.map((one) => one.text)].join('\n'));
  const head = before[0] && restarts(before[0]) ? before[0] : undefined;
  const component: Partial<Row['slots']> = head ? { component: slotOf(titleOf(head), head) } : {};
  return rowOf({ ...slotsOf(fields), ...component, text: slotOf(text, item) }, item);
}

const titleOf = ({ text }: Paragraph): string => bare(text).replace(/[:.]$/, '');

function wholeTask(before: Paragraph[], fields: Labelled[]): Row {
  const told = restarts(before[0] as Paragraph) ? before : before.slice(-1);
  const [head, ...body] = told as Item;
  const slots = slotsOf(fields);
  const text = body.length > 0 ? flow(body.map((one) => one.text).join('\n')) : bare(head.text);
  if (body.length > 0) slots.component = slotOf(titleOf(head), head);
  slots.text = slotOf(
    text.replace(/^(?:- )?(?:nội dung|nhiệm vụ)(?: thực hiện)?(?: (?:số )?\d{1,2})?:\s*/iu, ''),
    body[0] ?? head,
  );
  return rowOf(slots, head);
}

function slotsOf(labels: Labelled[]): Row['slots'] {
  const slots: Row['slots'] = {};
  for (const { field, value, paragraph } of labels) slots[field] ??= slotOf(flow(value), paragraph);
  return slots;
}

function rowOf(slots: Row['slots'], { source }: Paragraph): Row {
  return { slots, unknown: [], source, wide: false, atCut: false };
}

/** Read from prose: likely, not certain. */
export function slotOf(text: string, { id, source }: Pick<Paragraph, 'id' | 'source'>): Slot {
  return { text, cell: id, source, begins: true, torn: false, span: 1, bold: false, strongTo: 0, confidence: 0.85 };
}
