import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareHome } from '../home.ts';
import { findBinaries } from './binaries.ts';
import { dataFolder, findCluster, makeCluster, product, superuser } from './cluster.ts';
import { bringUp, type Place, type Postmaster } from './launch.ts';
import { findOwner, requireReachable } from './owner.ts';
import { isServerOf, readPidFile, signal } from './processes.ts';
import { prepareSocketFolder } from './socket.ts';

/** How to reach a database of the server over its socket. */
export type ServerConnection = { host: string; port: number; user: string; password: string; database: string };

/** What happens to the server while it runs, for the log. */
export type ServerEvent =
  | { kind: 'initialising' | 'started' | 'adopted' | 'lost' }
  | { kind: 'failed'; error: unknown };

/** The embedded PostgreSQL, watched: when it dies it is started again. */
export type Server = {
  connection: ServerConnection;
  /** The superuser's way in: for tests and maintenance, never for requests. */
  superuser: ServerConnection;
  adopted: boolean;
  pid: () => number;
  /** Ends the watch and the server, cleanly. */
  stop: () => Promise<void>;
  /** Ends the watch and leaves the server running. */
  leave: () => void;
};

export type ServerOptions = {
  home: string;
  tell?: (event: ServerEvent) => void;
  /** Settings of postgresql.conf, for tests. */
  settings?: Record<string, string>;
};

/**
 * Starts or adopts the server of a home. The caller holds the lock of that home, so that nobody else does the same at
 * the same time.
 */
export async function startServer({ home: asked, tell = () => {}, settings = {} }: ServerOptions): Promise<Server> {
  await prepareHome(asked);
  const home = await realpath(asked);
  const found = await findCluster(home);
  const owner = await findOwner(dataFolder(home));
  await requireReachable(home, owner);
  const binaries = await findBinaries(home, owner);
  if (!found) tell({ kind: 'initialising' });
  const cluster = found ?? (await makeCluster(home, binaries, owner));
  const socketFolder = await prepareSocketFolder(home, owner);
  const place: Place = { home, data: cluster.data, socketFolder, binaries, owner, settings };
  const first = await bringUp(place);
  tell({ kind: first.adopted ? 'adopted' : 'started' });
  const watch = keepUp(place, first, tell);
  const reach = { host: first.socketFolder, port: first.port };
  return {
    connection: { ...reach, user: product, password: cluster.secret.product, database: product },
    superuser: { ...reach, user: superuser, password: cluster.secret.superuser, database: product },
    adopted: first.adopted,
    pid: watch.pid,
    leave: () => void watch.end(),
    stop: async () => {
      await watch.end();
      await shutDown(cluster.data, watch.pid());
    },
  };
}

/** How to reach the server that a running product looks after; undefined while it is not up. */
export async function findServer(home: string): Promise<ServerConnection | undefined> {
  const cluster = await findCluster(home);
  const file = cluster && (await readPidFile(cluster.data));
  if (file?.status !== 'ready' || !cluster) return undefined;
  const { socketFolder: host, port } = file;
  return { host, port, user: product, password: cluster.secret.product, database: product };
}

type Watch = { pid: () => number; end: () => Promise<void> };

/** Looks after the postmaster several times a second and starts another when it is gone, for as long as it takes. */
function keepUp(place: Place, first: Postmaster, tell: (event: ServerEvent) => void): Watch {
  let current = first;
  let over = false;
  const timer = new AbortController();
  const wait = (ms: number): Promise<unknown> =>
    sleep(ms, undefined, { signal: timer.signal, ref: false }).catch(() => {});

  const revive = async (): Promise<void> => {
    tell({ kind: 'lost' });
    for (let pause = 200; !over; pause = Math.min(pause * 2, 5_000)) {
      try {
        current = await bringUp(place);
        return tell({ kind: 'started' });
      } catch (error) {
        tell({ kind: 'failed', error });
        await wait(pause);
      }
    }
  };
  const watching = (async () => {
    while (!over) {
      await wait(200);
      if (!over && !(await isServerOf(place.data, current.pid))) await revive();
    }
  })();
  return {
    pid: () => current.pid,
    end: () => {
      over = true;
      timer.abort();
      return watching;
    },
  };
}

/** Fast shutdown: open transactions are rolled back and everything is written; by force only when that hangs. */
async function shutDown(data: string, pid: number): Promise<void> {
  for (let waited = 0; await isServerOf(data, pid); waited += 25) {
    if (waited === 0) signal(pid, 'SIGINT');
    if (waited === 60_000) signal(pid, 'SIGQUIT');
    await sleep(25);
  }
}
