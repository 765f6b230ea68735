import type { Document, Paragraph } from '../document/model.ts';
import { readHead } from './head/read-head.ts';
import { applyLessons } from './learned/apply.ts';
import { type Lessons, noLessons } from './learned/model.ts';
import { nameColumns } from './learned/name-columns.ts';
import type { Reading, Warning } from './model.ts';
import { readProse } from './prose/read-prose.ts';
import { readTasks } from './tasks/read.ts';
import { readTold } from './tasks/told.ts';

/**
 * What one official document says: its head first, for the year and the indices decide how the rest is read; then the
 * tasks of its tables and lists of labels; then duties and reporting from what prose is left. Where no table and no list has
 * the tasks, the orders of the prose are the tasks. Nothing is invented: what is not printed is null or []. `lessons` are what a customer's confirmed corrections have taught.
 */
export function readPlan(document: Document, lessons: Lessons = noLessons): Reading {
  const head = readHead(document);
  const named = nameColumns(document, lessons);
  const { tasks: listed, groups, warnings, taken } = readTasks(named.document, head);
  const { duties, reporting, told } = readProse(without(document, taken), head, listed.length > 0);
  const fromProse = readTold(told, head);
  const tasks = [...listed, ...fromProse.tasks].map((task) => applyLessons(task, lessons, named.cells));
  const noticed: Warning[] = document.warnings.map(({ code, message, source }) => ({ code, message, source }));
  const standing = warnings.filter(({ code }) => !fromProse.settles.includes(code));
  const all = [...noticed, ...standing, ...fromProse.warnings];
  return { document: head, duties, reporting, groups, tasks, warnings: all };
}

function without(document: Document, taken: Paragraph[]): Document {
  if (taken.length === 0) return document;
  const ids = new Set(taken.map(({ id }) => id));
  return { ...document, blocks: document.blocks.filter(({ id }) => !ids.has(id)) };
}
