import { spawn } from 'node:child_process';
import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../kernel/problem.ts';
import { logFile, openLogFile } from '../log-file.ts';
import type { Binaries } from './binaries.ts';
import { lastLine } from './cluster.ts';
import { isPassing, problemIn } from './failure.ts';
import { isAlive, isServerOf, readPidFile, serverProcesses, signal } from './processes.ts';
import type { Owner } from './run.ts';
import { asUser, plainEnvironment } from './run.ts';
import { port } from './socket.ts';

/** Everything needed to bring the server up, found once at start. */
export type Place = {
  home: string;
  data: string;
  socketFolder: string;
  binaries: Binaries;
  owner: Owner;
  settings: Record<string, string>;
};

/** A running postmaster. */
export type Postmaster = { pid: number; port: number; socketFolder: string; adopted: boolean };

/** Safety first, whatever postgresql.conf says; commit times let the audit log follow the order of commits. */
const safeSettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  track_commit_timestamp: 'on',
  logging_collector: 'off',
  log_destination: 'stderr',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const log = 'postgresql';

/**
 * Brings the server up: takes over one that runs already on this data folder, else sees the last of a dead one off and
 * starts a new one. Returns when it accepts connections; recovery after a crash may take its time.
 */
export async function bringUp(place: Place): Promise<Postmaster> {
  for (let patience = 600; ; patience--) {
    const running = await findRunning(place.data);
    if (running) return running;
    await seeOff(place.data);
    const started = await launch(place);
    if ('pid' in started) return started;
    if (!isPassing(started.said) || patience === 0) throw asProblem(place, started.said);
    await sleep(100);
  }
}

/** A live postmaster on this data folder, once it is ready; undefined when there is none. */
async function findRunning(data: string): Promise<Postmaster | undefined> {
  for (;;) {
    const file = await readPidFile(data);
    if (!file || !(await isServerOf(data, file.pid))) return undefined;
    if (file.status === 'ready') {
      return { pid: file.pid, port: file.port, socketFolder: file.socketFolder, adopted: true };
    }
    await sleep(50);
  }
}

/**
 * After `kill -9` of the postmaster its children may still be at work on the shared memory. They end by themselves as
 * soon as they notice; those busy in a long query are told to after a second, and made to after five. A pid file
 * whose number now belongs to another program would stop the server from starting, and goes.
 */
async function seeOff(data: string): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    const left = await serverProcesses(data);
    if (left.length === 0) break;
    if (waited === 1_000) for (const pid of left) signal(pid, 'SIGQUIT');
    if (waited === 5_000) for (const pid of left) signal(pid, 'SIGKILL');
    await sleep(50);
  }
  const file = await readPidFile(data);
  if (file && isAlive(file.pid)) await unlink(join(data, 'postmaster.pid')).catch(() => {});
}

/** Starts a postmaster in a session of its own, so that neither Ctrl-C nor our death takes it along. */
async function launch(place: Place): Promise<Postmaster | { said: string }> {
  const { data, socketFolder } = place;
  const file = await openLogFile(place.home, log);
  const { size } = await file.stat();
  const settings = { ...safeSettings, ...place.settings, unix_socket_directories: socketFolder, port: String(port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(place.binaries, 'bin', 'postgres'), ['-D', data, ...args], {
    ...asUser(place.owner),
    cwd: '/',
    env: plainEnvironment,
    detached: true,
    stdio: ['ignore', file.fd, file.fd],
  });
  const ended = new Promise<void>((done) => {
    child.on('exit', () => done());
    child.on('error', () => done());
  });
  child.unref();
  await file.close();
  const ready = await Promise.race([untilReady(data, child.pid ?? 0), ended]);
  if (ready) return { pid: child.pid ?? 0, port, socketFolder, adopted: false };
  return { said: await logSince(place.home, size) };
}

async function untilReady(data: string, pid: number): Promise<true | undefined> {
  while (isAlive(pid)) {
    const file = await readPidFile(data);
    if (file?.pid === pid && file.status === 'ready') return true;
    await sleep(25);
  }
  return undefined;
}

async function logSince(home: string, size: number): Promise<string> {
  const written = await readFile(logFile(home, log)).catch(() => Buffer.alloc(0));
  return written.subarray(size).toString('utf8');
}

function asProblem(place: Place, said: string): Problem {
  const complaint = said.split('\n').findLast((line) => /(FATAL|PANIC|ERROR):/.test(line)) ?? lastLine(said);
  return (
    problemIn(said, place.data) ??
    new Problem('database-does-not-start', { log: logFile(place.home, log), said: complaint.trim() })
  );
}
