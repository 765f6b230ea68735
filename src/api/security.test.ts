import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { assertLoopback } from './loopback.ts';
import { requirePermissions } from './server.ts';
import { type TestBrowser, type TestServer, testServer } from './testing.ts';

let server: TestServer;
let browser: TestBrowser;
let webRoot = '';
const log: string[] = [];

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'thang-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<script nonce="__CSP_NONCE__" src="/assets/a.js"></script>');
  await writeFile(join(webRoot, 'assets', 'a.js'), 'export {};');
  await writeFile(join(webRoot, 'thang.svg'), '<svg/>');
  server = await testServer({ webRoot, log: { write: (line) => log.push(line) } });
  browser = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await rm(webRoot, { recursive: true });
});

const policyOf = (headers: Record<string, unknown>): string => String(headers['content-security-policy']);

describe('every answer', () => {
  it.each([
    '/',
    '/ke-hoach',
    '/api/health',
    '/api/session',
    '/api/plans',
    '/api/unknown',
    '/assets/a.js',
    '/api/docs',
    '/api/%zz',
  ])('of %s says what a page may do and hides where it came from', async (url) => {
    const { headers } = await browser.get(url);
    expect(policyOf(headers)).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[\w+/=]{24}'/);
    expect(policyOf(headers)).not.toMatch(/unsafe|\*|https?:/);
    expect(policyOf(headers)).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
  });

  it('of the API is not kept by any cache', async () => {
    expect((await browser.get('/api/plans')).headers['cache-control']).toBe('no-store');
  });

  it('that is a failure tells nothing of the inside', async () => {
    const broken = await testServer({ log: { write: (line) => log.push(line) } });
    const asker = await broken.signIn();
    await broken.database.db.schema.alterTable('plan').renameTo('gone').execute();
    const answer = await asker.get('/api/plans');
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'internal', status: 500 });
    expect(answer.body).not.toMatch(/gone|relation|select|\.ts/);
    expect(log.join()).toContain('relation');
    await broken.close();
  });
});

describe('a changing request', () => {
  const change = (headers: Record<string, string>) =>
    server.app.inject({ method: 'POST', url: '/api/plans/text', headers, payload: { name: 'a', text: 'KẾ HOẠCH' } });

  it('is done with the session’s cookie and its token', async () => {
    expect((await change(browser.headers)).statusCode).toBe(201);
  });

  it('is refused without the token', async () => {
    const { 'x-thang-csrf': _, ...headers } = browser.headers;
    expect((await change(headers)).json()).toMatchObject({ code: 'csrf-refused', status: 403 });
  });

  it('is refused with the token of another session', async () => {
    const other = await server.signIn();
    expect((await change({ ...browser.headers, 'x-thang-csrf': other.session.csrf })).statusCode).toBe(403);
  });

  it('is refused without the cookie', async () => {
    const { cookie: _, ...headers } = browser.headers;
    expect((await change(headers)).json()).toMatchObject({ code: 'session-missing', status: 401 });
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:9999' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused from elsewhere: %j', async (headers) => {
    const answer = await change({ ...browser.headers, ...headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'origin-refused' });
  });
});

describe('the demo', () => {
  it.each(['thang.example', 'localhost.evil.example', '127.0.0.1.nip.io:4321', '192.168.1.4:4321'])(
    'does not answer to the name %j, which another may have made point here',
    async (host) => {
      const answer = await server.app.inject({ url: '/api/session', headers: { host } });
      expect(answer.statusCode).toBe(421);
      expect(answer.json()).toMatchObject({ code: 'host-refused' });
    },
  );

  it.each(['localhost', 'localhost:4321', '127.0.0.1:80', '[::1]:4321'])('answers to %s', async (host) => {
    expect((await server.app.inject({ url: '/api/health', headers: { host } })).statusCode).toBe(200);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'thang.example'])('refuses to listen on %s', (host) => {
    expect(() => assertLoopback(host)).toThrow(expect.objectContaining({ code: 'loopback-only' }));
  });

  it('listens on this machine', () => {
    for (const host of ['localhost', '127.0.0.1', '::1']) expect(() => assertLoopback(host)).not.toThrow();
  });
});

describe('the web app', () => {
  it.each(['/', '/ke-hoach', '/nhiem-vu?chi-so=PAPI', '/nhiem-vu/019aa000-0000-7000-8000-000000000001'])(
    'is the page of %s, with the nonce of this answer alone',
    async (url) => {
      const [first, second] = [await browser.get(url), await browser.get(url)];
      const nonce = /'nonce-([^']+)'/.exec(policyOf(first.headers))?.[1] ?? '';
      expect(first.body).toContain(`nonce="${nonce}"`);
      expect(second.body).not.toContain(nonce);
      expect(first.headers['cache-control']).toBe('no-store');
    },
  );

  it('keeps assets for good and asks for other files again', async () => {
    const asset = await browser.get('/assets/a.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toContain('javascript');
    expect((await browser.get('/thang.svg')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/assets/missing.js',
    '/../../etc/passwd.txt',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/api/unknown',
    '/%zz',

    '/assets/',
  ])('has no page for %s', async (url) => {
    const answer = await browser.get(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});

describe('the log', () => {
  it('says which route was asked and how it went, not what for', async () => {
    log.length = 0;
    await browser.get('/api/plans?q=nguyễn văn bí mật');
    expect(log.join()).toContain('"route":"/api/plans"');
    expect(log.join()).not.toMatch(/bí mật|%|thang_session|localhost/);
  });
});

describe('the documentation', () => {
  it('is OpenAPI 3.1 and names every address of the API with its answer', async () => {
    const answer = (await browser.get('/api/docs/json')).json<{ openapi: string; paths: Record<string, object> }>();
    expect(answer.openapi).toBe('3.1.0');
    const routes = server.app.namedRoutes().filter(({ url }) => /^\/api\/(?!docs)/.test(url));
    const addresses = new Set(routes.map(({ url }) => url.replace(/:(\w+)/g, '{$1}')));
    expect(addresses.size).toBeGreaterThan(25);
    expect(Object.keys(answer.paths).sort()).toEqual([...addresses].sort());
  });

  it('is a page without a line of script or style in it', async () => {
    const page = await browser.get('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|<style|style=/);
  });
});

describe('a route', () => {
  it('keeps a server from starting that has a route without a sentence', async () => {
    const app = fastify();
    requirePermissions(app);
    app.get('/forgotten', async () => 'x');
    await expect(app.ready()).rejects.toThrow('GET /forgotten names no permission');
  });
});

describe('a NUL character in an address', () => {
  it.each(['/api/plans?q=a%00', '/api/tasks?index=%00', '/api/tasks?agency=%00', '/api/plans/%00'])(
    '%s is refused by us, not by the database',
    async (url) => {
      const server = await testServer();
      onTestFinished(() => server.close());
      const answer = await (await server.signIn()).get(url);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().code).toBe('request-invalid');
    },
  );
});
