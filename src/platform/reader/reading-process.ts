import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Problem } from '../../kernel/problem.ts';
import type { ReadAnswer, ReadRequest } from './message.ts';

/** One process that reads one file at a time. */
export type ReadingProcess = {
  ask: (request: ReadRequest, signal?: AbortSignal) => Promise<ReadAnswer>;
  /** whether it can take another file */
  isFit: () => boolean;
  end: () => void;
};

export type Limits = {
  /** milliseconds for one file */
  time: number;
  /** megabytes for the JavaScript objects */
  heap: number;
  /** megabytes in all; buffers live outside the heap */
  memory: number;
  /** what the process has as standard input */
  stdin: 'ignore' | 'inherit';
};

/** Why a process ended without an answer. */
export type EndReason = 'crashed' | 'memory' | 'time' | 'cancelled';

/** Starts the program. It gets no part of our environment: a stranger's file has no use for the database's address. */
export function startProcess(program: string, limits: Limits, report: (message: string) => void): ReadingProcess {
  const child = fork(program, [], {
    // Reading makes much that is soon forgotten: a small nursery keeps the whole small.
    execArgv: [`--max-old-space-size=${limits.heap}`, '--max-semi-space-size=2'],
    serialization: 'advanced',
    env: { PATH: process.env.PATH ?? '' },
    stdio: [limits.stdin, 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  holdNothing(child);
  return {
    ask: async (request, signal) => {
      const answer = await ask(child, request, limits, signal);
      if (typeof answer !== 'string') return answer;
      // V8 ends a process whose heap is full by itself, and says so last.
      const why = answer === 'crashed' && /heap out of memory/.test(said) ? 'memory' : answer;
      if (why !== 'cancelled') report(`the reading process ended (${why}): ${said}`);
      throw new Problem('reading-failed', { name: request.name, why });
    },
    // One that has grown large gives its memory back by ending.
    isFit: () => child.connected && child.exitCode === null && residentMegabytes(child) < limits.memory / 2,
    end: () => void child.kill('SIGKILL'),
  };
}

/** A process that waits for work must not keep ours from ending. */
function holdNothing(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
}

/** The answer, or why there is none. */
function ask(
  child: ChildProcess,
  request: ReadRequest,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<ReadAnswer | EndReason> {
  return new Promise((resolve) => {
    let why: EndReason = 'crashed';
    const end = (reason: EndReason) => {
      why = reason;
      child.kill('SIGKILL');
    };
    const cancel = () => end('cancelled');
    const timer = setTimeout(() => end('time'), limits.time);
    const watch = setInterval(() => residentMegabytes(child) > limits.memory && end('memory'), 50);
    const settle = (answer: ReadAnswer | EndReason) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', cancel);
      child.removeAllListeners('message').removeAllListeners('close').removeAllListeners('error');
      holdNothing(child);
      resolve(answer);
    };
    child.on('message', (answer) => settle(answer as ReadAnswer));
    // "close" comes when standard error has been read to its end, so that its last words are known.
    child.on('close', () => settle(why)).on('error', () => settle(why));
    signal?.addEventListener('abort', cancel);
    child.ref();
    child.channel?.ref();
    if (signal?.aborted) cancel();
    else child.send(request, (error) => error && end('crashed'));
  });
}

/** What a process holds in memory; 0 where the system does not tell. */
function residentMegabytes({ pid }: ChildProcess): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096) / 1_048_576;
  } catch {
    return 0;
  }
}
