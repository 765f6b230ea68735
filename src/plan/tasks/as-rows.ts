import { type DocumentHead, type Role, roles, type Task } from '../model.ts';
import { factsOf } from './facts.ts';
import { slotOf } from './labelled.ts';
import type { Row } from './row.ts';
import { toTask } from './task.ts';

/** Work in words, who does it and when, as a row of a table would print it. */
export type SaidWork = Pick<Task, 'text' | 'result' | 'time' | Role>;

const nowhere = { id: '', source: { page: null, table: null, row: null, line: null } };

/** The tasks that are read where each of these is printed as a row of one table without group rows. */
export function tasksAsRows(
  works: readonly SaidWork[],
  { indices, year }: Pick<DocumentHead, 'indices' | 'year'>,
): Task[] {
  const [index = null, second] = indices;
  const rows = works.map(rowOf);
  const facts = factsOf(rows);
  const context = {
    ...{ index: second === undefined ? index : null, indexConfidence: 1, year },
    ...{ groups: [], component: null },
  };
  return works.map((work, at): Task => {
    const { lead, implement, cooperate, monitor } = work;
    return { ...toTask(rows[at] as Row, context, facts), ...{ lead, implement, cooperate, monitor } };
  });
}

function rowOf(work: SaidWork): Row {
  const slots: Row['slots'] = { text: slotOf(work.text, nowhere) };
  if (work.result !== null) slots.result = slotOf(work.result, nowhere);
  if (work.time !== null) slots.time = slotOf(work.time, nowhere);
  for (const role of roles) if (work[role].length > 0) slots[role] = slotOf(work[role].join(';\n'), nowhere);
  return { slots, unknown: [], source: nowhere.source, wide: false, atCut: false };
}
