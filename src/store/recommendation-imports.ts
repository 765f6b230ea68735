import { sql } from 'kysely';
import type { RowSheet } from '../document/rows.ts';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { fold } from '../kernel/text.ts';
import type { Actor } from '../people/model.ts';
import type { ToldRemedy } from '../report/inspection/news.ts';
import { type ReadSheet, readSheet, type SheetRow } from '../report/recommendation/sheet.ts';
import type { SentRegister } from '../report/recommendation/views.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { openPrintedUnits } from './printed-units.ts';
import { actOnRecommendation, recordRecommendation } from './recommendations.ts';

/** A register taken over from a file, and taken back. */

type File = { name: string; sheets: readonly RowSheet[] };
type Question = SentRegister['defaults'] & { refuse: (agencyId: string) => string | undefined; today: PlainDate };
export type ReadRegister = ReadSheet & { sheet: string };

/** Far above any conclusion; what is larger is no register. */
const most = 2_000;

/** What a file says and what would be recorded; nothing is written. The sheet that has such a table, the first where none has. */
export async function readRegister(
  db: Database,
  tenantId: string,
  { name, sheets }: File,
  { source, paper, refuse, today }: Question,
): Promise<ReadRegister> {
  const unitOf = await openPrintedUnits(db, tenantId, today);
  const there = await listKeys(db, tenantId);
  for (const { sheet, rows } of sheets) {
    const seen = new Set(there);
    const found = readSheet(rows, {
      ...{ defaults: { source, paper }, unitOf },
      refuse: (row) => {
        const why = refuse(row.agencyId);
        if (why !== undefined) return why;
        const key = keyOf(row);
        if (seen.has(key)) return 'đã có trong sổ: cùng kiến nghị, đơn vị và số văn bản';
        seen.add(key);
        return undefined;
      },
    });
    if (!found) continue;
    if (found.taken.length + found.left.length > most) throw new Problem('register-too-long', { name, most });
    return { ...found, sheet };
  }
  throw new Problem('register-not-found', { name });
}

const keyOf = (row: Pick<SheetRow, 'text' | 'agencyId'> & { paper: { number: string | null } }): string =>
  JSON.stringify([fold(row.text), row.agencyId, fold(row.paper.number ?? '')]);

/** What stands in the register already, but for what was withdrawn. */
async function listKeys(db: Database, tenantId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('recommendation')
    .select(['text', 'agency_id as agencyId', 'paper'])
    .where('tenant_id', '=', tenantId)
    .where('status', '!=', 'withdrawn')
    .execute();
  return rows.map(keyOf);
}

type Taking = { id: string; file: File & { sha256: Buffer }; question: Question; at: Date };

/** Takes a file over under an id made by whoever sends it: sent twice it counts once. Tells the units of what they were given. */
export async function takeRegister(
  trx: Transaction,
  actor: Actor,
  { id, file, question, at }: Taking,
): Promise<{ read: ReadRegister; told: ToldRemedy[] }> {
  const { tenantId, officerId } = actor;
  await lockRegister(trx, tenantId);
  if (await findImport(trx, tenantId, id)) throw new Problem('register-import-known', {});
  const read = await readRegister(trx, tenantId, file, question);
  if (read.taken.length === 0) return { read, told: [] };
  const row = { file_name: file.name, sha256: file.sha256, by: officerId, at };
  const undone = { undone_at: null, undone_by: null };
  await trx
    .insertInto('recommendation_import')
    .values({ tenant_id: tenantId, id, ...row, ...undone, count: read.taken.length })
    .execute();
  const told: ToldRemedy[] = [];
  for (const one of read.taken) {
    const { source, paper, text, agencyId, due, percent, result } = one;
    const remedyId = newId();
    await recordRecommendation(trx, actor, { id: remedyId, source, paper, text, agencyId, due }, at, id);
    const from = `Theo tệp “${file.name}”, dòng ${one.row}`;
    if (percent !== null || result !== null) {
      const act = {
        ...{ kind: 'progress' as const, percent: percent ?? 0, text: result ?? from },
        without: percent === 100 ? from : null,
      };
      await actOnRecommendation(trx, actor, remedyId, { id: newId(), act, agencyId: null }, at, { ofImport: true });
    }
    told.push({ kind: 'remedy-asked', remedyId, agencyId, due, note: null });
  }
  const details = { count: read.taken.length, left: read.left.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'recommendation.imported', subject: id, details });
  return { read, told };
}

/** Two files at once wait for each other: the same row of both is recorded once. */
const lockRegister = (trx: Transaction, tenantId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`register ${tenantId}`}, 0))`.execute(trx);

const findImport = (db: Database, tenantId: string, id: string) =>
  db
    .selectFrom('recommendation_import')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Files that were taken over, the latest first. */
export const listRegisterImports = (db: Database, tenantId: string) =>
  db
    .selectFrom('recommendation_import as i')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'i.tenant_id').onRef('o.id', '=', 'i.by'))
    .select([
      'i.id',
      'i.file_name as name',
      'i.count',
      'i.at',
      'i.by as byId',
      'o.name as by',
      'i.undone_at as undoneAt',
    ])
    .where('i.tenant_id', '=', tenantId)
    .orderBy('i.at', 'desc')
    .limit(50)
    .execute();

/**
 * Takes a file back: what nobody has done anything about since is withdrawn, which its history keeps; the rest stays and is counted.
 * A second time nothing is left to withdraw.
 */
export async function undoRegister(
  trx: Transaction,
  actor: Actor,
  id: string,
  at: Date,
): Promise<{ withdrawn: number; kept: number; told: ToldRemedy[] }> {
  const { tenantId, officerId } = actor;
  const line = await findImport(trx, tenantId, id);
  if (!line) throw new Problem('not-found', { what: 'lần nhập tệp này' });
  const { rows } = await sql<{ id: string; touched: boolean }>`
    select r.id, r.asked is distinct from jsonb_build_object('text', r.text, 'agencyId', r.agency_id, 'due', r.due)
      or exists (select from recommendation_action a where a.tenant_id = r.tenant_id and a.recommendation_id = r.id
        and a.at > ${line.at}) as touched
    from recommendation r where r.tenant_id = ${tenantId} and r.import_id = ${id} and r.status <> 'withdrawn'
    order by r.id`.execute(trx);
  const told: ToldRemedy[] = [];
  const free = rows.filter(({ touched }) => !touched);
  const reason = `Hoàn tác nhập tệp “${line.file_name}” ngày ${dayInVietnam(line.at).split('-').reverse().join('/')}`;
  for (const one of free) {
    const sent = { id: newId(), act: { kind: 'withdraw' as const, reason }, agencyId: null };
    told.push(...(await actOnRecommendation(trx, actor, one.id, sent, at, { ofImport: true })));
  }
  await trx
    .updateTable('recommendation_import')
    .set({ undone_at: at, undone_by: officerId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute();
  const details = { withdrawn: free.length, kept: rows.length - free.length };
  await audit(trx, {
    tenant: tenantId,
    actor: officerId,
    action: 'recommendation.import-undone',
    subject: id,
    details,
  });
  return { ...details, told };
}
