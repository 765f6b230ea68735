import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePlan } from '../api/testing.ts';
import { newId } from '../kernel/ids.ts';
import type { Connection } from '../store/connection.ts';
import { inTransaction } from '../store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../store/demo.ts';
import { recordLessons } from '../store/lessons.ts';
import { type TestDatabase, testDatabase } from '../store/testing.ts';

let folder = '';
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-tenant-'));
  await writeFile(join(folder, 'a.html'), samplePlan);
  database = await testDatabase();
  await inTransaction(database.db, async (trx) => {
    await ensureDemoOfficer(trx);
    const lesson = { kind: 'agency', key: 'sở nội vụ', printed: 'Sở Nội vụ', index: null, action: null } as const;
    await recordLessons(trx, demoOfficer, null, [{ ...lesson, value: ['Sở Nội vụ tỉnh Minh Hà'] }]);
  });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

function urlOf(connection: Connection): string {
  if ('url' in connection) return connection.url;
  const { user, password, host, port, database: name } = connection;
  return `postgres://${user}:${encodeURIComponent(password)}@/${name}?host=${encodeURIComponent(host)}&port=${port}`;
}

function thang(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; out: string; err: string }> {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('thang read --tenant', () => {
  const read = (...more: string[]) =>
    thang(['read', join(folder, 'a.html'), ...more], { DATABASE_URL: urlOf(database.connection) });

  it('reads with what the tenant has learned, and without it when not asked', { timeout: 30_000 }, async () => {
    const ran = await read('--tenant', demoOfficer.tenantId);
    expect(ran.err).toBe('');
    expect(JSON.parse(ran.out).tasks[0].lead).toEqual(['Sở Nội vụ tỉnh Minh Hà']);
    expect(JSON.parse((await read()).out).tasks[0].lead).toEqual(['Sở Nội vụ']);
  });

  it('says that there is no such tenant', { timeout: 30_000 }, async () => {
    const ran = await read('--tenant', newId());
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('Không tìm thấy đơn vị');
    expect((await read('--tenant', 'minh-ha')).err).toContain('“minh-ha”');
  });

  it('says that there is no database, and makes none', { timeout: 30_000 }, async () => {
    const home = join(folder, 'home');
    const ran = await thang(['read', join(folder, 'a.html'), '--tenant', newId()], { THANG_HOME: home });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('chưa có cơ sở dữ liệu nào');
    expect(existsSync(home)).toBe(false);
  });
});
