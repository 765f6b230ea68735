import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/problem.ts';
import { sendProblem } from './problems.ts';
import { isApi } from './security.ts';

/** The built web app: its files as they are, and its one page for every address the app knows itself. */
export async function serveWeb(app: FastifyInstance, root: string | undefined): Promise<void> {
  if (root && existsSync(root)) await app.register((files) => serveFiles(files, root));
  app.setNotFoundHandler((request, reply) =>
    isPage(request) && root ? sendPage(reply, root) : sendProblem(reply, notFound()),
  );
}

const open = { may: 'Ai cũng mở được trang và tài liệu của phần mềm' } as const;

async function serveFiles(app: FastifyInstance, root: string): Promise<void> {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, ...open };
  });
  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply, root));
  await app.register(fastifyStatic, {
    root,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names under assets/ carry a hash of their content, so they never change; all else is asked for again.
      const lasting = path.startsWith(join(root, 'assets'));
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

const notFound = () => new Problem('not-found', { what: 'địa chỉ này' });

/** An address of the app, not a missing file or an address of the API. */
const isPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !isApi(request) &&
  !/\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '');

async function sendPage(reply: FastifyReply, root: string): Promise<FastifyReply> {
  const page = await readFile(join(root, 'index.html'), 'utf8').catch(() => undefined);
  if (page === undefined) return sendProblem(reply, notFound());
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page.replaceAll('__CSP_NONCE__', reply.cspNonce));
}
