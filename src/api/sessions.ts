import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { lifetimes } from '../people/links.ts';
import type { Actor } from '../people/model.ts';
import { allows, isOpen, type Permission } from '../people/permissions.ts';
import { findKnown } from '../store/sessions.ts';
import { isChange } from './security.ts';
import type { Context } from './types.ts';

/** Who asks, from the session's cookie; whether they may; and, for a change, that it is meant. */
export function knowOfficers(app: FastifyInstance, { db, demo }: Context): void {
  app.decorateRequest('officer', null);
  app.decorateRequest('sessionId', null);
  app.decorateRequest('csrf', null);
  app.addHook('onRequest', async (request) => {
    const { may } = request.routeOptions.config;
    // No route: the answer is "not found" whoever asks.
    if (!may || request.is404) return;
    const session = readSession(request);
    // Who opens a page or asks for health must not wait for the database.
    if (session && (!isOpen(may) || isSessionRoute(request))) {
      const known = await findKnown(db, session.tenantId, session.token, new Date(), demo);
      request.officer = known?.asker ?? null;
      request.sessionId = known?.sessionId ?? null;
      request.csrf = known ? csrfOf(session.token) : null;
    }
    assertAllowed(may, request);
  });
}

const isSessionRoute = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.startsWith('/api/session') === true;

function assertAllowed(may: Permission, request: FastifyRequest): void {
  if (!allows(may, request.officer)) {
    throw request.officer ? new Problem('permission-refused', { needed: may }) : new Problem('session-missing', {});
  }
  // Where nobody is known there is no session to misuse; a page of another origin has been refused before.
  if (isChange(request) && !(isOpen(may) && request.officer === null) && !sentCsrf(request))
    throw new Problem('csrf-refused', {});
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

export function readSession({
  cookies,
}: Pick<FastifyRequest, 'cookies'>): { tenantId: string; token: string } | undefined {
  const [tenantId = '', token = ''] = (cookies[cookie] ?? '').split('.');
  return isId(tenantId) && token !== '' ? { tenantId, token } : undefined;
}

/** Gives the session to the browser: out of reach of scripts, never sent from another site's page, over TLS only. */
export function sendSession(reply: FastifyReply, { tenantId }: Pick<Actor, 'tenantId'>, token: string): void {
  reply.setCookie(cookie, `${tenantId}.${token}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
    maxAge: lifetimes.demo / 1_000,
  });
}

/** The browser forgets it; the server has ended it before. */
export const forgetSession = (reply: FastifyReply): void => {
  reply.clearCookie(cookie, { path: '/', httpOnly: true, sameSite: 'strict' });
};
