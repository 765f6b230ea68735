import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../kernel/problem.ts';
import { thangHome } from '../platform/home.ts';
import { findServer, type ServerEvent, startServer } from '../platform/postgres/server.ts';
import { type Claim, findClaim } from '../platform/running.ts';
import { type Connection, requireReachable } from '../store/connection.ts';

/** A database to work on, and how to let go of it. */
export type Reached = { connection: Connection; stop: () => Promise<void> };

/** The database of the product that starts: the one of `DATABASE_URL`, else the embedded server. */
export async function startDatabase(home: string, tell?: (event: ServerEvent) => void): Promise<Reached> {
  const url = process.env.DATABASE_URL;
  if (url) {
    await requireReachable(url);
    return { connection: { url }, stop: async () => {} };
  }
  const { connection, stop } = await startServer({ home, ...(tell && { tell }) });
  return { connection, stop };
}

/**
 * Runs a command on the database: that of the running product where there is one, else on a server of its own that
 * stops again when the command is done.
 */
export async function withDatabase<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL;
  if (url) {
    await requireReachable(url);
    return work({ url });
  }
  const home = thangHome();
  const claim = await claimOrConnection(home);
  if (!('release' in claim)) return work(claim);
  try {
    const server = await startServer({ home });
    try {
      return await work(server.connection);
    } finally {
      if (server.adopted) server.leave();
      else await server.stop();
    }
  } finally {
    await claim.release();
  }
}

/** The home for ourselves, or the way to the server of whoever has it; waits for one that is still starting. */
async function claimOrConnection(home: string): Promise<Claim | Connection> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const found = (await findClaim(home)) ?? (await findServer(home));
    if (found) return found;
    await sleep(200);
  }
  throw new Problem('database-away', {});
}
