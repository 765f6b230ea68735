import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { type Actor, roles } from '../../people/model.ts';
import { DemoOfficerView, Session } from '../../people/views.ts';
import { inTransaction } from '../../store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../../store/demo.ts';
import { demoOfficers, findDemoOfficer } from '../../store/demo-officers.ts';
import { endSessions, findKnown, openSession } from '../../store/sessions.ts';
import { openingOf } from '../devices.ts';
import { presentSession } from '../present.ts';
import { csrfOf, forgetSession, sendSession } from '../sessions.ts';
import type { Api, Context } from '../types.ts';

const tags = ['Phiên làm việc'];
const demo = { may: 'Ai dùng thử trên máy này cũng mở được phiên làm việc của cán bộ mẫu' } as const;

/** The session of whoever asks: in the demo a newcomer gets one of a sample officer and may act as another. */
export async function sessionRoutes(app: Api, context: Context): Promise<void> {
  current(app, context);
  leave(app, context);
  if (!context.demo) return;
  cast(app);
  actAs(app, context);
}

function current(app: Api, { db, demo: open }: Context): void {
  app.get(
    '/api/session',
    { config: demo, schema: { tags, summary: 'Phiên làm việc hiện tại', response: { 200: Session } } },
    async (request, reply) => {
      if (request.officer && request.csrf) return presentSession(request.officer, request.csrf, open);
      if (!open) throw new Problem('session-missing', {});
      return openDemo(db, demoOfficer, reply, request);
    },
  );
}

function leave(app: Api, { db }: Context): void {
  app.delete(
    '/api/session',
    {
      config: { may: 'Ai cũng đăng nhập, đăng xuất được bằng tài khoản của mình' },
      schema: { tags, summary: 'Đăng xuất khỏi thiết bị này', response: { 204: Type.Null() } },
    },
    async ({ officer, sessionId }, reply) => {
      if (officer && sessionId)
        await inTransaction(db, (trx) => endSessions(trx, officer, officer.officerId, { only: sessionId }));
      forgetSession(reply);
      return reply.code(204).send(null);
    },
  );
}

function cast(app: Api): void {
  const officers = demoOfficers
    .map(({ id, name, unit, role }) => ({ id, name, unit, role }))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  app.get(
    '/api/session/officers',
    {
      config: demo,
      schema: {
        tags,
        summary: 'Bản dùng thử: những cán bộ mẫu có thể đóng vai',
        response: { 200: Type.Object({ officers: Type.Array(DemoOfficerView) }) },
      },
    },
    async () => ({ officers }),
  );
}

function actAs(app: Api, { db }: Context): void {
  app.post(
    '/api/session/act-as',
    {
      config: demo,
      schema: {
        tags,
        summary: 'Bản dùng thử: đóng vai một cán bộ mẫu khác',
        body: Type.Object({ officer: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      const actor = findDemoOfficer(request.body.officer);
      if (!actor) throw new Problem('not-found', { what: 'cán bộ mẫu này' });
      const { officer, sessionId } = request;
      if (officer && sessionId)
        await inTransaction(db, (trx) => endSessions(trx, officer, officer.officerId, { only: sessionId }));
      return openDemo(db, actor, reply, request);
    },
  );
}

async function openDemo(
  db: Context['db'],
  actor: Actor,
  reply: Parameters<typeof sendSession>[0],
  request: Parameters<typeof openingOf>[0],
): Promise<Session> {
  const now = new Date();
  const token = await inTransaction(db, async (trx) => {
    await ensureDemoOfficer(trx);
    return openSession(trx, actor, now, openingOf(request, 'demo'));
  });
  const known = await findKnown(db, actor.tenantId, token, now, true);
  if (!known) throw new Problem('session-missing', {});
  sendSession(reply, actor, token);
  return presentSession(known.asker, csrfOf(token), true);
}
