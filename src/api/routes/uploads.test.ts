import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanView } from '../../plan/views.ts';
import { verifyTenant } from '../../store/audit/verify.ts';
import { demoOfficer } from '../../store/demo.ts';
import { samplePlan, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  browser = await server.signIn();
});
afterAll(() => server.close());

/** Every file under the store, whatever its place. */
const keptFiles = async (): Promise<string[]> => {
  const entries = await readdir(join(server.home, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};
const countPlans = async (): Promise<number> => (await browser.get('/api/plans')).json().plans.length;

describe('POST /api/plans', () => {
  it('reads the file and answers with the draft', async () => {
    const answer = await browser.upload('KH số 12 năm 2026.html', samplePlan);
    expect(answer.statusCode).toBe(201);
    const { plan, reading, seq } = answer.json<PlanView>();
    expect(plan).toMatchObject({
      fileName: 'KH số 12 năm 2026.html',
      number: '12/KH-UBND',
      date: '2026-01-15',
      year: 2026,
      indices: ['PAPI'],
      status: 'draft',
      tasks: 3,
      addedBy: 'Trần Thị Mai',
      confirmedAt: null,
      removedAt: null,
      supersededBy: null,
    });
    expect(reading.tasks.map(({ lead }) => lead)).toEqual([['Sở Nội vụ'], ['Sở Tài chính'], ['Sở Y tế']]);
    expect(seq).toBe(0);
  });

  it('gives the very bytes back under the name they came with', async () => {
    const { plan } = (await browser.upload('Kế hoạch.html', samplePlan)).json<PlanView>();
    const file = await browser.get(`/api/plans/${plan.id}/file`);
    expect(file.body).toBe(samplePlan);
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="K_ ho_ch.html"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.html`,
    );
    expect(file.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
  });

  it('takes the name for what it is: no path, no hidden characters', async () => {
    const { plan } = (await browser.upload('..\\..\\etc/passwd\u202e.html', samplePlan)).json<PlanView>();
    expect(plan.fileName).toBe('passwd.html');
  });

  it('writes one audit entry, with figures and no words of the plan', async () => {
    const before = await verifyTenant(server.database.db, demoOfficer.tenantId);
    await browser.upload('KH.html', samplePlan);
    const after = await verifyTenant(server.database.db, demoOfficer.tenantId);
    expect(after.entries).toBe(before.entries + 1);
    const entry = await server.database.db
      .selectFrom('audit_entry')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ action: 'plan.added', details: { seq: 0, tasks: 3 } });
  });

  describe('keeps nothing of', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    const bomb = zipSync({
      '[Content_Types].xml': new TextEncoder().encode('<Types/>'),
      'word/document.xml': new Uint8Array(300 * 1_048_576),
    });

    it.each([
      ['an empty file', 'rỗng.docx', new Uint8Array(), 'file-empty'],
      ['a picture renamed .docx', 'ảnh.docx', png, 'file-is-picture'],
      ['a truncated Word file', 'cụt.docx', bomb.slice(0, 400), 'file-damaged'],
      ['a ZIP bomb', 'bom.docx', bomb, 'file-expands-too-much'],
    ])('%s', async (_what, name, content, code) => {
      const [files, plans] = [await keptFiles(), await countPlans()];
      const answer = await browser.upload(name, content);
      expect(answer.json()).toMatchObject({ code, name });
      expect(answer.json().status).toBe(answer.statusCode);
      expect(await keptFiles()).toEqual(files);
      expect(await countPlans()).toBe(plans);
    });

    it('a file beyond 50 MB, of which it does not hold more than a little at a time', async () => {
      const files = await keptFiles();
      const size = 60 * 1_048_576;
      const answer = await browser.upload('lớn.docx', new Uint8Array(size));
      expect(answer.statusCode).toBe(413);
      expect(answer.json()).toMatchObject({ code: 'file-too-large', size, limit: 50 * 1_048_576 });
      expect(await keptFiles()).toEqual(files);
    });
  });

  it('says when no file came', async () => {
    const boundary = 'b';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="note"\r\n\r\nx\r\n--${boundary}--\r\n`;
    const headers = { ...browser.headers, 'content-type': `multipart/form-data; boundary=${boundary}` };
    const answer = await server.app.inject({ method: 'POST', url: '/api/plans', headers, payload });
    expect(answer.json()).toMatchObject({ code: 'file-missing', status: 400 });
  });

  it('says when what came is no form', async () => {
    const answer = await browser.send('POST', '/api/plans', { file: 'x' });
    expect(answer.json()).toMatchObject({ code: 'media-type-refused', received: 'application/json', status: 415 });
  });

  it('does the same over a connection: reads a plan, refuses 60 MB, and hears the answer to the end', async () => {
    const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const { host: _, origin: __, ...headers } = browser.headers;
    const post = (content: string | Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.append('file', new Blob([content]), 'kế hoạch.html');
      return fetch(`${address}/api/plans`, { method: 'POST', body: form, headers });
    };
    expect((await post(samplePlan)).status).toBe(201);
    const refused = await post(new Uint8Array(60 * 1_048_576));
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: 'file-too-large', name: 'kế hoạch.html' });
  });

  it('stops reading when the sender hangs up, and keeps nothing', async () => {
    const program = join(server.home, 'never.mjs');
    await writeFile(program, 'process.on("message", () => {});');
    const patient = await testServer({ reading: { program } });
    const { headers } = await patient.signIn();
    const address = await patient.app.listen({ host: '127.0.0.1', port: 0 });
    const form = new FormData();
    form.append('file', new Blob([samplePlan]), 'dài.html');
    const caller = new AbortController();
    const { host: _, origin: __, ...own } = headers;
    const call = fetch(`${address}/api/plans`, { method: 'POST', body: form, headers: own, signal: caller.signal });
    const incoming = () => readdir(join(patient.home, 'files', 'incoming'));
    await expect.poll(incoming).toHaveLength(1);
    caller.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(incoming).toEqual([]);
    await patient.close();
  });
});

