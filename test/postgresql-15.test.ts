import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkout } from '../src/platform/home.ts';
import { findFreePort } from '../src/platform/ports.ts';
import { findOwner } from '../src/platform/postgres/owner.ts';
import { readPidFile } from '../src/platform/postgres/processes.ts';
import { asUser, plainEnvironment, run } from '../src/platform/postgres/run.ts';
import { isLong } from './shared.ts';

/** Debian's own PostgreSQL, the oldest we promise to run on; a managed server is rarely the newest. */
const binaries = '/usr/lib/postgresql/15/bin';

/** Everything that speaks SQL; by default every third file of the store, and the migrations, which all of them stand on. */
const parts = isLong
  ? ['src/store', 'src/jobs', 'src/api']
  : readdirSync(join(checkout, 'src', 'store'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .sort()
      .filter((path, at) => at % 3 === 0 || path.includes('migrat'))
      .map((path) => join('src', 'store', path));

test.skipIf(!existsSync(join(binaries, 'postgres')))(
  'what needs a database passes on PostgreSQL 15 too (skipped without Debian’s postgresql-15)',
  { timeout: 600_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thang-15-'));
    const data = join(folder, 'data');
    const owner = await findOwner(data);
    await chmod(folder, 0o711);
    if (owner) await chown(folder, owner.uid, owner.gid);
    const made = await run(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'thang', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
      { owner },
    );
    expect(made.code, made.output).toBe(0);
    const port = await findFreePort(5_515);
    const settings = ['-c', 'fsync=off', '-c', `unix_socket_directories=${folder}`, '-c', 'listen_addresses=127.0.0.1'];
    const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...asUser(owner),
      cwd: '/',
      env: plainEnvironment,
      stdio: 'ignore',
    });
    try {
      while ((await readPidFile(data))?.status !== 'ready') await sleep(50);
      const { code, output } = await suite(`postgres://thang@127.0.0.1:${port}/postgres`);
      expect(code, output).toBe(0);
    } finally {
      server.kill('SIGINT');
      await new Promise((done) => server.once('exit', done));
      await rm(folder, { recursive: true, force: true });
    }
  },
);

/** Runs the tests of the store and the API in a Vitest of their own. */
function suite(url: string): Promise<{ code: number | null; output: string }> {
  const { THANG_TEST_HOME: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(checkout, 'node_modules/vitest/vitest.mjs'), 'run', ...parts], {
    cwd: checkout,
    env: { ...env, THANG_TEST_DATABASE_URL: url },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code, output })));
}
