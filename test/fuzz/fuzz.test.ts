import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sharedAvailable, sharedPath, shareOf } from '../shared.ts';
import { mutate, randomFrom } from './mutate.ts';
import type { Outcome } from './read-broken.ts';
import { seedFiles } from './seeds.ts';

/**
 * Files broken in thousands of ways end as a reading or as a Problem: no crash, no hang over ten seconds, no memory over
 * one gigabyte. What fails is kept, named by its seed, where the message says.
 */
const { numRuns: inputs, seed: first = Math.floor(performance.timeOrigin) % 1_000_000_000 } = shareOf(200, 20_000);
/** Seconds are those of the processor, so that a busy machine makes no file slow; waiting forever is a hang too. */
const limits = { seconds: 10, waiting: 120_000, megabytes: 1_024 };
const folder = mkdtempSync(join(tmpdir(), 'thang-fuzz-'));
const failures: string[] = [];
afterAll(() => failures.length > 0 || rmSync(folder, { recursive: true }));

type Case = { seed: number; name: string; bytes: Uint8Array };

if (!sharedAvailable) console.warn('The fuzz run breaks only our own papers: no real plans beside the project.');

test(`${inputs} broken files end as a reading or as a Problem`, async () => {
  const seeds = [...(await seedFiles()), ...realPlans()];
  const counts = new Map<string, number>();
  let next = 0;
  const makeCase = (): Case | undefined => {
    if (next >= inputs) return undefined;
    const seed = first + next++;
    const random = randomFrom(seed);
    const whole = seeds[seed % seeds.length] as { name: string; bytes: Uint8Array };
    const other = seeds[Math.floor(random() * seeds.length)] as { bytes: Uint8Array };
    return { seed, name: whole.name, bytes: mutate(whole.bytes, other.bytes, random) };
  };
  await Promise.all([1, 2].map((worker) => work(worker, makeCase, counts)));
  console.info(
    `fuzz from seed ${first}: ${[...counts]
      .sort()
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
  expect(failures).toEqual([]);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(inputs);
}, 6_000_000);

function realPlans(): { name: string; bytes: Uint8Array }[] {
  if (!sharedAvailable) return [];
  const names = readdirSync(sharedPath('plans')).sort();
  return names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(sharedPath('plans', name))) }));
}

/** One process after another reads case after case. */
async function work(worker: number, makeCase: () => Case | undefined, counts: Map<string, number>): Promise<void> {
  let child: ChildProcess | undefined;
  for (let one = makeCase(); one; one = makeCase()) {
    child = child?.connected ? child : startProcess();
    const path = join(folder, `${worker}.bin`);
    writeFileSync(path, one.bytes);
    const outcome = await ask(child, path);
    if (outcome.kind === 'bug') keep(one, outcome.what);
    // It is being ended, and would still take the next file with it.
    if (outcome.kind === 'bug') child = undefined;
    const what = `${one.name.split('.').at(-1)} ${outcome.kind === 'problem' ? outcome.code : outcome.kind}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  child?.kill('SIGKILL');
}

function startProcess(): ChildProcess {
  const execArgv = ['--max-old-space-size=400', '--max-semi-space-size=2'];
  return fork(join(import.meta.dirname, 'read-broken.ts'), [], {
    execArgv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** What became of a file; a process that is too slow, too large or gone counts as a bug. */
function ask(child: ChildProcess, path: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      clearInterval(watch);
      child.removeAllListeners();
      if (outcome.kind === 'bug') child.kill('SIGKILL');
      resolve(outcome);
    };
    const start = processorSeconds(child);
    const timer = setTimeout(() => settle({ kind: 'bug', what: 'no answer' }), limits.waiting);
    const watch = setInterval(() => {
      if (residentMegabytes(child) > limits.megabytes) settle({ kind: 'bug', what: 'over 1 GB' });
      if (processorSeconds(child) - start > limits.seconds) settle({ kind: 'bug', what: 'over 10 seconds' });
    }, 50);
    child.once('message', (outcome) => settle(outcome as Outcome));
    child.once('exit', (code, signal) => settle({ kind: 'bug', what: `the process ended (${code ?? signal})` }));
    child.send(path, (error) => error && settle({ kind: 'bug', what: String(error) }));
  });
}

function residentMegabytes({ pid }: ChildProcess): number {
  if (process.platform !== 'linux') return 0;
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096) / 1_048_576;
  } catch {
    return 0;
  }
}

/** User and system time of a process in hundredths, as Linux counts; 0 where the system does not tell. */
function processorSeconds({ pid }: ChildProcess): number {
  if (process.platform !== 'linux') return 0;
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = after.split(' ').slice(11, 13).map(Number);
    return ((user ?? 0) + (system ?? 0)) / 100;
  } catch {
    return 0;
  }
}

function keep({ seed, name, bytes }: Case, what: string): void {
  const path = join(folder, `${seed}-${name}`);
  writeFileSync(path, bytes);
  failures.push(`seed ${seed}, ${path}: ${what}`);
}
