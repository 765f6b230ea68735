import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../document/limits.ts';
import { pieces, writeWord } from '../../publish/lint/testing-word.ts';
import { officerHolding, type TestBrowser, type TestServer, testHost, testServer } from '../testing.ts';

let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  // The demo's own officers are there from the first visit on.
  await server.signIn();
  browser = await officerHolding(server, []);
});
afterAll(() => server.close());

const check = (content: Uint8Array | string, name = 'kế hoạch.docx') => browser.upload(name, content, '/api/lint');
const keptFiles = async (): Promise<string[]> => {
  const entries = await readdir(join(server.home, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

describe('POST /api/lint', () => {
  it('says of a good document that nothing is to be mended, and keeps no file', async () => {
    const answer = await check(writeWord(pieces()));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ type: 'Kế hoạch', passes: true, findings: [] });
    expect(await keptFiles()).toEqual([]);
  });

  it('says what to mend and by which clause', async () => {
    const answer = await check(writeWord({ ...pieces(), head: pieces().head.replace('Số: 15', 'Số: 5') }));
    expect(answer.json()).toMatchObject({
      passes: false,
      findings: [{ rule: 'number-zero', severity: 'fault', part: 'Số, ký hiệu', text: 'Số: 5/KH-SNV' }],
    });
  });

  it.each([
    ['text called .docx', 415, 'file-not-docx', 'KẾ HOẠCH'],
    ['an empty file', 422, 'file-empty', ''],
    ['half a file', 422, 'file-damaged', writeWord(pieces()).slice(0, 900)],
    ['a file that is too large', 413, 'file-too-large', new Uint8Array(limits.fileBytes + 1)],
  ])('refuses %s and keeps nothing of it', async (_what, status, code, content) => {
    const answer = await check(content);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(await keptFiles()).toEqual([]);
  });

  it('names the file without its folders, and wants one', async () => {
    expect((await check('chữ', '..\\..\\etc/passwd.docx')).json().detail).toContain('“passwd.docx”');
    const none = await browser.send('POST', '/api/lint');
    expect(none.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('is for whoever has signed in', async () => {
    const answer = await server.app.inject({ method: 'POST', url: '/api/lint', headers: testHost });
    expect(answer.json().code).toBe('session-missing');
  });
});
