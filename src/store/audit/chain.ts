import { createHash } from 'node:crypto';
import { sql } from 'kysely';

/** An entry as the chain sees it: every column, the time to the microsecond. */
export type ChainedEntry = {
  tenant_id: string;
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string | null;
  details: unknown;
  transaction_id: string;
};

/** What a chain begins with: no hash before the first. */
export const beginning: Buffer = Buffer.alloc(32);

/** `at` as text: a JavaScript Date would lose the microseconds. Expects the entry under the alias `e`. */
export const atText = sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** The hash of an entry at its place in the chain, tied to everything before it by `previous`. */
export function chainHash(previous: Buffer, seq: number, entry: ChainedEntry): Buffer {
  const { tenant_id, id, at, actor, action, subject, details, transaction_id } = entry;
  const content = [previous.toString('hex'), seq, tenant_id, id, at, actor, action, subject, transaction_id];
  return createHash('sha256')
    .update(JSON.stringify([...content, canonical(details)]))
    .digest();
}

/** Keys in order, so that the same details hash alike whichever way the database keeps them. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
