import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlanSummary, PlanView } from '../../plan/views.ts';
import { lint } from '../../publish/lint/lint.ts';
import { changedTemplate } from '../../publish/template/testing.ts';
import { addSamplePlan, otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

const nobodys = '019aa000-0000-7000-8000-00000000ffff';

let server: TestServer;
let browser: TestBrowser;
let id = '';
beforeAll(async () => {
  server = await testServer();
  browser = await server.signIn();
  id = await addSamplePlan(browser, 'Văn bản đến.html');
});
afterAll(() => server.close());

const list = async (query = ''): Promise<PlanSummary[]> => (await browser.get(`/api/plans${query}`)).json().plans;

describe('GET /api/plans', () => {
  it.each([
    ['a number', '12/kh'],
    ['a title without marks', 'hieu qua quan tri'],
    ['words in any order', 'PAPI nang cao'],
    ['an issuer', 'ủy ban nhân dân tỉnh minh hà'],
    ['a file name', 'van ban den'],
    ['nothing', ''],
  ])('finds a plan by %s', async (_what, q) => {
    expect((await list(`?q=${encodeURIComponent(q)}`)).map((plan) => plan.id)).toEqual([id]);
  });

  it.each(['%', '_', '\\', "'", 'khong co'])('finds none by %j, which means only itself', async (q) => {
    expect(await list(`?q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('tells drafts from confirmed plans', async () => {
    expect(await list('?status=draft')).toHaveLength(1);
    expect(await list('?status=confirmed')).toHaveLength(0);
    expect((await browser.get('/api/plans?status=lost')).json()).toMatchObject({ code: 'request-invalid' });
  });

  it('has the latest first', async () => {
    const later = await addSamplePlan(browser);
    expect((await list()).map((plan) => plan.id)).toEqual([later, id]);
    await browser.send('DELETE', `/api/plans/${later}`);
  });
});

describe('GET /api/plans/:id/paper', () => {
  const paper = async (query = '') => browser.get(`/api/plans/${id}/paper${query}`);
  const textOf = async (bytes: Uint8Array) =>
    (await readDocument(bytes)).blocks
      .map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join(' | ')))
      .join('\n');

  it('prints the plan as its review has it, set as the decree asks', async () => {
    const title = 'Nâng cao chất lượng quản trị năm 2026';
    const act = { kind: 'set-head', field: 'title', value: title } as const;
    await browser.send('POST', `/api/plans/${id}/review`, { after: 0, actions: [{ id: newId(), act }] });
    const { reading } = (await browser.get(`/api/plans/${id}`)).json<PlanView>();
    const bytes = (await paper()).rawPayload;
    const text = await textOf(bytes);
    for (const one of [title, ...reading.tasks.map((task) => task.text)]) expect(text).toContain(one);
    const { findings } = lint(bytes, { name: 'x.docx' });
    expect(findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
    expect((await paper('?format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('is made by the province’s own template; where no PDF is made of it, the file’s name says so', async () => {
    const own = await changedTemplate('plan', (xml) => xml.replace('NHIỆM VỤ, GIẢI PHÁP', 'NHIỆM VỤ VÀ GIẢI PHÁP'));
    const at = '/api/paper-templates/plan';
    const sent = await browser.upload('mau.docx', own, at);
    await browser.send('PUT', `${at}/use`, { template: sent.json().id });
    expect(await textOf((await paper()).rawPayload)).toContain('NHIỆM VỤ VÀ GIẢI PHÁP');
    const path = process.env.PATH;
    process.env.PATH = '';
    const pdf = await paper('?format=pdf').finally(() => {
      process.env.PATH = path;
    });
    expect(decodeURIComponent(String(pdf.headers['content-disposition']))).toContain('(theo mẫu có sẵn).pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    await browser.send('PUT', `${at}/use`, { template: null });
    expect(await textOf((await paper()).rawPayload)).not.toContain('NHIỆM VỤ VÀ GIẢI PHÁP');
  });
});

describe('a plan that is taken away', () => {
  it('leaves the list, is found among the removed, and comes back as it was', async () => {
    const before = await list();
    expect((await browser.send('DELETE', `/api/plans/${id}`)).statusCode).toBe(204);
    expect(await list()).toEqual([]);
    expect((await list('?removed=true')).map((plan) => plan.id)).toContain(id);
    const restored = await browser.send('POST', `/api/plans/${id}/restore`, {});
    expect(restored.json().plan).toMatchObject({ id, removedAt: null });
    expect(await list()).toEqual(before);
  });

  it('may be taken away or brought back twice: the second time changes nothing', async () => {
    const events = () => server.database.db.selectFrom('plan_event').selectAll().where('plan_id', '=', id).execute();
    await browser.send('POST', `/api/plans/${id}/restore`);
    const before = (await events()).length;
    await browser.send('DELETE', `/api/plans/${id}`);
    expect((await browser.send('DELETE', `/api/plans/${id}`)).statusCode).toBe(204);
    await browser.send('POST', `/api/plans/${id}/restore`);
    expect((await browser.send('POST', `/api/plans/${id}/restore`)).statusCode).toBe(200);
    expect((await events()).length).toBe(before + 2);
  });
});

describe('GET /api/plans/:id/document', () => {
  it('is the document as it reads, with the ids the fields point at', async () => {
    const { reading } = (await browser.get(`/api/plans/${id}`)).json();
    const document = (await browser.get(`/api/plans/${id}/document`)).json();
    const cell = reading.tasks[0].fields.text.source.cell;
    expect(document.blocks.length).toBeGreaterThan(3);
    expect(JSON.stringify(document)).toContain(`"id":"${cell}"`);
  });
});

describe('a plan that is not there', () => {
  const addresses = ['', '/document', '/file', '/paper', '/review'];
  it.each(addresses)('has no GET %s', async (rest) => {
    for (const unknown of [nobodys, 'x', '1%20or%201=1']) {
      const answer = await browser.get(`/api/plans/${unknown}${rest}`);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'not-found' });
    }
  });

  it('is what another tenant’s plan looks like, whatever is asked of it', async () => {
    const other = await otherTenant(server);
    expect((await other.get('/api/plans')).json()).toEqual({ plans: [] });
    for (const rest of addresses) expect((await other.get(`/api/plans/${id}${rest}`)).statusCode).toBe(404);
    const changes: [string, unknown][] = [
      ['review', { after: 0, actions: [{ id: 'a', act: { kind: 'remove', task: 't1' } }] }],
      ['confirm', { seq: 0 }],
      ['reopen', {}],
      ['restore', {}],
    ];
    for (const [what, body] of changes)
      expect((await other.send('POST', `/api/plans/${id}/${what}`, body)).statusCode).toBe(404);
    expect((await other.send('DELETE', `/api/plans/${id}`)).statusCode).toBe(404);
    expect((await list()).map((plan) => plan.id)).toContain(id);
  });
});
