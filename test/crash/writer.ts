import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Intakes, openIntakes } from '../../src/jobs/intakes.ts';
import { newId } from '../../src/kernel/ids.ts';
import { openFileStore } from '../../src/platform/file-store.ts';
import { startServer } from '../../src/platform/postgres/server.ts';
import { openReader } from '../../src/platform/reader/reader.ts';
import { claimOrFind } from '../../src/platform/running.ts';
import { startSealer } from '../../src/store/audit/sealer.ts';
import { audit } from '../../src/store/audit/write.ts';
import { type Database, inTransaction, openDatabase } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';

/**
 * The process that is killed: starts the database as the product does and writes without end, a row and its audit
 * entry in one transaction. Prints one line for every commit it was told of; that is a promise the test holds us to.
 */
const [home = '', tenant = ''] = process.argv.slice(2);
/** The customer's only officer; any id will do. */
const actor = { tenantId: tenant, officerId: tenant };

async function prepare(): Promise<Database> {
  const claim = await claimOrFind(home);
  if ('address' in claim) throw new Error('somebody else holds the test home');
  const server = await startServer({ home, tell: ({ kind }) => print(`event ${kind}`) });
  await migrate(server.connection);
  const db = openDatabase(server.connection);
  await sql`create table if not exists crash_row (tenant_id uuid, id uuid, primary key (tenant_id, id))`.execute(db);
  await db
    .insertInto('tenant')
    .values({ id: tenant, name: 'tỉnh Minh Hà' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('officer')
    .values({ tenant_id: tenant, id: actor.officerId, name: 'Trần Thị Mai', unit: 'Sở Nội vụ' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  startSealer(db);
  return db;
}

/** A pipe takes each line at once, so a line printed is a line the test gets, whatever happens next. */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function write(db: Database): Promise<void> {
  for (;;) {
    const id = newId();
    const written = await inTransaction(db, async (trx) => {
      await sql`insert into crash_row values (${tenant}, ${id})`.execute(trx);
      await audit(trx, { tenant, actor: tenant, action: 'row.write', subject: id });
    }).then(
      () => true,
      () => false,
    );
    if (written) print(`ack ${id}`);
  }
}

/** Files taken in one after another; each is told of when it is promised to be read. */
async function takeIn(intakes: Intakes): Promise<void> {
  for (;;) {
    const content = Readable.from([Buffer.from(`KẾ HOẠCH\nNâng cao chỉ số PAPI năm 2026\n\n1. ${newId()}\n`)]);
    const id = await intakes.receive(actor, { name: 'kế hoạch.txt', content }).catch(() => undefined);
    if (id) print(`file ${id}`);
    await sleep(id ? 50 : 200);
    if (id) await intakes.ended(tenant, id, 5_000, new AbortController().signal).catch(() => undefined);
  }
}

const db = await prepare();
const reader = openReader();
const intakes = await openIntakes({ db, files: await openFileStore(home), reader, report: () => {} });
print('ready');
await Promise.all([...[1, 2, 3, 4].map(() => write(db)), takeIn(intakes)]);
