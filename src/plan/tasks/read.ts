import type { Document, Paragraph } from '../../document/model.ts';
import { findDimension } from '../../framework/codes.ts';
import { fold, squish } from '../../kernel/text.ts';
import type { DocumentHead, Group, Task, Warning } from '../model.ts';
import { startsWithAct } from './acts.ts';
import { chargeOf } from './charge.ts';
import { type Facts, factsOf, headingText } from './facts.ts';
import { fillCharges } from './fill-charges.ts';
import { findHeading, type NamesDimension } from './heading.ts';
import { findIndex } from './index-of-sheet.ts';
import { findLabelled, type LabelledTask, slotOf } from './labelled.ts';
import { splitNumber } from './number.ts';
import { type Context, openGroup } from './outline.ts';
import { own, type Row, type Slot } from './row.ts';
import { findSheets, type Sheet } from './sheets.ts';
import { fillDittos, stitch } from './stitch.ts';
import { toTask } from './task.ts';

export type ReadTasks = {
  tasks: Task[];
  groups: Group[];
  warnings: Warning[];
  /** paragraphs of the prose that were read as tasks: they are no duties besides */
  taken: Paragraph[];
};

/**
 * The tasks of a document's tables. Tables cut by pages are put together and torn rows joined; then each row is read under
 * the groups and merged components above it. A document without task tables gives none, and says so.
 */
export function readTasks(document: Document, head: DocumentHead): ReadTasks {
  const { sheets, warnings } = findSheets(document, head.type);
  const labelled = findLabelled(document);
  const read = [readLabelled(labelled, head), ...sheets.map((sheet) => readSheet(sheet, head))];
  const tasks = read.flatMap((one) => one.tasks);
  const columns = sheets.flatMap(unknownColumns);
  return {
    tasks,
    groups: read.flatMap((one) => one.groups),
    warnings: [...warnings, ...columns, ...emptiness(tasks)],
    taken: labelled.flatMap(({ paragraphs }) => paragraphs),
  };
}

/** Lists of labels, under those of their headings that name a dimension. */
function readLabelled(labelled: LabelledTask[], head: DocumentHead): { tasks: Task[]; groups: Group[] } {
  const [index = null, second] = head.indices;
  const start: Context = {
    index: second === undefined ? index : null,
    indexConfidence: 0.85,
    year: head.year,
    groups: [],
    component: null,
  };
  const facts = factsOf(labelled.map(({ row }) => row));
  const groups = new Map<string, Group>();
  const tasks = labelled.map(({ row, headings }) => {
    const context = headings.reduce((above, heading) => openHeading(above, heading, groups), start);
    return toTask(row, context, facts);
  });
  return { tasks, groups: [...groups.values()] };
}

function openHeading(context: Context, heading: Paragraph, groups: Map<string, Group>): Context {
  const text = squish(heading.text);
  const named = findDimension(context.index, context.year, text);
  if (named.dimension === null || named.confidence < 0.8) return context;
  const row: Row = { slots: {}, unknown: [], source: heading.source, wide: true, atCut: false };
  const opened = openGroup(context, row, slotOf(text, heading));
  const group = opened.groups.at(-1)?.group;
  if (group && !groups.has(heading.id)) groups.set(heading.id, group);
  return opened;
}

function readSheet(sheet: Sheet, head: DocumentHead): { tasks: Task[]; groups: Group[] } {
  const { index, confidence } = findIndex(sheet, head);
  const charge = captionCharge(sheet);
  const start: Context = { index, indexConfidence: confidence, year: head.year, groups: [], component: null, charge };
  const namesDimension: NamesDimension = (text) => {
    const found = findDimension(index, head.year, text);
    // A task may begin with words of a dimension's name ("Công khai thủ tục hành chính …"): an act must be the name itself.
    const enough = startsWithAct(splitNumber(text).rest) ? 0.95 : 0.8;
    return found.dimension !== null && found.confidence >= enough && !/[.;]$/.test(text);
  };
  const rows = sheet.rows.filter((row) => !isTotal(row));
  const facts = factsOf(rows);
  const whole = fillDittos(stitch(rows, facts, namesDimension));
  return walk(fillCharges(whole, sheet.columns), start, facts, namesDimension);
}

/** "2. Sở Tài chính:" just above a table: a numbered heading, not the office that issues the document. */
function captionCharge({ captions }: Pick<Sheet, 'captions'>): string[] {
  const last = captions.at(-1) ?? '';
  return splitNumber(last).label !== '' || last.endsWith(':') ? chargeOf(last) : [];
}

/** From top to bottom: group rows change what stands above, the others are tasks. */
function walk(
  rows: Row[],
  start: Context,
  facts: Facts,
  namesDimension: NamesDimension,
): { tasks: Task[]; groups: Group[] } {
  const tasks: Task[] = [];
  const groups: Group[] = [];
  let context = start;
  for (const [at, row] of rows.entries()) {
    const heading = findHeading(row, rows[at + 1], facts, namesDimension) ?? mergedDimension(row);
    if (heading) {
      context = openGroup(context, row, heading);
      groups.push(
        ...(context.groups.at(-1)?.group ? [(context.groups.at(-1) as Context['groups'][number]).group] : []),
      );
      if (heading !== row.slots.dimension || !row.slots.text) continue;
    }
    if (!row.slots.text && !row.slots.component) continue;
    const component = row.slots.text ? row.slots.component : undefined;
    if (component || row.alone) context = { ...context, component: component ?? null };
    tasks.push(toTask(row, context, facts));
  }
  return { tasks, groups };
}

/** A column for the dimension, merged over its tasks, stands for a group row. */
function mergedDimension(row: Row): Slot | undefined {
  return own(row, 'dimension') === '' ? undefined : row.slots.dimension;
}

function isTotal(row: Row): boolean {
  return /^(?:tong cong|tong so|tong|cong)$/.test(
    fold(headingText(row))
      .replace(/[^a-z ]/g, '')
      .trim(),
  );
}

/** A column we cannot place is kept in the notes of each row that fills it, and said once. */
function unknownColumns({ columns, rows, source }: Sheet): Warning[] {
  const headers = new Set(columns.filter(({ role }) => role === 'unknown').map(({ header }) => header));
  return [...headers]
    .filter((header) => rows.some((row) => row.unknown.some((one) => one.header === header)))
    .map((header) => ({
      code: 'unknown-column',
      message: `Cột “${header}” không thuộc loại cột đã biết; nội dung được giữ trong ghi chú của từng nhiệm vụ.`,
      source,
    }));
}

function emptiness(tasks: Task[]): Warning[] {
  if (tasks.length > 0) return [];
  const message =
    'Không tìm thấy bảng nhiệm vụ trong văn bản. Hãy kiểm tra phụ lục đã có trong tệp chưa, hoặc thêm nhiệm vụ bằng tay.';
  return [{ code: 'no-tasks', message, source: null }];
}
