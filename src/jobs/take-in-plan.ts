import type { Readable } from 'node:stream';
import { limits } from '../document/limits.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import type { FileStore } from '../platform/file-store.ts';
import type { Reader } from '../platform/reader/reader.ts';
import { type Database, inTransaction, type Transaction } from '../store/db.ts';
import { addPlan, type NewPlan } from '../store/plans.ts';
import { mediaTypes } from './media-types.ts';

export type TakeInContext = { db: Database; files: FileStore; reader: Reader };
export type Incoming = { name: string; content: Readable; signal?: AbortSignal; of?: NewPlan['of'] };
/** What else is written with the plan, in its transaction. */
type Beside = (trx: Transaction, planId: string) => Promise<void>;

/**
 * From bytes on their way to a draft, for whoever waits for it: received, read, kept, recorded. Whatever fails on the way leaves nothing behind;
 * the file stands in its lasting place before the plan that names it is committed.
 */
export async function takeInPlan(
  { db, files, reader }: TakeInContext,
  actor: Actor,
  { name, content, signal, of }: Incoming,
  beside?: Beside,
): Promise<string> {
  const received = await files.receive(content, limits.fileBytes);
  try {
    if (received.tooLarge) {
      throw new Problem('file-too-large', { name, size: received.size, limit: limits.fileBytes });
    }
    if (received.size === 0) throw new Problem('file-empty', { name });
    const { format, document, reading } = await reader.read({ path: received.path, name }, signal);
    return await inTransaction(db, async (trx) => {
      const id = await addPlan(trx, actor, {
        fileName: name,
        mediaType: mediaTypes[format],
        fileSize: received.size,
        sha256: received.sha256,
        document,
        reading,
        ...(of && { of }),
      });
      await beside?.(trx, id);
      await files.keep(actor.tenantId, received);
      return id;
    });
  } finally {
    await files.discard(received);
  }
}
