import { isPlainDate } from '../../kernel/plain-date.ts';
import { squish } from '../../kernel/text.ts';
import type { DocumentHead, Reading, Task } from '../../plan/model.ts';
import { readSchedule } from '../../plan/schedule.ts';
import { readTargets } from '../../plan/targets.ts';
import { childPaper, childReading } from '../cascade/child.ts';
import type { ChildTask } from '../cascade/child-tasks.ts';
import type { Cascade } from '../cascade/model.ts';
import type { Paper } from '../paper/model.ts';
import { nameOf } from '../paper/plan.ts';
import type { OwnDraft, OwnTask, TaskLink } from './model.ts';

/** The draft as it follows from the mother plan, before anybody has changed it. */
export function openOwnDraft(cascade: Cascade): OwnDraft {
  const tasks: OwnTask[] = [];
  const reading = childReading(cascade, (all) => {
    for (const { key, task, asked } of all) {
      const { component, text, result, time } = task;
      const division = divisionOf(cascade, key);
      tasks.push({ ...{ id: key, mother: asked, component }, ...{ text, result, time, division, dropped: null } });
    }
    return all.map(({ task }) => task);
  });
  const { title, references } = reading.document;
  return { title: title ?? '', head: cascade.unit.head, basis: groundsOf(references), tasks };
}

const groundsOf = (references: DocumentHead['references']): string[] =>
  references.map((one) => `Căn cứ ${nameOf(one)}`);

const divisionOf = ({ given }: Cascade, key: string): string | null =>
  given.find((one) => one.key === key && one.division !== null)?.division ?? null;

/** `number`, `date`: once it is issued. */
export type Issuing = { number: string; date: string };

/** The draft as a reading: what is issued, and what is held against the mother plan. */
export function ownReading(cascade: Cascade, draft: OwnDraft, issuing?: Issuing): Reading {
  const unit = { ...cascade.unit, head: draft.head };
  const reading = childReading({ ...cascade, unit, given: withDivisions(cascade, draft) }, (all) =>
    ownTasks(all, draft, cascade),
  );
  const { document } = reading;
  return {
    ...reading,
    document: { ...document, title: squish(draft.title) || document.title, ...issuing },
  };
}

/** Whom the unit hands each task on to, as the draft says. */
function withDivisions({ given }: Cascade, { tasks }: OwnDraft): Cascade['given'] {
  const divisions = new Map(tasks.map(({ id, division }) => [id, division]));
  return given.map((one) => (divisions.has(one.key) ? { ...one, division: divisions.get(one.key) ?? null } : one));
}

/** The tasks that stay, in the draft's order. */
const staying = ({ tasks }: OwnDraft): OwnTask[] =>
  tasks.filter(({ dropped, text }) => dropped === null && text.trim() !== '');

function ownTasks(all: readonly ChildTask[], draft: OwnDraft, cascade: Cascade): Task[] {
  const following = new Map(all.map(({ key, task }) => [key, task]));
  let before = all[0]?.task;
  return staying(draft).map((one): Task => {
    const from = following.get(one.id);
    if (from) before = from;
    const text = one.text.trim();
    const when =
      from && from.time === one.time
        ? { time: from.time, schedule: from.schedule }
        : {
            time: one.time,
            schedule: one.time === null ? null : readSchedule(one.time, cascade.mother.head.year).schedule,
          };
    const changed = {
      text,
      result: one.result,
      ...when,
      ...(from?.text === text ? {} : { targets: readTargets(text) }),
    };
    if (from) return { ...from, ...changed };
    return {
      ...addedBeside(before, one.component),
      ...changed,
      targets: readTargets(text),
      lead: [one.division ?? cascade.unit.name],
    };
  });
}

/** A task of the unit's own stands under the component of the one it was added after. */
const addedBeside = (
  before: Task | undefined,
  component: string | null,
): Omit<Task, 'text' | 'result' | 'time' | 'schedule' | 'targets' | 'lead'> => ({
  ...{ index: before?.index ?? null, dimension: before?.dimension ?? null, component, codes: before?.codes ?? [] },
  ...{ implement: [], cooperate: [], monitor: [] },
  ...{ source: { page: null, table: null, row: null, line: null }, fields: {}, notes: [] },
});

/** Which task of the reading carries out which item of the mother plan. */
export const linksOf = (draft: OwnDraft): TaskLink[] =>
  staying(draft).flatMap(({ id, mother }, at) => (mother === null ? [] : [{ at, key: id }]));

/** The paper the unit issues; grounds it added stand before the first sentence. */
export function ownPaper(cascade: Cascade, draft: OwnDraft, issuing?: Issuing): Paper {
  const paper = childPaper(
    { ...cascade, unit: { ...cascade.unit, head: draft.head } },
    ownReading(cascade, draft, issuing),
  );
  const grounds = draft.basis.map((line) => squish(line).replace(/[;.,]+$/u, '')).filter(Boolean);
  const usual = openOwnDraft(cascade).basis;
  const isUsual = grounds.length === usual.length && grounds.every((line, at) => line === usual[at]);
  const bases = grounds.map((line, at) => `${line}${at + 1 < grounds.length ? ';' : '.'}`);
  const date = issuing && isPlainDate(issuing.date) ? issuing.date : paper.date;
  return { ...paper, date, ...(isUsual ? {} : { bases }) };
}
