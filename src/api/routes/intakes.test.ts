import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { IntakeView, PlanView } from '../../plan/views.ts';
import { mostUnread } from '../../store/intakes.ts';
import { buildServer } from '../server.ts';
import { otherTenant, samplePlan, type TestBrowser, type TestServer, testServer } from '../testing.ts';

/**
 * Stands for the reading process: how long it takes, how far it is and how it ends is said by a file beside it, so that a
 * test decides. "go" reads, "fail" refuses, anything else is progress.
 */
const slowProgram = (folder: string) => `
import { readFileSync } from 'node:fs';
let timer;
process.on('message', (request) => {
  if (request.kind === 'cancel') { clearInterval(timer); return process.send({ kind: 'cancelled' }); }
  let told = '';
  timer = setInterval(() => {
    const say = readFileSync(${JSON.stringify(join(folder, 'say'))}, 'utf8').trim();
    if (say === told || say === '') return;
    told = say;
    if (say === 'go') {
      clearInterval(timer);
      process.send(${JSON.stringify({ kind: 'read', format: 'text', document: '{"blocks":[],"warnings":[]}' }).replace(
        /}$/,
        '',
      )}, reading: { document: { indices: [], title: 'KH', type: null, number: null, symbol: null, date: null, year: null, place: null, issuer: null, signer: null, references: [], addressees: [], recipients: [], results: [], goals: [] }, duties: [], reporting: [], groups: [], tasks: [], warnings: [] } });
    } else if (say === 'fail') {
      clearInterval(timer);
      process.send({ kind: 'problem', code: 'file-damaged', details: { name: request.name } });
    } else {
      const [step, done, of] = say.split(' ');
      process.send({ kind: 'progress', progress: { step, done: Number(done), of: Number(of) } });
    }
  }, 20);
});`;

let server: TestServer;
let browser: TestBrowser;
let folder = '';
const say = (what: string) => writeFile(join(folder, 'say'), what);

beforeAll(async () => {
  const home = await testServer();
  folder = home.home;
  const program = join(folder, 'slow.mjs');
  await writeFile(program, slowProgram(folder));
  await say('');
  server = await testServer({ reading: { program }, patience: 100 });
  browser = await server.signIn();
  return () => home.close();
});
afterAll(() => server.close());
afterEach(() => say(''));

const upload = async (name = 'dài.html', content = samplePlan): Promise<IntakeView> => {
  const answer = await browser.upload(name, content);
  expect(answer.statusCode).toBe(202);
  return answer.json<IntakeView>();
};
const look = async (id: string, query = ''): Promise<IntakeView> =>
  (await browser.get(`/api/intakes/${id}${query}`)).json<IntakeView>();
const until = (id: string, wanted: Partial<IntakeView>) =>
  expect.poll(() => look(id), { timeout: 10_000 }).toMatchObject(wanted);
const waiting = () => readdir(join(server.home, 'files', 'incoming'));
const plans = async (): Promise<number> => (await browser.get('/api/plans')).json().plans.length;

