import { roles, type Task, type TaskField } from '../model.ts';
import { agencyKey, codeKey, find, type Lessons, learnedNote } from './model.ts';
import type { LearnedCells } from './name-columns.ts';

/** What was learned is likely, not certain: it is seen in the review, but does not wait there. */
const LEARNED = 0.95;

/** A task with what lessons say of its agencies and its component, each noted. */
export function applyLessons(task: Task, lessons: Lessons, cells: LearnedCells): Task {
  return noteColumns(nameAgencies(giveCodes(task, lessons), lessons), cells);
}

function giveCodes(task: Task, { codes }: Lessons): Task {
  if (task.component === null) return task;
  const found = find(codes, codeKey(task.index, task.component));
  if (!found || found.join() === task.codes.join()) return task;
  return learned({ ...task, codes: found }, 'codes', task.component);
}

function nameAgencies(task: Task, { agencies }: Lessons): Task {
  let named = task;
  for (const role of roles) {
    const known = task[role].filter((name) => find(agencies, agencyKey(name)));
    for (const printed of known) named = learned(named, role, printed);
    if (known.length === 0) continue;
    const names = task[role].flatMap((name) => find(agencies, agencyKey(name)) ?? [name]);
    named = { ...named, [role]: [...new Set(names)] };
  }
  return named;
}

/** The confidence of the other names of the cell stays: a lesson about one says nothing of them. */
function learned(task: Task, field: TaskField, printed: string): Task {
  const before = task.fields[field];
  const confidence = field === 'codes' ? LEARNED : Math.min(LEARNED, before?.confidence ?? LEARNED);
  const fields = before ? { ...task.fields, [field]: { ...before, confidence } } : task.fields;
  return { ...task, fields, notes: [...task.notes, learnedNote(field, printed)] };
}

/** Fields whose cell stands under a header that was learned. */
function noteColumns(task: Task, cells: LearnedCells): Task {
  if (cells.size === 0) return task;
  const told = (Object.keys(task.fields) as TaskField[]).flatMap((field) => {
    const header = cells.get(task.fields[field]?.source.cell ?? '');
    return header !== undefined && isPrinted(field, task) ? [{ field, header }] : [];
  });
  return told.reduce((one, { field, header }) => learned(one, field, header), task);
}

/** What is read out of another field ("targets" from the text) is noted there. */
const isPrinted = (field: TaskField, task: Task): boolean => {
  if (['index', 'codes', 'schedule', 'targets'].includes(field)) return false;
  const value = task[field];
  return value !== null && (!Array.isArray(value) || value.length > 0);
};
