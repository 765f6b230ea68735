import { findCodes } from '../../framework/codes.ts';
import { fold } from '../../kernel/text.ts';
import { readAgencies } from '../agencies.ts';
import type { FieldReading, Role, Task, TaskField } from '../model.ts';
import { roles } from '../model.ts';
import { readSchedule } from '../schedule.ts';
import { readTargets } from '../targets.ts';
import { findComponent } from './component.ts';
import { stretchesOf } from './doubted.ts';
import type { Facts } from './facts.ts';
import { notesOf } from './notes.ts';
import { type Context, innermost, type OpenGroup, outermost } from './outline.ts';
import type { Field, Row, Slot } from './row.ts';
import { isNameBrokenOff } from './wording.ts';

/** A row of a sheet, under what stands above it, as a task. */
export function toTask(row: Row, context: Context, facts: Facts): Task {
  const text = row.slots.text ?? (row.slots.component as Slot);
  const component = componentOf(row, text, context);
  const place = placeOf(row, text, component.text, context);
  const agencies = agenciesOf(row, facts);
  const time = row.slots.time?.text ?? null;
  const { schedule, confidence: scheduled } =
    time === null ? { schedule: null, confidence: 0.95 } : readSchedule(time, context.year);
  const result = row.slots.result?.text ?? null;
  const said = { index: context.index, component: component.text, text: text.text, result, time, ...agencies.names };
  const targets = [...(result === null ? [] : readTargets(result)), ...readTargets(text.text)];
  const confidences: Record<TaskField, number> = {
    index: context.index === null ? 0.5 : context.indexConfidence,
    dimension: place.dimensionConfidence,
    component: component.confidence,
    codes: place.codesConfidence,
    text: ofSlot(text),
    result: row.slots.result ? ofSlot(row.slots.result) : missing('result', facts),
    ...agencies.confidences,
    time: row.slots.time ? ofSlot(row.slots.time) : missing('time', facts),
    schedule: Math.min(scheduled, row.slots.time ? ofSlot(row.slots.time) : missing('time', facts)),
    targets: targets.length > 0 ? 0.9 : 0.95,
  };
  const task = { dimension: place.dimension, codes: place.codes, ...said, schedule, targets };
  return {
    ...task,
    source: sourceOf(row),
    fields: fieldsOf(row, context, text, confidences),
    notes: notesOf(said, row),
  };
}

function componentOf(row: Row, text: Slot, context: Context): { text: string | null; confidence: number } {
  const slot = row.slots.component;
  if (slot && row.slots.text) return { text: slot.text, confidence: ofSlot(slot) };
  if (!slot && context.component) return { text: context.component.text, confidence: 0.85 };
  return findComponent(text, context);
}

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
  const inferred = dimension === null ? Math.min(0.85, found.confidence) : (group as OpenGroup).confidence;
  return {
    dimension: told,
    dimensionConfidence: told === null ? 0.6 : inferred,
    codes: found.codes,
    codesConfidence: found.confidence,
  };
}

/** A PAPI row numbered "3.2" without any group row. */
function byNumber(row: Row, context: Context): number | null {
  const found = /^([1-8])\.\d/.exec(row.slots.number?.text ?? '');
  return found && context.index === 'PAPI' && context.groups.length === 0 ? Number(found[1]) : null;
}

type Agencies = { names: Record<Role, string[]>; confidences: Record<Role, number> };

/** "X phối hợp với Y" moves Y to those who cooperate. */
function agenciesOf(row: Row, facts: Facts): Agencies {
  const names: Record<Role, string[]> = { lead: [], implement: [], cooperate: [], monitor: [] };
  const confidences: Record<Role, number> = { lead: 1, implement: 1, cooperate: 1, monitor: 1 };
  for (const role of roles) {
    const slot = row.slots[role];
    if (!slot) {
      confidences[role] = Math.min(confidences[role], missing(role, facts));
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
  return { names, confidences };
}

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

/** Nothing printed: certain where the table has no such column, doubtful where other rows fill it. */
function missing(field: Field, facts: Facts): number {
  return facts.usual.has(field) ? 0.5 : 0.95;
}

/** A cell as printed under a header we know; less where its halves were put together or its column is a guess. */
function ofSlot(slot: Slot): number {
  return Math.round(Math.min(slot.confidence, slot.torn ? 0.8 : 1) * 100) / 100;
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
