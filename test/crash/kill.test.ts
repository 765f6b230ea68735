import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { openFileStore } from '../../src/platform/file-store.ts';
import { dataFolder } from '../../src/platform/postgres/cluster.ts';
import { readPidFile, signal } from '../../src/platform/postgres/processes.ts';
import { findServer, startServer } from '../../src/platform/postgres/server.ts';
import { verifyTenant } from '../../src/store/audit/verify.ts';
import { type Database, openDatabase } from '../../src/store/db.ts';
import { isLong } from '../shared.ts';

/** `npm test` runs a share, `npm run test:long` all. The seed makes a run repeatable as far as killing can be. */
const rounds = isLong ? 50 : 3;
const seed = Number(process.env.THANG_SEED ?? 1);
const victims = ['node', 'postmaster', 'both'] as const;

const tenant = newId();
const acknowledged = new Set<string>();
/** files that were taken in, and will be read whatever happens */
const takenIn = new Set<string>();
const events: Record<string, number> = {};
let home = '';
let writer: Writer;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'thang-crash-'));
  await chmod(home, 0o711);
});

afterAll(async () => {
  writer?.child.kill('SIGKILL');
  if (await readPidFile(dataFolder(home))) await (await startServer({ home })).stop();
  await rm(home, { recursive: true, force: true });
});

type Writer = { child: ChildProcess; ready: Promise<void>; ended: Promise<void> };

function startWriter(): Writer {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), home, tenant], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const ready = new Promise<void>((done) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const [word = '', value = ''] = line.split(' ');
      if (word === 'ready') done();
      if (word === 'ack') acknowledged.add(value);
      if (word === 'file') takenIn.add(value);
      if (word === 'event') events[value] = (events[value] ?? 0) + 1;
    });
  });
  return { child, ready, ended };
}

/** Small and repeatable (mulberry32). */
function chance(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const killPostmaster = async (): Promise<void> => {
  const file = await readPidFile(dataFolder(home));
  if (file) signal(file.pid, 'SIGKILL');
};

async function killNode(): Promise<void> {
  writer.child.kill('SIGKILL');
  await writer.ended;
}

/** Kills at a random moment, and sees that writing goes on afterwards. */
async function round(victim: (typeof victims)[number], random: () => number): Promise<void> {
  // Every third time or so the blow falls while the product is still starting.
  if (victim !== 'node' || random() < 0.6) await writer.ready;
  await sleep(random() * 700);
  if (victim !== 'node') await killPostmaster();
  if (victim !== 'postmaster') {
    await killNode();
    writer = startWriter();
  }
  await writer.ready;
  const before = acknowledged.size;
  for (let waited = 0; acknowledged.size === before; waited += 20) {
    if (waited > 60_000) throw new Error('writing did not go on within a minute');
    await sleep(20);
  }
}

/** Every file that was promised to be read has its plan and its bytes, or still waits with them. */
async function checkFiles(db: Database): Promise<void> {
  const promised = [...takenIn];
  const store = await openFileStore(home);
  const { rows } = await sql<{ id: string; state: string; sha256: Buffer; plan: string | null }>`
    select i.id, i.state, i.sha256, p.id as plan from intake i
      left join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id`.execute(db);
  const kept = new Map(rows.map((row) => [row.id, row]));
  expect(promised.filter((id) => !kept.has(id))).toEqual([]);
  for (const { id, state, sha256, plan } of rows) {
    expect(['waiting', 'reading', 'done']).toContain(state);
    expect(state === 'done').toBe(plan !== null);
    expect(await store.findHeld(id, tenant, sha256)).toBeDefined();
  }
  const plans = rows.flatMap((row) => row.plan ?? []);
  expect(new Set(plans).size).toBe(plans.length);
  console.log(`files: ${promised.length} promised, ${plans.length} read`);
}

/** Left in peace, the product reads them all. */
async function waitForFiles(): Promise<void> {
  const promised = [...takenIn];
  const connection = await findServer(home);
  if (!connection) throw new Error('no server to ask');
  const db = openDatabase(connection, { max: 2 });
  const unread = async () => {
    const done = await db.selectFrom('intake').select('id').where('state', '=', 'done').execute();
    return promised.filter((id) => !done.some((one) => one.id === id));
  };
  try {
    await expect.poll(unread, { timeout: 90_000, interval: 500 }).toEqual([]);
  } finally {
    await db.destroy();
  }
}

/** Everything acknowledged so far, still there, row and audit entry; and a whole chain. */
async function check(): Promise<{ promised: number; rows: number; entries: number }> {
  const promised = [...acknowledged];
  const connection = await findServer(home);
  if (!connection) throw new Error('no server to ask');
  const db = openDatabase(connection, { max: 2 });
  try {
    const { rows } = await sql<{ id: string }>`select r.id from crash_row r
      join audit_entry e on e.tenant_id = r.tenant_id and e.subject = r.id`.execute(db);
    const there = new Set(rows.map(({ id }) => id));
    expect(promised.filter((id) => !there.has(id))).toEqual([]);
    const { breaks, entries } = await verifyTenant(db, tenant);
    expect(breaks).toEqual([]);
    await checkFiles(db);
    return { promised: promised.length, rows: rows.length, entries };
  } finally {
    await db.destroy();
  }
}

test(`no acknowledged write is lost in ${rounds} rounds of kill -9 of Node, of the postmaster, and of both`, {
  timeout: rounds * 30_000 + 90_000,
}, async () => {
  const random = chance(seed);
  writer = startWriter();
  for (let n = 0; n < rounds; n++) {
    const victim = victims[n % victims.length] ?? 'node';
    const begun = performance.now();
    await round(victim, random);
    const { promised, rows, entries } = await check();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`round ${n + 1} ${victim}: ${promised} acknowledged, ${rows} rows, ${entries} entries, ${seconds} s`);
  }
  await waitForFiles();
  console.log(`events: ${JSON.stringify(events)}`);
});
