import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRoot } from '../home.ts';
import { dataFolder } from './cluster.ts';
import { isAlive, readPidFile, signal } from './processes.ts';
import { findServer, type Server, type ServerConnection, type ServerEvent, startServer } from './server.ts';

let folder = '';
let home = '';
let events: string[] = [];
const running: Server[] = [];
const mounted: string[] = [];

/** Initialised once; the tests that do not watch that happen begin on copies of it. */
let prepared = '';

beforeAll(async () => {
  prepared = await mkdtemp(join(tmpdir(), 'thang-prepared-'));
  await chmod(prepared, 0o711);
  await (await startServer({ home: prepared })).stop();
});

afterAll(() => rm(prepared, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-server-'));
  await chmod(folder, 0o711);
  home = join(folder, 'home');
  events = [];
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const place of mounted.splice(0)) execFileSync('umount', [place]);
  await rm(folder, { recursive: true, force: true });
});

async function start(at = home): Promise<Server> {
  const tell = (event: ServerEvent): void => void events.push(event.kind);
  const server = await startServer({ home: at, tell });
  running.push(server);
  return server;
}

/** Starts on data that is there already. */
function startPrepared(at = home): Promise<Server> {
  execFileSync('cp', ['-a', prepared, at]);
  return start(at);
}

async function ask(connection: ServerConnection, query: string): Promise<unknown> {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return Object.values((await client.query(query)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** A small disk of its own, where the system lets us make one. */
async function mountSmall(options: string): Promise<string | undefined> {
  const place = join(folder, 'disk');
  await mkdir(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  mounted.push(place);
  return place;
}

/** Writes until nothing more fits. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, 'w');
  const zeros = Buffer.alloc(65_536);
  try {
    for (;;) await handle.write(zeros);
  } catch {
    // Full, as wished.
  } finally {
    await handle.close();
  }
}

const settled = async (what: () => Promise<boolean>): Promise<void> => {
  await expect.poll(what, { timeout: 30_000, interval: 50 }).toBe(true);
};

describe('the embedded server', () => {
  test('initialises at the first start, stops cleanly, and starts again on the same data', async () => {
    const first = await start();
    expect(events).toEqual(['initialising', 'started']);
    await ask(first.connection, 'create table kept (n int)');
    await ask(first.connection, 'insert into kept values (1)');
    await first.stop();
    expect(await readPidFile(dataFolder(home))).toBeUndefined();
    const second = await start();
    expect(events).toEqual(['initialising', 'started', 'started']);
    expect(await ask(second.connection, 'select n from kept')).toBe(1);
  });

  test('keeps Vietnamese text, folds its case, and writes through to the disk', async () => {
    const { connection } = await startPrepared();
    expect(await ask(connection, `select lower('SỞ NỘI VỤ TỈNH ĐẮK')`)).toBe('sở nội vụ tỉnh đắk');
    expect(await ask(connection, 'show fsync')).toBe('on');
    expect(await ask(connection, 'show listen_addresses')).toBe('');
    expect(await ask(connection, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
  });

  test('lets nobody in without the password', async () => {
    const { connection } = await startPrepared();
    await expect(ask({ ...connection, password: 'guess' }, 'select 1')).rejects.toThrow('password');
  });

  test('takes over a server that outlived us', async () => {
    const first = await startPrepared();
    first.leave();
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(second.pid()).toBe(first.pid());
    expect(await findServer(home)).toEqual(second.connection);
  });

  test('starts another when the postmaster is killed, also with a query in the middle of its work', async () => {
    const server = await startPrepared();
    const busy = ask(
      server.connection,
      'select count(*) from generate_series(1, 100000) a, generate_series(1, 1000000) b',
    ).catch(() => 'cut off');
    const idle = ask(server.connection, 'select pg_sleep(600)').catch(() => 'cut off');
    await settled(
      async () =>
        (await ask(
          server.superuser,
          `select count(*)::int from pg_stat_activity where state = 'active' and datname is not null`,
        )) === 3,
    );
    signal(server.pid(), 'SIGKILL');
    await settled(async () => (await ask(server.connection, 'select 1').catch(() => 0)) === 1);
    expect(await Promise.all([busy, idle])).toEqual(['cut off', 'cut off']);
    await expect.poll(() => events).toEqual(['started', 'lost', 'started']);
  }, 60_000);

  test('is not misled by a pid file whose number belongs to another program now', async () => {
    await (await startPrepared()).stop();
    const stale = [process.pid, dataFolder(home), 1, 5432, join(home, 'run'), '', '0 0', 'ready   '].join('\n');
    await writeFile(join(dataFolder(home), 'postmaster.pid'), stale);
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(isAlive(process.pid)).toBe(true);
  });

  test('puts its socket elsewhere when the path of the home is too long for one', async () => {
    const far = join(home, 'một-thư-mục-có-tên-rất-dài'.repeat(4));
    await mkdir(home);
    const { connection } = await startPrepared(far);
    expect(connection.host).not.toContain(far);
    expect(await ask(connection, 'select 1')).toBe(1);
  });

  test('throws away an initialisation that was cut off, and begins again', async () => {
    await mkdir(join(home, 'postgres.half-abc', 'data'), { recursive: true });
    await start();
    expect((await readdir(home)).filter((name) => name.includes('half'))).toEqual([]);
  });
});

describe('what is in the way of the server is said clearly', () => {
  test('data of another version of PostgreSQL, which is left as it is', async () => {
    await (await startPrepared()).stop();
    const file = join(dataFolder(home), 'PG_VERSION');
    await writeFile(file, '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'database-version', details: { found: '17', expected: '18' } });
    expect(await readFile(file, 'utf8')).toBe('17\n');
  });

  test('a data folder that is not one', async () => {
    await mkdir(join(home, 'postgres', 'something'), { recursive: true });
    await expect(start()).rejects.toMatchObject({ code: 'database-damaged' });
  });

  test('a home that cannot be made or written', async (context) => {
    await writeFile(join(folder, 'file'), '');
    await expect(start(join(folder, 'file', 'home'))).rejects.toMatchObject({ code: 'data-folder-unwritable' });
    if (!isRoot()) {
      await mkdir(home, { mode: 0o500 });
      return expect(start()).rejects.toMatchObject({ code: 'data-folder-unwritable' });
    }
    const place = await mountSmall('ro,size=1m');
    if (!place) return context.skip('mounting a read-only disk is not allowed here');
    await expect(start(place)).rejects.toMatchObject({ code: 'data-folder-unwritable' });
  });

  test('a home the server’s ordinary user cannot reach', async (context) => {
    context.skip(!isRoot(), 'only root runs the server as somebody else');
    await chmod(folder, 0o700);
    await expect(start()).rejects.toMatchObject({ code: 'data-folder-unreachable' });
  });

  test('a disk too full to begin on, with nothing left behind', async (context) => {
    const place = await mountSmall('size=12m,mode=0711');
    if (!place) return context.skip('mounting a small disk is not allowed here');
    await expect(start(place)).rejects.toMatchObject({ code: 'disk-full' });
    expect((await readdir(place)).filter((name) => name.startsWith('postgres'))).toEqual([]);
  });

  test('a disk that fills up at work: writing fails, what was written stays, and space mends it', async (context) => {
    const place = await mountSmall('size=160m,mode=0711');
    if (!place) return context.skip('mounting a small disk is not allowed here');
    const server = await start(place);
    await ask(server.connection, 'create table kept (id serial, filling text)');
    await ask(server.connection, `insert into kept (filling) values ('first')`);
    const ballast = join(place, 'ballast');
    await fill(ballast);
    const grow = `insert into kept (filling) select repeat(md5(n::text), 50) from generate_series(1, 20000) n`;
    await expect(ask(server.connection, grow)).rejects.toThrow();
    await rm(ballast);
    await settled(async () => (await ask(server.connection, grow).catch(() => 'full')) !== 'full');
    expect(await ask(server.connection, `select count(*)::int from kept where filling = 'first'`)).toBe(1);
  });
});
