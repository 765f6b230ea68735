import { findCodes } from '../../framework/codes.ts';
import { fold } from '../../kernel/text.ts';
import { readAgencies } from '../../place/agencies.ts';
import type { FieldReading, Role, Task, TaskField } from '../model.ts';
import { roles } from '../model.ts';
import { readSchedule } from '../schedule.ts';
import { readTargets } from '../targets.ts';
import { type FoundComponent, findComponent } from './component.ts';
import { stretchesOf } from './doubted.ts';
import type { Facts } from './facts.ts';
import { notesOf } from './notes.ts';
import { type Context, innermost, type OpenGroup, outermost } from './outline.ts';
import type { Field, Row, Slot } from './row.ts';
import { isNameBrokenOff } from './wording.ts';

/** A row of a sheet, under what stands above it, as a task. */
export function toTask(row: Row, context: Context, facts: Facts): Task {
  const text = row.slots.text ?? (row.slots.component as Slot);
  const component = componentOf(row, text, context, facts);
  const place = placeOf(row, text, component.text, context);
  const agencies = agenciesOf(row, facts, context.charge ?? []);
  const time = row.slots.time?.text ?? null;
  const { schedule, confidence: scheduled } =
    time === null ? { schedule: null, confidence: 0.95 } : readSchedule(time, context.year);
  const result = row.slots.result?.text ?? null;
  const said = { index: context.index, component: component.text, text: text.text, result, time, ...agencies.names };
  const targets = [...(result === null ? [] : readTargets(result)), ...readTargets(text.text)];
  const confidences: Record<TaskField, number> = {
    index: context.indexConfidence,
    dimension: place.dimensionConfidence,
    component: component.confidence,
    codes: place.codesConfidence,
    text: ofSlot(text),
    result: row.slots.result ? ofSlot(row.slots.result) : missing('result', facts, row),
    ...agencies.confidences,
    time: row.slots.time ? ofSlot(row.slots.time) : missing('time', facts, row),
    schedule: Math.min(scheduled, row.slots.time ? ofSlot(row.slots.time) : missing('time', facts, row)),
    targets: Math.min(targets.length > 0 ? 0.9 : NONE, doubt(text), doubt(row.slots.result)),
  };
  const task = { dimension: place.dimension, codes: place.codes, ...said, schedule, targets };
  return {
    ...task,
    source: sourceOf(row),
    fields: fieldsOf(row, context, text, confidences),
    notes: notesOf(said, row),
  };
}

function componentOf(row: Row, text: Slot, context: Context, facts: Facts): FoundComponent {
  const slot = row.slots.component;
  if (slot && row.slots.text) {
    // Which of two columns is the component is told by the headers; that several tasks share it bears them out.
    const told = facts.sharesComponents ? { ...slot, confidence: Math.max(slot.confidence, SURE) } : slot;
    return { text: slot.text, confidence: ofSlot(told) };
  }
  if (row.alone) return { text: null, confidence: SURE };
  if (!slot && context.component) return { text: context.component.text, confidence: 0.85 };
  return findComponent(text, context, facts);
}

/** What one more sign bears out. */
const SURE = 0.92;

type Placed = { dimension: Task['dimension']; dimensionConfidence: number; codes: string[]; codesConfidence: number };

/** Dimension and codes: the group row says the first, the framework the second, and the first where there is no group row. */
function placeOf(row: Row, text: Slot, component: string | null, context: Context): Placed {
  const group = outermost(context);
  const dimension = group?.group.dimension ?? null;
  const found = findCodes({
    index: context.index,
    year: context.year,
    dimension,
    component,
    text: text.text,
    group: group?.printed ?? null,
  });
  const told = dimension ?? byNumber(row, context) ?? (found.dimension as Task['dimension']);
  // A sub-dimension found by its name lies in one dimension only.
  const inferred = dimension === null ? Math.min(SURE, found.confidence) : (group as OpenGroup).confidence;
  const framed = context.index === 'PAPI' || context.index === 'SIPAS' || context.index === 'PAR INDEX';
  return {
    dimension: told,
    dimensionConfidence: told === null ? without(framed, context, 0.6) : inferred,
    codes: found.codes,
    codesConfidence: found.codes.length === 0 ? without(framed, context, found.confidence) : found.confidence,
  };
}

/** An index whose parts we do not know has no dimension or code to miss; so has none at all, as surely as it is none. */
function without(framed: boolean, context: Context, otherwise: number): number {
  if (framed) return otherwise;
  return context.index === null ? context.indexConfidence : NONE;
}

/** A PAPI row numbered "3.2" without any group row. */
function byNumber(row: Row, context: Context): number | null {
  const found = /^([1-8])\.\d/.exec(row.slots.number?.text ?? '');
  return found && context.index === 'PAPI' && context.groups.length === 0 ? Number(found[1]) : null;
}

