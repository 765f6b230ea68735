import { createServer, type ListenOptions, type Server } from 'node:net';
import { Problem } from '../kernel/problem.ts';

/** Whether nobody listens on a port of this machine, under either family; a missing IPv6 counts as free. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) if (!(await canListen(port, host))) return false;
  return true;
}

/** The first free port from `first` on. */
export async function findFreePort(first: number): Promise<number> {
  for (let port = first; port < Math.min(first + 100, 65_536); port++) if (await isFree(port)) return port;
  throw new Problem('port-taken', { port: first });
}

/** Lets a server answer at a second address too; quietly not, where the machine has no such address. */
export function listenAlso(server: Server, address: ListenOptions): Promise<() => void> {
  const second = createServer((socket) => void server.emit('connection', socket));
  return new Promise((done) => {
    const close = (): void => void second.close();
    second.once('error', () => done(close));
    second.listen(address, () => done(close));
  });
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      done(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(true)));
  });
}
