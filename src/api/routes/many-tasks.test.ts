import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PlanView } from '../../plan/views.ts';
import { samplePlan, type TestBrowser, type TestServer, testServer } from '../testing.ts';

/** A program that makes as many tasks of the three of a plan as the plan says of itself. */
const multiplier = `
import { readDocument } from '${import.meta.dirname}/../../document/read.ts';
import { readPlan } from '${import.meta.dirname}/../../plan/read.ts';
import { readFile } from 'node:fs/promises';
process.on('message', async ({ path }) => {
  const bytes = await readFile(path);
  const document = await readDocument(bytes, {});
  const reading = readPlan(document);
  const length = Number(/Số: (\\d+)/.exec(bytes.toString())[1]);
  const tasks = Array.from({ length }, (_, i) => reading.tasks[i % 3]);
  process.send({ kind: 'read', format: 'html', document: JSON.stringify(document), reading: { ...reading, tasks } });
});`;

let server: TestServer;
let browser: TestBrowser;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-many-'));
  const program = join(folder, 'read.mjs');
  await writeFile(program, multiplier);
  server = await testServer({ reading: { program }, checkAnswers: false });
  browser = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** The sample plan, which says that it has this many tasks. */
async function addPlanOf(tasks: number): Promise<string> {
  const added = await browser.upload(`KH ${tasks}.html`, samplePlan.replace('Số: 12/', `Số: ${tasks}/`));
  const { plan } = added.json<PlanView>();
  expect(plan.tasks).toBe(tasks);
  return plan.id;
}

/** Counts what PostgreSQL is asked and how many rows it answers, until the test ends. */
function countingQueries(): <T>(work: () => Promise<T>) => Promise<{ answer: T; statements: number; rows: number }> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => query.mockRestore());
  return async (work) => {
    query.mockClear();
    const answer = await work();
    const answers = await Promise.all(query.mock.results.map(({ value }) => value as unknown));
    const rows = answers.map((found) => (found as pg.QueryResult | undefined)?.rows?.length ?? 0);
    return { answer, statements: answers.length, rows: rows.reduce((sum, n) => sum + n, 0) };
  };
}

/** Reviews, confirms, lists and exports a plan; what each step asked of the database and came to. */
async function walkThrough(tasks: number) {
  const id = await addPlanOf(tasks);
  const counted = countingQueries();
  const act = { kind: 'set', task: `t${tasks - 1}`, field: 'text', value: 'Sửa' };
  const headers = { ...browser.headers, 'accept-encoding': 'gzip' };
  return {
    reviewing: await counted(() =>
      browser.send('POST', `/api/plans/${id}/review`, { after: 0, actions: [{ id: 'a', act }] }),
    ),
    confirming: await counted(() => browser.send('POST', `/api/plans/${id}/confirm`, { seq: 1 })),
    listing: await counted(() => server.app.inject({ url: `/api/tasks?plan=${id}`, headers })),
    filtering: await counted(() => browser.get(`/api/tasks?plan=${id}&agency=so%20y%20te&q=kham`)),
    exporting: await counted(() => browser.get(`/api/tasks.xlsx?plan=${id}`)),
  };
}

/** What the server does beside a request (sealing its log, looking for jobs), and portions of some hundred rows. */
const beside = 20;

describe('many tasks', () => {
  it('are reviewed, confirmed, listed and exported with as many queries as few, each reading only what it needs', async () => {
    const few = await walkThrough(30);
    const many = await walkThrough(1_500);
    const moreRows = { reviewing: 0, confirming: 0, listing: 1_470, filtering: 490, exporting: 1_470 };
    for (const step of Object.keys(few) as (keyof typeof few)[]) {
      expect([few[step].answer.statusCode, many[step].answer.statusCode], step).toEqual([200, 200]);
      expect(many[step].statements - few[step].statements, step).toBeLessThan(beside);
      expect(many[step].rows - few[step].rows - moreRows[step], step).toBeLessThan(beside);
    }
    const { rawPayload } = many.listing.answer;
    expect(JSON.parse(gunzipSync(rawPayload).toString()).total).toBe(1_500);
    expect(many.filtering.answer.json().total).toBe(500);
    expect(rawPayload.length).toBeLessThan(180_000);
  });
});
