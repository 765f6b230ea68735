import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, DocumentFormat } from '../../document/model.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Reading } from '../../plan/model.ts';
import type { ReadAnswer, ReadRequest } from './message.ts';

/**
 * Reads files in processes of their own: a file made to exhaust memory or time ends its process, never the server.
 * A few at a time; the others wait their turn.
 */
export type Reader = {
  read: (file: FileToRead, signal?: AbortSignal) => Promise<{ document: Document; reading: Reading }>;
  close: () => Promise<void>;
};

export type FileToRead = { path: string; name: string; as?: DocumentFormat | undefined };

export type ReaderOptions = {
  /** processes at work at the same time */
  atOnce?: number;
  /** milliseconds for one file, from its turn on */
  timeLimit?: number;
  /** megabytes for the JavaScript objects of one process; all its memory is bounded by `memoryLimit` */
  heapLimit?: number;
  /** milliseconds an idle process is kept for the next file */
  idle?: number;
  /** told what went wrong inside, for the log */
  report?: (message: string) => void;
  /** the program that reads; another one in tests */
  program?: string;
};

const defaults = { atOnce: 2, timeLimit: 60_000, heapLimit: 256, idle: 20_000, report: () => {} };
const memoryLimit = 384 * 1_048_576;

type Job = {
  file: FileToRead;
  signal: AbortSignal | undefined;
  resolve: (value: { document: Document; reading: Reading }) => void;
  reject: (error: Problem) => void;
};

export function openReader(options: ReaderOptions = {}): Reader {
  const settings = { ...defaults, program: join(import.meta.dirname, 'read-file.ts'), ...options };
  const waiting: Job[] = [];
  const spare: ChildProcess[] = [];
  const working = new Set<ChildProcess>();
  let running = 0;
  let closed = false;

  const take = (): ChildProcess => spare.pop() ?? start(settings.program, settings.heapLimit);

  const giveBack = (child: ChildProcess): void => {
    if (closed || child.exitCode !== null || child.killed || !child.connected) return void child.kill('SIGKILL');
    spare.push(child);
    const timer = setTimeout(() => {
      const place = spare.indexOf(child);
      if (place >= 0) spare.splice(place, 1);
      child.kill('SIGKILL');
    }, settings.idle);
    timer.unref();
    child.unref();
    child.channel?.unref();
  };

  const next = (): void => {
    if (running >= settings.atOnce) return;
    const job = waiting.shift();
    if (!job) return;
    if (job.signal?.aborted) {
      job.reject(failure(job.file, 'cancelled'));
      return next();
    }
    running += 1;
    const child = take();
    working.add(child);
    void readWith(child, job, settings).finally(() => {
      working.delete(child);
      running -= 1;
      giveBack(child);
      next();
    });
  };

  return {
    read: (file, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(failure(file, 'cancelled'));
        waiting.push({ file, signal, resolve, reject });
        next();
      }),
    close: async () => {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(failure(job.file, 'cancelled'));
      for (const child of [...spare.splice(0), ...working]) child.kill('SIGKILL');
    },
  };
}

type Why = 'crashed' | 'memory' | 'time' | 'cancelled';
const failure = ({ name }: FileToRead, why: Why): Problem => new Problem('reading-failed', { name, why });

function start(program: string, heapLimit: number): ChildProcess {
  return fork(program, [], {
    execArgv: [`--max-old-space-size=${heapLimit}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    // Neither the database's address nor any other secret of the server is of use to what reads a stranger's file.
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

type Settings = { timeLimit: number; report: (message: string) => void };

/** One job on one process; settles when the process answers, dies, or is ended by a limit or the caller. */
function readWith(child: ChildProcess, job: Job, { timeLimit, report }: Settings): Promise<void> {
  const { file, signal } = job;
  let why: Why = 'crashed';
  let errors = '';
  const end = (reason: Why) => {
    why = reason;
    child.kill('SIGKILL');
  };
  const cancel = () => end('cancelled');
  const timer = setTimeout(() => end('time'), timeLimit);
  const watch = setInterval(() => {
    if (residentBytes(child.pid) > memoryLimit) end('memory');
  }, 100);
  const onError = (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4_000);
  };
  child.stderr?.on('data', onError);
  signal?.addEventListener('abort', cancel);

  return new Promise<void>((done) => {
    const onMessage = (answer: ReadAnswer) => settle(() => tell(job, answer, report));
    const onExit = () =>
      settle(() => {
        if (why === 'crashed' && /heap out of memory/.test(errors)) why = 'memory';
        if (why !== 'cancelled') report(`reading ended (${why}): ${errors}`);
        job.reject(failure(file, why));
      });
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', cancel);
      child.stderr?.off('data', onError);
      child.off('message', onMessage).off('exit', onExit).off('error', onExit);
      finish();
      done();
    };
    child.on('message', onMessage).on('exit', onExit).on('error', onExit);
    const request: ReadRequest = { path: file.path, name: file.name, as: file.as };
    child.ref();
    child.channel?.ref();
    child.send(request, (error) => error && end('crashed'));
  });
}

function tell({ file, resolve, reject }: Job, answer: ReadAnswer, report: (message: string) => void): void {
  if (answer.kind === 'read') return resolve({ document: answer.document, reading: answer.reading });
  if (answer.kind === 'problem') return reject(new Problem(answer.code, answer.details));
  report(answer.message);
  reject(failure(file, 'crashed'));
}

/** What a process holds in memory, buffers outside the JavaScript heap included; 0 where the system does not tell. */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096;
  } catch {
    return 0;
  }
}
