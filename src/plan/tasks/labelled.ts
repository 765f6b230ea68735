import type { Document, Paragraph } from '../../document/model.ts';
import { squish } from '../../kernel/text.ts';
import { findWording } from './columns.ts';
import { splitNumber } from './number.ts';
import { agencyFields, type Field, type Row, type Slot } from './row.ts';
import { flow } from './wording.ts';

/**
 * Tasks told in prose as lists of labels: "- Cơ quan chủ trì: …", "- Thời gian thực hiện: …" under what is to be done. They
 * say what a row of a table says, so they become rows.
 */
export type LabelledTask = {
  row: Row;
  /** numbered headings above it, from outer to inner */
  headings: Paragraph[];
  paragraphs: Paragraph[];
};

type Labelled = { field: Field; value: string; paragraph: Paragraph; more: Paragraph[] };

/** Who, and something more: one label alone is an ordinary sentence with a colon. */
const ENOUGH = 2;

export function findLabelled(document: Document): LabelledTask[] {
  const found: LabelledTask[] = [];
  let before: Paragraph[] = [];
  let headings: Paragraph[] = [];
  let labels: Labelled[] = [];
  const close = () => {
    const task = toTask(labels, before, headings);
    if (task) found.push(task);
    if (labels.length > 0) before = [];
    labels = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      close();
      [before, headings] = [[], []];
      continue;
    }
    const label = readLabel(block);
    if (label) labels.push(label);
    else if (continuesLabel(block, labels)) extend(labels, block);
    else {
      close();
      headings = nest(headings, block);
      before = isHeading(block) ? [block] : [...before, block];
    }
  }
  close();
  return found;
}

/** "- Cơ quan chủ trì: Sở Nội vụ." */
function readLabel(paragraph: Paragraph): Labelled | undefined {
  const found = /^(?:[-–+•*]\s*|\(?[a-zđ\d]{1,2}[.)]\s*)?([^:]{2,70}):\s*(.*)$/su.exec(squish(paragraph.text));
  const [, label = '', value = ''] = found ?? [];
  if (!found || value === '' || /[.;,]\s/.test(label.replace(/,\s(?=\p{Ll})/gu, ' '))) return undefined;
  const { wording, confidence } = findWording(label);
  const field = wording as Field;
  const agency = (agencyFields as readonly string[]).includes(field) && confidence >= 0.9;
  const known = agency || field === 'time' || (field === 'result' && label.split(' ').length <= 6);
  return known ? { field, value: value.replace(/[.;]$/, ''), paragraph, more: [] } : undefined;
}

/** Agencies listed under their label, one line each. */
function continuesLabel(paragraph: Paragraph, labels: Labelled[]): boolean {
  const last = labels.at(-1);
  if (!last?.paragraph.clause || !paragraph.clause) return false;
  return paragraph.clause.depth > last.paragraph.clause.depth && paragraph.clause.kind !== 'decimal';
}

function extend(labels: Labelled[], paragraph: Paragraph): void {
  const last = labels.at(-1) as Labelled;
  labels[labels.length - 1] = { ...last, value: `${last.value}\n${paragraph.text}`, more: [...last.more, paragraph] };
}

function isHeading({ clause }: Paragraph): boolean {
  return clause !== null && clause.kind !== 'dash' && clause.kind !== 'plus';
}

function nest(headings: Paragraph[], paragraph: Paragraph): Paragraph[] {
  if (!isHeading(paragraph)) return headings;
  const depth = paragraph.clause?.depth ?? 0;
  return [...headings.filter((one) => (one.clause?.depth ?? 0) < depth), paragraph];
}

/** What the labels are about: the numbered item above them, its title the component where more text follows. */
function toTask(labels: Labelled[], before: Paragraph[], headings: Paragraph[]): LabelledTask | undefined {
  const fields = new Set(labels.map(({ field }) => field));
  const done = fields.has('lead') || fields.has('implement');
  const first = before[0];
  if (!done || fields.size < ENOUGH || !first) return undefined;
  const numbered = isHeading(first);
  const told = numbered ? before : before.slice(-1);
  const [head, ...body] = told as [Paragraph, ...Paragraph[]];
  const title = splitNumber(squish(head.text)).rest;
  const slots: Row['slots'] = {};
  for (const { field, value, paragraph } of labels) slots[field] ??= slotOf(flow(value), paragraph);
  const text = body.length > 0 ? flow(body.map((one) => one.text).join('\n')) : title;
  if (body.length > 0) slots.component = slotOf(title.replace(/[:.]$/, ''), head);
  slots.text = slotOf(text.replace(/^(?:nội dung|nhiệm vụ)(?: thực hiện)?:\s*/iu, ''), body[0] ?? head);
  const row: Row = { slots, unknown: [], source: head.source, wide: false, atCut: false };
  return {
    row,
    headings: headings.filter((one) => one !== head),
    paragraphs: [...told, ...labels.flatMap((one) => [one.paragraph, ...one.more])],
  };
}

/** Read from prose: likely, not certain. */
export function slotOf(text: string, { id, source }: Paragraph): Slot {
  return { text, cell: id, source, begins: true, torn: false, span: 1, bold: false, strongTo: 0, confidence: 0.85 };
}
