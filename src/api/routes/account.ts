import Type from 'typebox';
import { isPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { OfficerView, OwnAccount } from '../../people/views.ts';
import { hashPassword } from '../../platform/passwords/passwords.ts';
import { setPassword } from '../../store/accounts.ts';
import { findOfficers } from '../../store/accounts-list.ts';
import { inTransaction } from '../../store/db.ts';
import { delegateRole, revokeGrant } from '../../store/roles-grants.ts';
import { endSessions } from '../../store/sessions.ts';
import { getId, IdParams } from '../ids.ts';
import { readOwnAccount } from '../own-account.ts';
import { assertStrong } from '../sign-in/links.ts';
import { assertOwnPassword } from '../sign-in/password.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Tài khoản của tôi'];
const own = { may: 'Cán bộ xem và giữ an toàn được tài khoản của chính mình' } as const;
const colleagues = { may: 'Cán bộ xem được danh sách cán bộ của đơn vị mình' } as const;
const handOn = { may: 'Cán bộ ủy quyền được vai trò của chính mình khi vắng mặt' } as const;
const typed = Type.String({ minLength: 1, maxLength: 1_000, pattern: '^[^\\u0000]*$' });
const day = Type.String({ format: 'date', maxLength: 10 });

/** One's own account: password, sessions, roles handed on during an absence. */
export async function accountRoutes(app: Api, context: Context): Promise<void> {
  show(app, context);
  changePassword(app, context);
  endOne(app, context);
  endOthers(app, context);
  officers(app, context);
  delegate(app, context);
  takeBack(app, context);
}

function show(app: Api, { db }: Context): void {
  app.get(
    '/api/account',
    { config: own, schema: { tags, summary: 'Tài khoản của tôi', response: { 200: OwnAccount } } },
    async (request) => readOwnAccount(db, getOfficer(request), request.sessionId),
  );
}

function changePassword(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/account/password',
    {
      config: own,
      schema: {
        tags,
        summary: 'Đổi mật khẩu; các phiên khác kết thúc',
        body: Type.Object({ current: typed, password: typed }, closed),
        response: { 200: OwnAccount },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { current, password } = request.body;
      const account = await assertOwnPassword(context, request, current);
      if (password === current) throw new Problem('password-weak', { flaw: 'same' });
      assertStrong(password, account.login);
      const hash = await hashPassword(password);
      const keep = request.sessionId ?? '';
      await inTransaction(db, (trx) => setPassword(trx, officer, hash, new Date(), { keep }));
      return readOwnAccount(db, officer, request.sessionId);
    },
  );
}

function endOne(app: Api, { db }: Context): void {
  app.delete(
    '/api/account/sessions/:id',
    {
      config: own,
      schema: {
        tags,
        summary: 'Kết thúc một phiên của tôi ở thiết bị khác',
        params: IdParams,
        response: { 200: OwnAccount },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const what = 'phiên làm việc này';
      const only = getId(request, what);
      const ended = await inTransaction(db, (trx) => endSessions(trx, officer, officer.officerId, { only }));
      if (ended === 0) throw new Problem('not-found', { what });
      return readOwnAccount(db, officer, request.sessionId);
    },
  );
}

function endOthers(app: Api, { db }: Context): void {
  app.delete(
    '/api/account/sessions',
    {
      config: own,
      schema: { tags, summary: 'Đăng xuất khỏi mọi thiết bị khác', response: { 200: OwnAccount } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const except = request.sessionId ?? '';
      await inTransaction(db, (trx) => endSessions(trx, officer, officer.officerId, { except }));
      return readOwnAccount(db, officer, request.sessionId);
    },
  );
}

function officers(app: Api, { db }: Context): void {
  app.get(
    '/api/officers',
    {
      config: colleagues,
      schema: {
        tags,
        summary: 'Tìm đồng nghiệp theo tên hoặc đơn vị, không cần dấu',
        querystring: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }),
        response: { 200: Type.Object({ officers: Type.Array(OfficerView) }) },
      },
    },
    async (request) => ({ officers: await findOfficers(db, getOfficer(request), request.query.q ?? '') }),
  );
}

const Delegation = Type.Object(
  { grant: Type.String(), officer: Type.String(), from: day, to: day, reason: { ...typed, maxLength: 500 } },
  closed,
);

function delegate(app: Api, { db }: Context): void {
  app.post(
    '/api/account/delegations',
    {
      config: handOn,
      schema: {
        tags,
        summary: 'Ủy quyền một vai trò của tôi cho đồng nghiệp trong những ngày vắng mặt',
        body: Delegation,
        response: { 200: OwnAccount },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { grant, officer: to, ...rest } = request.body;
      const grantId = getId({ params: { id: grant } }, 'vai trò này');
      const officerId = getId({ params: { id: to } }, 'cán bộ này');
      const given = { grantId, officerId, ...rest, from: getDay(rest.from), to: getDay(rest.to) };
      await inTransaction(db, (trx) => delegateRole(trx, officer, given, new Date()));
      return readOwnAccount(db, officer, request.sessionId);
    },
  );
}

/** A day as the schema let it through; "2026-02-30" it lets through too. */
export function getDay(text: string): PlainDate {
  if (!isPlainDate(text))
    throw new Problem('request-invalid', { fields: [{ path: 'body', message: 'không phải là một ngày trong lịch' }] });
  return text;
}

function takeBack(app: Api, { db }: Context): void {
  app.delete(
    '/api/account/delegations/:id',
    {
      config: handOn,
      schema: { tags, summary: 'Rút lại một ủy quyền của tôi', params: IdParams, response: { 200: OwnAccount } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, 'ủy quyền này');
      await inTransaction(db, (trx) => revokeGrant(trx, officer, id, new Date(), { ownDelegation: true }));
      return readOwnAccount(db, officer, request.sessionId);
    },
  );
}
