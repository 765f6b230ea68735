import { sql } from 'kysely';
import { toJson } from '../kernel/storable.ts';
import type { AssignmentTables } from './assignment-tables.ts';
import type { Transaction } from './db.ts';
import type { InspectionTables } from './inspection-tables.ts';
import type { NotificationTables } from './notifications-tables.ts';

/**
 * Many rows in one statement: a plan that goes to every commune makes tens of thousands. They go as one JSON text, which
 * PostgreSQL takes apart by the table's own columns, so that neither parameters nor statements grow with them.
 */

const portion = 2_000;

type Table = keyof (AssignmentTables & InspectionTables & NotificationTables);
type Row = Record<string, unknown>;

/** PostgreSQL's own words for the columns; all rows have the same. */
const columnsOf = (rows: readonly Row[]) => sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));

const portionsOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / portion) }, (_, i) => rows.slice(i * portion, (i + 1) * portion));

/** Inserts rows that give the same columns; the others take their defaults. */
export async function insertRows(trx: Transaction, table: Table, rows: readonly Row[]): Promise<void> {
  for (const some of portionsOf(rows)) {
    const columns = columnsOf(some);
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${toJson(some)}::jsonb)`.execute(trx);
  }
}

/** Sets columns of rows that are there, each by its tenant and id. */
export async function updateRows(
  trx: Transaction,
  table: Table,
  rows: readonly (Row & { tenant_id: string; id: string })[],
): Promise<void> {
  for (const some of portionsOf(rows)) {
    const names = Object.keys(some[0] ?? {}).filter((name) => name !== 'tenant_id' && name !== 'id');
    const sets = sql.join(names.map((name) => sql`${sql.ref(name)} = sent.${sql.ref(name)}`));
    await sql`update ${sql.table(table)} as kept set ${sets}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${toJson(some)}::jsonb) as sent
      where kept.tenant_id = sent.tenant_id and kept.id = sent.id`.execute(trx);
  }
}
