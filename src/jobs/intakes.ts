import type { Readable } from 'node:stream';
import { limits } from '../document/limits.ts';
import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import type { FileStore } from '../platform/file-store.ts';
import type { Reader } from '../platform/reader/reader.ts';
import { type Database, inTransaction } from '../store/db.ts';
import * as store from '../store/intakes.ts';
import { getPlanLine } from '../store/plans.ts';
import { startWork, type TaskList } from '../store/work.ts';
import { openBell } from './bell.ts';
import { type Payload, readIntake } from './read-intake.ts';

export type IntakesOptions = {
  db: Database;
  files: FileStore;
  reader: Reader;
  /** told what went wrong inside, for the log */
  report: (message: string) => void;
  /** other work this process does besides reading, and when */
  besides?: { tasks: TaskList; crontab: string };
};

export type Arriving = { name: string; content: Readable; planId?: string | undefined };

/**
 * Files on their way to becoming plans. A file is received and kept, then read in the background: a closed tab loses
 * nothing, a restart goes on with what was unfinished.
 */
export type Intakes = {
  /** Receives a file to its end and asks for it to be read; returns the id it waits under. */
  receive: (actor: Actor, arriving: Arriving) => Promise<string>;
  /** The entry as soon as its `rev` is another one, or after so many milliseconds. */
  changed: (
    tenantId: string,
    id: string,
    rev: number,
    patience: number,
    signal?: AbortSignal,
  ) => Promise<store.IntakeRow>;
  /** The entry when its reading has ended, or after so many milliseconds. */
  ended: (tenantId: string, id: string, patience: number, signal: AbortSignal) => Promise<store.IntakeRow>;
  cancel: (actor: Actor, id: string) => Promise<void>;
  retry: (actor: Actor, id: string) => Promise<void>;
  /** Ends reading and removes every trace: whoever sent the file has the refusal, or has hung up. */
  forget: (actor: Actor, id: string) => Promise<void>;
  /** Answers whoever waits; nobody waits from now on. */
  hush: () => void;
  close: () => Promise<void>;
};

/** Days an entry that ended stays, with the file of one that failed. */
const kept = 7;

export async function openIntakes({ db, files, reader, report, besides }: IntakesOptions): Promise<Intakes> {
  // Before anything new comes in: what lies there now and is named by nothing is left over.
  const there = await files.listHeld();
  const bell = openBell();
  const running = new Map<string, AbortController>();
  const tasks: TaskList = {
    ...besides?.tasks,
    [store.readingWork]: (payload: unknown, { job }) =>
      readIntake({ db, files, reader, running, ring: bell.ring }, payload as Payload, job.attempts),
    'purge-intakes': () => purge(db, files),
  };
  const resumed = resume(db, files, there).catch((error: Error) => report(error.message));
  const crontab = ['17 19 * * * purge-intakes', besides?.crontab ?? ''].join('\n');
  const work = startWork(db, tasks, { atOnce: 2, crontab, report });
  const stop = async (id: string) => {
    running.get(id)?.abort(new Problem('reading-failed', { name: '', why: 'cancelled' }));
    await files.release(id);
    bell.ring(id);
  };
  return {
    receive: (actor, arriving) => receive(db, files, actor, arriving),
    changed: (tenantId, id, rev, patience, signal) =>
      bell.until(
        id,
        patience,
        () => store.getIntake(db, tenantId, id),
        (intake) => intake.rev !== rev,
        signal,
      ),
    ended: (tenantId, id, patience, signal) =>
      bell.until(
        id,
        patience,
        () => store.getIntake(db, tenantId, id),
        (now) => !store.isUnfinished(now),
        signal,
      ),
    cancel: async (actor, id) => {
      await inTransaction(db, (trx) => store.cancelIntake(trx, actor, id));
      await stop(id);
    },
    retry: async (actor, id) => {
      await inTransaction(db, (trx) => store.retryIntake(trx, actor, id));
      bell.ring(id);
    },
    forget: async ({ tenantId }, id) => {
      await inTransaction(db, (trx) => store.forgetIntake(trx, tenantId, id));
      await stop(id);
    },
    hush: bell.close,
    close: async () => {
      for (const reading of running.values()) reading.abort(closing);
      await resumed;
      await work.close();
    },
  };
}

/** Reading that ends for this reason is taken up again by the next start. */
const closing = new Error('the server closes');

async function receive(db: Database, files: FileStore, actor: Actor, { name, content, planId }: Arriving) {
  await store.refuseTooMany(db, actor.tenantId);
  if (planId !== undefined) await requirePlan(db, actor.tenantId, planId);
  const received = await files.receive(content, limits.fileBytes);
  const { size, sha256 } = received;
  const id = newId();
  try {
    if (received.tooLarge) throw new Problem('file-too-large', { name, size, limit: limits.fileBytes });
    if (size === 0) throw new Problem('file-empty', { name });
    // The file lies there before its entry is committed: no entry ever lacks its file.
    await files.hold(id, received);
    await inTransaction(db, (trx) =>
      store.addIntake(trx, actor, { id, fileName: name, fileSize: size, sha256, planId }),
    );
    return id;
  } catch (error) {
    await files.discard(received);
    await files.release(id);
    throw error;
  }
}

async function requirePlan(db: Database, tenantId: string, planId: string): Promise<void> {
  const { removed_at } = await getPlanLine(db, tenantId, planId);
  if (removed_at) throw new Problem('plan-removed', {});
}

/** Asks again for whatever a process that ended has left, and removes files that nothing names. */
async function resume(db: Database, files: FileStore, there: string[]): Promise<void> {
  for (const { tenant_id, id, sha256 } of await store.listUnfinished(db)) {
    // A file that lies on another machine's disk is read there.
    if (!(await files.findHeld(id, tenant_id, sha256))) continue;
    await inTransaction(db, (trx) => store.askForReading(trx, tenant_id, id));
  }
  const wanted = new Set(await store.listWanted(db));
  for (const id of there) if (!wanted.has(id)) await files.release(id);
}

async function purge(db: Database, files: FileStore): Promise<void> {
  const before = new Date(Date.now() - kept * 24 * 3_600_000);
  const gone = await inTransaction(db, (trx) => store.purgeIntakes(trx, before));
  for (const id of gone) await files.release(id);
}
