import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import type { Officer } from '../people/model.ts';
import { allows, isOpen, type Permission } from '../people/permissions.ts';
import { findOfficerBySession } from '../store/officers.ts';
import { isChange } from './security.ts';
import type { Context } from './types.ts';

/** Who asks, from the session's cookie; whether they may; and, for a change, that it is meant. */
export function knowOfficers(app: FastifyInstance, { db }: Context): void {
  app.decorateRequest('officer', null);
  app.decorateRequest('csrf', null);
  app.addHook('onRequest', async (request) => {
    const { may } = request.routeOptions.config;
    // No route: the answer is "not found" whoever asks.
    if (!may || request.is404) return;
    const session = readSession(request);
    // Who opens a page or asks for health must not wait for the database.
    if (session && (!isOpen(may) || isSessionRoute(request))) {
      request.officer = (await findOfficerBySession(db, session.tenantId, session.token, new Date())) ?? null;
      request.csrf = request.officer && csrfOf(session.token);
    }
    assertAllowed(may, request);
  });
}

const isSessionRoute = (request: FastifyRequest): boolean => request.routeOptions.url === '/api/session';

function assertAllowed(may: Permission, request: FastifyRequest): void {
  if (!allows(may, request.officer)) {
    throw request.officer ? new Problem('permission-refused', { needed: may }) : new Problem('session-missing', {});
  }
  if (isChange(request) && !sentCsrf(request)) throw new Problem('csrf-refused', {});
}

function sentCsrf({ csrf, headers }: FastifyRequest): boolean {
  const sent = headers['x-thang-csrf'];
  if (csrf === null || typeof sent !== 'string') return false;
  const [a, b] = [Buffer.from(sent), Buffer.from(csrf)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Belongs to the session and needs no place of its own; a page of another origin can neither read nor guess it. */
export const csrfOf = (token: string): string => createHash('sha256').update(`csrf ${token}`).digest('base64url');

const cookie = 'thang_session';

function readSession({ cookies }: FastifyRequest): { tenantId: string; token: string } | undefined {
  const [tenantId = '', token = ''] = (cookies[cookie] ?? '').split('.');
  return isId(tenantId) && token !== '' ? { tenantId, token } : undefined;
}

/** Gives the session to the browser: out of reach of scripts, and never sent from another site's page. */
export function sendSession(reply: FastifyReply, officer: Pick<Officer, 'tenantId'>, token: string): void {
  reply.setCookie(cookie, `${officer.tenantId}.${token}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    maxAge: 30 * 24 * 3_600,
  });
}
