import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from './lock.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'thang-lock-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

test('a lock is held once, and may be taken again when it is released', async () => {
  const file = join(await folder(), 'lock');
  const held = takeLock(file);
  expect(held).toBeDefined();
  expect(takeLock(file)).toBeUndefined();
  held?.release();
  takeLock(file)?.release();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a process that is killed gives its lock back, and not before', async () => {
  const file = join(await folder(), 'lock');
  const program = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    console.log(takeLock(${JSON.stringify(file)}) ? 'held' : 'missed'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  expect(String(await once(child.stdout, 'data'))).toBe('held\n');
  expect(takeLock(file)).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(takeLock(file)?.release).toBeDefined();
});

test('of many that try at once, one gets the lock', async () => {
  const file = join(await folder(), 'lock');
  const program = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    console.log(takeLock(${JSON.stringify(file)}) ? 'held' : 'missed'); setInterval(() => {}, 1000);`;
  const children = [1, 2, 3, 4, 5].map(() => spawn(process.execPath, ['--input-type=module', '-e', program]));
  const said = await Promise.all(children.map(async (child) => String(await once(child.stdout, 'data')).trim()));
  for (const child of children) child.kill('SIGKILL');
  expect(said.sort()).toEqual(['held', 'missed', 'missed', 'missed', 'missed']);
});

test('a place where no lock can be made is a problem of the folder', async () => {
  const file = join(await folder(), 'file');
  await writeFile(file, '');
  expect(() => takeLock(join(file, 'lock'))).toThrow('Không ghi được');
});
