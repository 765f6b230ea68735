import { type Selectable, sql } from 'kysely';
import type { ReadingProgress } from '../document/tools.ts';
import { Problem } from '../kernel/problem.ts';
import { storable } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { IntakeTable } from './intake-table.ts';
import { addWork } from './work.ts';

type Intake = Selectable<IntakeTable>;
/** A file on its way with the name of who added it. */
export type IntakeRow = Intake & { addedByName: string };

export type NewIntake = {
  id: string;
  fileName: string;
  fileSize: number;
  sha256: Buffer;
  /** the plan this is a second file of */
  planId?: string | undefined;
};

/** The name of the work that reads a file. */
export const readingWork = 'read-intake';

/** Keeps a received file's entry and asks for it to be read. Audited as the plan that comes of it, or as cancelled. */
export async function addIntake(trx: Transaction, actor: Actor, intake: NewIntake): Promise<void> {
  const now = new Date();
  await trx
    .insertInto('intake')
    .values({
      tenant_id: actor.tenantId,
      id: intake.id,
      file_name: storable(intake.fileName),
      file_size: intake.fileSize,
      sha256: intake.sha256,
      plan_id: intake.planId ?? null,
      second_file: intake.planId !== undefined,
      added_at: now,
      added_by: actor.officerId,
      changed_at: now,
    })
    .execute();
  await askForReading(trx, actor.tenantId, intake.id);
}

/** How many files of a tenant may lie here unread, and their bytes together: one who sends without end fills no disk. */
export const mostUnread = { files: 200, bytes: 2 * 1_073_741_824 };

/** Refuses one file more where too many lie unread already, those kept because they could not be read among them. */
export async function refuseTooMany(db: Database | Transaction, tenantId: string): Promise<void> {
  const { files, bytes } = await db
    .selectFrom('intake')
    .select(({ fn }) => [fn.countAll<number>().as('files'), fn.sum<string | null>('file_size').as('bytes')])
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', ['waiting', 'reading', 'failed'])
    .executeTakeFirstOrThrow();
  if (files >= mostUnread.files || Number(bytes ?? 0) >= mostUnread.bytes)
    throw new Problem('intakes-too-many', { most: files });
}

export const askForReading = (trx: Transaction, tenant: string, intake: string): Promise<void> =>
  addWork(trx, readingWork, { tenant, intake }, intake);

/** A tenant's files on their way, and those that changed after `since`; the latest first. */
export async function listIntakes(db: Database, tenantId: string, since: Date): Promise<IntakeRow[]> {
  return withOfficer(db, tenantId)
    .where((eb) => eb.or([eb('state', 'in', ['waiting', 'reading']), eb('changed_at', '>', since)]))
    .orderBy('added_at', 'desc')
    .orderBy('intake.id', 'desc')
    .limit(200)
    .execute();
}

export async function findIntake(db: Database, tenantId: string, id: string): Promise<IntakeRow | undefined> {
  return withOfficer(db, tenantId).where('intake.id', '=', id).executeTakeFirst();
}

/** The file's entry, or the Problem that there is none. */
export async function getIntake(db: Database, tenantId: string, id: string): Promise<IntakeRow> {
  const intake = await findIntake(db, tenantId, id);
  if (!intake) throw new Problem('not-found', { what: 'tệp đang đọc này' });
  return intake;
}

const withOfficer = (db: Database, tenantId: string) =>
  db
    .selectFrom('intake')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'intake.tenant_id').onRef('officer.id', '=', 'intake.added_by'),
    )
    .where('intake.tenant_id', '=', tenantId)
    .selectAll('intake')
    .select('officer.name as addedByName');

/** Of all tenants, what a process that ended has left unfinished. */
export async function listUnfinished(db: Database): Promise<Pick<Intake, 'tenant_id' | 'id' | 'sha256'>[]> {
  return db
    .selectFrom('intake')
    .select(['tenant_id', 'id', 'sha256'])
    .where('state', 'in', ['waiting', 'reading'])
    .orderBy('added_at')
    .execute();
}

/** Of all tenants, the ids of entries whose file may still be wanted. */
export async function listWanted(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('intake')
    .select('id')
    .where('state', 'in', ['waiting', 'reading', 'failed'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that reading goes on; says whether it is still wanted. */
export async function noteReading(
  db: Database,
  tenantId: string,
  id: string,
  progress?: ReadingProgress,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('intake')
    .set({
      state: 'reading',
      rev: sql`rev + 1`,
      changed_at: new Date(),
      ...(progress ?? { step: null, done: 0, of: 0 }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'reading'])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Takes the entry for this transaction; undefined when it is gone. */
export async function lockIntake(trx: Transaction, tenantId: string, id: string): Promise<Intake | undefined> {
  return trx
    .selectFrom('intake')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

type Outcome =
  | { state: 'done'; plan_id: string; version: number | null }
  | { state: 'failed'; problem: Problem }
  | { state: 'waiting' }
  | { state: 'cancelled' };

/** Writes how it went. Call with the entry locked. */
export async function settleIntake(trx: Transaction, { tenant_id, id }: Intake, outcome: Outcome): Promise<void> {
  const { problem = null, ...columns } = { problem: undefined, ...outcome };
  await trx
    .updateTable('intake')
    .set({
      ...columns,
      ...(outcome.state === 'done' ? {} : { step: null, done: 0, of: 0 }),
      problem: problem ? JSON.stringify(problem.toDocument()) : null,
      rev: sql`rev + 1`,
      changed_at: new Date(),
    })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();
}

export const isUnfinished = ({ state }: Pick<Intake, 'state'>): boolean => state === 'waiting' || state === 'reading';

/** Cancels what is on its way; what has ended leaves the list. Says whether something was cancelled. */
export async function cancelIntake(trx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const intake = await lockIntake(trx, actor.tenantId, id);
  if (!intake) throw new Problem('not-found', { what: 'tệp đang đọc này' });
  const cancelled = isUnfinished(intake);
  if (cancelled) await settleIntake(trx, intake, { state: 'cancelled' });
  else await forgetIntake(trx, actor.tenantId, id);
  await auditIntake(trx, actor, id, cancelled ? 'cancelled' : 'dismissed');
  return cancelled;
}

/** Removes the entry without a trace: nothing came of it and nobody was promised anything. */
export async function forgetIntake(trx: Transaction, tenantId: string, id: string): Promise<void> {
  await trx.deleteFrom('intake').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** Reads a file once more that could not be read. */
export async function retryIntake(trx: Transaction, actor: Actor, id: string): Promise<void> {
  const intake = await lockIntake(trx, actor.tenantId, id);
  if (!intake) throw new Problem('not-found', { what: 'tệp đang đọc này' });
  if (intake.state !== 'failed') throw new Problem('intake-not-failed', {});
  await settleIntake(trx, intake, { state: 'waiting' });
  await askForReading(trx, actor.tenantId, id);
  await auditIntake(trx, actor, id, 'retried');
}

async function auditIntake(trx: Transaction, actor: Actor, id: string, verb: string): Promise<void> {
  await audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action: `intake.${verb}`, subject: id });
}

/** Removes entries that ended before `before`, of all tenants, and tells their ids. */
export async function purgeIntakes(trx: Transaction, before: Date): Promise<string[]> {
  const rows = await trx
    .deleteFrom('intake')
    .where('state', 'not in', ['waiting', 'reading'])
    .where('changed_at', '<', before)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