describe('a file that takes long to read', () => {
  it('is answered with an entry that says how far it is, and becomes a plan', async () => {
    const { id, state, fileName } = await upload();
    expect(['waiting', 'reading']).toContain(state);
    expect(fileName).toBe('dài.html');
    await say('pages 3 12');
    await until(id, { state: 'reading', step: 'pages', done: 3, of: 12, planId: null });
    await say('recognise 1 2');
    await until(id, { step: 'recognise', done: 1, of: 2 });
    await say('go');
    await until(id, { state: 'done', problem: null });
    const { planId } = await look(id);
    const { plan } = (await browser.get(`/api/plans/${planId}`)).json<PlanView>();
    expect(plan).toMatchObject({ fileName: 'dài.html', title: 'KH', addedBy: 'Trần Thị Mai' });
    expect((await browser.get(`/api/plans/${planId}/file`)).body).toBe(samplePlan);
    expect(await waiting()).toEqual([]);
  });

  it('is waited for: the answer comes with the next change, or when the time is up', async () => {
    const { id } = await upload();
    await until(id, { state: 'reading' });
    const { rev } = await look(id);
    const begun = performance.now();
    expect((await look(id, `?rev=${rev}&wait=0.3`)).rev).toBe(rev);
    expect(performance.now() - begun).toBeGreaterThan(250);
    const next = look(id, `?rev=${rev}&wait=20`);
    await say('pages 1 2');
    expect(await next).toMatchObject({ done: 1 });
    expect((await look(id, `?rev=${rev}&wait=20`)).rev).toBeGreaterThan(rev);
    await say('go');
    await until(id, { state: 'done' });
  });

  it('stands in the list of those on their way and those just read, the latest first', async () => {
    const first = await upload('một.html');
    const second = await upload('hai.html');
    const { intakes } = (await browser.get('/api/intakes')).json<{ intakes: IntakeView[] }>();
    expect(intakes.slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
    await say('go');
    for (const { id } of [first, second]) await until(id, { state: 'done' });
    expect((await browser.send('DELETE', `/api/intakes/${first.id}`)).statusCode).toBe(204);
    expect((await browser.get(`/api/intakes/${first.id}`)).statusCode).toBe(404);
  });
});

describe('cancelling', () => {
  it('ends the reading at once and leaves nothing but the word that it was cancelled', async () => {
    const before = await plans();
    const { id } = await upload('bỏ.html');
    await until(id, { state: 'reading' });
    const begun = performance.now();
    expect((await browser.send('DELETE', `/api/intakes/${id}`)).statusCode).toBe(204);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(await look(id)).toMatchObject({ state: 'cancelled', planId: null });
    expect(await waiting()).toEqual([]);
    await say('go');
    expect(await plans()).toBe(before);
  });

  it('of one that waits its turn lets the others go on', async () => {
    const sent = [await upload('1.html'), await upload('2.html'), await upload('3.html')];
    const [one, two, three] = sent as [IntakeView, IntakeView, IntakeView];
    expect((await browser.send('DELETE', `/api/intakes/${three.id}`)).statusCode).toBe(204);
    await say('go');
    for (const { id } of [one, two]) await until(id, { state: 'done' });
    expect(await look(three.id)).toMatchObject({ state: 'cancelled' });
  });

  it('is audited, without the name of the file', async () => {
    const { id } = await upload('tên riêng.html');
    await browser.send('DELETE', `/api/intakes/${id}`);
    const entries = await server.database.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('subject', '=', id)
      .execute();
    expect(entries).toEqual([{ action: 'intake.cancelled', details: {} }]);
  });
});

describe('a file that could not be read', () => {
  it('says why, keeps the file, and can be tried again', async () => {
    const { id } = await upload('hỏng.html');
    await until(id, { state: 'reading' });
    await say('fail');
    await until(id, { state: 'failed' });
    expect((await look(id)).problem).toMatchObject({ code: 'file-damaged', name: 'hỏng.html' });
    expect(await waiting()).toEqual([`held.${id}`]);
    await say('');
    expect((await browser.send('POST', `/api/intakes/${id}/retry`, {})).json()).toMatchObject({ problem: null });
    await say('go');
    await until(id, { state: 'done' });
    const again = await browser.send('POST', `/api/intakes/${id}/retry`, {});
    expect(again.json()).toMatchObject({ code: 'intake-not-failed', status: 409 });
  });

  it('and its file are gone when it is taken from the list', async () => {
    const { id } = await upload('bỏ hẳn.html');
    await until(id, { state: 'reading' });
    await say('fail');
    await until(id, { state: 'failed' });
    await browser.send('DELETE', `/api/intakes/${id}`);
    expect(await waiting()).toEqual([]);
    expect((await browser.get(`/api/intakes/${id}`)).statusCode).toBe(404);
  });
});

it('more files than a tenant may have unread are refused before they are taken in', async () => {
  const { id } = await upload('một.html');
  const { db } = server.database;
  const first = await db.selectFrom('intake').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const rows = Array.from({ length: mostUnread.files }, () => ({ ...first, id: newId(), state: 'failed' as const }));
  await db
    .insertInto('intake')
    .values(rows.map(({ problem: _, ...row }) => row))
    .execute();
  const answer = await browser.upload('thêm.html', samplePlan);
  expect(answer.json()).toMatchObject({ code: 'intakes-too-many', status: 429 });
  expect(await waiting()).toEqual([`held.${id}`]);
  await db.deleteFrom('intake').where('state', '=', 'failed').execute();
  const large = { ...rows[0], problem: undefined, file_size: mostUnread.bytes } as never;
  await db.insertInto('intake').values(large).execute();
  expect((await browser.upload('thêm.html', samplePlan)).statusCode).toBe(429);
  await db.deleteFrom('intake').where('state', '=', 'failed').execute();
  await browser.send('DELETE', `/api/intakes/${id}`);
});

it('nobody sees, waits for, cancels or retries what another tenant is reading', async () => {
  const { id } = await upload();
  const other = await otherTenant(server);
  expect((await other.get('/api/intakes')).json()).toEqual({ intakes: [] });
  for (const answer of [
    await other.get(`/api/intakes/${id}`),
    await other.send('DELETE', `/api/intakes/${id}`),
    await other.send('POST', `/api/intakes/${id}/retry`, {}),
  ])
    expect(answer.statusCode).toBe(404);
  expect((await look(id)).state).not.toBe('cancelled');
  await browser.send('DELETE', `/api/intakes/${id}`);
});

it('what a server that ended was reading is read by the next', async () => {
  const { id } = await upload('dở dang.html');
  await until(id, { state: 'reading' });
  // Whoever waits for news of it is answered and keeps the server no longer.
  const { rev } = await look(id);
  const news = look(id, `?rev=${rev}&wait=25`);
  const begun = performance.now();
  await server.app.close();
  expect(await news).toMatchObject({ id });
  expect(performance.now() - begun).toBeLessThan(10_000);
  await writeFile(join(server.home, 'files', 'incoming', 'held.nobody'), 'x');
  const again = await buildServer({
    db: server.database.db,
    home: server.home,
    demo: true,
    reading: { program: join(folder, 'slow.mjs') },
  });
  await say('go');
  const state = async () => (await again.inject({ url: `/api/intakes/${id}`, headers: browser.headers })).json();
  await expect.poll(state, { timeout: 15_000 }).toMatchObject({ state: 'done' });
  expect(await waiting()).toEqual([]);
  const { planId } = await state();
  const file = await again.inject({ url: `/api/plans/${planId}/file`, headers: browser.headers });
  expect(file.body).toBe(samplePlan);
  await again.close();
  expect(await readFile(join(folder, 'say'), 'utf8')).toBe('go');
});
