import Type from 'typebox';
import { closed } from '../../kernel/shapes.ts';
import { emailPattern, loginPattern } from '../../people/login.ts';
import { AccountLine, SentLink } from '../../people/views.ts';
import { addAccount, disableAccount, enableAccount, getAccount } from '../../store/accounts.ts';
import { removeTotp } from '../../store/accounts-totp.ts';
import { inTransaction } from '../../store/db.ts';
import { endSessions } from '../../store/sessions.ts';
import { forgetTries } from '../../store/sign-in-counts.ts';
import { getAccountLine, readAccounts } from '../account-list.ts';
import { getId, IdParams } from '../ids.ts';
import { sendLink } from '../sign-in/invitations.ts';
import { loginPrint } from '../sign-in/password.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Quản trị tài khoản'];
const config = { may: 'Người quản trị quản lý được tài khoản và vai trò của cán bộ' } as const;
const what = 'tài khoản này';
const line = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });

const Invitation = Type.Object(
  {
    name: line,
    unit: line,
    login: Type.String({ pattern: loginPattern }),
    email: Type.Union([Type.String({ pattern: emailPattern }), Type.Null()]),
    /** an officer who has no account yet; otherwise a new one is made */
    officer: Type.Optional(Type.String()),
  },
  closed,
);

/** The administrator's list of accounts: inviting, closing, opening, a new way in for who has lost theirs. */
export async function accountsRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  invite(app, context);
  resetWay(app, context);
  close(app, context);
  open(app, context);
  signOut(app, context);
}

function list(app: Api, context: Context): void {
  app.get(
    '/api/accounts',
    {
      config,
      schema: {
        tags,
        summary: 'Cán bộ, tài khoản và vai trò; tìm theo tên, đơn vị, tên đăng nhập, không cần dấu',
        querystring: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }),
        response: { 200: Type.Object({ accounts: Type.Array(AccountLine) }) },
      },
    },
    async (request) => ({
      accounts: await readAccounts(context, getOfficer(request).tenantId, { q: request.query.q ?? '' }),
    }),
  );
}

function invite(app: Api, context: Context): void {
  app.post(
    '/api/accounts',
    {
      config,
      schema: {
        tags,
        summary: 'Mời một cán bộ: tạo tài khoản và gửi liên kết đặt mật khẩu',
        body: Invitation,
        response: { 201: SentLink },
      },
    },
    async (request, reply) => {
      const actor = getOfficer(request);
      const { officer, ...given } = request.body;
      const id = officer === undefined ? undefined : getId({ params: { id: officer } }, 'cán bộ này');
      const owner = await inTransaction(context.db, (trx) => addAccount(trx, actor, given, id));
      return reply.code(201).send(await sendLink(context, actor, owner.officerId, 'invitation'));
    },
  );
}

function resetWay(app: Api, context: Context): void {
  const { db, secrets } = context;
  app.post(
    '/api/accounts/:id/reset',
    {
      config,
      schema: {
        tags,
        summary: 'Gửi liên kết đặt lại mật khẩu; kèm tắt xác thực hai bước khi mất điện thoại',
        params: IdParams,
        body: Type.Object({ totp: Type.Boolean() }, closed),
        response: { 200: SentLink },
      },
    },
    async (request) => {
      const actor = getOfficer(request);
      const officerId = getId(request, what);
      const account = await getAccount(db, { ...actor, officerId });
      if (request.body.totp && account.totp_secret) await inTransaction(db, (trx) => removeTotp(trx, actor, officerId));
      await forgetTries(db, actor.tenantId, loginPrint(secrets, account.login_key), new Date());
      return sendLink(context, actor, officerId, account.password_hash ? 'reset' : 'invitation');
    },
  );
}

function close(app: Api, context: Context): void {
  app.post(
    '/api/accounts/:id/disable',
    {
      config,
      schema: {
        tags,
        summary: 'Khóa tài khoản; các phiên kết thúc ngay, việc đã làm vẫn còn',
        params: IdParams,
        response: { 200: AccountLine },
      },
    },
    async (request) => {
      const actor = getOfficer(request);
      const id = getId(request, what);
      await inTransaction(context.db, (trx) => disableAccount(trx, actor, id, new Date()));
      return getAccountLine(context, actor.tenantId, id);
    },
  );
}

function open(app: Api, context: Context): void {
  app.post(
    '/api/accounts/:id/enable',
    {
      config,
      schema: { tags, summary: 'Mở lại tài khoản đã khóa', params: IdParams, response: { 200: AccountLine } },
    },
    async (request) => {
      const actor = getOfficer(request);
      const id = getId(request, what);
      await inTransaction(context.db, (trx) => enableAccount(trx, actor, id));
      return getAccountLine(context, actor.tenantId, id);
    },
  );
}

function signOut(app: Api, context: Context): void {
  app.delete(
    '/api/accounts/:id/sessions',
    {
      config,
      schema: {
        tags,
        summary: 'Kết thúc mọi phiên của một cán bộ',
        params: IdParams,
        response: { 200: AccountLine },
      },
    },
    async (request) => {
      const actor = getOfficer(request);
      const id = getId(request, what);
      const before = await getAccountLine(context, actor.tenantId, id);
      await inTransaction(context.db, (trx) => endSessions(trx, actor, id));
      return { ...before, seenAt: null };
    },
  );
}
