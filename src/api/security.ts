import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/problem.ts';
import { hostOf, isLoopback } from './loopback.ts';

/** What every answer carries and what every request must be, before anyone asks what it wants. */
export function guard(app: FastifyInstance, demo: boolean): void {
  app.decorateReply('cspNonce', '');
  app.addHook('onRequest', async (request, reply) => {
    setHeaders(request, reply);
    if (demo) refuseForeignHost(request);
    refuseForeignOrigin(request);
  });
}

/** What every answer carries, whatever it says. */
export function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.cspNonce = randomBytes(16).toString('base64');
  reply.headers({
    'content-security-policy': contentPolicy(reply.cspNonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  });
  if (isApi(request)) reply.header('cache-control', 'no-store');
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** A name that resolves to this machine may belong to anyone (DNS rebinding); in the demo only our own names count. */
function refuseForeignHost({ headers }: FastifyRequest): void {
  if (!isLoopback(hostOf(headers.host ?? ''))) throw new Problem('host-refused', {});
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
export const isChange = ({ method }: Pick<FastifyRequest, 'method'>): boolean => changing.has(method);
export const isApi = ({ url }: Pick<FastifyRequest, 'url'>): boolean => /^\/api(\/|\?|$)/.test(url);

/** Browsers say where a request comes from. Programs do not, and need not: they hold no one's cookie. */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (!isApi(request)) return;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const foreignSite = isChange(request) ? site !== undefined && site !== 'same-origin' : site === 'cross-site';
  if (foreignSite || (isChange(request) && origin !== undefined && !isSameOrigin(origin, host ?? '')))
    throw new Problem('origin-refused', {});
}

function isSameOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
