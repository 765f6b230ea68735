import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import { roles } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { type Count, calibration, countAgencies, countTasks, f1, type Judged, judgeFields, sum } from '../judge.ts';
import { isLong } from '../shared.ts';
import { centralResolution, control, type Generated, reformPlan, shapedPlan } from './generate/paper.ts';

/**
 * Papers nobody has written before, made from a list of tasks by chance that can be repeated; what they say is known from
 * the list, not from the reader. More of them where THANG_LONG asks for it.
 */
const share = isLong ? 10 : 1;

const makers: [name: string, make: (seed: number) => Promise<Generated>, count: number][] = [
  ['annual reform plans in a table of up to eight columns', reformPlan, 80],
  ['tasks set out by crosses, nested, in several tables, with labels in cells', shapedPlan, 60],
  ['resolutions of the Government', centralResolution, 30],
];

type Figures = { tasks: Count; agencies: Count; judged: Judged[]; worst: string[] };

async function figuresOf(make: (seed: number) => Promise<Generated>, count: number): Promise<Figures> {
  const all: Figures = { tasks: sum([]), agencies: sum([]), judged: [], worst: [] };
  for (let seed = 1; seed <= count * share; seed++) {
    const { name, bytes, expected } = await make(seed);
    const reading = readPlan(await readDocument(bytes, { name }));
    const tasks = countTasks(expected, reading.tasks);
    const agencies = sum(roles.map((role) => countAgencies(expected, reading.tasks, role)));
    all.tasks = sum([all.tasks, tasks]);
    all.agencies = sum([all.agencies, agencies]);
    all.judged.push(...judgeFields(expected, reading));
    if (f1(tasks) < 0.95 || f1(agencies) < 0.93) all.worst.push(`${name} ${f1(tasks).toFixed(2)}`);
  }
  return all;
}

describe.each(makers)('%s', (name, make, count) => {
  test('are read as their maker meant them', { timeout: 60_000 * share }, async () => {
    const { tasks, agencies, judged, worst } = await figuresOf(make, count);
    const { given, right } = calibration(judged);
    console.info(
      `${name}: tasks F1 ${f1(tasks).toFixed(3)}, agencies F1 ${f1(agencies).toFixed(3)}, fields given as sure ${given.toFixed(3)}, of these right ${right.toFixed(4)}${worst.length > 0 ? `; worst: ${worst.join(', ')}` : ''}`,
    );
    expect(f1(tasks)).toBeGreaterThanOrEqual(0.95);
    expect(f1(agencies)).toBeGreaterThanOrEqual(0.93);
    expect(right).toBeGreaterThanOrEqual(0.98);
    expect(given).toBeGreaterThanOrEqual(0.8);
  });
});

describe('papers without any task', () => {
  test('give none, and each of their tables is named', { timeout: 60_000 * share }, async () => {
    const invented: string[] = [];
    const unnamed: string[] = [];
    for (let seed = 1; seed <= 60 * share; seed++) {
      const { name, bytes, others = [] } = await control(seed);
      const { tasks, warnings } = readPlan(await readDocument(bytes, { name }));
      if (tasks.length > 0) invented.push(`${name} (${others.join(', ')})`);
      const named = warnings.filter(({ code, source }) => code !== 'no-tasks' && source?.table);
      if (named.length < others.length)
        unnamed.push(`${name} (${others.join(', ')}): ${named.map(({ code }) => code)}`);
    }
    expect(invented).toEqual([]);
    expect(unnamed).toEqual([]);
  });
});
