import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSamplePlan, type TestBrowser, type TestServer, testServer } from '../testing.ts';

const many = 5_000;

/** A program that makes many tasks of the three of a plan, whatever is sent to it. */
const multiplier = `
import { readDocument } from '${import.meta.dirname}/../../document/read.ts';
import { readPlan } from '${import.meta.dirname}/../../plan/read.ts';
import { readFile } from 'node:fs/promises';
process.on('message', async ({ path }) => {
  const document = await readDocument(await readFile(path), {});
  const reading = readPlan(document);
  const tasks = Array.from({ length: ${many} }, (_, i) => reading.tasks[i % 3]);
  process.send({ kind: 'read', format: 'html', document: JSON.stringify(document), reading: { ...reading, tasks } });
});`;

let server: TestServer;
let browser: TestBrowser;
let id = '';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-many-'));
  const program = join(folder, 'read.mjs');
  await writeFile(program, multiplier);
  server = await testServer({ reading: { program }, checkAnswers: false });
  browser = await server.signIn();
  id = await addSamplePlan(browser);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const begun = performance.now();
  return [await work(), performance.now() - begun];
};

describe('five thousand tasks', () => {
  it('are reviewed, confirmed, listed and exported without keeping anyone waiting', async () => {
    const act = { kind: 'set', task: 't4000', field: 'text', value: 'Sửa' };
    const review = () => browser.send('POST', `/api/plans/${id}/review`, { after: 0, actions: [{ id: 'a', act }] });
    const [, saving] = await timed(review);
    const [, confirming] = await timed(() => browser.send('POST', `/api/plans/${id}/confirm`, { seq: 1 }));
    const headers = { ...browser.headers, 'accept-encoding': 'gzip' };
    const [list, listing] = await timed(() => server.app.inject({ url: '/api/tasks', headers }));
    const [few, filtering] = await timed(() => browser.get('/api/tasks?agency=so%20y%20te&q=kham'));
    const [xlsx, exporting] = await timed(() => browser.get('/api/tasks.xlsx'));
    expect(JSON.parse(gunzipSync(list.rawPayload).toString()).total).toBe(many);
    expect(list.rawPayload.length).toBeLessThan(600_000);
    expect(few.json().total).toBeGreaterThan(1_000);
    expect(xlsx.statusCode).toBe(200);
    // Far above what a quiet machine takes; a query or a fold that grows with the square would be beyond it.
    expect(saving + listing + filtering + exporting).toBeLessThan(10_000);
    expect(confirming).toBeLessThan(15_000);
  });
});
