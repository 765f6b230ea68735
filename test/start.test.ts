import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout } from '../src/platform/home.ts';
import { findFreePort } from '../src/platform/ports.ts';
import { dataFolder } from '../src/platform/postgres/cluster.ts';
import { readPidFile, signal } from '../src/platform/postgres/processes.ts';
import { startServer } from '../src/platform/postgres/server.ts';

/** The product as a user starts it, from first to last: each test goes on from where the one before has left it. */
let home = '';
let port = 0;
const children: ChildProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'thang-start-'));
  await chmod(home, 0o711);
  port = await findFreePort(4_700 + (process.pid % 200));
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  if (await readPidFile(dataFolder(home))) await (await startServer({ home })).stop();
  await rm(home, { recursive: true, force: true });
});

type Call = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

function call(...args: string[]): Call {
  const child = spawn(process.execPath, [join(checkout, 'src', 'cli', 'main.ts'), ...args], {
    env: { ...process.env, THANG_HOME: home, PORT: '', DATABASE_URL: '' },
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code) };
}

const start = (...args: string[]): Call => call('start', '--port', String(port), ...args);
const opened = ({ said }: Call) => expect.poll(said, { timeout: 120_000 }).toContain(`http://localhost:${port}`);
const isHealthy = () =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

describe('starting the product', () => {
  let product: Call;

  test('opens the sample province at the first start, on this machine only', async () => {
    product = start();
    await opened(product);
    expect(product.said()).toContain('Lần đầu chạy');
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.headers.get('content-security-policy')).toContain('nonce-');
    const cookie = (await fetch(`http://127.0.0.1:${port}/api/session`)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const plans = await fetch(`http://127.0.0.1:${port}/api/plans`, { headers: { cookie } });
    expect(((await plans.json()) as { plans: unknown[] }).plans).toHaveLength(5);
    const work = await fetch(`http://127.0.0.1:${port}/api/my-work`, { headers: { cookie } });
    expect(((await work.json()) as { owed: unknown[] }).owed.length).toBeGreaterThan(0);
  });

  test('a second start prints the address of the first and ends well', async () => {
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.said()).toBe(`Thang đang chạy ở http://localhost:${port}\n`);
  });

  test('the audit log can be verified while the product runs', async () => {
    const verified = call('audit', 'verify');
    expect(await verified.ended, verified.said()).toBe(0);
    expect(verified.said()).toMatch(/Minh Hà.*: \d+ mục[\s\S]*Chuỗi nguyên vẹn/);
  });

  test('kill -9 of the postmaster is survived by the same process', async () => {
    signal((await readPidFile(dataFolder(home)))?.pid ?? 0, 'SIGKILL');
    await expect.poll(isHealthy, { timeout: 30_000 }).toBe(true);
    await expect.poll(product.said, { timeout: 30_000 }).toContain('Cơ sở dữ liệu đã chạy lại');
  });

  test('after kill -9 of the product the next start takes its database over', async () => {
    const before = (await readPidFile(dataFolder(home)))?.pid;
    product.child.kill('SIGKILL');
    await product.ended;
    product = start();
    await opened(product);
    expect(product.said()).toContain('nhận lại');
    expect((await readPidFile(dataFolder(home)))?.pid).toBe(before);
    expect(await isHealthy()).toBe(true);
  });

  test('SIGINT ends everything cleanly', async () => {
    product.child.kill('SIGINT');
    expect(await product.ended).toBe(0);
    expect(await readPidFile(dataFolder(home))).toBeUndefined();
  });

  test('the audit log can be verified when the product is closed; a changed entry is found', async () => {
    expect(await call('audit', 'verify').ended).toBe(0);
    const server = await startServer({ home });
    const client = new pg.Client(server.superuser);
    await client.connect();
    await client.query(`set session_replication_role = replica;
      update audit_entry set details = '{"n": 0}' where id = (select entry_id from audit_seal where seq = 2)`);
    await client.end();
    await server.stop();
    const verified = call('audit', 'verify');
    expect(await verified.ended).toBe(1);
    expect(verified.said()).toMatch(/hỏng đầu tiên: mục số 2 .* đã bị sửa/);
  });

  test('a taken port, and a host that is not this machine, are refused with a clear word', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const taken = start();
    expect(await taken.ended).toBe(2);
    expect(taken.said()).toContain(`Cổng ${port} đang được chương trình khác dùng`);
    other.close();
    const open = start('--host', '0.0.0.0');
    expect(await open.ended).toBe(2);
    expect(open.said()).toContain('chỉ chạy trên máy này');
  });

  test('with DATABASE_URL set no embedded server is started', async () => {
    const child = spawn(process.execPath, [join(checkout, 'src', 'cli', 'main.ts'), 'start'], {
      env: {
        ...process.env,
        THANG_HOME: home,
        PORT: String(port),
        DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/none',
      },
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    expect((await once(child, 'close'))[0]).toBe(2);
    expect(said).toContain('u@127.0.0.1:1/none');
    expect(said).not.toContain('secret');
    expect(await readPidFile(dataFolder(home))).toBeUndefined();
    expect(await readFile(join(home, 'product.json'), 'utf8').catch(() => 'gone')).toBe('gone');
  });
});
