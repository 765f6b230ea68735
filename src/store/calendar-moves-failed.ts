import { Problem } from '../kernel/problem.ts';
import { storable } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import { askForMoving, lockMoving, setMoving } from './calendar-moves.ts';
import type { Transaction } from './db.ts';

/** When the moving of last days fails: it is said why, and a person has it tried again or gives it up. */

/** As much of a reason as anybody reads. */
const told = 500;

/** Keeps why it stands still. The queue of work tries again by itself, and what it moves then takes the failure away. */
export async function recordFailure(trx: Transaction, tenantId: string, reason: string, at: Date): Promise<void> {
  const going = await lockMoving(trx, tenantId);
  if (going) await setMoving(trx, tenantId, going.seq, { failed_at: at, failure: storable(reason).slice(0, told) });
}

/** Has it tried again now, not when the queue of work sees fit. */
export async function retryMoving(trx: Transaction, { tenantId, officerId }: Actor, seq: number): Promise<void> {
  const { moved } = await getFailed(trx, tenantId, seq);
  await setMoving(trx, tenantId, seq, { failed_at: null, failure: null });
  await askForMoving(trx, tenantId);
  const details = { seq, moved };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'calendar.moving-retried', details });
}

/**
 * Leaves what was not moved on its day, so that the calendar can be changed again. The change itself holds: undoing it moves back
 * what was moved, and the next change moves all that is not where the calendar then puts it.
 */
export async function giveUpMoving(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  seq: number,
  at: Date,
): Promise<void> {
  const { days, moved, items } = await getFailed(trx, tenantId, seq);
  await setMoving(trx, tenantId, seq, { ended_at: at, given_up_by: officerId });
  const details = { seq, occurrences: moved, items, left: Math.max(0, days - moved) };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'calendar.moving-given-up', details });
}

/** The change that failed; while one is still being followed nobody stops it. */
async function getFailed(trx: Transaction, tenantId: string, seq: number) {
  const going = await lockMoving(trx, tenantId);
  if (going?.seq !== seq) throw new Problem('calendar-changed-meanwhile', {});
  if (going.failed_at === null) throw new Problem('calendar-still-moving', { ...going, failed: false });
  return going;
}
