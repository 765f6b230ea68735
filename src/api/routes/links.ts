import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { emailPattern, loginPattern } from '../../people/login.ts';
import { LinkView, SignInStep } from '../../people/views.ts';
import { hashPassword } from '../../platform/passwords/passwords.ts';
import { getAccount, setPassword } from '../../store/accounts.ts';
import { inTransaction } from '../../store/db.ts';
import { findLink, takeLink } from '../../store/sign-in-links.ts';
import { getTenantName, setUpTenant } from '../../store/sign-in-tenants.ts';
import { sendSession } from '../sessions.ts';
import { assertStrong, setPasswordByLink } from '../sign-in/links.ts';
import { openWhole } from '../sign-in/password.ts';
import type { Api, Context } from '../types.ts';

const tags = ['Đăng nhập'];
const config = { may: 'Ai cũng đăng nhập, đăng xuất được bằng tài khoản của mình' } as const;
const token = Type.String({ minLength: 1, maxLength: 200 });
const line = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });
const password = Type.String({ minLength: 1, maxLength: 1_000, pattern: '^[^\\u0000]*$' });

const First = Type.Object(
  {
    token,
    tenant: line,
    name: line,
    unit: line,
    login: Type.String({ pattern: loginPattern }),
    email: Type.Union([Type.String({ pattern: emailPattern }), Type.Null()]),
    password,
    /** whether the same officer looks after the plans too */
    focal: Type.Boolean(),
  },
  closed,
);

/** Links that work once: looked at, used to set a password, used to set a customer up. */
export async function linkRoutes(app: Api, context: Context): Promise<void> {
  look(app, context);
  setByLink(app, context);
  setUp(app, context);
}

function look(app: Api, { db }: Context): void {
  app.post(
    '/api/sign-in/link',
    {
      config,
      schema: {
        tags,
        summary: 'Xem liên kết dùng để làm gì; xem không làm mất hiệu lực',
        body: Type.Object({ token }, closed),
        response: { 200: LinkView },
      },
    },
    async ({ body }) => {
      const link = await findLink(db, body.token, new Date());
      if (!link) throw new Problem('link-not-valid', {});
      const { tenantId, kind, officerId, expiresAt } = link;
      const account = officerId === null ? undefined : await getAccount(db, { tenantId, officerId });
      const tenant = await getTenantName(db, tenantId);
      return {
        ...{ kind, tenant, login: account?.login ?? null, name: account?.name ?? null },
        expiresAt: expiresAt.toISOString(),
      };
    },
  );
}

function setByLink(app: Api, context: Context): void {
  app.post(
    '/api/sign-in/link/password',
    {
      config,
      schema: {
        tags,
        summary: 'Đặt mật khẩu bằng liên kết; liên kết hết hiệu lực, mọi phiên cũ kết thúc',
        body: Type.Object({ token, password }, closed),
        response: { 204: Type.Null() },
      },
    },
    async ({ body }, reply) => {
      await setPasswordByLink(context, body.token, body.password);
      return reply.code(204).send(null);
    },
  );
}

function setUp(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/sign-in/set-up',
    {
      config,
      schema: {
        tags,
        summary: 'Thiết lập lần đầu: đặt tên đơn vị, tạo người quản trị đầu tiên rồi đăng nhập luôn',
        body: First,
        response: { 200: SignInStep },
      },
    },
    async (request, reply) => {
      const { body } = request;
      assertStrong(body.password, body.login);
      const hash = await hashPassword(body.password);
      const now = new Date();
      const owner = await inTransaction(db, async (trx) => {
        const link = await takeLink(trx, body.token, now);
        if (link?.kind !== 'setup') throw new Problem('link-not-valid', {});
        const actor = await setUpTenant(trx, link.tenantId, body, now);
        await setPassword(trx, actor, hash, now);
        return actor;
      });
      const opened = await openWhole(context, await getAccount(db, owner), 'setup', request);
      sendSession(reply, opened, opened.token);
      return { step: opened.step };
    },
  );
}
