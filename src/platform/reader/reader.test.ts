import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Problem } from '../../kernel/problem.ts';
import { openReader, type Reader, type ReaderOptions } from './reader.ts';

let folder = '';
const open: Reader[] = [];
const withReader = (options: ReaderOptions = {}): Reader => {
  const reader = openReader(options);
  open.push(reader);
  return reader;
};

/** A file, and a program that does with it what the test needs. */
const fileOf = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const programOf = (body: string): Promise<string> =>
  fileOf(`${Math.random().toString(36).slice(2)}.mjs`, `process.on('message', async (request) => { ${body} });`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-reader-'));
});
afterEach(() => Promise.all(open.splice(0).map((reader) => reader.close())));
afterAll(() => rm(folder, { recursive: true }));

describe('reading in a process of its own', () => {
  it('gives the document and what was read from it', async () => {
    const path = await fileOf('plan.txt', 'KẾ HOẠCH\nNâng cao chỉ số PAPI năm 2026\n');
    const { format, document, reading } = await withReader().read({ path, name: 'plan.txt' });
    expect(format).toBe('text');
    expect(JSON.parse(document).blocks).toHaveLength(2);
    expect(reading.document.type).toBe('Kế hoạch');
  });

  it('carries a problem across with its details', async () => {
    const program = await programOf(
      `process.send({ kind: 'problem', code: 'file-damaged', details: { name: request.name } });`,
    );
    const reading = withReader({ program }).read({ path: '', name: 'hỏng.docx' });
    await expect(reading).rejects.toEqual(new Problem('file-damaged', { name: 'hỏng.docx' }));
  });

  it('says that a file could not be read when the process dies, and goes on with the next', async () => {
    const program = await programOf(`
      if (request.name === 'bad') process.exit(3);
      process.send({ kind: 'read', format: 'text', document: '{}', reading: { tasks: [] } });`);
    const reader = withReader({ program });
    await expect(reader.read({ path: '', name: 'bad' })).rejects.toMatchObject({
      code: 'reading-failed',
      details: { name: 'bad', why: 'crashed' },
    });
    await expect(reader.read({ path: '', name: 'good' })).resolves.toMatchObject({ format: 'text' });
  });

  it('keeps what a bug says for the log and from the user', async () => {
    const told: string[] = [];
    const program = await programOf(`process.send({ kind: 'failed', message: 'x is not a function' });`);
    const reader = withReader({ program, report: (message) => told.push(message) });
    const failure = await reader.read({ path: '', name: 'a.docx' }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'reading-failed' });
    expect(String(failure)).not.toContain('not a function');
    expect(told).toEqual(['x is not a function']);
  });

  it('ends a process that takes too long', async () => {
    const program = await programOf('for (;;);');
    const reading = withReader({ program, time: 300 }).read({ path: '', name: 'slow' });
    await expect(reading).rejects.toMatchObject({ details: { name: 'slow', why: 'time' } });
  });

  it('ends a process whose objects fill its heap', async () => {
    const program = await programOf('const all = []; for (;;) all.push({ more: String(all.length) });');
    const reading = withReader({ program, heap: 32 }).read({ path: '', name: 'bomb' });
    await expect(reading).rejects.toMatchObject({ details: { name: 'bomb', why: 'memory' } });
  });

  it.runIf(process.platform === 'linux')('ends a process that hoards memory outside its heap', async () => {
    const program = await programOf(
      'const all = []; for (;;) { all.push(Buffer.alloc(8_000_000, 1)); await new Promise((go) => setTimeout(go, 5)); }',
    );
    const reading = withReader({ program, memory: 200 }).read({ path: '', name: 'bomb' });
    await expect(reading).rejects.toMatchObject({ details: { name: 'bomb', why: 'memory' } });
  });

  it('gives up when nobody waits for the answer any more', async () => {
    const program = await programOf('');
    const caller = new AbortController();
    const reading = withReader({ program }).read({ path: '', name: 'left' }, caller.signal);
    caller.abort();
    await expect(reading).rejects.toMatchObject({ details: { why: 'cancelled' } });
  });

  it('reads so many at a time and lets the others wait, in order', async () => {
    const program = await programOf(`
      setTimeout(() => process.send({ kind: 'read', format: 'text', document: request.name, reading: process.pid }), 100);`);
    const reader = withReader({ program, atOnce: 2 });
    const order: string[] = [];
    const names = ['a', 'b', 'c', 'd'];
    const all = await Promise.all(
      names.map(async (name) => {
        const { reading } = await reader.read({ path: '', name });
        order.push(name);
        return reading as unknown as number;
      }),
    );
    expect(new Set(all).size).toBe(2);
    // Whoever came first is read first; of two at once either may end sooner, but the fourth has waited for two.
    expect(['a', 'b']).toContain(order[0]);
    expect(order.indexOf('d')).toBeGreaterThanOrEqual(2);
  });

  it('tells how far a long file is, and does not end it while it goes on', async () => {
    const program = await programOf(`
      for (let done = 1; done <= 6; done++) {
        await new Promise((go) => setTimeout(go, 100));
        process.send({ kind: 'progress', progress: { step: 'pages', done, of: 6 } });
      }
      process.send({ kind: 'read', format: 'text', document: '{}', reading: {} });`);
    const heard: number[] = [];
    const reader = withReader({ program, time: 1_800 });
    await reader.read({ path: '', name: 'long' }, undefined, ({ done }) => heard.push(done));
    expect(heard).toEqual([1, 2, 3, 4, 5, 6]);
    const tooLong = withReader({ program, longest: 300 }).read({ path: '', name: 'long' });
    await expect(tooLong).rejects.toMatchObject({ details: { why: 'time' } });
  });

  it('lets one recognise pictures at a time, and does not count the waiting', async () => {
    const program = await programOf(`
      if (request.kind === 'room-granted') {
        const begun = Date.now();
        setTimeout(() => process.send({ kind: 'read', format: 'text', document: '', reading: [begun, Date.now()] }), 1000);
      } else process.send({ kind: 'room' });`);
    const reader = withReader({ program, time: 1_800 });
    const read = (name: string) => reader.read({ path: '', name }).then((read) => read.reading as unknown as number[]);
    const [one, two] = (await Promise.all([read('a'), read('b')])).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    expect(two?.[0]).toBeGreaterThanOrEqual((one?.[1] ?? 0) - 5);
  });

  it.skipIf(process.platform === 'win32')(
    'ends with a process what it has started, and takes its folder away',
    async () => {
      const program = await programOf(`
      const { spawn } = await import('node:child_process');
      const { writeFileSync } = await import('node:fs');
      const child = spawn('sleep', ['60']);
      writeFileSync(process.env.TMPDIR + '/aside', 'x');
      process.send({ kind: 'progress', progress: { step: process.env.TMPDIR, done: child.pid, of: 1 } });`);
      const caller = new AbortController();
      const told: { step: string; done: number }[] = [];
      const reading = withReader({ program }).read({ path: '', name: 'a' }, caller.signal, (progress) => {
        told.push(progress);
        caller.abort();
      });
      await expect(reading).rejects.toMatchObject({ details: { why: 'cancelled' } });
      const [{ step: aside, done: pid }] = told as [{ step: string; done: number }];
      await expect.poll(() => isAlive(pid), { timeout: 4_000 }).toBe(false);
      await expect.poll(() => existsSync(aside)).toBe(false);
    },
  );

  it('lets a cancelled process tidy up and take the next file', async () => {
    const program = await programOf(`
      if (request.kind === 'cancel') return process.send({ kind: 'cancelled' });
      if (request.name === 'next') process.send({ kind: 'read', format: 'text', document: '', reading: process.pid });
      else process.send({ kind: 'progress', progress: { step: 'pages', done: process.pid, of: 1 } });`);
    const reader = withReader({ program });
    const caller = new AbortController();
    let pid = 0;
    const reading = reader.read({ path: '', name: 'a' }, caller.signal, ({ done }) => {
      pid = done;
      caller.abort();
    });
    await expect(reading).rejects.toMatchObject({ details: { why: 'cancelled' } });
    expect((await reader.read({ path: '', name: 'next' })).reading).toBe(pid);
  });

  it('reads a kept document again beside files that take long', async () => {
    const program = await programOf(`
      if (request.kind === 'read-again') process.send({ kind: 'read', format: 'text', document: '', reading: {} });`);
    const reader = withReader({ program, atOnce: 1 });
    const caller = new AbortController();
    const long = reader.read({ path: '', name: 'scan' }, caller.signal).catch(({ code }) => code);
    const lessons = { headers: {}, agencies: {}, codes: {}, columns: {} };
    const again = await reader.readAgain({ name: 'kept', document: '{}', lessons });
    expect(again.format).toBe('text');
    caller.abort();
    expect(await long).toBe('reading-failed');
  });

  it('drops what waits when it is closed', async () => {
    const program = await programOf('');
    const reader = withReader({ program, atOnce: 1 });
    const readings = ['a', 'b'].map((name) => reader.read({ path: '', name }).catch(({ code }) => code));
    await sleep(50);
    await reader.close();
    expect(await Promise.all(readings)).toEqual(['reading-failed', 'reading-failed']);
  });
});

it.skipIf(process.platform === 'win32')(
  'a reading process in the midst of its work ends when whoever asked is killed',
  { timeout: 60_000 },
  async () => {
    const busy = `data:text/javascript,process.on('message',(told)=>{if(told==='busy')for(;;);})`;
    // Busy once it has answered: by then its watch over whoever asked has been set.
    const program = `const child = require('node:child_process').fork(${JSON.stringify(join(import.meta.dirname, 'read-file.ts'))}, [],
    { execArgv: ['--import', ${JSON.stringify(busy)}] });
    child.once('message', () => { child.send('busy'); console.log(child.pid); });
    child.send({ kind: 'read', path: '/nowhere/at-all.txt', name: 'at-all.txt' });`;
    const parent = spawn(process.execPath, ['-e', program]);
    const pid = Number(await once(parent.stdout, 'data'));
    onTestFinished(() => {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    });
    await sleep(1_500);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
  },
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
