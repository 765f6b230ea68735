import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Gathered, Printed } from '../report/consolidated/paragraph.ts';
import type { Database } from './db.ts';

/** Consolidated reports as they were approved, version by version. */

export type VersionName = { seq: number; version: number; at: Date; day: PlainDate; by: string };
export type Snapshot = VersionName & { gathered: Gathered };

/** A version as it was sent, by its place in the log, or the last one; undefined where there is none. */
export async function findSnapshot(
  db: Database,
  tenantId: string,
  reportId: string,
  seq: number | null,
): Promise<Snapshot | undefined> {
  const { rows } = await sql<Snapshot>`
    select ${named}, v.gathered from ${sent(tenantId, reportId)} and v.gathered is not null
      and ${seq === null ? sql`true` : sql`v.seq = ${seq}`}
    order by v.seq desc limit 1`.execute(db);
  return rows[0];
}

export type SentText = VersionName & { paragraphs: readonly Printed[] };

/** The text of every version, oldest first. */
export async function listSentTexts(db: Database, tenantId: string, reportId: string): Promise<SentText[]> {
  const { rows } = await sql<SentText>`
    select ${named}, v.gathered -> 'paragraphs' as paragraphs from ${sent(tenantId, reportId)} and v.gathered is not null
    order by v.seq`.execute(db);
  return rows;
}

const named = sql`v.seq, v.version, a.at, a.day, o.name as by`;
const sent = (tenantId: string, reportId: string) => sql`report_version v
    join report_action a on a.tenant_id = v.tenant_id and a.report_id = v.report_id and a.seq = v.seq
    join officer o on o.tenant_id = a.tenant_id and o.id = a.by
    where v.tenant_id = ${tenantId} and v.report_id = ${reportId}`;
