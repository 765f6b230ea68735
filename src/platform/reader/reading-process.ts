import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadingProgress } from '../../document/tools.ts';
import { Problem } from '../../kernel/problem.ts';
import { residentMegabytes } from './memory.ts';
import type { AskForRoom, ProgressMessage, ReadAnswer, ReadRequest } from './message.ts';

/** One process that reads one file at a time. */
export type ReadingProcess = {
  ask: (request: ReadRequest, listen?: Listen) => Promise<ReadAnswer>;
  /** whether it can take another file */
  isFit: () => boolean;
  end: () => void;
};

export type Listen = {
  /** gives up when aborted */
  signal?: AbortSignal | undefined;
  progress?: ((progress: ReadingProgress) => void) | undefined;
  /** waits until pictures may be recognised; what it gives is called when that is over */
  room?: ((signal?: AbortSignal) => Promise<() => void>) | undefined;
};

export type Limits = {
  /** milliseconds without any progress */
  time: number;
  /** milliseconds for one file in all */
  longest: number;
  /** megabytes for the JavaScript objects */
  heap: number;
  /** megabytes in all, with the processes it starts; buffers live outside the heap */
  memory: number;
  /** the same while pictures are recognised */
  room: number;
  /** what the process has as standard input */
  stdin: 'ignore' | 'inherit';
};

/** Why a process ended without an answer. */
export type EndReason = 'crashed' | 'memory' | 'time' | 'cancelled';

/** Milliseconds a cancelled process has for tidying up before it is ended. */
const grace = 500;

/**
 * Starts the program, at the head of a process group of its own, so that ending it ends what it has started, and with a
 * folder of its own for what it writes aside, which goes with it. It gets no part of our environment: a stranger's file
 * has no use for the database's address.
 */
export function startProcess(program: string, limits: Limits, report: (message: string) => void): ReadingProcess {
  const folder = mkdtempSync(join(tmpdir(), 'thang-reading-'));
  const child = fork(program, [], {
    // Reading makes much that is soon forgotten: a larger nursery costs 25 MB on long files and saves a fifth of the time.
    execArgv: [`--max-old-space-size=${limits.heap}`, '--max-semi-space-size=16'],
    serialization: 'advanced',
    env: { PATH: process.env.PATH ?? '', TMPDIR: folder, TEMP: folder, TMP: folder, THANG_READING_FOLDER: folder },
    stdio: [limits.stdin, 'ignore', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  child.once('exit', () => endGroup(child)).once('exit', clear);
  process.once('exit', clear);
  child.once('exit', () => process.off('exit', clear));
  holdNothing(child);
  return {
    ask: async (request, listen = {}) => {
      const answer = await ask(child, request, limits, listen);
      if (typeof answer !== 'string' && answer.kind !== 'cancelled') return answer;
      // V8 ends a process whose heap is full by itself, and says so last.
      const ended = typeof answer === 'string' ? answer : 'cancelled';
      const why = ended === 'crashed' && /heap out of memory/.test(said) ? 'memory' : ended;
      if (why !== 'cancelled') report(`the reading process ended (${why}): ${said}`);
      throw new Problem('reading-failed', { name: request.name, why });
    },
    // One that has grown large gives its memory back by ending.
    isFit: () => child.connected && child.exitCode === null && residentMegabytes(child.pid) < limits.memory / 2,
    end: () => endGroup(child),
  };
}

/** Ends a process and whatever it has started. */
function endGroup(child: ChildProcess): void {
  child.kill('SIGKILL');
  if (child.pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
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
  { signal, progress, room }: Listen,
): Promise<ReadAnswer | EndReason> {
  return new Promise((resolve) => {
    let why: EndReason = 'crashed';
    const end = (reason: EndReason) => {
      why = reason;
      endGroup(child);
    };
    const watch = watchOver(child, limits, end);
    const cancel = () => {
      child.send({ kind: 'cancel' }, () => {});
      watch.endIn(grace, 'cancelled');
    };
    let leave = () => {};
    let settled = false;
    const makeRoom = async () => {
      watch.rest();
      const given = (await room?.(signal).catch(() => undefined)) ?? (() => {});
      if (settled) return given();
      leave = given;
      watch.widen(limits.room);
      child.send({ kind: 'room-granted' }, () => {});
    };
    const settle = (answer: ReadAnswer | EndReason) => {
      settled = true;
      leave();
      watch.stop();
      signal?.removeEventListener('abort', cancel);
      for (const event of ['message', 'close', 'error']) child.removeAllListeners(event);
      holdNothing(child);
      resolve(answer);
    };
    child.on('message', (message: ReadAnswer | ProgressMessage | AskForRoom) => {
      if (message.kind === 'room') return void makeRoom();
      if (message.kind !== 'progress') return settle(message);
      watch.alive();
      if (!signal?.aborted) progress?.(message.progress);
    });
    // "close" comes when standard error has been read to its end, so that its last words are known.
    child.on('close', () => settle(why)).on('error', () => settle(why));
    signal?.addEventListener('abort', cancel);
    child.ref();
    child.channel?.ref();
    if (signal?.aborted) end('cancelled');
    else child.send(request, (error) => error && end('crashed'));
  });
}

/** Ends a process that makes no progress, takes too long in all, or holds too much memory. */
function watchOver(child: ChildProcess, limits: Limits, end: (reason: EndReason) => void) {
  let most = limits.memory;
  let idle = setTimeout(() => end('time'), limits.time);
  const longest = setTimeout(() => end('time'), limits.longest);
  const memory = setInterval(() => residentMegabytes(child.pid) > most && end('memory'), 50);
  const endIn = (milliseconds: number, reason: EndReason) => {
    clearTimeout(idle);
    idle = setTimeout(() => end(reason), milliseconds);
  };
  return {
    alive: () => void idle.refresh(),
    endIn,
    /** it waits for us: that is no fault of its own */
    rest: () => clearTimeout(idle),
    widen: (megabytes: number) => {
      most = Math.max(most, megabytes);
      endIn(limits.time, 'time');
    },
    stop: () => {
      clearTimeout(idle);
      clearTimeout(longest);
      clearInterval(memory);
    },
  };
}
