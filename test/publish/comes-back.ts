import { expect } from 'vitest';
import { buildCalendar } from '../../src/calendar/work-calendar.ts';
import { readDocument } from '../../src/document/read.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import type { Reading, TaskFields } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { childPaper, childReading } from '../../src/publish/cascade/child.ts';
import { type Cascade, type MotherPlan, usualWorkingDays } from '../../src/publish/cascade/model.ts';
import { lint } from '../../src/publish/lint/lint.ts';
import { writeDocx } from '../../src/publish/paper/write-docx.ts';

/** Child plans in tests: what they are made from, and that they come back from their files. */

export const today = '2026-02-10' as PlainDate;
export const ahead = (day: PlainDate) => ({ workingDays: usualWorkingDays, today: day, calendar: buildCalendar() });

export const motherOf = ({ document, duties, reporting, groups, tasks }: Reading): MotherPlan => ({
  ...{ head: document, duties, reporting, groups },
  tasks: tasks.map(({ source: _, fields: __, notes: ___, ...task }, at) => ({ ...task, id: `t${at + 1}` })),
});

const tasksOf = ({ tasks }: Reading) =>
  JSON.parse(
    JSON.stringify(tasks.map(({ source: _, fields: __, notes: ___, ...task }): TaskFields => task)).normalize('NFC'),
  );

const proseOf = ({ document: { title }, duties, reporting, groups }: Reading) =>
  JSON.parse(JSON.stringify({ title, duties, reporting, groups }).normalize('NFC'));

/** The child plan as it comes back from its file, which must be set as the decree asks. */
export async function comesBack(cascade: Cascade): Promise<Reading> {
  const child = childReading(cascade);
  const bytes = await writeDocx(childPaper(cascade), today);
  const back = readPlan(await readDocument(bytes));
  expect(tasksOf(back)).toEqual(tasksOf(child));
  expect(proseOf(back)).toEqual(proseOf(child));
  const { findings } = lint(bytes, { name: 'child.docx' });
  expect(findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
  return child;
}
