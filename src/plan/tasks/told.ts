import type { DocumentHead, Task, Warning } from '../model.ts';
import { isWork } from '../prose/assigns.ts';
import { findCompanions } from '../prose/companions.ts';
import type { Item, ToldDuty } from '../prose/duties.ts';
import { findLateOrder } from '../prose/order.ts';
import { findSchedule } from '../schedule.ts';
import { startsWithAct } from './acts.ts';
import { factsOf } from './facts.ts';
import { slotOf } from './labelled.ts';
import type { Context } from './outline.ts';
import type { Row } from './row.ts';
import { toTask } from './task.ts';

/** `settles`: codes of warnings that no longer hold. */
export type Told = { tasks: Task[]; warnings: Warning[]; settles: string[] };

/**
 * The tasks of a document that lists them nowhere: each item of its orders is one. They are doubted more than the rows of a
 * table, and the reading says so.
 */
export function readTold(duties: ToldDuty[], head: DocumentHead): Told {
  const [index = null, second] = head.indices;
  const context: Context = {
    index: second === undefined ? index : null,
    indexConfidence: PROSE,
    year: head.year,
    groups: [],
    component: null,
  };
  const tasks = duties.flatMap(({ agencies, items, leadIn }) =>
    items.flatMap((item) => {
      const own = item.agencies.length > 0;
      return taskOf(item, own ? item.agencies : agencies, `${own ? '' : leadIn} ${item.leadIn}`, context);
    }),
  );
  return tasks.length === 0
    ? { tasks, warnings: [], settles: [] }
    : { tasks, warnings: [fromProse], settles: ['no-tasks'] };
}

/** Read from sentences: less certain than a labelled list, which is less so than a table. */
const PROSE = 0.8;

const fromProse: Warning = {
  code: 'tasks-from-prose',
  message:
    'Văn bản không có bảng nhiệm vụ; nhiệm vụ được đọc từ lời văn. Hãy đối chiếu từng nhiệm vụ với văn bản trước khi giao.',
  source: null,
};

function taskOf({ said, from }: Item, agencies: string[], leadIn: string, context: Context): Task[] {
  if (!isWork(said) || said.split(' ').length < 3) return [];
  const lead = [...new Set(agencies)];
  const cooperate = findCompanions(`${leadIn} ${said}`).filter((name) => !lead.includes(name));
  const time = findSchedule(said, context.year);
  const slots: Row['slots'] = { text: slotOf(said, from) };
  if (time) slots.time = slotOf(time.quote.replace(/^(?:hoàn thành|thực hiện|xong)\s+/iu, ''), from);
  const row: Row = { slots, unknown: [], source: from.source, wide: false, atCut: false };
  const task = toTask(row, context, factsOf([row]));
  // "Sửa đổi Luật … để:" over its bullets is the act itself, not what the act is about
  const component = task.component !== null && startsWithAct(task.component) ? null : task.component;
  const told = withAgencies({ ...task, component, schedule: time?.schedule ?? null, lead, cooperate });
  // "Trên cơ sở …, các bộ xây dựng …": the act stands behind the agencies
  const late = findLateOrder(said, context.year) !== undefined;
  return [late ? { ...told, notes: told.notes.filter((note) => note !== 'no-action-stated') } : told];
}

/** Agencies were read from the sentence, not from cells; nothing of it is as sure as a table. */
function withAgencies(task: Task): Task {
  const cell = task.fields.text?.source.cell ?? null;
  const fields: Task['fields'] = {};
  for (const [field, { confidence, source }] of Object.entries(task.fields)) {
    const told = field === 'lead' || field === 'cooperate' ? { ...source, cell } : source;
    fields[field] = { confidence: Math.min(confidence, PROSE), source: told };
  }
  return { ...task, fields, notes: task.notes.filter((note) => note !== 'agencies-missing') };
}
