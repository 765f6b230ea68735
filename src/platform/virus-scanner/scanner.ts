import { createReadStream } from 'node:fs';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { Problem } from '../../kernel/problem.ts';

/** A virus scanner that runs beside us: clamd, over its socket or port, by its command INSTREAM. */
export type Scanner = {
  /** Looks through a file; fails where the scanner is away. */
  scan: (path: string) => Promise<Scan>;
};

/** too-large: more than the scanner is set to take (StreamMaxLength). */
export type Scan = { state: 'clean' | 'too-large'; threat: null } | { state: 'infected'; threat: string };

/** Milliseconds without a word from the scanner, after which it is taken for gone. */
const patience = 60_000;

/**
 * The scanner of `THANG_CLAMD`: a path ("/run/clamav/clamd.ctl") or "host:port". Undefined where none is set, so that files are
 * told to be unscanned.
 */
export function findScanner(env: NodeJS.ProcessEnv = process.env): Scanner | undefined {
  const { THANG_CLAMD: address } = env;
  if (!address) return undefined;
  const path = address.replace(/^unix:/, '');
  if (path.startsWith('/')) return openScanner({ path });
  const [, host, port] = address.match(/^(?:tcp:\/\/)?([^:/]+|\[[0-9a-f:]+\]):(\d{1,5})$/i) ?? [];
  if (!host || Number(port) > 65_535) throw new Problem('usage', { what: `THANG_CLAMD=${address}`, why: 'wrong' });
  return openScanner({ host: host.replace(/[[\]]/g, ''), port: Number(port) });
}

export function openScanner(where: NetConnectOpts): Scanner {
  return { scan: (path) => askClamd(where, path) };
}

/** clamd(8): "zINSTREAM\0", then chunks each behind its length in four bytes, a length of zero ends them. */
async function askClamd(where: NetConnectOpts, path: string): Promise<Scan> {
  const socket = connect(where);
  socket.setTimeout(patience, () => socket.destroy(new Error('the virus scanner does not answer')));
  const answer = hear(socket);
  // The scanner may answer, and hang up, before it has heard all: that it is too much.
  const said = send(socket, path).catch((error: Error) => error);
  try {
    return readAnswer(await answer);
  } finally {
    socket.destroy();
    await said;
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of createReadStream(path, { highWaterMark: 65_536 }) as AsyncIterable<Buffer>) {
    if (socket.destroyed) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.on('drain', go).on('close', go);
  });

function hear(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      if (text.includes('\0') || text.length > 4_096) resolve(text);
    });
    socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)));
    socket.on('close', () => (text === '' ? reject(new Error('the virus scanner hung up')) : resolve(text)));
  });
}

function readAnswer(text: string): Scan {
  const answer = text.replace(/\0.*$/s, '').trim();
  const [, threat] = answer.match(/^stream: (.+) FOUND$/) ?? [];
  if (threat) return { state: 'infected', threat: threat.slice(0, 200) };
  if (answer === 'stream: OK') return { state: 'clean', threat: null };
  if (/size limit exceeded/i.test(answer)) return { state: 'too-large', threat: null };
  throw new Error(`the virus scanner answered “${answer.slice(0, 200)}”`);
}
