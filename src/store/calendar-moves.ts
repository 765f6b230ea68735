import type { Updateable } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { applyMoves, findMoves, type Moved } from './assignment-calendar.ts';
import { audit } from './audit/write.ts';
import { getCalendarChange, owedAfter } from './calendar-settings.ts';
import { type Database, inTransaction, type Transaction } from './db.ts';
import type { CalendarMoveTable } from './notifications-tables.ts';
import { addWork } from './work.ts';

/** Moving the last days a changed calendar moves: in the background, some at a time, one change at a time per tenant. */

/** The work that moves them. */
export const movingWork = 'move-days';

/** A change that is still being followed: how many days it moves and has moved, and why it stands still where it failed. */
export type Moving = { seq: number; days: number; moved: number; failedAt: Date | null; failure: string | null };

export async function findMoving(db: Database, tenantId: string): Promise<Moving | undefined> {
  return db
    .selectFrom('calendar_move')
    .select(['seq', 'days', 'moved', 'failed_at as failedAt', 'failure'])
    .where('tenant_id', '=', tenantId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** Asks for the days of a change to be moved, in the transaction that saves it. */
export async function beginMoving(
  trx: Transaction,
  tenantId: string,
  { seq, days, day }: { seq: number; days: number; day: PlainDate },
): Promise<void> {
  await trx.insertInto('calendar_move').values({ tenant_id: tenantId, seq, day, days, ended_at: null }).execute();
  await askForMoving(trx, tenantId);
}

/** Of all tenants, whose days are still being moved, or were when a process ended. */
export async function listMoving(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('calendar_move').select('tenant_id').where('ended_at', 'is', null).execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

export const askForMoving = (trx: Transaction, tenant: string): Promise<void> =>
  addWork(trx, movingWork, { tenant }, `${movingWork} ${tenant}`);

/** Moves what is left, some in each transaction, and looks again until nothing is. A second one at the same time does no harm. */
export async function moveDays(db: Database, tenantId: string): Promise<void> {
  for (;;) {
    const portions = await planMoving(db, tenantId);
    if (!portions) return;
    for (const portion of portions) {
      const going = await inTransaction(db, (trx) => movePortion(trx, tenantId, portion, new Date()));
      if (!going) return;
    }
    if (portions.length === 0) return inTransaction(db, (trx) => endMoving(trx, tenantId, new Date()));
  }
}

/** What is left to move, in portions that nobody waits long for; undefined where nothing is going on. */
export async function planMoving(db: Database, tenantId: string): Promise<Moved[][] | undefined> {
  const going = await db
    .selectFrom('calendar_move')
    .select(['seq', 'day'])
    .where('tenant_id', '=', tenantId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!going) return undefined;
  const { before, after } = await getCalendarChange(db, tenantId, going.seq);
  return portionsOf(await findMoves(db, tenantId, owedAfter(before, after), going.day));
}

/** So many days in one transaction: a moment, in which nobody else can work on their items. */
const most = 1_000;

/** The days of an item stay together: its assignments are taken once. */
function portionsOf(moves: readonly Moved[]): Moved[][] {
  const portions: Moved[][] = [];
  let size = most;
  for (const ofItem of Map.groupBy(moves, ({ itemId }) => itemId).values()) {
    const days = ofItem.reduce((sum, { agencies }) => sum + agencies, 0);
    if (size + days > most) {
      portions.push([]);
      size = 0;
    }
    portions.at(-1)?.push(...ofItem);
    size += days;
  }
  return portions;
}

/** Moves one portion; false where somebody else has ended it. */
export async function movePortion(
  trx: Transaction,
  tenantId: string,
  portion: readonly Moved[],
  at: Date,
): Promise<boolean> {
  const going = await lockMoving(trx, tenantId);
  if (!going) return false;
  const actor = { tenantId, officerId: going.by };
  const moved = await applyMoves(trx, actor, portion, { today: going.day, at });
  const items = new Set(portion.map(({ itemId }) => itemId)).size;
  const counted = { moved: going.moved + moved, items: going.items + items };
  await setMoving(trx, tenantId, going.seq, { ...counted, failed_at: null, failure: null });
  return true;
}

/** Nothing is left: the next change may come. */
async function endMoving(trx: Transaction, tenantId: string, at: Date): Promise<void> {
  const going = await lockMoving(trx, tenantId);
  if (!going) return;
  const { seq, moved, items, by } = going;
  await setMoving(trx, tenantId, seq, { ended_at: at, failed_at: null, failure: null });
  const details = { seq, occurrences: moved, items };
  await audit(trx, { tenant: tenantId, actor: by, action: 'calendar.recalculated', details });
}

export const lockMoving = (trx: Transaction, tenantId: string) =>
  trx
    .selectFrom('calendar_move as move')
    .innerJoin('calendar_change as change', (join) =>
      join.onRef('change.tenant_id', '=', 'move.tenant_id').onRef('change.seq', '=', 'move.seq'),
    )
    .select(['move.seq', 'move.day', 'move.days', 'move.moved', 'move.items', 'move.failed_at', 'change.by'])
    .where('move.tenant_id', '=', tenantId)
    .where('move.ended_at', 'is', null)
    .forUpdate('move')
    .executeTakeFirst();

export async function setMoving(
  trx: Transaction,
  tenantId: string,
  seq: number,
  columns: Updateable<CalendarMoveTable>,
): Promise<void> {
  await trx
    .updateTable('calendar_move')
    .set(columns)
    .where('tenant_id', '=', tenantId)
    .where('seq', '=', seq)
    .execute();
}