describe('POST /api/plans/text', () => {
  it('reads pasted text as a plan', async () => {
    const text = 'ỦY BAN NHÂN DÂN TỈNH MINH HÀ\nSố: 7/KH-UBND\nKẾ HOẠCH\nNâng cao Chỉ số PAPI năm 2026\n';
    const answer = await browser.send('POST', '/api/plans/text', { name: 'Dán ngày 15/01', text });
    expect(answer.statusCode).toBe(201);
    const { plan, reading } = answer.json<PlanView>();
    expect(plan).toMatchObject({ number: '7/KH-UBND', tasks: 0 });
    expect(reading.warnings.map(({ code }) => code)).toContain('no-tasks');
  });

  it.each([{}, { name: '', text: 'a' }, { name: 'a' }, { name: 'a', text: 1 }, { name: 'a', text: 'b', more: 1 }])(
    'refuses %j',
    async (body) => {
      const answer = await browser.send('POST', '/api/plans/text', body);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'request-invalid' });
    },
  );

  it('refuses empty text as it refuses an empty file', async () => {
    const answer = await browser.send('POST', '/api/plans/text', { name: 'a', text: '' });
    expect(answer.json()).toMatchObject({ code: 'file-empty', name: 'a.txt' });
  });

  it('refuses what is longer than any plan', async () => {
    const answer = await browser.send('POST', '/api/plans/text', { name: 'a', text: 'x'.repeat(13 * 1_048_576) });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'request-too-large' });
  });

  it.each(['{', '[', 'null'])('refuses the body %j', async (payload) => {
    const headers = { ...browser.headers, 'content-type': 'application/json' };
    const answer = await server.app.inject({ method: 'POST', url: '/api/plans/text', headers, payload });
    expect(answer.json()).toMatchObject({ code: 'request-invalid', status: 400 });
  });
});

describe('the file store', () => {
  it('keeps one copy of the same bytes for a tenant, and nothing on its way', async () => {
    await browser.upload('a.html', samplePlan);
    const before = await keptFiles();
    await browser.upload('b.html', samplePlan);
    expect(await keptFiles()).toEqual(before);
    expect(existsSync(join(server.home, 'files', 'incoming'))).toBe(true);
    expect(await readdir(join(server.home, 'files', 'incoming'))).toEqual([]);
  });
});

describe('a form that is not one whole file', () => {
  const part = (name: string) =>
    `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n<p>a</p>\r\n`;
  const send = (payload: string, type = 'multipart/form-data; boundary=x') =>
    server.app.inject({
      method: 'POST',
      url: '/api/plans',
      headers: { ...browser.headers, 'content-type': type },
      payload,
    });

  it.each<[what: string, code: string, payload: string, type?: string]>([
    ['has two files', 'several-files', `${part('a.html')}${part('b.html')}--x--\r\n`],
    ['ends in the middle', 'upload-cut-off', part('a.html')],
    ['has no boundary', 'upload-cut-off', 'x', 'multipart/form-data'],
    ['has no part', 'file-missing', '--x--\r\n'],
  ])('%s: nothing of it is kept', async (_, code, payload, type) => {
    const before = [await countPlans(), (await keptFiles()).length];
    const answer = await send(payload, type);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().code).toBe(code);
    expect([await countPlans(), (await keptFiles()).length]).toEqual(before);
  });

  it('takes the file that follows other fields', async () => {
    const field = '--x\r\ncontent-disposition: form-data; name="note"\r\n\r\n1\r\n';
    expect((await send(`${field}${part('a.html')}--x--\r\n`)).statusCode).toBe(201);
  });
});
