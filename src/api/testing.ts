import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { newId } from '../kernel/ids.ts';
import type { HeldRole, Role } from '../people/model.ts';
import type { Session } from '../people/views.ts';
import type { PlanView } from '../plan/views.ts';
import { testReader } from '../platform/reader/testing.ts';
import type { AgencyName, Province } from '../store/assignment-testing.ts';
import { inTransaction } from '../store/db.ts';
import { demoOfficer } from '../store/demo.ts';
import { openSession } from '../store/sessions.ts';
import { type TestDatabase, testDatabase } from '../store/testing.ts';
import { buildServer, type ServerOptions } from './server.ts';

/** A server on a database and a home folder of its own, for tests. Its answers are held against their schemas. */
export type TestServer = {
  app: FastifyInstance;
  database: TestDatabase;
  home: string;
  /** opens the demo session as a browser would */
  signIn: () => Promise<TestBrowser>;
  close: () => Promise<void>;
};

/** A browser with the session's cookie, that sends what the page's scripts would. */
export type TestBrowser = {
  session: Session;
  headers: Record<string, string>;
  get: (url: string) => Promise<LightMyRequestResponse>;
  send: (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown) => Promise<LightMyRequestResponse>;
  upload: (name: string, content: Uint8Array | string, url?: string) => Promise<LightMyRequestResponse>;
};

export const testHost = { host: 'localhost:4321' };

export async function testServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const database = await testDatabase();
  const home = await mkdtemp(join(tmpdir(), 'thang-api-'));
  const app = await buildServer({
    db: database.db,
    home,
    demo: true,
    checkAnswers: true,
    patience: 20_000,
    ...(options.reading ? {} : { reader: testReader() }),
    ...options,
  });
  return {
    app,
    database,
    home,
    signIn: () => signIn(app),
    close: async () => {
      await app.close();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function signIn(app: FastifyInstance): Promise<TestBrowser> {
  const opened = await app.inject({ url: '/api/session', headers: testHost });
  return browserOf(app, opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
}

async function browserOf(app: FastifyInstance, cookie: string): Promise<TestBrowser> {
  const opened = await app.inject({ url: '/api/session', headers: { ...testHost, cookie } });
  const session = opened.json<Session>();
  const headers = { ...testHost, cookie, 'x-thang-csrf': session.csrf, origin: 'http://localhost:4321' };
  return {
    session,
    headers,
    get: (url) => app.inject({ url, headers }),
    send: (method, url, body) =>
      app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) }),
    upload: (name, content, url = '/api/plans') =>
      app.inject({ method: 'POST', url, ...withFile(headers, name, content) }),
  };
}

function withFile(headers: Record<string, string>, name: string, content: Uint8Array | string): InjectOptions {
  const boundary = 'thang-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}

/** A small plan of the fictional province: two dimensions, three tasks t1 to t3. */
export const samplePlan = `<!doctype html><html><body>
<p>ỦY BAN NHÂN DÂN TỈNH MINH HÀ</p><p>Số: 12/KH-UBND</p><p>Minh Hà, ngày 15 tháng 01 năm 2026</p>
<p><b>KẾ HOẠCH</b></p><p><b>Nâng cao Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) năm 2026</b></p>
<table>
<tr><th>STT</th><th>Nội dung thành phần</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Cơ quan phối hợp</th><th>Thời gian thực hiện</th></tr>
<tr><td colspan="6">I. Chỉ số nội dung 2: Công khai, minh bạch trong việc ra quyết định ở địa phương</td></tr>
<tr><td>1</td><td>Tiếp cận thông tin</td><td>- Công khai thông tin trên cổng thông tin điện tử.</td><td>Sở Nội vụ</td><td>UBND cấp xã</td><td>Thường xuyên</td></tr>
<tr><td>2</td><td>Công khai, minh bạch về thu, chi ngân sách cấp xã</td><td>Niêm yết công khai thu, chi ngân sách tại trụ sở UBND xã.</td><td>Sở Tài chính</td><td>UBND cấp xã</td><td>Trước ngày 31/12/2026</td></tr>
<tr><td colspan="6">II. Chỉ số nội dung 6: Cung ứng dịch vụ công</td></tr>
<tr><td>1</td><td>Y tế công lập</td><td>Nâng cao chất lượng khám, chữa bệnh ở tuyến cơ sở.</td><td>Sở Y tế</td><td></td><td>Quý II năm 2026</td></tr>
</table></body></html>`;

/** Adds the sample plan and returns its id. */
export async function addSamplePlan(browser: TestBrowser, name = 'KH 12.html'): Promise<string> {
  const added = await browser.upload(name, samplePlan);
  return added.json<PlanView>().plan.id;
}

/** Another customer with an officer and a session of its own on the same database; an officer of the focal office. */
export async function otherTenant(server: TestServer): Promise<TestBrowser> {
  const tenantId = newId();
  await server.database.db.insertInto('tenant').values({ id: tenantId, name: 'Tỉnh khác' }).execute();
  return officerHolding(server, [{ role: 'focal', agencies: 'all' }], tenantId);
}

/** The browser of an officer made for a test, who holds these roles; of the demo's tenant unless another is said. */
export async function officerHolding(
  { app, database: { db } }: TestServer,
  held: readonly HeldRole[],
  tenantId = demoOfficer.tenantId,
): Promise<TestBrowser> {
  const actor = { tenantId, officerId: newId() };
  await db
    .insertInto('officer')
    .values({ tenant_id: tenantId, id: actor.officerId, name: 'Người khác', unit: 'Sở khác' })
    .execute();
  const grant = (role: Role, agency: string | null) => ({
    ...{ tenant_id: tenantId, id: newId(), officer_id: actor.officerId, role, agency_id: agency, subtree: false },
    ...{ valid_from: '2020-01-01', granted_at: new Date(), granted_by: actor.officerId },
  });
  const grants = held.flatMap(({ role, agencies }) =>
    agencies === 'all' ? [grant(role, null)] : agencies.map((agency) => grant(role, agency)),
  );
  if (grants.length > 0) await db.insertInto('role_grant').values(grants).execute();
  const token = await inTransaction(db, (trx) => openSession(trx, actor, new Date()));
  return browserOf(app, `thang_session=${tenantId}.${token}`);
}

/** An officer who holds a role for agencies of the small province of tests, for the whole of it where none is named. */
export const officerOf = (
  server: TestServer,
  { ids, actor }: Pick<Province, 'ids' | 'actor'>,
  role: Role,
  ...agencies: AgencyName[]
): Promise<TestBrowser> =>
  officerHolding(
    server,
    [{ role, agencies: agencies.length > 0 ? agencies.map((name) => ids[name]) : 'all' }],
    actor.tenantId,
  );