type Agencies = { names: Record<Role, string[]>; confidences: Record<Role, number> };

/** "X phối hợp với Y" moves Y to those who cooperate. */
function agenciesOf(row: Row, facts: Facts, charge: string[]): Agencies {
  const names: Record<Role, string[]> = { lead: [], implement: [], cooperate: [], monitor: [] };
  const confidences: Record<Role, number> = { lead: 1, implement: 1, cooperate: 1, monitor: 1 };
  for (const role of roles) {
    const slot = row.slots[role];
    if (!slot) {
      confidences[role] = Math.min(confidences[role], missing(role, facts, row));
      continue;
    }
    const cell = oneALine(slot.text);
    const read = readAgencies(cell, { doubtful: stretchesOf(cell, slot.doubted) });
    names[role] = join(names[role], role === 'cooperate' ? [...read.names, ...read.cooperate] : read.names);
    if (role !== 'cooperate') names.cooperate = join(names.cooperate, read.cooperate);
    confidences[role] = Math.min(confidences[role], read.confidence, ofSlot(slot));
    if (read.cooperate.length > 0) confidences.cooperate = Math.min(confidences.cooperate, 0.85);
  }
  for (const role of roles)
    if (row.slots[role]?.torn) names[role] = completeTorn(names[role], Object.values(names).flat());
  const led = ['lead', 'implement'] as const;
  if (charge.length > 0 && led.every((role) => !row.slots[role] && !facts.usual.has(role))) {
    names.lead = charge;
    confidences.lead = CHARGED;
  }
  return { names, confidences };
}

/** Told by a heading for all below it. */
const CHARGED = 0.9;

/** A line ends a name as a semicolon does. */
function oneALine(text: string): string {
  return text.replace(/(?<![\s,;:.])\n/g, ';\n');
}

/** A name that lost its end between two pages ("Phòng Nội vụ thành") is completed from the row's other cells. */
function completeTorn(names: string[], all: string[]): string[] {
  return names.map((name) => {
    const start = `${fold(name)} `;
    const whole = isNameBrokenOff(name) ? all.find((other) => fold(other).startsWith(start)) : undefined;
    return whole === undefined ? name : name + whole.slice(name.length);
  });
}

function join(some: string[], more: string[]): string[] {
  return [...new Set([...some, ...more])];
}

/** Nothing of a kind the document does not have. */
const NONE = 0.95;

/**
 * Nothing printed: certain where the table has no such column; where other rows fill it, an empty cell is one as long as
 * the format shows it, and no page was cut there that may have taken it away.
 */
function missing(field: Field, facts: Facts, row: Row): number {
  if (!facts.usual.has(field)) return NONE;
  const torn = row.atCut || Object.values(row.slots).some((slot) => slot.torn);
  // A task nobody has to do is more likely torn from the one above.
  const nobody = isRole(field) && roles.every((role) => !row.slots[role]);
  return torn || nobody || row.inferred ? 0.5 : 0.9;
}

const isRole = (field: Field): boolean => (roles as readonly string[]).includes(field);

/** A cell as printed under a header we know; less where halves were put together, words doubted or its column guessed. */
function ofSlot(slot: Slot): number {
  return Math.round(Math.min(slot.confidence, slot.torn ? 0.8 : 1, doubt(slot)) * 100) / 100;
}

/** A word the recognition doubts makes its field doubtful. */
function doubt(slot: Slot | undefined): number {
  return slot?.doubted ? 0.8 : 1;
}

function sourceOf({ source: { page, table, row, line } }: Row): Task['source'] {
  return { page, table, row, line };
}

function fieldsOf(row: Row, context: Context, text: Slot, confidences: Record<TaskField, number>): Task['fields'] {
  const group = innermost(context)?.slot;
  const component = row.slots.component ?? context.component ?? text;
  const cells: Partial<Record<TaskField, Slot | undefined>> = {
    ...row.slots,
    index: context.groups.find(({ ofIndex }) => ofIndex)?.slot,
    dimension: row.slots.dimension ?? group,
    component,
    codes: component,
    text,
    schedule: row.slots.time,
    targets: row.slots.result ?? text,
  };
  const entries = Object.entries(confidences).map(([field, confidence]) => [
    field,
    reading(row, cells[field as TaskField], confidence),
  ]);
  return Object.fromEntries(entries) as Task['fields'];
}

function reading(row: Row, slot: Slot | undefined, confidence: number): FieldReading {
  const { page, table, row: number, line } = slot?.source ?? row.source;
  return { confidence, source: { page, table, row: number, line, cell: slot?.cell ?? null } };
}
