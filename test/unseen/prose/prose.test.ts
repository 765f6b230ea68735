import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/document/read.ts';
import type { Reading, Task } from '../../../src/plan/model.ts';
import { readPlan } from '../../../src/plan/read.ts';
import { centre } from './centre.ts';
import { conclusions } from './conclusions.ts';
import { controls as plainControls } from './controls.ts';
import { districts } from './districts.ts';
import { dutyLists } from './duty-lists.ts';
import { government } from './government.ts';
import { labels } from './labels.ts';
import { lastControls } from './last-controls.ts';
import { lastPapers, lastSilent } from './last-papers.ts';
import { letters } from './letters.ts';
import { lists } from './lists.ts';
import { moreControls } from './more-controls.ts';
import { moreLabels } from './more-labels.ts';
import { moreOffices, silentOffices } from './more-offices.ts';
import { mute } from './mute.ts';
import { notices } from './notices.ts';
import { offices } from './offices.ts';
import { orders } from './orders.ts';
import type { Meant, ProsePaper } from './papers.ts';
import { programmes } from './programmes.ts';
import { score } from './score.ts';
import { silent } from './silent.ts';

/** Papers whose tasks stand in no table: each was written with its reading before a reader saw it. */

const papers = [
  ...labels,
  ...moreLabels,
  ...orders,
  ...conclusions,
  ...centre,
  ...districts,
  ...government,
  ...lists,
  ...notices,
  ...programmes,
  ...dutyLists,
  ...letters,
  ...lastPapers,
  ...offices,
  ...moreOffices,
];
const controls = [
  ...plainControls,
  ...moreControls,
  ...lastControls,
  ...silent,
  ...mute,
  ...lastSilent,
  ...silentOffices,
];

const read = async ({ bytes, name }: ProsePaper): Promise<Reading> => readPlan(await readDocument(bytes, { name }));

const shown = (task: Task, like: Meant): Meant => ({
  text: task.text.replace(/[.;,:/]+$/u, ''),
  lead: task.lead,
  implement: task.implement,
  cooperate: task.cooperate,
  ...(like.time === undefined ? {} : { time: task.time ?? '' }),
  ...(like.result === undefined ? {} : { result: task.result?.replace(/[.;]$/u, '') ?? '' }),
  ...(like.schedule === undefined ? {} : { schedule: task.schedule ?? {} }),
});
const whole = (meant: Meant): Meant => ({ lead: [], implement: [], cooperate: [], ...meant });

describe.each(papers)('$name', (paper) => {
  test('gives the tasks its writer meant', async () => {
    const { tasks } = await read(paper);
    const got = tasks.map((task, at) => shown(task, paper.tasks[at] ?? { text: '' }));
    expect(got).toEqual(paper.tasks.map(whole));
  });

  test('says where each task stands and doubts it more than a row of a table', async () => {
    for (const { source, fields } of (await read(paper)).tasks) {
      expect(fields.text?.source.cell).toBeTruthy();
      expect(fields.text?.confidence).toBeLessThan(0.9);
      if (/\.(?:txt|md)$/.test(paper.name)) expect(source.line).toBeGreaterThan(0);
    }
  });
});

test.each(controls)('$name assigns nothing', async (paper) => {
  const { tasks, warnings } = await read(paper);
  expect(tasks.map(({ text }) => text)).toEqual([]);
  expect(warnings.map(({ code }) => code)).toContain('no-tasks');
});

test('over all of them tasks and agencies are found as well as an office needs', async () => {
  const readings = await Promise.all(
    [...papers, ...controls].map(async (paper) => ({ paper, reading: await read(paper) })),
  );
  const { tasks, agencies } = score(readings.map(({ paper, reading }) => ({ meant: paper.tasks, got: reading.tasks })));
  console.info(`prose: tasks F1 ${tasks.toFixed(3)}, agencies F1 ${agencies.toFixed(3)}`);
  expect(tasks).toBeGreaterThanOrEqual(0.95);
  expect(agencies).toBeGreaterThanOrEqual(0.93);
});
