import { longestRun } from '../compare/longest-run.ts';
import { matchTasks } from '../compare/match.ts';
import { changedFields } from '../compare.ts';
import type { DocumentHead, Reading, Task, TaskField, TaskFields } from '../model.ts';
import { certain, type Draft, type DraftTask, type HeadField, type ReviewAct } from '../review.ts';

/** The version that was worked on: what was read, under which ids, and what became of it. */
export type Worked = { reading: Reading; ids: readonly string[]; draft: Draft };

/** What a new version starts with. `reading` has the fields marked where a correction met something newly printed. */
export type CarriedOver = { reading: Reading; ids: string[]; acts: ReviewAct[] };

/**
 * Takes the work on one version over to the reading of another. A task that is printed again keeps its id; what an officer
 * changed in it is changed again where the new file prints what the old one did, else the new print stands and waits for an
 * eye. Tasks an officer took out stay out, tasks an officer added stay in.
 */
export function carryOver(worked: Worked, next: Reading, no: number): CarriedOver {
  const ids = idsFor(worked, next, no);
  const before = new Map(worked.reading.tasks.map((task, i) => [worked.ids[i] ?? '', task]));
  const final = new Map(worked.draft.tasks.map((task) => [task.id, task]));
  const results = next.tasks.map((task, i) => again(task, ids[i] as string, before, final));
  const reading = { ...next, tasks: results.map(({ task }) => task) };
  const acts = [...headActs(worked, next), ...results.flatMap((result) => result.acts)];
  return { reading, ids, acts: [...acts, ...addedActs(worked, ids, before), ...moveActs(worked, ids)] };
}

/** A printed task takes the id of the printed task it repeats, else of one an officer had added; else a new one. */
function idsFor({ reading, ids, draft }: Worked, next: Reading, no: number): string[] {
  const found: (string | undefined)[] = next.tasks.map(() => undefined);
  for (const { before, after } of matchTasks(reading.tasks, next.tasks)) found[after] = ids[before];
  const added = draft.tasks.filter(({ id }) => !ids.includes(id));
  const open = next.tasks.flatMap((task, at) => (found[at] === undefined ? [{ task, at }] : []));
  for (const { before, after } of matchTasks(
    added,
    open.map(({ task }) => task),
  )) {
    const place = open[after];
    if (place) found[place.at] = added[before]?.id;
  }
  return found.map((id, i) => id ?? `v${no}t${i + 1}`);
}

type Again = { task: Task; acts: ReviewAct[] };

function again(task: Task, id: string, before: Map<string, Task>, final: Map<string, DraftTask>): Again {
  const [old, worked] = [before.get(id), final.get(id)];
  if (!worked) return { task, acts: old ? [{ kind: 'remove', task: id }] : [] };
  const corrected = old ? changedFields(old, worked) : worked.corrected;
  const fresh = new Set(old ? changedFields(old, task) : corrected);
  const wanted = new Set(changedFields(task, worked));
  const kept = corrected.filter((field) => wanted.has(field) && !fresh.has(field));
  const met = corrected.filter((field) => wanted.has(field) && fresh.has(field));
  const acts = kept.map((field) => setAct(id, field, worked));
  const untouched = worked.accepted && fresh.size === 0;
  return { task: mark(task, met), acts: untouched ? [...acts, { kind: 'accept', tasks: [id] }] : acts };
}

const setAct = (task: string, field: TaskField, from: DraftTask): ReviewAct =>
  ({ kind: 'set', task, field, value: from[field] }) as ReviewAct;

/** A correction and a new print disagree: the officer decides. */
function mark(task: Task, fields: readonly TaskField[]): Task {
  if (fields.length === 0) return task;
  const doubt = fields.flatMap((field) => {
    const read = task.fields[field];
    return read ? [[field, { ...read, confidence: Math.min(read.confidence, certain - 0.2) }]] : [];
  });
  const notes = [...task.notes, ...fields.map((field) => `changed-since:${field}`)];
  return { ...task, fields: { ...task.fields, ...Object.fromEntries(doubt) }, notes };
}

const headFields: HeadField[] = ['type', 'number', 'symbol', 'date', 'year', 'place', 'issuer', 'title', 'indices'];

function headActs({ reading, draft }: Worked, next: Reading): ReviewAct[] {
  const differ = (one: DocumentHead, other: DocumentHead, field: HeadField) =>
    JSON.stringify(one[field]) !== JSON.stringify(other[field]);
  return headFields
    .filter((field) => differ(reading.document, draft.head, field) && !differ(reading.document, next.document, field))
    .map((field) => ({ kind: 'set-head', field, value: draft.head[field] }) as ReviewAct);
}

/** Tasks an officer made (added, split off) that the new file does not print: made again, after what they followed. */
function addedActs({ draft, ids: old }: Worked, ids: readonly string[], before: Map<string, Task>): ReviewAct[] {
  const there = new Set(ids);
  const acts: ReviewAct[] = [];
  for (const [at, task] of draft.tasks.entries()) {
    if (there.has(task.id) || before.has(task.id) || old.includes(task.id)) continue;
    const after = draft.tasks.slice(0, at).findLast(({ id }) => there.has(id))?.id ?? null;
    acts.push({ kind: 'add', task: task.id, after }, ...fill(task));
    if (task.accepted) acts.push({ kind: 'accept', tasks: [task.id] });
    there.add(task.id);
  }
  return acts;
}

const fill = (task: DraftTask): ReviewAct[] => changedFields(blank, task).map((field) => setAct(task.id, field, task));

const blank: TaskFields = {
  index: null,
  dimension: null,
  component: null,
  codes: [],
  text: '',
  result: null,
  lead: [],
  implement: [],
  cooperate: [],
  monitor: [],
  time: null,
  schedule: null,
  targets: [],
};

/** Tasks an officer had moved away from where they were printed. */
function moveActs({ ids: old, draft }: Worked, ids: readonly string[]): ReviewAct[] {
  const order = draft.tasks.map(({ id }) => id).filter((id) => old.includes(id) && ids.includes(id));
  const printed = new Map(old.map((id, at) => [id, at]));
  const kept = longestRun(order, (id) => printed.get(id) ?? 0);
  return order.flatMap((id, at): ReviewAct[] =>
    kept.has(id) ? [] : [{ kind: 'move', task: id, after: order[at - 1] ?? null }],
  );
}
