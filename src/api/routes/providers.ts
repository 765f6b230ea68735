import Type from 'typebox';
import { newId } from '../../kernel/ids.ts';
import { ProviderView } from '../../people/views.ts';
import { discover } from '../../platform/oidc/oidc.ts';
import { inTransaction } from '../../store/db.ts';
import { addProvider, listProviders, removeProvider } from '../../store/sign-in-providers.ts';
import { getId, IdParams } from '../ids.ts';
import { presentProvider } from '../present-people.ts';
import { providerAbout, returnPath } from '../sign-in/provider.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Quản trị tài khoản'];
const config = { may: 'Người quản trị đặt được cách đăng nhập của đơn vị' } as const;
const line = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });
const Providers = Type.Object({ providers: Type.Array(ProviderView) });

const Given = Type.Object(
  {
    name: line,
    issuer: line,
    clientId: line,
    clientSecret: line,
    match: Type.Union([Type.Literal('email'), Type.Literal('subject')]),
    twoStep: Type.Optional(
      Type.Boolean({ description: 'hệ thống này đã có xác thực hai lớp nên không hỏi thêm mã của Thang' }),
    ),
  },
  { additionalProperties: false },
);

/** Other systems that may sign the tenant's officers in. */
export async function providerRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  add(app, context);
  remove(app, context);
}

const read = async ({ db, address }: Context, tenantId: string) => ({
  providers: (await listProviders(db, tenantId)).map((row) => presentProvider(row, address() + returnPath)),
});

function list(app: Api, context: Context): void {
  app.get(
    '/api/sign-in-providers',
    { config, schema: { tags, summary: 'Hệ thống đăng nhập khác (OpenID Connect)', response: { 200: Providers } } },
    async (request) => read(context, getOfficer(request).tenantId),
  );
}

function add(app: Api, context: Context): void {
  const { db, secrets } = context;
  app.post(
    '/api/sign-in-providers',
    {
      config,
      schema: {
        tags,
        summary: 'Thêm hệ thống đăng nhập; cấu hình được đọc thử trước khi ghi',
        body: Given,
        response: { 200: Providers },
      },
    },
    async (request) => {
      const actor = getOfficer(request);
      const { clientSecret, twoStep = false, ...given } = request.body;
      await discover({ ...given, clientSecret });
      const id = newId();
      const sealed = secrets.seal(clientSecret, providerAbout(actor.tenantId, id));
      await inTransaction(db, (trx) => addProvider(trx, actor, { ...given, twoStep, clientSecret: sealed }, id));
      return read(context, actor.tenantId);
    },
  );
}

function remove(app: Api, context: Context): void {
  app.delete(
    '/api/sign-in-providers/:id',
    {
      config,
      schema: { tags, summary: 'Bỏ một hệ thống đăng nhập', params: IdParams, response: { 200: Providers } },
    },
    async (request) => {
      const actor = getOfficer(request);
      const id = getId(request, 'hệ thống đăng nhập này');
      await inTransaction(context.db, (trx) => removeProvider(trx, actor, id));
      return read(context, actor.tenantId);
    },
  );
}
