import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { SignInPage, SignInStep } from '../../people/views.ts';
import { listProviders } from '../../store/sign-in-providers.ts';
import { type NamedTenant, tenantsToSignIn } from '../../store/sign-in-tenants.ts';
import { readSession, sendSession } from '../sessions.ts';
import { countReset, mailReset } from '../sign-in/links.ts';
import { type Opened, signInByPassword } from '../sign-in/password.ts';
import { arriveFrom, departTo, returnPath } from '../sign-in/provider.ts';
import { signInBySecondStep } from '../sign-in/second-step.ts';
import type { Api, Context } from '../types.ts';

const tags = ['Đăng nhập'];
const config = { may: 'Ai cũng đăng nhập, đăng xuất được bằng tài khoản của mình' } as const;
const name = Type.String({ minLength: 1, maxLength: 260, pattern: '^[^\\u0000]*$' });
const secret = Type.String({ minLength: 1, maxLength: 1_000, pattern: '^[^\\u0000]*$' });
const tenant = Type.Optional(Type.String({ maxLength: 100 }));

/** Signing in: by password and second step, by another system, and a new password by mail. */
export async function signInRoutes(app: Api, context: Context): Promise<void> {
  page(app, context);
  password(app, context);
  second(app, context);
  reset(app, context);
  provider(app, context);
  back(app, context);
}

function page(app: Api, context: Context): void {
  app.get(
    '/api/sign-in',
    {
      config,
      schema: {
        tags,
        summary: 'Trang đăng nhập: đơn vị, các cách đăng nhập',
        querystring: Type.Object({ tenant }),
        response: { 200: SignInPage },
      },
    },
    async ({ query, cookies }) => {
      const { db, demo, mailer } = context;
      const tenants = await tenantsToSignIn(db);
      const meant = pick(tenants, query.tenant) ?? pick(tenants, cookies[lastTenant]) ?? only(tenants);
      const providers = meant ? await listProviders(db, meant.id) : [];
      return {
        ...{ demo, mail: mailer !== undefined, empty: tenants.length === 0 },
        tenants: tenants.map(({ code, name }) => ({ code, name })),
        tenant: meant?.code ?? null,
        providers: providers.map(({ id, name }) => ({ id, name })),
      };
    },
  );
}

const lastTenant = 'thang_tenant';
const only = (tenants: NamedTenant[]): NamedTenant | undefined => (tenants.length === 1 ? tenants[0] : undefined);
const pick = (tenants: NamedTenant[], code: string | undefined): NamedTenant | undefined =>
  tenants.find((tenant) => tenant.code === code);

/** The tenant a request means: the one it names, or the only one there is. */
async function getTenant({ db }: Context, code: string | undefined): Promise<NamedTenant> {
  const tenants = await tenantsToSignIn(db);
  const found = code === undefined ? only(tenants) : pick(tenants, code);
  if (!found) throw new Problem('not-found', { what: 'đơn vị cần đăng nhập' });
  return found;
}

function password(app: Api, context: Context): void {
  app.post(
    '/api/sign-in',
    {
      config,
      schema: {
        tags,
        summary: 'Đăng nhập bằng tên (hoặc thư điện tử) và mật khẩu',
        body: Type.Object({ tenant, login: name, password: secret }, closed),
        response: { 200: SignInStep },
      },
    },
    async (request, reply) => {
      const meant = await getTenant(context, request.body.tenant);
      const opened = await signInByPassword(context, meant.id, request.body, request);
      rememberTenant(reply, meant.code);
      return sendStep(reply, opened);
    },
  );
}

function sendStep(reply: FastifyReply, opened: Opened): SignInStep {
  sendSession(reply, opened, opened.token);
  return { step: opened.step };
}

const rememberTenant = (reply: FastifyReply, code: string): void => {
  reply.setCookie(lastTenant, code, { path: '/api/sign-in', httpOnly: true, sameSite: 'strict', maxAge: 31_536_000 });
};

function second(app: Api, context: Context): void {
  app.post(
    '/api/sign-in/second',
    {
      config,
      schema: {
        tags,
        summary: 'Bước hai: mã của ứng dụng xác thực, hoặc một mã khôi phục',
        body: Type.Union([
          Type.Object({ code: Type.String({ maxLength: 20 }) }, closed),
          Type.Object({ recovery: Type.String({ maxLength: 40 }) }, closed),
        ]),
        response: { 200: SignInStep },
      },
    },
    async (request, reply) => {
      const waiting = readSession(request);
      if (!waiting) throw new Problem('second-step-missing', {});
      return sendStep(reply, await signInBySecondStep(context, waiting, request.body, request));
    },
  );
}

function reset(app: Api, context: Context): void {
  app.post(
    '/api/sign-in/reset',
    {
      config,
      schema: {
        tags,
        summary: 'Xin liên kết đặt lại mật khẩu qua thư; luôn trả lời như nhau',
        body: Type.Object({ tenant, login: name }, closed),
        response: { 204: Type.Null() },
      },
    },
    async ({ body, ip }, reply) => {
      const meant = await getTenant(context, body.tenant);
      await countReset(context, meant.id, ip);
      // Done after the answer, so that its time does not tell whether there is such an account.
      context.afterwards(() => mailReset(context, meant.id, body.login));
      return reply.code(204).send(null);
    },
  );
}

function provider(app: Api, context: Context): void {
  app.get(
    '/api/sign-in/providers/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Sang hệ thống đăng nhập khác (OpenID Connect)',
        params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
        querystring: Type.Object({ tenant }),
        response: { 302: Type.Null() },
      },
    },
    async (request, reply) => {
      const meant = await getTenant(context, request.query.tenant);
      return orSayOnPage(reply, () => departTo(context, meant.id, request.params.id, reply));
    },
  );
}

function back(app: Api, context: Context): void {
  app.get(returnPath, { config, schema: { hide: true } }, (request: FastifyRequest, reply) =>
    orSayOnPage(reply, async () => {
      const opened = await arriveFrom(context, request, reply);
      sendSession(reply, opened, opened.token);
      return reply.redirect(opened.step === 'second' ? '/dang-nhap?buoc=ma' : '/');
    }),
  );
}

/** A browser on its way, not a script, waits for this answer: what went wrong is said on the sign-in page. */
async function orSayOnPage(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'provider-refused') throw error;
    reply.log.warn({ err: error.cause ?? error }, 'signing in by another system failed');
    const { why } = error.details as { why: string };
    return reply.redirect(`/dang-nhap?tro-ve=${why}`);
  }
}
