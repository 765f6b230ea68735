import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { fold } from '../kernel/text.ts';
import type { Actor } from '../people/model.ts';
import { type Codes, fromSheets, type Sheet } from '../place/directory/sheet-read.ts';
import { type Intake, refusedIn, takeIn } from '../place/directory/take-in.ts';
import type { Directory } from '../place/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { insertAgencies, insertSuccessions, loadDirectory, lockDirectory, replaceSpans } from './directory.ts';

/** An id for each code of a file: the agency's own where the directory has it, else a fresh one. */
function codesFor(directory: Directory): Codes {
  const own = new Set(directory.agencies.map(({ id }) => id));
  const made = new Map<string, string>();
  const idOf = (code: string): string => {
    if (own.has(code)) return code;
    const id = made.get(code) ?? newId();
    made.set(code, id);
    return id;
  };
  return { idOf, isKnown: (code) => own.has(code) };
}

const readIntake = (known: Directory, sheets: readonly Sheet[]): Intake =>
  takeIn(known, fromSheets(sheets, codesFor(known)));

/** What a workbook would do to a tenant's directory; nothing is written. */
export async function previewImport(db: Database, tenantId: string, sheets: readonly Sheet[]): Promise<Intake> {
  return readIntake(await loadDirectory(db, tenantId), sheets);
}

/**
 * Takes a workbook in: agencies that are new, names and days that it says otherwise of those that are known, other names. Refused
 * whole where any row is.
 */
export async function importDirectory(
  trx: Transaction,
  actor: Actor,
  { name, sheets }: { name: string; sheets: readonly Sheet[] },
): Promise<Intake> {
  const { tenantId, officerId } = actor;
  const intake = readIntake(await lockDirectory(trx, tenantId), sheets);
  const wrong = refusedIn(intake);
  if (wrong.length > 0) throw new Problem('sheet-wrong', { name, rows: wrong.slice(0, 50) });
  const { added, changed, successions, aliases } = intake;
  await insertAgencies(trx, tenantId, added, 'imported');
  await replaceSpans(trx, tenantId, changed);
  await insertSuccessions(trx, tenantId, successions, null);
  await addAliases(trx, tenantId, aliases);
  const details = { added: added.length, changed: changed.map(({ id }) => id), aliases: aliases.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'directory.imported', details });
  return intake;
}

async function addAliases(trx: Transaction, tenantId: string, aliases: Intake['aliases']): Promise<void> {
  const rows = aliases.map(({ id, alias }) => {
    return { tenant_id: tenantId, agency_id: id, alias, search: fold(alias), origin: 'imported' as const };
  });
  if (rows.length > 0)
    await trx
      .insertInto('agency_alias')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
