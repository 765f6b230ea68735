import type { Document } from '../document/model.ts';
import { readHead } from './head/read-head.ts';
import type { Reading, Warning } from './model.ts';
import { readProse } from './prose/read-prose.ts';
import { readTasks } from './tasks/read.ts';

/**
 * What one official document says: its head first, for the year and the indices decide how the rest is read; then duties
 * and reporting from the prose; then the tasks of its tables. Nothing is invented: what is not printed is null or [].
 */
export function readPlan(document: Document): Reading {
  const head = readHead(document);
  const { duties, reporting } = readProse(document, head);
  const { tasks, groups, warnings } = readTasks(document, head);
  const noticed: Warning[] = document.warnings.map(({ code, message, source }) => ({ code, message, source }));
  return { document: head, duties, reporting, groups, tasks, warnings: [...noticed, ...warnings] };
}
