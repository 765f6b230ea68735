import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { buildServer } from '../src/api/server.ts';
import { newId } from '../src/kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../src/kernel/plain-date.ts';
import { startServer } from '../src/platform/postgres/server.ts';
import { type Database, inTransaction, openDatabase } from '../src/store/db.ts';
import { issuePlan } from '../src/store/issues.ts';
import { migrate } from '../src/store/migrate.ts';
import { addProvince, addSession, emptyReading, type Province, shape } from './national-data.ts';
import { fillReadme } from './readme.ts';

/**
 * A year of the whole country on the embedded server: how long issuing, my work, the heat map and a search take, at one
 * province and at all 34, and how they grow.
 *
 *     npm run bench -- national-year [--write]        --write puts the table into README.md
 *
 * Times are of whole answers of the API without the network: session, roles, queries, JSON. Issuing is a plan of 60 tasks
 * to every commune and department of a province, in its transaction, rolled back at its end.
 */
const today = dayInVietnam(new Date());
const year = today.slice(0, 4);
const tell = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

const home = await mkdtemp(join(tmpdir(), 'thang-national-'));
const server = await startServer({ home });
await migrate(server.connection);
const db = openDatabase(server.connection, { max: 4 });
const app = await buildServer({ db, home, demo: true });

/** What is made here refers to what is made here: the database need not look that up a million times. */
const maker = openDatabase(server.superuser, { max: 1 });
await sql`set session_replication_role = replica`.execute(maker);

const provinces: Province[] = [];

async function grow(to: number): Promise<void> {
  while (provinces.length < to) {
    provinces.push(await addProvince(maker, provinces.length, today));
    if (provinces.length % 5 === 0) tell(`${provinces.length} tỉnh`);
  }
  await sql`vacuum analyze`.execute(db);
}

type Times = { p50: number; p95: number };

/** Each time in milliseconds, after a few that only warm up. */
async function measure(runs: number, work: (i: number) => Promise<void>, warm = 5): Promise<Times> {
  const times: number[] = [];
  for (let i = -warm; i < runs; i++) {
    const begun = performance.now();
    await work(Math.abs(i));
    if (i >= 0) times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

async function get(cookie: string, url: string): Promise<void> {
  const answer = await app.inject({ url, headers: { host: 'localhost:4321', cookie } });
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
}

const pick = <T>(list: readonly T[], i: number): T => list[(i * 7919) % list.length] as T;

/** Officers of so many different communes, so that no answer is of pages just read. */
async function communeSessions(count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, (_, i) => {
      const { tenantId, communes } = pick(provinces, i);
      return addSession(db, tenantId, 'officer', pick(communes, i * 31 + 5));
    }),
  );
}

class RolledBack extends Error {}

/** A plan to all of a province, through the transaction that issues it. */
async function issue(where: Province): Promise<void> {
  const { tenantId, officerId } = where;
  const planId = newId();
  const actor = { tenantId, officerId };
  const work = inTransaction(db, async (trx) => {
    await sql`insert into plan (tenant_id, id, file_name, media_type, file_size, sha256, reading, status, added_by, added_at,
      confirmed_at, indices, tasks, doubtful, search, year, date) values (${tenantId}, ${planId}, 'k', 'x', 1, '\\x01',
      ${JSON.stringify(emptyReading)}, 'confirmed', ${officerId}, now(), now(), '{}', 60, 0, '', ${Number(year)},
      ${`${year}-01-15`})`.execute(trx);
    const fields = {
      index: 'PAPI',
      dimension: 1,
      component: 'Nội dung',
      codes: [],
      text: 'Việc',
      result: null,
      lead: [],
    };
    const rest = { implement: ['tất cả'], cooperate: [], monitor: [], time: null, schedule: null, targets: [] };
    await sql`insert into task (tenant_id, id, plan_id, draft_id, position, schedule_kinds, fields, source, quote, search)
      select ${tenantId}, gen_random_uuid(), ${planId}, 't' || n, n, '{}', ${JSON.stringify({ ...fields, ...rest })}, '{}', '{}', ''
      from generate_series(1, ${shape.tasks}) as n`.execute(trx);
    const all = [...where.departments, ...where.communes];
    const owedOf = () =>
      [3, 6, 9, 12].map((month) => owed(`${year}-${String(month).padStart(2, '0')}-14` as PlainDate));
    const kinds = { kindOf: () => 'committee' as const, levelOf: () => undefined, isWithinAreaOf: () => true };
    const by = { resolve: () => all, owedOf, ...kinds };
    await issuePlan(trx, actor, planId, { by, at: new Date(), today, owedFrom: 'all' });
    throw new RolledBack();
  });
  await work.catch((error) => {
    if (!(error instanceof RolledBack)) throw error;
  });
}

