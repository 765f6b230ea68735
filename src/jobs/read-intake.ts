import type { ReadingProgress } from '../document/tools.ts';
import { Problem } from '../kernel/problem.ts';
import type { FileStore } from '../platform/file-store.ts';
import type { Reader, ReadFile } from '../platform/reader/reader.ts';
import { type Database, inTransaction, type Transaction } from '../store/db.ts';
import { findIntake, type IntakeRow, isUnfinished, lockIntake, noteReading, settleIntake } from '../store/intakes.ts';
import { findLessons } from '../store/lessons.ts';
import { addPlan, type NewPlan } from '../store/plans.ts';
import { proposeVersion } from '../store/versions.ts';
import { mediaTypes } from './media-types.ts';

export type Payload = { tenant: string; intake: string };

export type ReadingContext = {
  db: Database;
  files: FileStore;
  reader: Reader;
  /** what is being read in this process, to be cancelled */
  running: Map<string, AbortController>;
  ring: (id: string) => void;
};

/** A bug of ours does not go away by reading a long scan once more. */
const mostAttempts = 3;

/**
 * One step of a file's way: read it, keep it, make the plan or the version of it, in one transaction. Whatever is thrown is
 * tried again later; what is wrong with the file itself, or goes wrong again and again, is written to its entry.
 */
export async function readIntake(
  context: ReadingContext,
  { tenant, intake: id }: Payload,
  attempt: number,
): Promise<void> {
  const { db, running, ring } = context;
  const intake = await findIntake(db, tenant, id);
  if (!intake || !isUnfinished(intake) || running.has(id)) return;
  const caller = new AbortController();
  running.set(id, caller);
  try {
    const read = await readHeld(context, intake, caller.signal);
    await inTransaction(db, (trx) => finish(trx, context.files, intake, read));
    await context.files.release(id);
  } catch (error) {
    if (caller.signal.aborted) return giveUp(caller.signal);
    if (error instanceof Problem ? error.code === 'database-away' : attempt < mostAttempts) throw error;
    const crashed = () => new Problem('reading-failed', { name: intake.file_name, why: 'crashed' }, { cause: error });
    await inTransaction(db, (trx) => fail(trx, intake, error instanceof Problem ? error : crashed()));
  } finally {
    running.delete(id);
    ring(id);
  }
}

/** Cancelled: nothing more to do. Closing: thrown, so that it is asked for again. */
function giveUp({ reason }: AbortSignal): void {
  if (!(reason instanceof Problem)) throw reason;
}

async function readHeld({ db, files, reader, ring }: ReadingContext, intake: IntakeRow, signal: AbortSignal) {
  const { tenant_id: tenant, id, file_name: name } = intake;
  const path = await files.findHeld(id, tenant, intake.sha256);
  if (path === undefined) throw new Problem('file-lost', { name });
  await noteReading(db, tenant, id);
  ring(id);
  const note = everyHalfSecond((progress) => noteReading(db, tenant, id, progress).then(() => ring(id)));
  const read = await reader.read({ path, name, lessons: await findLessons(db, tenant) }, signal, note.tell);
  note.stop();
  return read;
}

/** Passes on the latest at most twice a second; a note that fails is only late. */
function everyHalfSecond(write: (progress: ReadingProgress) => Promise<void>) {
  let latest: ReadingProgress | undefined;
  let writing = false;
  const run = async (): Promise<void> => {
    while (latest) {
      const progress = latest;
      latest = undefined;
      await write(progress).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    writing = false;
  };
  return {
    tell: (progress: ReadingProgress) => {
      latest = progress;
      if (writing) return;
      writing = true;
      void run();
    },
    /** the reading is over: what is still to be told no longer matters */
    stop: () => {
      latest = undefined;
    },
  };
}

async function finish(trx: Transaction, files: FileStore, intake: IntakeRow, read: ReadFile): Promise<void> {
  const { tenant_id: tenantId, id, sha256, file_size: fileSize, file_name: fileName, added_by: officerId } = intake;
  const now = await lockIntake(trx, tenantId, id);
  // Cancelled while its last page was read.
  if (!now || !isUnfinished(now)) return;
  const { format, document, reading } = read;
  const made: NewPlan = { fileName, mediaType: mediaTypes[format], fileSize, sha256, document, reading };
  const actor = { tenantId, officerId };
  if (now.second_file && now.plan_id) {
    const version = await proposeVersion(trx, actor, now.plan_id, { ...made, origin: 'file', columns: [] });
    await settleIntake(trx, now, { state: 'done', plan_id: now.plan_id, version });
  } else {
    await settleIntake(trx, now, { state: 'done', plan_id: await addPlan(trx, actor, made), version: null });
  }
  const path = await files.findHeld(id, tenantId, sha256);
  if (path === undefined) throw new Problem('file-lost', { name: fileName });
  await files.keep(tenantId, { path, size: fileSize, sha256 });
}

async function fail(trx: Transaction, { tenant_id, id }: IntakeRow, problem: Problem): Promise<void> {
  const now = await lockIntake(trx, tenant_id, id);
  if (now && isUnfinished(now)) await settleIntake(trx, now, { state: 'failed', problem });
}
