import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import { heirOn } from '../place/directory/heirs.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';

/** What of a cell of the heat map is added up. */
type Counts = Record<'done' | 'doneLate' | 'open' | 'late' | 'waiting', number>;
type Cell = Counts & { agencyId: string; itemId: string };

/**
 * What an agency did that is no more is counted with who alone took over from it, on the day one asks about; on a day it was
 * still there, with itself.
 */
export async function countAtHeirs(db: Database, tenantId: string, cells: Cell[], on: PlainDate): Promise<Cell[]> {
  const heirs = await findHeirs(
    db,
    tenantId,
    cells.map(({ agencyId }) => agencyId),
    on,
  );
  if (heirs.size === 0) return cells;
  const counted = new Map<string, Cell>();
  for (const cell of cells) {
    const agencyId = heirs.get(cell.agencyId) ?? cell.agencyId;
    const key = `${agencyId} ${cell.itemId}`;
    const known = counted.get(key);
    counted.set(key, known ? add(known, cell) : { ...cell, agencyId });
  }
  return [...counted.values()];
}

/** Who has taken over from agencies that are no more on a day; those that are there are not among them. */
export async function findHeirs(
  db: Database,
  tenantId: string,
  agencyIds: readonly string[],
  on: PlainDate,
): Promise<Map<string, string>> {
  const ids = [...new Set(agencyIds)];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string }>`select agency_id as id from agency_span
    where tenant_id = ${tenantId} and agency_id = any(${ids}::uuid[])
    group by agency_id having max(coalesce(valid_to, 'infinity')) < ${on}`.execute(db);
  if (rows.length === 0) return new Map();
  const directory = await loadDirectory(db, tenantId);
  return new Map(rows.map(({ id }) => [id, heirOn(directory, id, on)]));
}

const add = (one: Cell, other: Cell): Cell => ({
  ...one,
  done: one.done + other.done,
  doneLate: one.doneLate + other.doneLate,
  open: one.open + other.open,
  late: one.late + other.late,
  waiting: one.waiting + other.waiting,
});

/** A reach with the agencies that are no more and that its own alone took over from: what they did is seen with what these do. */
export async function withForerunners(db: Database, tenantId: string, reach: Reach, on: PlainDate): Promise<Reach> {
  if (reach === 'all') return reach;
  const { rows } = await sql<{ id: string }>`
    with recursive before (id) as (
      select s.from_id from agency_succession s where s.tenant_id = ${tenantId} and s.effective <= ${on}
        and s.to_id = any(${[...reach]}::uuid[])
      union
      select s.from_id from before join agency_succession s on s.tenant_id = ${tenantId} and s.to_id = before.id)
    select id from before`.execute(db);
  if (rows.length === 0) return reach;
  const directory = await loadDirectory(db, tenantId);
  const own = new Set(reach);
  return [...reach, ...rows.flatMap(({ id }) => (!own.has(id) && own.has(heirOn(directory, id, on)) ? id : []))];
}
