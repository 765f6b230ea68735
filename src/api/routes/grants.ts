import Type from 'typebox';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import { closed } from '../../kernel/shapes.ts';
import { AccountLine, RoleName } from '../../people/views.ts';
import { findAgenciesToHold } from '../../store/accounts-list.ts';
import { inTransaction } from '../../store/db.ts';
import { grantRole, revokeGrant } from '../../store/roles-grants.ts';
import { getAccountLine } from '../account-list.ts';
import { getId, IdParams } from '../ids.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { getDay } from './account.ts';

const tags = ['Quản trị tài khoản'];
const config = { may: 'Người quản trị quản lý được tài khoản và vai trò của cán bộ' } as const;
const day = Type.String({ format: 'date', maxLength: 10 });

const Given = Type.Object(
  {
    role: RoleName,
    /** null: the whole tenant */
    agency: Type.Union([Type.String(), Type.Null()]),
    subtree: Type.Boolean(),
    from: day,
    to: Type.Union([day, Type.Null()]),
  },
  closed,
);

/** Roles given to an officer and taken back, by the administrator; the agencies they may be given for. */
export async function grantRoutes(app: Api, context: Context): Promise<void> {
  give(app, context);
  takeBack(app, context);
  agencies(app, context);
}

function give(app: Api, context: Context): void {
  app.post(
    '/api/accounts/:id/roles',
    {
      config,
      schema: {
        tags,
        summary: 'Giao một vai trò: cho một cơ quan (và cơ quan trực thuộc) hoặc toàn hệ thống, từ ngày đến ngày',
        params: IdParams,
        body: Given,
        response: { 200: AccountLine },
      },
    },
    async (request) => {
      const actor = getOfficer(request);
      const officerId = getId(request, 'cán bộ này');
      const { role, agency, subtree, from, to } = request.body;
      const agencyId = agency === null ? null : getId({ params: { id: agency } }, 'cơ quan này');
      const given = { officerId, role, agencyId, subtree, from: getDay(from), to: to === null ? null : getDay(to) };
      await inTransaction(context.db, (trx) => grantRole(trx, actor, given));
      return getAccountLine(context, actor.tenantId, officerId);
    },
  );
}

const GrantParams = Type.Object({ id: Type.String({ maxLength: 100 }), grant: Type.String({ maxLength: 100 }) });

function takeBack(app: Api, context: Context): void {
  app.delete(
    '/api/accounts/:id/roles/:grant',
    {
      config,
      schema: { tags, summary: 'Thu hồi một vai trò', params: GrantParams, response: { 200: AccountLine } },
    },
    async (request) => {
      const actor = getOfficer(request);
      const officerId = getId(request, 'cán bộ này');
      const grant = getId({ params: { id: request.params.grant } }, 'vai trò này');
      await inTransaction(context.db, (trx) => revokeGrant(trx, actor, grant, new Date(), { officerId }));
      return getAccountLine(context, actor.tenantId, officerId);
    },
  );
}

function agencies(app: Api, { db }: Context): void {
  app.get(
    '/api/accounts/agencies',
    {
      config,
      schema: {
        tags,
        summary: 'Cơ quan hôm nay có thể giao vai trò, theo một phần tên',
        querystring: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }),
        response: {
          200: Type.Object({
            agencies: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
          }),
        },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const found = await findAgenciesToHold(db, tenantId, dayInVietnam(new Date()), request.query.q ?? '');
      return { agencies: found };
    },
  );
}
