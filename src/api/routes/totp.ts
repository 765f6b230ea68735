import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { OwnAccount, TotpSetup } from '../../people/views.ts';
import { drawQr, newTotpSecret, totpUri } from '../../platform/passwords/totp.ts';
import { getAccount } from '../../store/accounts.ts';
import { keepTotpSecret, noteTotp, removeTotp } from '../../store/accounts-totp.ts';
import { inTransaction } from '../../store/db.ts';
import { readOwnAccount } from '../own-account.ts';
import { assertOwnPassword } from '../sign-in/password.ts';
import { isCode, issueRecoveryCodes, totpAbout } from '../sign-in/second-step.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Tài khoản của tôi'];
const config = { may: 'Cán bộ xem và giữ an toàn được tài khoản của chính mình' } as const;
const password = Type.String({ minLength: 1, maxLength: 1_000, pattern: '^[^\\u0000]*$' });
const WithPassword = Type.Object({ password }, closed);
const Codes = Type.Object({ account: OwnAccount, recoveryCodes: Type.Array(Type.String()) }, closed);

/** The second step of one's own account: begun, confirmed by a code, switched off; recovery codes anew. */
export async function totpRoutes(app: Api, context: Context): Promise<void> {
  begin(app, context);
  confirm(app, context);
  remove(app, context);
  codesAnew(app, context);
}

function begin(app: Api, context: Context): void {
  const { db, secrets } = context;
  app.post(
    '/api/account/totp',
    {
      config,
      schema: {
        tags,
        summary: 'Bắt đầu bật xác thực hai bước: mã QR cho ứng dụng; chưa có hiệu lực cho tới khi nhập mã',
        body: WithPassword,
        response: { 200: TotpSetup },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const account = await assertOwnPassword(context, request, request.body.password);
      if (account.totp_at) throw new Problem('totp-on', {});
      const secret = newTotpSecret();
      const sealed = secrets.seal(secret, totpAbout(officer));
      await inTransaction(db, (trx) => keepTotpSecret(trx, officer, sealed));
      const uri = totpUri(secret, `Thang ${officer.tenant}`, account.login);
      return { secret, uri, ...drawQr(uri) };
    },
  );
}

function confirm(app: Api, { db, secrets }: Context): void {
  app.post(
    '/api/account/totp/confirm',
    {
      config,
      schema: {
        tags,
        summary: 'Bật xác thực hai bước bằng một mã của ứng dụng; trả về mã khôi phục, chỉ một lần',
        body: Type.Object({ code: Type.String({ maxLength: 20 }) }, closed),
        response: { 200: Codes },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const recoveryCodes = await inTransaction(db, async (trx) => {
        const account = await getAccount(trx, officer);
        if (account.totp_at) throw new Problem('totp-on', {});
        if (!(await isCode(trx, secrets, account, request.body.code, new Date()))) throw new Problem('code-wrong', {});
        await noteTotp(trx, officer, 'account.totp-on', officer.officerId);
        return issueRecoveryCodes(trx, secrets, officer);
      });
      return { account: await readOwnAccount(db, officer, request.sessionId), recoveryCodes };
    },
  );
}

function remove(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/account/totp/remove',
    {
      config,
      schema: { tags, summary: 'Tắt xác thực hai bước', body: WithPassword, response: { 200: OwnAccount } },
    },
    async (request) => {
      const officer = getOfficer(request);
      await assertOwnPassword(context, request, request.body.password);
      await inTransaction(db, (trx) => removeTotp(trx, officer, officer.officerId));
      return readOwnAccount(db, officer, request.sessionId);
    },
  );
}

function codesAnew(app: Api, context: Context): void {
  const { db, secrets } = context;
  app.post(
    '/api/account/recovery-codes',
    {
      config,
      schema: {
        tags,
        summary: 'Làm mã khôi phục mới; mã cũ hết hiệu lực',
        body: WithPassword,
        response: { 200: Codes },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const account = await assertOwnPassword(context, request, request.body.password);
      if (!account.totp_at) throw new Problem('totp-off', {});
      const recoveryCodes = await inTransaction(db, async (trx) => {
        await noteTotp(trx, officer, 'account.recovery-codes', officer.officerId);
        return issueRecoveryCodes(trx, secrets, officer);
      });
      return { account: await readOwnAccount(db, officer, request.sessionId), recoveryCodes };
    },
  );
}
