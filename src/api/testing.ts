import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Session } from '../plan/views.ts';
import { type TestDatabase, testDatabase } from '../store/testing.ts';
import { buildServer, type ServerOptions } from './server.ts';

/** A server on a database and a home folder of its own, for tests. Its answers are held against their schemas. */
export type TestServer = {
  app: FastifyInstance;
  database: TestDatabase;
  home: string;
  /** opens the demo session as a browser would */
  signIn: () => Promise<TestBrowser>;
  close: () => Promise<void>;
};

/** A browser with the session's cookie, that sends what the page's scripts would. */
export type TestBrowser = {
  session: Session;
  headers: Record<string, string>;
  get: (url: string) => Promise<LightMyRequestResponse>;
  send: (method: 'POST' | 'DELETE', url: string, body?: unknown) => Promise<LightMyRequestResponse>;
  upload: (name: string, content: Uint8Array | string) => Promise<LightMyRequestResponse>;
};

export const testHost = { host: 'localhost:4321' };

export async function testServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const database = await testDatabase();
  const home = await mkdtemp(join(tmpdir(), 'thang-api-'));
  const app = await buildServer({ db: database.db, home, demo: true, checkAnswers: true, ...options });
  return {
    app,
    database,
    home,
    signIn: () => signIn(app),
    close: async () => {
      await app.close();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function signIn(app: FastifyInstance): Promise<TestBrowser> {
  const opened = await app.inject({ url: '/api/session', headers: testHost });
  const session = opened.json<Session>();
  const cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { ...testHost, cookie, 'x-thang-csrf': session.csrf, origin: 'http://localhost:4321' };
  return {
    session,
    headers,
    get: (url) => app.inject({ url, headers }),
    send: (method, url, body) =>
      app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) }),
    upload: (name, content) => app.inject({ method: 'POST', url: '/api/plans', ...withFile(headers, name, content) }),
  };
}

function withFile(headers: Record<string, string>, name: string, content: Uint8Array | string): InjectOptions {
  const boundary = 'thang-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}