const owed = (due: PlainDate) => ({
  ...{
    key: due,
    period: null,
    opens: null,
    printed: due,
    due,
    rule: 'Trước ngày 15',
    moved: null,
    event: null,
    flags: [],
  },
});

const names = ['my-work', 'heat-map-quarter', 'heat-map-year', 'unit', 'desk', 'search', 'issue'] as const;
type Name = (typeof names)[number];
const said: Record<Name, string> = {
  'my-work': 'my work of one commune',
  'heat-map-quarter': 'heat map of one province, a quarter',
  'heat-map-year': 'heat map of one province, the year',
  unit: 'a unit’s page, the year',
  desk: 'the focal office’s desk, all tasks',
  search: 'search of tasks with their progress',
  issue: 'issuing a plan to a province',
};

async function measureAll(): Promise<Record<Name, Times>> {
  const sessions = await communeSessions(100);
  const province = (i: number) => pick(provinces, i);
  const whole = `from=${year}-01-01&to=${year}-12-31`;
  return {
    'my-work': await measure(300, (i) => get(pick(sessions, i), '/api/my-work')),
    'heat-map-quarter': await measure(60, (i) =>
      get(province(i).focal, `/api/follow/heat-map?from=${year}-07-01&to=${year}-09-30`),
    ),
    'heat-map-year': await measure(60, (i) => get(province(i).focal, `/api/follow/heat-map?${whole}`)),
    unit: await measure(100, (i) =>
      get(province(i).focal, `/api/follow/units/${pick(province(i).communes, i)}?${whole}`),
    ),
    desk: await measure(40, (i) => get(province(i).focal, `/api/follow/desks/lead?${whole}`)),
    search: await measure(60, (i) => get(province(i).focal, `/api/work-items?q=ra%20soat%20viec%20${i % 60}&${whole}`)),
    issue: await measure(5, (i) => issue(province(i)), 1),
  };
}

async function size(database: Database): Promise<string> {
  const { rows } = await sql<{ n: number; size: string }>`select (select count(*) from occurrence) as n,
    pg_size_pretty(pg_database_size(current_database())) as size`.execute(database);
  return `${rows[0]?.n.toLocaleString('en')} occurrences, ${rows[0]?.size}`;
}

try {
  await grow(1);
  const small = await size(db);
  tell(`một tỉnh: ${small}`);
  const one = await measureAll();
  await grow(shape.tenants);
  const large = await size(db);
  tell(`cả nước: ${large}`);
  const all = await measureAll();
  const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
  const rows = names.map((name) => {
    const [a, b] = [one[name], all[name]];
    return `| ${said[name]} | ${ms(a.p50)} | ${ms(a.p95)} | ${ms(b.p50)} | ${ms(b.p95)} | ${(b.p50 / a.p50).toFixed(2)} |`;
  });
  const table = `| milliseconds | 1 province, p50 | p95 | ${shape.tenants} provinces, p50 | p95 | growth of p50 |
|---|---|---|---|---|---|
${rows.join('\n')}

1 province: ${small}; ${shape.tenants}: ${large}.`;
  console.log(table);
  if (process.argv.includes('--write')) fillReadme('national-year', table);
} finally {
  await app.close();
  await maker.destroy();
  await db.destroy();
  await server.stop();
  await rm(home, { recursive: true, force: true });
}
