import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkout } from '../src/platform/home.ts';

/**
 * bin/thang in a checkout made up for the test: one package, an npm that only pretends, and a main.ts that says what it
 * was given. The folder's name has what breaks careless paths.
 */
let root = '';
const npmRan = (): string => join(root, 'npm-ran');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'thang 100% #á '));
  for (const folder of ['bin', 'path', 'src/cli', 'scripts']) await mkdir(join(root, folder), { recursive: true });
  await copyFile(join(checkout, 'bin', 'thang'), join(root, 'bin', 'thang'));
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await writeFile(join(root, 'package-lock.json'), lock(process.version.slice(1)));
  const say = `console.log(JSON.stringify(process.argv.slice(2)));`;
  await writeFile(
    join(root, 'src/cli/main.ts'),
    `${say} if (process.argv[2] === 'wait') setTimeout(() => {}, 60_000); else process.exitCode = 7;
    process.on('SIGTERM', () => process.exit(5));`,
  );
  await writeFile(join(root, 'scripts/test.ts'), `${say}`);
});

afterEach(() => rm(root, { recursive: true, force: true }));

const lock = (version: string): string =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/node': { version, integrity: 'sha512-x' },
      'node_modules/other-system': { version: '1.0.0', optional: true, os: ['aix'] },
      'node_modules/for-tests': { version: '1.0.0', dev: true },
    },
  });

/** An npm whose `ci` takes a moment, counts its calls and leaves what a real one would. */
async function installNpm({ version = process.version.slice(1), fails = false } = {}): Promise<void> {
  const script = `#!${process.execPath}
    import fs from 'node:fs';
    if (process.argv[2] !== 'ci') process.exit(0);
    fs.appendFileSync(${JSON.stringify(npmRan())}, 'x');
    await new Promise((done) => setTimeout(done, 700));
    if (${fails}) process.exit(1);
    fs.mkdirSync('node_modules/node/bin', { recursive: true });
    fs.symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node/bin/node');
    fs.writeFileSync('node_modules/node/package.json', JSON.stringify({ version: ${JSON.stringify(version)} }));
    fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');`;
  await writeFile(join(root, 'path', 'package.json'), '{"type":"module"}');
  await writeFile(join(root, 'path', 'npm'), script, { mode: 0o755 });
}

type Result = { code: number | null; out: string; err: string };

function call(...args: string[]): { child: ChildProcess; done: Promise<Result> } {
  // The node that runs this has no npm beside it, so the one on PATH is used.
  const child = spawn(process.execPath, [join(root, 'bin', 'thang'), ...args], {
    env: { PATH: join(root, 'path') },
    cwd: '/',
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  return { child, done: new Promise((done) => child.on('close', (code) => done({ code, out, err }))) };
}

const timesInstalled = async (): Promise<number> => (await readFile(npmRan(), 'utf8').catch(() => '')).length;

describe('bin/thang', () => {
  test('installs what is missing, then goes on with the same arguments and exit code', async () => {
    await installNpm();
    const first = await call('read', 'kế hoạch.docx').done;
    expect(first).toMatchObject({ code: 7, out: '["read","kế hoạch.docx"]\n' });
    expect(first.err).toContain('Đang cài các gói');
    expect(await call('read').done).toMatchObject({ code: 7, err: '' });
    expect(await timesInstalled()).toBe(1);
  });

  test('installs once when two are called at the same time', async () => {
    await installNpm();
    const both = await Promise.all([call('a').done, call('b').done]);
    expect(both.map(({ code }) => code)).toEqual([7, 7]);
    expect(both.map(({ err }) => err).join()).toContain('đang chờ');
    expect(await timesInstalled()).toBe(1);
  });

  test('takes over from an install that was killed', async () => {
    await installNpm();
    await mkdir(join(root, '.thang-installing'));
    await utimes(join(root, '.thang-installing'), 1, 1);
    expect(await call('a').done).toMatchObject({ code: 7 });
  });

  test('installs again when the lock file asks for another version', async () => {
    await installNpm();
    await call('a').done;
    await writeFile(join(root, 'package-lock.json'), lock(process.version.slice(1)).replace('sha512-x', 'sha512-y'));
    await rm(join(root, 'node_modules'), { recursive: true });
    await call('a').done;
    expect(await timesInstalled()).toBe(2);
  });

  test('says what to do when there is no npm, and when npm fails', async () => {
    expect(await call('a').done).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('không tìm thấy lệnh npm'),
    });
    await installNpm({ fails: true });
    expect(await call('a').done).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('npm ci không thành công'),
    });
  });

  test('runs the tests through scripts/test.ts, with the packages they need', async () => {
    await installNpm();
    expect(await call('test', '--long').done).toMatchObject({ code: 0, out: '["--long"]\n' });
  });

  test('under another Node, hands arguments, signals and the exit code on to the pinned one', async () => {
    await installNpm({ version: '0.0.0' });
    expect(await call('a', 'b').done).toMatchObject({ code: 7, out: '["a","b"]\n' });
    const waiting = call('wait');
    await new Promise((ready) => waiting.child.stdout?.once('data', ready));
    await sleep(200);
    waiting.child.kill('SIGTERM');
    expect(await waiting.done).toMatchObject({ code: 5 });
  });
});
